import { box, type Card, text } from '../kit/card.ts'
import { writeKroner } from '../kit/money.ts'
import type { Item } from '../knowledge/knowledge.ts'
import { speakRules } from '../purchase/purchase.ts'
import { periodOn } from '../rules/rules.ts'
import { tellFact } from './actions.ts'
import { carried, type RuleAnswer } from './rule-answer.ts'
import type { Showing } from './shown.ts'

/** A card with a button to the rules for the amount that was said; as it is where no value could be told. */
export function withRules(
  shown: Card,
  rule: RuleAnswer,
  question: string | undefined,
  { language }: Showing,
): Card {
  const value = valueSaid(rule)
  if (value === undefined) return shown
  const words = speakRules(language)('showRules', { amount: writeKroner(value) })
  return { ...shown, actions: [tellFact.button(words, carried(rule, question)), ...(shown.actions ?? [])] }
}

const valueSaid = ({ reckoning }: RuleAnswer): number | undefined =>
  reckoning && 'reckoned' in reckoning ? reckoning.reckoned?.banded.value : undefined

/** What the rules add to a card that shows an item: that the amount changes nothing, or on which side of the limit it is. */
export function besideItem(
  item: Item,
  rule: RuleAnswer,
  question: string | undefined,
  showing: Showing,
): { prefix: string; add(shown: Card): Card } {
  const say = speakRules(showing.language)
  const value = valueSaid(rule)
  if (value === undefined) return { prefix: '', add: (shown) => shown }
  if (item.type === 'limit') return { prefix: comparison(item, value, showing), add: (shown) => shown }
  const amount = say('withoutVat', { amount: writeKroner(value) })
  const beside = item.type === 'agreement' ? [box([text(say('rules.beside', { amount }))])] : []
  return {
    prefix: '',
    add: (shown) => withRules({ ...shown, body: [...shown.body, ...beside] }, rule, question, showing),
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
  // Whether apprentices are to be asked for depends on more than the amount.
  const alone = !Object.values(item.means).includes('apprentices')
  if (!period?.comparison || limit === undefined || others.length > 0 || !alone) return ''
  const side = value === limit ? 'side.at' : value > limit ? 'side.over' : 'side.under'
  return say('compare', { value: writeKroner(value), side: say(side), limit: writeKroner(limit) })
}
