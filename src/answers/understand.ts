import type { Day } from '../kit/day.ts'
import { dayInText } from '../kit/day-in-text.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import { changedFacts, withoutAmounts } from '../purchase/purchase.ts'
import { boundaryIn } from './boundary.ts'
import { type Decision, decide } from './decide.ts'
import { type Earlier, readFollowUp, type Wish } from './follow-up.ts'
import { type RuleAnswer, ruleAnswer, rulesLead, type Saying } from './rule-answer.ts'

/**
 * What became of a question; what is wanted of the item where it goes on about one; and what the dated rules say where an
 * amount or a limit was read. `leads` says which of the two is the answer.
 */
export type Answer = {
  decision: Decision
  wish?: Wish
  rule?: RuleAnswer
  leads: 'item' | 'rule'
  /** The day that was asked about, where it is another than today. */
  asOf?: Day
}

type Deciding = { knowledge: Knowledge; day: Day; answerFrom: number }

/** A question by itself, or as it goes on from the one before it. */
export function understand(text: string, earlier: Earlier | undefined, deciding: Deciding): Answer {
  const { knowledge, day, answerFrom } = deciding
  const ask = (question: string) => decide(knowledge.search(question), day, answerFrom)
  const boundary = boundaryIn(text)
  const thing = boundary === 'urgent' && knowledge.kindOf(text) !== undefined
  if (boundary && !(thing && isAgreement(ask(withoutAmounts(text))))) {
    const { hits, confidence } = ask(text)
    const rule = ruleAnswer({ text }, deciding)
    const decision: Decision = { kind: 'refuse', outside: undefined, boundary, hits, confidence }
    return { decision, ...(rule && { rule }), leads: 'item' }
  }
  if (earlier && goesOnWithFacts(text, earlier, deciding)) return withFacts(text, earlier, deciding)

  const read = readFollowUp(text, earlier)
  switch (read.kind) {
    case 'new':
      return withRule({ text }, ask(text), deciding)
    case 'instead': {
      const decision = ask(read.question)
      // "Og på sykehjemmet?" says too little by itself.
      const found = decision.kind === 'refuse' ? ask(read.together) : decision
      return withRule({ text, after: earlier?.text }, found, deciding)
    }
    case 'about':
      return about(read.item, read.wish, knowledge, () => ask(`${read.wish.of} ${read.item.title}`))
  }
}

/** From this sureness on agreements are offered before the rules that only share the words of an amount. */
const likelyFrom = 0.4

/** What was found, with what the rules say to the same words. */
function withRule(saying: Saying, decision: Decision, deciding: Deciding): Answer {
  const { knowledge, day, answerFrom } = deciding
  const { text } = saying
  const rule = ruleAnswer(saying, deciding)
  const asOf = dayInText(text, day)?.day
  if (!rule) return { decision, leads: 'item', ...(asOf && { asOf }) }
  // A limit that is named stands above those that only sound like it.
  if (rule.limits?.kind === 'limit') {
    const unsure =
      decision.kind === 'choose' || (decision.kind === 'answer' && decision.item.type === 'limit')
    const item = unsure ? knowledge.item(rule.limits.limit.id) : undefined
    return {
      decision: item ? { ...decision, kind: 'answer', item } : decision,
      rule,
      leads: 'item',
      asOf: rule.day,
    }
  }
  // Amounts are words that many rules have: without them the agreement may be plain.
  const bare =
    rule.reckoning && !isAgreement(decision)
      ? decide(knowledge.search(withoutAmounts(text)), day, answerFrom)
      : decision
  const likely = offersAgreement(bare) && (decision.kind === 'refuse' || bare.confidence >= likelyFrom)
  const found = isAgreement(bare) || likely ? bare : decision
  return {
    decision: found,
    rule,
    leads: rulesLead(rule, found, knowledge) ? 'rule' : 'item',
    ...(asOf && { asOf }),
  }
}

/** A thing by itself is a new question; "hva om det er en helsetjeneste?" is not, nor is the answer to what was asked. */
function goesOnWithFacts(text: string, { reckoned, shown }: Earlier, { knowledge, day }: Deciding): boolean {
  switch (changedFacts(text, knowledge, day)) {
    case 'amount':
      return reckoned !== undefined || shown?.type === 'agreement'
    case 'about-it':
      return reckoned !== undefined
    case 'kind':
      return reckoned === 'asked' || (reckoned !== undefined && supposes.test(text))
    case undefined:
      return false
  }
}

const supposes = /(?<!\p{L})(?:hvis|viss|dersom|om|if)(?!\p{L})/iu

/** An amount, a kind, VAT or a time that belongs to what was asked about before. */
function withFacts(text: string, { text: after, shown }: Earlier, deciding: Deciding): Answer {
  const { hits, confidence } = decide(deciding.knowledge.search(after), deciding.day, deciding.answerFrom)
  const rule = ruleAnswer({ text, after }, deciding)
  const decision: Decision = shown
    ? { kind: 'answer', item: shown, hits, confidence }
    : { kind: 'choose', items: [], hits, confidence }
  const leads = shown?.type === 'agreement' || !rule ? 'item' : 'rule'
  return { decision, ...(rule && { rule }), leads }
}

/** With an agreement there is no need to hurry past anything: it can be used at once. */
const isAgreement = (decision: Decision): boolean =>
  decision.kind === 'answer' && decision.item.type === 'agreement'
const offersAgreement = (decision: Decision): boolean =>
  decision.kind === 'choose' && decision.items[0]?.type === 'agreement'

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
  const { decision, rule, leads } = understand(text, undefined, { knowledge, day, answerFrom })
  const item = shown === null ? undefined : knowledge.item(shown)
  return {
    text,
    shown: item,
    offered: decision.kind === 'choose' && leads === 'item' ? decision.items : [],
    reckoned: rule?.reckoning && (rule.reckoning.kind === 'ask' ? 'asked' : 'answered'),
  }
}
