import { type Day, writeDay } from '../kit/day.ts'
import type { Item } from '../knowledge/knowledge.ts'
import { periodOn, withAmounts } from '../rules/rules.ts'
import type { Say } from './sentences.ts'

/** An item's title as of a day: amounts in a limit's title are those of the day. */
export function titleOn(item: Item, day: Day): string {
  if (item.type !== 'limit') return item.title
  const period = periodOn(item, day) ?? item.periods[0]
  return withAmounts(item.title, period ?? { amounts: {}, numbers: {} })
}

/** Where it stands: document, section, version and date, so that a person can check it. */
export function sourceOf(item: Item, day: Day, say: Say): string {
  const parts = [item.source]
  switch (item.type) {
    case 'agreement':
      parts.push(say('source.agreement', { number: item.agreementNumber }))
      parts.push(
        say('source.period', {
          from: writeDay(item.validFrom),
          to: writeDay(item.validTo ?? item.latestEnd),
        }),
      )
      break
    case 'limit': {
      const period = periodOn(item, day)
      if (period) parts[0] = period.legalBasis
      if (period) parts.push(`${say('since').toLowerCase()} ${writeDay(period.from)}`)
      break
    }
    default:
      if (item.section) parts[0] += ` ${say('source.section', { section: item.section })}`
      if (item.version) parts.push(say('source.version', { version: item.version }))
      if (item.dated) parts.push(writeDay(item.dated))
  }
  return parts.join(', ')
}
