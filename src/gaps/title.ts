import type { Day } from '../kit/day.ts'
import type { Item } from '../knowledge/knowledge.ts'
import { periodOn, withAmounts } from '../rules/rules.ts'

/** An item's title on a day: amounts in the title of a limit are those of the day. */
export function titleOn(item: Item, day: Day): string {
  if (item.type !== 'limit') return item.title
  return withAmounts(item.title, periodOn(item, day) ?? { amounts: {}, numbers: {} })
}
