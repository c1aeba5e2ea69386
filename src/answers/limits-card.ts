import { type Button, card, facts, footer, note, text, title } from '../kit/card.ts'
import { type Day, writeDay } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'
import { type Language, speaker } from '../kit/say.ts'
import { linkedAll, speakRules } from '../purchase/purchase.ts'
import { amountOn, type Cited, type NamedLimit, withAmounts } from '../rules/rules.ts'
import { type LimitQuestion, overviewMeanings } from './limit-question.ts'
import type { Presented } from './present.ts'
import { speak } from './sentences.ts'

/** Which limits the municipality meets on a day, by law. */
export function overviewCard(
  limits: readonly NamedLimit[],
  day: Day,
  language: Language,
  buttons: Button[],
): Presented {
  const say = speakRules(language)
  const sayLimits = speakLimits(language)
  const found = overviewMeanings.flatMap((meaning) => amountOn(limits, meaning, day) ?? [])
  if (found.length === 0) return unknownDayCard(day, language, buttons)
  return {
    text: sayLimits(
      'overview',
      Object.fromEntries(found.map(({ meaning, value }) => [meaning, writeKroner(value)])),
    ),
    citations: found.slice(0, 1).map(citationOf),
    card: card(
      [
        title(sayLimits('overview.title', { date: writeDay(day) })),
        facts(
          found.map((cited) => [
            sayLimits(`overview.${cited.meaning as 'act'}`), // overviewMeanings have a name each
            sinceOf(cited, language),
          ]),
        ),
        text(sayLimits('overview.help')),
        footer([note(say('basis', { basis: basisOf(found) }))]),
      ],
      buttons,
    ),
  }
}

/** What one limit is now, to one who asks about another amount, or about VAT. */
export function oneLimitCard(
  asked: Extract<LimitQuestion, { now: Cited }>,
  language: Language,
  buttons: Button[],
): Presented {
  const say = speakRules(language)
  const sayLimits = speakLimits(language)
  const { limit, now } = asked
  const rule = ruleIn(now, language)
  const before = limit.periods.find(({ to }) => to !== null && to < now.period.from)
  const isAmount = Object.keys(now.period.amounts).length > 0
  return {
    text:
      asked.kind === 'vat'
        ? sayLimits('limitVat', { rule })
        : sayLimits(asked.holds ? 'still.yes' : 'still.no', { asked: writeKroner(asked.asked), rule }),
    citations: [citationOf(now)],
    card: card(
      [
        title(limit.title),
        facts([
          [say('law'), isAmount ? sinceOf(now, language) : undefined],
          [
            speak(language)('before'),
            before &&
              speak(language)('beforeThat', {
                amounts: Object.values(before.amounts).map(writeKroner).join(' – '),
                from: writeDay(before.from),
              }),
          ],
        ]),
        footer([note(say('basis', { basis: basisOf([now]) }))]),
      ],
      buttons,
    ),
  }
}

export function unknownDayCard(day: Day, language: Language, buttons: Button[]): Presented {
  const said = speakRules(language)('unknownDay', { date: writeDay(day) })
  return { text: said, citations: [], card: card([title(said)], buttons) }
}

/** The rule in the reader's language: where it has no sentence of its own, in the words of the files. */
function ruleIn({ meaning, value, period }: Cited, language: Language): string {
  const name = language !== 'nb' && overviewMeanings.includes(meaning)
  return name
    ? speakLimits(language)('inWords', {
        limit: speakLimits(language)(`overview.${meaning as 'act'}`), // overviewMeanings have a name each
        amount: writeKroner(value),
        date: writeDay(period.from),
      })
    : withAmounts(period.text, period)
}

const sinceOf = ({ value, period }: Cited, language: Language): string =>
  speakLimits(language)('overview.row', { amount: writeKroner(value), date: writeDay(period.from) })

const basisOf = (cited: readonly Cited[]): string => linkedAll(cited.map(({ period }) => period.legalBasis))

const citationOf = ({ limit, period }: Cited) => ({
  position: 1 as const,
  title: `${withAmounts(limit.title, period)} – ${period.legalBasis}`,
  passage: withAmounts(period.text, period),
})

const speakLimits = speaker({
  inWords: {
    nb: '{{limit}}: fra {{amount}} uten mva, siden {{date}}.',
    nn: '{{limit}}: frå {{amount}} utan mva, sidan {{date}}.',
    en: '{{limit}}: from {{amount}} without VAT, since {{date}}.',
  },
  'still.no': {
    nb: 'Nei, grensen er ikke {{asked}}. {{rule}} [1]',
    nn: 'Nei, grensa er ikkje {{asked}}. {{rule}} [1]',
    en: 'No, the limit is not {{asked}}. {{rule}} [1]',
  },
  'still.yes': { nb: 'Ja. {{rule}} [1]', nn: 'Ja. {{rule}} [1]', en: 'Yes. {{rule}} [1]' },
  limitVat: {
    nb: 'Grensene er uten mva. {{rule}} [1]',
    nn: 'Grensene er utan mva. {{rule}} [1]',
    en: 'The limits are without VAT. {{rule}} [1]',
  },
  overview: {
    nb: 'Hvilken grense som gjelder, avhenger av hva du kjøper og for hvor mye. Loven gjelder fra {{act}}, og Doffin fra {{national}}. [1]',
    nn: 'Kva grense som gjeld, kjem an på kva du kjøper og for kor mykje. Lova gjeld frå {{act}}, og Doffin frå {{national}}. [1]',
    en: 'Which limit applies depends on what you buy and for how much. The Act applies from {{act}}, and Doffin from {{national}}. [1]',
  },
  'overview.title': {
    nb: 'Grenser for kommunen per {{date}}',
    nn: 'Grenser for kommunen per {{date}}',
    en: 'Limits for the municipality as of {{date}}',
  },
  'overview.act': { nb: 'Anskaffelsesloven gjelder', nn: 'Anskaffelseslova gjeld', en: 'The Act applies' },
  'overview.national': { nb: 'Kunngjøring i Doffin', nn: 'Kunngjering i Doffin', en: 'Publish in Doffin' },
  'overview.eea-goods-services': {
    nb: 'EØS, varer og tjenester',
    nn: 'EØS, varer og tenester',
    en: 'EEA, goods and services',
  },
  'overview.eea-special-health': {
    nb: 'EØS, særlige tjenester og helse- og sosialtjenester',
    nn: 'EØS, særlege tenester og helse- og sosialtenester',
    en: 'EEA, special, health and social services',
  },
  'overview.eea-works': { nb: 'EØS, bygg og anlegg', nn: 'EØS, bygg og anlegg', en: 'EEA, building works' },
  'overview.row': {
    nb: 'fra {{amount}}, siden {{date}}',
    nn: 'frå {{amount}}, sidan {{date}}',
    en: 'from {{amount}}, since {{date}}',
  },
  'overview.help': {
    nb: 'Alle beløp er uten mva og for hele avtaleperioden. Skriv hva du skal kjøpe og for hvor mye, så regner jeg.',
    nn: 'Alle beløp er utan mva og for heile avtaleperioden. Skriv kva du skal kjøpe og for kor mykje, så reknar eg.',
    en: 'All amounts are without VAT and for the whole duration. Write what you want to buy and for how much, and I will calculate.',
  },
} as const)
