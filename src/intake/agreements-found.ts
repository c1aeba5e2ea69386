import { remembering } from '../kit/remember.ts'
import { type Agreement, onSameAgreement, validityOn } from '../knowledge/knowledge.ts'
import { withoutAmounts } from '../purchase/purchase.ts'
import type { PurchaseFacts } from './purchase-facts.ts'

export type AgreementsFound = {
  /** Agreements to call off from today that may cover the need: best first, one supplier for each. */
  usable: readonly Agreement[]
  /** The first of them covers it as surely as the bot would answer. */
  sure: boolean
  /** What would cover it, but has ended or not begun. */
  notNow: Agreement | undefined
  /** The subgroup (faggruppe) that the need belongs to, as far as the search can tell. */
  group: string | undefined
}

const defaults = {
  /** Less sure than this, nothing is offered. */
  offerFrom: 0.4,
  /** What another must score of the best one's to be offered beside it. */
  worthOffering: 0.5,
  most: 3,
}

/** The need without "til biblioteket", which says who it is for and is easily taken for the thing. */
export const thingIn = (need: string): string => need.replace(whoFor, '')
const whoFor = /\s(?:til|på|for|ved|hos|i|to|at|in)\s+\S+(?:\s+\S+)?$/iu

const once = remembering<PurchaseFacts, AgreementsFound>()

export const agreementsFor = (need: string, facts: PurchaseFacts): AgreementsFound =>
  once(facts, need, () => found(need, facts))

/** Amounts are words that many items have: the need is searched without them, and as the thing alone. */
function found(
  need: string,
  { knowledge, today, answerFrom }: PurchaseFacts,
  settings = defaults,
): AgreementsFound {
  const bare = withoutAmounts(need)
  const [whole, thing] = [knowledge.search(bare), knowledge.search(thingIn(bare))]
  const { hits, confidence, outside } = thing.confidence > whole.confidence ? thing : whole
  const agreements = hits.flatMap(({ item, score }) => (item.type === 'agreement' ? [{ item, score }] : []))
  const [best] = agreements
  const notOurs = outside !== undefined && confidence < answerFrom
  const unsure = confidence < settings.offerFrom && !isOneGroup(agreements.slice(0, settings.most))
  if (!best || unsure || notOurs || best.score < (hits[0]?.score ?? 0) / 2)
    return { usable: [], sure: false, notNow: undefined, group: undefined }
  const near = agreements
    .filter(({ score }) => score >= best.score * settings.worthOffering)
    .map(({ item }) => item)
    .filter((item, at, all) => !all.slice(0, at).some((before) => onSameAgreement(before, item)))
  const standing = near.map((item) => ({ item, valid: validOf(item, { knowledge, today }) }))
  return {
    usable: standing.flatMap(({ valid }) => valid.slice(0, 1)).slice(0, settings.most),
    sure: confidence >= answerFrom && standing[0]?.valid.length !== 0,
    notNow: standing[0]?.valid.length === 0 ? best.item : undefined,
    group: best.item.subgroup,
  }
}

/** "Stoler" may be from any of the furniture agreements: no one of them is sure, and all are near. */
const isOneGroup = (found: readonly { item: Agreement }[]): boolean =>
  found.length > 1 && new Set(found.map(({ item }) => item.group)).size === 1

/** The suppliers of an agreement that can be asked today, in the order in which they are to be asked. */
export const validOf = (
  agreement: Agreement,
  { knowledge, today }: Pick<PurchaseFacts, 'knowledge' | 'today'>,
): readonly Agreement[] =>
  knowledge.suppliersOf(agreement).filter((one) => validityOn(one, today) === 'valid')

/** An agreement on used things of the same sort, such as furniture; undefined where there is none. */
export function usedAgreementFor(need: string, facts: PurchaseFacts): Agreement | undefined {
  const { usable } = agreementsFor(need, facts)
  const group = usable[0]?.group
  return facts.knowledge.items
    .filter((item) => item.type === 'agreement')
    .find(
      (item) =>
        item.group === group && speaksOfUsed.test(item.title) && validityOn(item, facts.today) === 'valid',
    )
}

const speaksOfUsed = /(?<!\p{L})(?:brukt|ombruk|gjenbruk)/iu
