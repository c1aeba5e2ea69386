import { type Button, card, facts, footer, note, text, title } from '../kit/card.ts'
import { type Day, writeDay } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'
import type { Language } from '../kit/say.ts'
import { withAmounts } from '../rules/limit.ts'
import { amountOn, type Cited, type NamedLimit } from '../rules/rules.ts'
import { linkedAll } from './law-link.ts'
import { type LimitQuestion, overviewMeanings } from './limit-question.ts'
import type { Presented } from './present.ts'
import { speakRules } from './rule-sentences.ts'
import { speak } from './sentences.ts'

/** Which limits the municipality meets on a day, by law. */
export function overviewCard(
  limits: readonly NamedLimit[],
  day: Day,
  language: Language,
  buttons: Button[],
): Presented {
  const say = speakRules(language)
  const found = overviewMeanings.flatMap((meaning) => amountOn(limits, meaning, day) ?? [])
  if (found.length === 0) return unknownDayCard(day, language, buttons)
  return {
    text: say(
      'overview',
      Object.fromEntries(found.map(({ meaning, value }) => [meaning, writeKroner(value)])),
    ),
    citations: found.slice(0, 1).map(citationOf),
    card: card(
      [
        title(say('overview.title', { date: writeDay(day) })),
        facts(
          found.map((cited) => [
            say(`overview.${cited.meaning as 'act'}`), // overviewMeanings have a name each
            sinceOf(cited, language),
          ]),
        ),
        text(say('overview.help')),
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
  const { limit, now } = asked
  const rule = withAmounts(now.period.text, now.period)
  const before = limit.periods.find(({ to }) => to !== null && to < now.period.from)
  const isAmount = Object.keys(now.period.amounts).length > 0
  return {
    text:
      asked.kind === 'vat'
        ? say('limitVat', { rule })
        : say(asked.holds ? 'still.yes' : 'still.no', { asked: writeKroner(asked.asked), rule }),
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

const sinceOf = ({ value, period }: Cited, language: Language): string =>
  speakRules(language)('overview.row', { amount: writeKroner(value), date: writeDay(period.from) })

const basisOf = (cited: readonly Cited[]): string => linkedAll(cited.map(({ period }) => period.legalBasis))

const citationOf = ({ limit, period }: Cited) => ({
  position: 1 as const,
  title: `${withAmounts(limit.title, period)} – ${period.legalBasis}`,
  passage: withAmounts(period.text, period),
})
