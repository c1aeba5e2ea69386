import { type Button, box, card, type Element, facts, footer, note, text, title } from '../kit/card.ts'
import { writeDay } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'
import type { Language } from '../kit/say.ts'
import { withAmounts } from '../rules/limit.ts'
import { type Cited, type Due, inLanguage, nearShare, type Step } from '../rules/rules.ts'
import { linkedAll } from './law-link.ts'
import type { Presented } from './present.ts'
import type { Assumed, Reckoned } from './reckon.ts'
import { type SayRules, speakRules } from './rule-sentences.ts'

/** No more than so many other checks are named: the intake goes through them all. */
const mostChecks = 5

const lawParts = ['procedure', 'publishing', 'standstill', 'documentation'] as const
const localParts = ['responsibility', 'quotes', 'authority'] as const

/** What holds for a purchase: law and the municipality's own rules apart, and what was reckoned and taken for granted. */
export function ruleCard(reckoned: Reckoned, language: Language, buttons: Button[]): Presented {
  const say = speakRules(language)
  const { banded, duties } = reckoned
  const cited = banded.reached ?? banded.next
  const passage = cited ? withAmounts(cited.period.text, cited.period) : ''
  const amount = writeKroner(banded.value)
  return {
    text: conclusionOf(reckoned, language),
    citations: cited ? [{ position: 1, title: sourceOf(cited), passage }] : [],
    card: card(
      [
        title(say('heading', { amount: say('withoutVat', { amount }) })),
        ...readingOf(reckoned, say).map((line) => note(line)),
        banded.near && banded.next
          ? box([
              text(
                say('near', { share: Math.round(nearShare * 100), next: writeKroner(banded.next.value) }),
                { weight: 'Bolder' },
              ),
            ])
          : undefined,
        ...lawSection(reckoned, language, say),
        ...localSection(duties, language, say),
        banded.next
          ? note(
              say('above', {
                next: writeKroner(banded.next.value),
                what: say(`above.${banded.next.band as Exclude<typeof banded.next.band, '0'>}`), // no limit leads to 0
              }),
            )
          : undefined,
        footer(
          [
            basisOf(reckoned, say),
            cited && say('since', { date: writeDay(cited.period.from) }),
            say('asOf', { date: writeDay(banded.day) }),
          ]
            .filter((line) => line !== undefined)
            .map((line) => note(line)),
        ),
      ],
      buttons,
    ),
  }
}

/** The conclusion in one sentence, and below the act what the municipality asks instead. */
export function conclusionOf({ banded, duties }: Reckoned, language: Language): string {
  const say = speakRules(language)
  const { band, value, reached, next } = banded
  const words = {
    value: say('withoutVat', { amount: writeKroner(value) }),
    reached: reached ? writeKroner(reached.value) : '',
    next: next ? writeKroner(next.value) : '',
  }
  const own = band === '0' ? duties.find(({ duty }) => duty.part === 'quotes') : undefined
  return [say(`band.${band}`, words), own && inLanguage(own.text, language)].filter(Boolean).join(' ')
}

function lawSection({ duties }: Reckoned, language: Language, say: SayRules): (Element | undefined)[] {
  const law = duties.filter(({ duty }) => duty.authority === 'law')
  // What depends on something that was not asked is for the intake to ask.
  const checks = law.filter(({ duty, ask }) => duty.part === 'check' && !ask)
  return [
    text(say('law'), { weight: 'Bolder' }),
    facts([
      ...lawParts.map((part) => [say(`part.${part}`), textsOf(law, part, language)] as const),
      [say('part.check'), checks.length > 0 ? checksOf(checks, language) : undefined],
    ]),
    unconfirmedIn(law, language, say),
  ]
}

function localSection(duties: readonly Due[], language: Language, say: SayRules): (Element | undefined)[] {
  const local = duties.filter(({ duty }) => duty.authority === 'local')
  return [
    text(say('local'), { weight: 'Bolder' }),
    facts([
      [say('first'), say('first.agreement')],
      ...localParts.map((part) => {
        const set = textsOf(local, part, language)
        // Who carries it out and who may approve must always be answered; quotes are asked for below a limit only.
        return [say(`part.${part}`), set ?? (part === 'quotes' ? undefined : say('notSet'))] as const
      }),
    ]),
  ]
}

