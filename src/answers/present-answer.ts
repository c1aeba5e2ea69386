import { besideItem, withRules } from './beside-item.ts'
import { boundaryCard } from './boundary-card.ts'
import type { Decision } from './decide.ts'
import { type Presented, present } from './present.ts'
import { presentRule } from './present-rule.ts'
import type { Showing } from './shown.ts'
import type { Answer } from './understand.ts'
import { presentWish } from './wish.ts'

/** What a question came to, as it is logged and counted: a question put back is a choice. */
export const outcomeOf = ({ decision, rule, leads }: Answer): Decision['kind'] =>
  leads === 'item' || !rule
    ? decision.kind
    : !rule.limits && rule.reckoning?.kind === 'ask'
      ? 'choose'
      : 'answer'

/** An answer as it is shown. `question` is the id of the logged question; undefined outside a conversation. */
export function presentAnswer(answer: Answer, question: string | undefined, today: Showing): Presented {
  const { decision, wish, rule, leads, asOf } = answer
  // Dated rules are shown as of the day that was asked about; agreements as of today.
  const isDated = decision.kind === 'answer' && decision.item.type === 'limit'
  const showing = asOf && isDated ? { ...today, day: asOf } : today
  if (rule && leads === 'rule') return presentRule(rule, itemsIn(decision), question, showing)
  if (decision.kind === 'refuse' && decision.boundary)
    return boundaryCard(decision.boundary, question, showing)
  if (decision.kind !== 'answer') {
    const shown = present(decision, question, showing)
    return rule && decision.kind === 'choose'
      ? { ...shown, card: withRules(shown.card, rule, question, showing) }
      : shown
  }
  if (rule?.limits) return present(decision, question, showing)
  const shown = wish
    ? presentWish(decision.item, wish, question, showing)
    : present(decision, question, showing)
  if (!rule) return shown
  const beside = besideItem(decision.item, rule, question, showing)
  return { ...shown, text: beside.prefix + shown.text, card: beside.add(shown.card) }
}

const itemsIn = (decision: Decision) =>
  decision.kind === 'answer' ? [decision.item] : decision.kind === 'choose' ? decision.items : []
