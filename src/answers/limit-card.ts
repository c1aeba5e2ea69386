import { type Button, box, card, facts, footer, note, text, title } from '../kit/card.ts'
import { type Day, writeDay } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'
import type { Limit } from '../knowledge/knowledge.ts'
import { type Period, periodBefore, periodOn, withAmounts } from '../rules/rules.ts'
import type { Say } from './sentences.ts'
import type { Shown } from './shown.ts'
import { sourceOf, titleOn } from './source.ts'

/** A dated limit as of a day: what holds, whose rule it is, since when, and what held before. */
export function limitCard(limit: Limit, day: Day, say: Say, buttons: Button[]): Shown {
  const heading = titleOn(limit, day)
  const period = periodOn(limit, day)
  const source = footer([
    note(say('source', { source: sourceOf(limit, day, say) })),
    note(say('responsible', { owner: limit.owner })),
  ])
  if (!period) {
    const conclusion = say('notSet', { title: heading, date: writeDay(day) })
    return { item: limit, conclusion, card: card([title(heading), source], buttons), passage: heading }
  }
  const rule = withAmounts(period.text, period)
  const before = periodBefore(limit, period)
  return {
    item: limit,
    conclusion: say('doThis', { conclusion: rule }),
    passage: rule,
    card: card(
      [
        title(heading),
        text(say(`limit.${limit.authority}`), { weight: 'Bolder', spacing: 'Small' }),
        // Some titles say the amount themselves.
        period.comparison && !limit.title.includes('{')
          ? text(say(`amount.${period.comparison}`, { amounts: amountsOf(period) }), { size: 'Medium' })
          : undefined,
        facts([
          [say('since'), writeDay(period.from)],
          [say('until'), period.to ? writeDay(period.to) : undefined],
          [
            say('before'),
            before && amountsOf(before) !== amountsOf(period) ? beforeThat(before, say) : undefined,
          ],
        ]),
        period.confirmed ? undefined : box([text(say('unconfirmed'))]),
        source,
      ],
      buttons,
    ),
  }
}

const amountsOf = ({ amounts }: Period): string => Object.values(amounts).map(writeKroner).join(' – ')

const beforeThat = (period: Period, say: Say): string | undefined =>
  amountsOf(period)
    ? say('beforeThat', { amounts: amountsOf(period), from: writeDay(period.from) })
    : undefined