const textsOf = (duties: readonly Due[], part: Due['duty']['part'], language: Language): string | undefined =>
  duties
    .filter(({ duty, ask }) => duty.part === part && !ask)
    .map((due) => inLanguage(due.text, language))
    .join(' ') || undefined

function checksOf(checks: readonly Due[], language: Language): string {
  const named = checks.map(({ duty }) => inLanguage(duty.title, language))
  const shown = named.slice(0, mostChecks)
  return `${shown.join(', ')}${named.length > shown.length ? ' …' : ''}`
}

function unconfirmedIn(duties: readonly Due[], language: Language, say: SayRules): Element | undefined {
  const open = duties.filter(({ confirmed, ask }) => !confirmed && !ask)
  const what = [...new Set(open.map(({ duty }) => inLanguage(duty.title, language)))].join(', ')
  return what ? note(say('unconfirmed', { what })) : undefined
}

/** How the amount was read and reckoned, and what was taken for granted. */
function readingOf({ estimate, assumed }: Reckoned, say: SayRules): string[] {
  const steps = estimate.steps.map((step) => stepOf(step, say))
  const rate = estimate.steps.find((step) => step.of === 'vat')?.rate ?? 0
  const taken = assumed.map((one) => say(`assumed.${one}`, { rate }))
  return [
    ...(steps.length > 0 ? [say('readAs', { steps: steps.join('; ') })] : []),
    ...(taken.length > 0 ? [say('assumed', { what: taken.join(say('andThat')) })] : []),
  ]
}

function stepOf(step: Step, say: SayRules): string {
  const result = step.result === undefined ? '' : writeKroner(step.result)
  switch (step.of) {
    case 'payment':
      return say('step.payment', {
        kroner: writeKroner(step.payment.kroner),
        times: timesOf(step, say),
        result,
      })
    case 'vat':
      return say('step.vat', { from: writeKroner(step.from), rate: step.rate, result })
    case 'units':
      return say('step.units', { units: step.units, result })
    case 'without-end':
      return say('step.without-end', { months: step.months })
    default:
      return say(`step.${step.of}`, { result })
  }
}

function timesOf({ payment, months = 0 }: Extract<Step, { of: 'payment' }>, say: SayRules): string {
  const times = payment.times === undefined ? [] : [String(payment.times)]
  switch (payment.every) {
    case undefined:
      return times.join(' × ')
    case 'year':
      return [...times, say('years', { count: months / 12 })].join(' × ')
    default:
      return [
        ...times,
        say('months', { count: months }),
        ...(payment.every === 'week' ? ['52 / 12'] : []),
      ].join(' × ')
  }
}

/** The paragraphs that the answer stands on, as links. */
function basisOf(reckoned: Reckoned, say: SayRules): string | undefined {
  const basis = linkedAll(paragraphsOf(reckoned))
  return basis ? say('basis', { basis }) : undefined
}

/** The limits, what the arithmetic stands on, and what must be done for certain. */
export function paragraphsOf({ banded, estimate, duties }: Reckoned): string[] {
  const limits = [banded.reached, banded.next, ...estimate.cited].flatMap((cited) =>
    cited ? [cited.period.legalBasis] : [],
  )
  const done = duties.filter(
    ({ duty, ask }) => duty.authority === 'law' && !ask && lawParts.some((part) => part === duty.part),
  )
  return [...new Set([...limits, ...done.map(({ legalBasis }) => legalBasis)])]
}

const sourceOf = ({ limit, period }: Cited): string =>
  `${withAmounts(limit.title, period)} – ${period.legalBasis}, ${writeDay(period.from)}`

/** What was taken for granted, as data. */
export const assumedAs: Readonly<Record<Assumed, string>> = {
  vat: 'amount is without VAT',
  'vat-rate': 'general VAT rate',
  kind: 'goods or services',
  duration: 'no end date',
  whole: 'amount covers the whole duration',
  month: 'last day of the month',
  year: 'last day of the year',
}
