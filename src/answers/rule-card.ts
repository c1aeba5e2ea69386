import { type Button, box, card, type Element, facts, footer, note, text, title } from '../kit/card.ts'
import { writeDay } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'
import type { Language } from '../kit/say.ts'
import {
  conclusionOf,
  linkedAll,
  type Reckoned,
  readingOf,
  type SayRules,
  speakRules,
} from '../purchase/purchase.ts'
import {
  amountOn,
  type Cited,
  type Due,
  type Duty,
  inLanguage,
  isNear,
  nearShare,
  type Rules,
  withAmounts,
} from '../rules/rules.ts'
import type { Presented } from './present.ts'
import { paragraphsOf } from './rule-facts.ts'

/** No more than so many other checks are named: the intake goes through them all. */
const mostChecks = 5

const lawParts = ['procedure', 'publishing', 'standstill', 'documentation'] as const
const localParts = ['responsibility', 'quotes', 'authority'] as const

/** What holds for a purchase: law and the municipality's own rules apart, and what was reckoned and taken for granted. */
export function ruleCard(
  reckoned: Reckoned,
  { asked, rules, language }: { asked: readonly Duty[]; rules: Rules; language: Language },
  buttons: (Button | undefined)[],
): Presented {
  const say = speakRules(language)
  const { banded } = reckoned
  const cited = banded.reached ?? banded.next
  const passage = cited ? withAmounts(cited.period.text, cited.period) : ''
  const amount = writeKroner(banded.value)
  return {
    text: [
      conclusionOf(reckoned, language),
      ...askedAbout(asked.slice(0, 2), reckoned, language).map(([name, what]) => `${name}: ${what}`),
    ].join(' '),
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
        facts(askedAbout(asked, reckoned, language)),
        ...lawSection(reckoned, language, say),
        ...localSection(reckoned, rules, { language, say }),
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

/** What the question named: what it asks of this purchase, or that it asks nothing. */
function askedAbout(
  asked: readonly Duty[],
  { duties }: Reckoned,
  language: Language,
): (readonly [string, string])[] {
  return asked.map((duty) => {
    const due = duties.find((one) => one.duty === duty)
    return [
      inLanguage(duty.title, language),
      due ? inLanguage(due.text, language) : speakRules(language)('notDue'),
    ] as const
  })
}

function localSection(
  { banded, duties }: Reckoned,
  { limits }: Rules,
  { language, say }: { language: Language; say: SayRules },
): (Element | undefined)[] {
  const local = duties.filter(({ duty }) => duty.authority === 'local')
  // Quotes are asked for below a limit only; who carries it out and who may approve must always be answered.
  const quotesSet = amountOn(limits, 'three-quotes', banded.day) !== undefined
  const near = (['direct-purchase', 'section'] as const)
    .flatMap((meaning) => amountOn(limits, meaning, banded.day) ?? [])
    .find((limit) => isNear(banded.value, limit.value))
  return [
    text(say('local'), { weight: 'Bolder' }),
    facts([
      [say('first'), say('first.agreement')],
      ...localParts.map((part) => {
        const set = textsOf(local, part, language)
        return [
          say(`part.${part}`),
          set ?? (part === 'quotes' && quotesSet ? undefined : say('notSet')),
        ] as const
      }),
    ]),
    near && !banded.near ? note(say('nearOwn', { next: writeKroner(near.value) })) : undefined,
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

/** The paragraphs that the answer stands on, as links. */
function basisOf(reckoned: Reckoned, say: SayRules): string | undefined {
  const basis = linkedAll(paragraphsOf(reckoned))
  return basis ? say('basis', { basis }) : undefined
}

const sourceOf = ({ limit, period }: Cited): string =>
  `${withAmounts(limit.title, period)} – ${period.legalBasis}, ${writeDay(period.from)}`
