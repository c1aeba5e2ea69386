import type { Day } from '../kit/day.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import { boundaryIn } from './boundary.ts'
import { type Decision, decide } from './decide.ts'
import { type Earlier, readFollowUp, type Wish } from './follow-up.ts'
import { withoutAmounts } from './purchase.ts'
import { type RuleAnswer, ruleAnswer, rulesLead } from './rule-answer.ts'

/**
 * What became of a question; what is wanted of the item where it goes on about one; and what the dated rules say where an
 * amount or a limit was read. `leads` says which of the two is the answer.
 */
export type Answer = { decision: Decision; wish?: Wish; rule?: RuleAnswer; leads: 'item' | 'rule' }

type Deciding = { knowledge: Knowledge; day: Day; answerFrom: number }

/** A question by itself, or as it goes on from the one before it. */
export function understand(
  text: string,
  earlier: Earlier | undefined,
  { knowledge, day, answerFrom }: Deciding,
): Answer {
  const ask = (question: string) => decide(knowledge.search(question), day, answerFrom)
  const boundary = boundaryIn(text)
  const thing = boundary === 'urgent' && knowledge.kindOf(text) !== undefined
  if (boundary && !(thing && isAgreement(ask(withoutAmounts(text))))) {
    const { hits, confidence } = ask(text)
    return { decision: { kind: 'refuse', outside: undefined, boundary, hits, confidence }, leads: 'item' }
  }
  const withRule = (decision: Decision, after: string | undefined): Answer => {
    const rule = ruleAnswer({ text, after }, { knowledge, day })
    // Amounts are words that many rules have: without them the agreement may be plain.
    const bare = rule?.reckoning && decision.kind !== 'answer' ? ask(withoutAmounts(text)) : decision
    if (isAgreement(bare) && rule) return { decision: bare, rule, leads: 'item' }
    if (!rule) return { decision, leads: 'item' }
    // A limit that is named stands above those that only sound like it.
    if (rule.limits?.kind === 'limit') {
      const unsure =
        decision.kind === 'choose' || (decision.kind === 'answer' && decision.item.type === 'limit')
      const item = unsure ? knowledge.item(rule.limits.limit.id) : undefined
      return { decision: item ? { ...decision, kind: 'answer', item } : decision, rule, leads: 'item' }
    }
    return { decision, rule, leads: rulesLead(rule, decision, knowledge) ? 'rule' : 'item' }
  }
  const read = readFollowUp(text, earlier)
  switch (read.kind) {
    case 'new':
      return withRule(ask(text), undefined)
    case 'instead': {
      const decision = ask(read.question)
      // "Og på sykehjemmet?" says too little by itself.
      return withRule(decision.kind === 'refuse' ? ask(read.together) : decision, earlier?.text)
    }
    case 'about':
      return about(read.item, read.wish, knowledge, () => ask(`${read.wish.of} ${read.item.title}`))
  }
}

/** With an agreement there is no need to hurry past anything: it can be used at once. */
const isAgreement = (decision: Decision): boolean =>
  decision.kind === 'answer' && decision.item.type === 'agreement'

function about(item: Item, wish: Wish, knowledge: Knowledge, otherwise: () => Decision): Answer {
  const of = (shown: Item, more: Wish | undefined): Answer => ({
    leads: 'item',
    decision: {
      kind: 'answer',
      item: shown,
      confidence: 1,
      hits: [{ item: shown, score: 1, kind: 1, letters: 0, parts: [] }],
    },
    ...(more && { wish: more }),
  })
  if (wish.of !== 'template' && wish.of !== 'routine') return of(item, wish)
  const linked = item.links.flatMap((id) => knowledge.item(id) ?? []).find(({ type }) => type === wish.of)
  return linked ? of(linked, undefined) : { decision: otherwise(), leads: 'item' }
}

/** What came before, as it would be found now: the item that was shown, or those that were offered. */
export function earlierTurn(
  text: string,
  shown: string | null,
  { knowledge, day, answerFrom }: Deciding,
): Earlier {
  const decision = decide(knowledge.search(text), day, answerFrom)
  return {
    text,
    shown: shown === null ? undefined : knowledge.item(shown),
    offered: decision.kind === 'choose' ? decision.items : [],
  }
}
