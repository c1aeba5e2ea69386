/** What the dated rules say to a question: for a purchase of some value, or about the limits themselves. */
import type { Day } from '../kit/day.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import {
  type Purchase,
  type Reckoning,
  readPurchase,
  reckon,
  saidLater,
  type Told,
  withoutAmounts,
} from '../purchase/purchase.ts'
import { type Duty, type Meaning, speaksOf } from '../rules/rules.ts'
import { longestSaid } from './actions.ts'
import type { Decision } from './decide.ts'
import { type LimitQuestion, limitQuestion } from './limit-question.ts'

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
  /** The duties that the text asks about by name. */
  asks: readonly Duty[]
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
  const amount = told.kroner ?? purchase.payments[0]?.kroner ?? 0
  const asks = rules.duties.filter((duty) => speaksOf(text, duty))
  return { text, after, told, asked, day, amount, reckoning, limits, asks: onePerTitle(asks, reckoning) }
}

/** Several duties have one title: of them the one that is due is meant, or the first. */
function onePerTitle(duties: readonly Duty[], reckoning: Reckoning | undefined): readonly Duty[] {
  const reckoned = reckoning && 'reckoned' in reckoning ? reckoning.reckoned : undefined
  const due = new Set(reckoned?.duties.map(({ duty }) => duty))
  const best = duties.toSorted((a, b) => Number(due.has(b)) - Number(due.has(a)))
  return best.filter(({ title }, at) => !best.slice(0, at).some((other) => other.title.nb === title.nb))
}

/** What a button carries, so that it can be answered from later. `question` is the id of the logged question. */
export const carried = ({ text, after, told, asked }: RuleAnswer, question: string | undefined) => ({
  text: text.slice(0, longestSaid),
  ...(after !== undefined && { after: after.slice(0, longestSaid) }),
  told,
  asked,
  ...(question !== undefined && { question }),
})

/** What goes on from before counts before it. Without an amount of its own it is read as if all had been said at once. */
function purchaseIn({ text, after }: Saying, words: Knowledge, today: Day): Purchase {
  const said = readPurchase(text, words, today)
  if (after === undefined) return said
  const whole = readPurchase(`${after}, ${text}`, words, today)
  return saidLater(said.payments.length > 0 ? readPurchase(after, words, today) : whole, said)
}

/** The words of one who buys, or asks for rules. Without any of them an amount may be about anything. */
const buys =
  /(?<!\p{L})(?:\p{L}*kjøp\p{L}*|\p{L}*anskaff\p{L}*|bestill\p{L}*|lei[eg]\p{L}*|leas\p{L}*|rammeavtal\p{L}*|avtale\p{L}*|kontrakt\p{L}*|opsjon\p{L}*|oppsigelse\p{L}*|ubestemt|anbud\p{L}*|anbod\p{L}*|tilbud\p{L}*|tilbod\p{L}*|lev(?:erandør|era|erer)\p{L}*|buy\p{L}*|purchas\p{L}*|order\p{L}*|rent\p{L}*|contract\p{L}*|tender\p{L}*|quotes?|supplier\p{L}*|procure\p{L}*)(?!\p{L})/iu
const limitWords =
  'doffin\\p{L}*|ted|eøs|eea|\\p{L}*grens\\p{L}*|\\p{L}*terskel\\p{L}*|threshold\\p{L}*|limit\\p{L}*|lys\\p{L}* ut|utlys\\p{L}*|kunngj\\p{L}*|publish\\p{L}*|advertis\\p{L}*|regelverk\\p{L}*|loven|lova'
const whole = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')
const asksForLimit = whole(limitWords)
const asksForRules = whole(
  `${limitWords}|lys(?:e|a|ing)|regl\\p{L}*|rules?|hva gjelder|kva gjeld|hva gjør|kva gjer|what (?:applies|do)|spørre|spørje|tre tilbud|tre tilbod|three|konkurranse\\p{L}*|competition|act`,
)
/** Money that is no purchase, or one that the rules do not reach: loans, land, pay. */
const noPurchase =
  /(?<!\p{L})(?:lønn\p{L}*|løn|salary|wage\p{L}*|lån\p{L}*|startlån\p{L}*|loan\p{L}*|postn\p{L}*|rom|rommet|room|kvadratmeter|løpenummer|budsjettet|erstatning\p{L}*|gebyr\p{L}*|bot|bøter|barnetrygd\p{L}*|trygd\p{L}*|skattetrekk|tomt\p{L}*|eiendom\p{L}*|gave\p{L}*|gåve\p{L}*|gift)(?!\p{L})/iu

/** Whether the rules are the answer, or stand beside the item that was found. The agreement comes first. */
export function rulesLead(answer: RuleAnswer, decision: Decision, knowledge: Knowledge): boolean {
  const { text, limits, reckoning } = answer
  if (limits) return limits.kind !== 'limit'
  if (!reckoning || noPurchase.test(text)) return false
  if (saysNothingElse(text)) return true
  const meant = buys.test(text) || asksForRules.test(text) || knowledge.kindOf(text) !== undefined
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

/** The whole message is an amount and what is said of it: "kr 250.000,-", "2 mill. pr. år i 4 år". */
const saysNothingElse = (text: string): boolean =>
  (withoutAmounts(text).match(/\p{L}{3,}/gu) ?? []).every((word) => fillers.has(word.toLowerCase()))

const fillers = new Set(
  'hva gjelder kva gjeld må det den jeg eg skal for med uten utan opptil rundt cirka under over the and what applies max circa opp til timer timar hours stk stykk'.split(
    ' ',
  ),
)

const bandMeanings = new Set<Meaning>([
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
