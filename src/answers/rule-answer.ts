/** What the dated rules say to a question: for a purchase of some value, or about the limits themselves. */
import type { Day } from '../kit/day.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import { longestSaid } from './actions.ts'
import type { Decision } from './decide.ts'
import { type LimitQuestion, limitQuestion } from './limit-question.ts'
import { type Purchase, readPurchase, saidLater } from './purchase.ts'
import { type Reckoning, reckon, type Told } from './reckon.ts'

export type RuleAnswer = {
  /** What was read: the text, the one it goes on from, and what was chosen when asked. */
  text: string
  after: string | undefined
  told: Told
  asked: number
  day: Day
  /** The amount as it was said, kroner; 0 where none was. */
  amount: number
  reckoning: Reckoning | undefined
  limits: LimitQuestion | undefined
}

export type Saying = {
  text: string
  after?: string | undefined
  told?: Told | undefined
  asked?: number | undefined
}

/** Undefined where neither an amount nor a question about limits was read. */
export function ruleAnswer(
  { text, after, told = {}, asked = 0 }: Saying,
  { knowledge, day: today }: { knowledge: Knowledge; day: Day },
): RuleAnswer | undefined {
  const purchase = purchaseIn({ text, after }, knowledge, today)
  const { rules } = knowledge
  const day = purchase.day?.day ?? today
  const limits = after === undefined ? limitQuestion(text, purchase, rules.limits, day) : undefined
  const reckoning = reckon(purchase, told, { rules, today, asked })
  if (!limits && !reckoning) return undefined
  const amount = told.kroner ?? purchase.amounts[0]?.kroner[0] ?? 0
  return { text, after, told, asked, day, amount, reckoning, limits }
}

/** What a button carries, so that it can be answered from later. `question` is the id of the logged question. */
export const carried = ({ text, after, told, asked }: RuleAnswer, question: string | undefined) => ({
  text: text.slice(0, longestSaid),
  ...(after !== undefined && { after: after.slice(0, longestSaid) }),
  told,
  asked,
  ...(question !== undefined && { question }),
})

const purchaseIn = ({ text, after }: Saying, { kindOf }: Knowledge, today: Day): Purchase => {
  const said = readPurchase(text, kindOf, today)
  return after === undefined ? said : saidLater(readPurchase(after, kindOf, today), said)
}

/** The words of one who buys, or asks for rules. Without any of them an amount may be about anything. */
const buys =
  /(?<!\p{L})(?:\p{L}*kjøp\p{L}*|\p{L}*anskaff\p{L}*|bestill\p{L}*|lei[eg]\p{L}*|leas\p{L}*|rammeavtal\p{L}*|avtale\p{L}*|kontrakt\p{L}*|opsjon\p{L}*|anbud\p{L}*|anbod\p{L}*|tilbud\p{L}*|tilbod\p{L}*|lev(?:erandør|era|erer)\p{L}*|buy\p{L}*|purchas\p{L}*|order\p{L}*|rent\p{L}*|contract\p{L}*|tender\p{L}*|quotes?|supplier\p{L}*|procure\p{L}*)(?!\p{L})/iu
const asksForLimit =
  /(?<!\p{L})(?:doffin\p{L}*|ted|eøs|eea|\p{L}*grens\p{L}*|\p{L}*terskel\p{L}*|threshold\p{L}*|limit\p{L}*|lys\p{L}* ut|utlys\p{L}*|kunngj\p{L}*|publish\p{L}*|advertis\p{L}*|regelverk\p{L}*|loven|lova)(?!\p{L})/iu
const asksForRules =
  /(?<!\p{L})(?:doffin\p{L}*|ted|eøs|eea|\p{L}*grens\p{L}*|\p{L}*terskel\p{L}*|threshold\p{L}*|limit\p{L}*|lys\p{L}* ut|utlys\p{L}*|lys(?:e|a|ing)|kunngj\p{L}*|publish\p{L}*|advertis\p{L}*|regl\p{L}*|regelverk\p{L}*|rules?|hva gjelder|kva gjeld|hva gjør|kva gjer|what (?:applies|do)|spørre|spørje|tre tilbud|tre tilbod|three|konkurranse\p{L}*|competition|loven|lova|act)(?!\p{L})/iu
/** The whole message is an amount and little more: "520 000 inkl mva?". */
const barely = 3

/** Whether the rules are the answer, or stand beside the item that was found. The agreement comes first. */
export function rulesLead(answer: RuleAnswer, decision: Decision, knowledge: Knowledge): boolean {
  const { text, limits, reckoning } = answer
  if (limits) return limits.kind !== 'limit'
  if (!reckoning) return false
  const wordsLeft = (text.match(/\p{L}{3,}/gu) ?? []).length
  const meant =
    buys.test(text) || asksForRules.test(text) || knowledge.kindOf(text) !== undefined || wordsLeft <= barely
  switch (decision.kind) {
    case 'answer':
      return (
        isBandLimit(decision.item) ||
        (decision.item.type !== 'agreement' && decision.item.type !== 'limit' && asksForLimit.test(text))
      )
    case 'choose':
      return decision.items[0]?.type !== 'agreement' || asksForRules.test(text)
    case 'refuse':
      return meant && decision.outside?.kind !== 'elsewhere'
  }
}

const bandMeanings = new Set<string>([
  'act',
  'national',
  'eea-goods-services',
  'eea-works',
  'eea-special-health',
  'eea-state',
  'utilities-goods-services',
  'concession',
  'direct-purchase',
  'three-quotes',
  'section',
  'months-without-end',
  'vat',
  'authority-manager',
])
/** Limits that the card of a purchase tells of itself, better than each would. */
const isBandLimit = (item: Item): boolean =>
  item.type === 'limit' && Object.values(item.means).some((meaning) => bandMeanings.has(meaning))
