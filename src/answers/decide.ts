import type { Day } from '../kit/day.ts'
import { type Hit, type Item, onSameAgreement, validityOn } from '../knowledge/knowledge.ts'

/** What became of a question. `hits` are the sources best first, also those that were not good enough. */
export type Decision =
  | { kind: 'answer'; item: Item; hits: readonly Hit[] }
  | { kind: 'choose'; items: readonly Item[]; hits: readonly Hit[] }
  | { kind: 'refuse'; hits: readonly Hit[] }

const defaults = {
  /** The share of the question that the best item must explain to be given as the answer, and to be offered at all. */
  answerFrom: 0.45,
  offerFrom: 0.25,
  /** How surely a word must be matched for an answer: likeness of letters alone is not enough. */
  sureFrom: 0.6,
  /** A second item with at least this share of the best one's score is too near to choose for the person. */
  tooNear: 0.96,
  /** Limits are alike in their words and far apart in their amounts. */
  tooNearLimits: 0.85,
  /** How many to choose between, and the share of the best one's score that the others must have. */
  offered: 3,
  worthOffering: 0.5,
  /** What an article that no longer holds is worth beside one that does. */
  endedArticle: 0.7,
}

/** Three zones: sure enough → the answer; in between, or two that are equally near → a choice; else → a refusal. */
export function decide(found: readonly Hit[], day: Day, settings = defaults): Decision {
  const hits = found
    .map((hit) =>
      isEndedArticle(hit.item, day) ? { ...hit, score: hit.score * settings.endedArticle } : hit,
    )
    .toSorted((a, b) => b.score - a.score)
  const [best, ...rest] = onePerAgreement(hits)
  if (!best || best.explained < settings.offerFrom) return { kind: 'refuse', hits }
  const sure = best.explained >= settings.answerFrom && best.surest >= settings.sureFrom
  if (sure && !rest.some((hit) => isTooNear(hit, best, settings)))
    return { kind: 'answer', item: best.item, hits }
  const others = rest.filter((hit) => hit.score >= best.score * settings.worthOffering)
  return { kind: 'choose', items: [best, ...others].slice(0, settings.offered).map(({ item }) => item), hits }
}

function isTooNear(hit: Hit, best: Hit, settings: typeof defaults): boolean {
  const bothLimits = hit.item.type === 'limit' && best.item.type === 'limit'
  const share = bothLimits ? settings.tooNearLimits : settings.tooNear
  return hit.score >= best.score * share && hit.explained >= settings.offerFrom
}

/** An ended agreement is found as before: the one who asks must be told that it ended. An old text is seldom what is meant. */
const isEndedArticle = (item: Item, day: Day): boolean =>
  item.type !== 'agreement' && item.type !== 'limit' && validityOn(item, day) === 'ended'

/** The suppliers of one framework agreement are one answer: the best placed stands for all of them. */
const onePerAgreement = (hits: readonly Hit[]): Hit[] =>
  hits.filter((hit, at) => !hits.slice(0, at).some((better) => onSameAgreement(better.item, hit.item)))
