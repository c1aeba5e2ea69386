import { box, type Card, text } from '../kit/card.ts'
import { writeKroner } from '../kit/money.ts'
import type { Item } from '../knowledge/knowledge.ts'
import { periodOn } from '../rules/limit.ts'
import { tellFact } from './actions.ts'
import { carried, type RuleAnswer } from './rule-answer.ts'
import { speakRules } from './rule-sentences.ts'
import type { Showing } from './shown.ts'

/** What the rules add to a card that shows an item: that the amount changes nothing, or on which side of the limit it is. */
export function besideItem(
  item: Item,
  rule: RuleAnswer,
  question: string | undefined,
  showing: Showing,
): {
  prefix: string
  add(shown: Card): Card
} {
  const say = speakRules(showing.language)
  const { reckoning } = rule
  const value = reckoning && 'reckoned' in reckoning ? reckoning.reckoned?.banded.value : undefined
  if (value === undefined) return { prefix: '', add: (shown) => shown }
  const amount = say('withoutVat', { amount: writeKroner(value) })
  if (item.type === 'limit') return { prefix: comparison(item, value, showing), add: (shown) => shown }
  const button = tellFact.button(say('showRules', { amount: writeKroner(value) }), carried(rule, question))
  return {
    prefix: '',
    add: (shown) => ({
      ...shown,
      body: [
        ...shown.body,
        ...(item.type === 'agreement' ? [box([text(say('rules.beside', { amount }))])] : []),
      ],
      actions: [button, ...(shown.actions ?? [])],
    }),
  }
}

/** "600 000 er over grensen på 500 000": said before the limit's own text. */
function comparison(
  item: Extract<Item, { type: 'limit' }>,
  value: number,
  { day, language }: Showing,
): string {
  const say = speakRules(language)
  const period = periodOn(item, day)
  const [limit, ...others] = Object.values(period?.amounts ?? {})
  if (!period?.comparison || limit === undefined || others.length > 0) return ''
  const side = value === limit ? 'side.at' : value > limit ? 'side.over' : 'side.under'
  return say('compare', { value: writeKroner(value), side: say(side), limit: writeKroner(limit) })
}
