import type { Day } from '../kit/day.ts'
import {
  type Hit,
  type Hits,
  type Item,
  type Outside,
  onSameAgreement,
  validityOn,
} from '../knowledge/knowledge.ts'
import type { Boundary } from './boundary.ts'

/** What became of a question. `hits` are the sources best first, also those that were not good enough. */
export type Decision = { hits: readonly Hit[]; confidence: number } & (
  | { kind: 'answer'; item: Item }
  | { kind: 'choose'; items: readonly Item[] }
  | { kind: 'refuse'; outside: Outside | undefined; boundary?: Boundary }
)

/** How sure it must be to answer, 0–1. `bench/RESULTS.md` shows what is answered, and wrongly, at each. */
export const defaultAnswerFrom = 0.8

/** Less sure than this it refuses; from here to where it answers, it offers a choice. */
export const offerFrom = 0.15

const defaults = {
  /** A second item with at least this share of the best one's score is too near to choose for the person. */
  tooNear: 0.96,
  /** Limits are alike in their words and far apart in their amounts. */
  tooNearLimits: 0.85,
  /** How many to choose between, and the share of the best one's score that the others must have. */
  offered: 3,
  worthOffering: 0.3,
  /** What an article that no longer holds is worth beside one that does. */
  endedArticle: 0.7,
}

/** Three zones: sure enough → the answer; in between, or two that are equally near → a choice; else → a refusal. */
export function decide(
  { hits: found, confidence, named, outside }: Omit<Hits, 'signs'>,
  day: Day,
  answerFrom = defaultAnswerFrom,
  settings = defaults,
): Decision {
  const hits = found
    .map((hit) =>
      isEndedArticle(hit.item, day) ? { ...hit, score: hit.score * settings.endedArticle } : hit,
    )
    .toSorted((a, b) => b.score - a.score)
  const [best, ...rest] = onePerAgreement(hits)
  if (best && named) return { kind: 'answer', item: best.item, hits, confidence }
  if (!best || confidence < Math.min(offerFrom, answerFrom))
    return { kind: 'refuse', outside, hits, confidence }
  if (confidence >= answerFrom && !rest.some((hit) => isTooNear(hit, best, settings)))
    return { kind: 'answer', item: best.item, hits, confidence }
  const others = rest.filter((hit) => hit.score >= best.score * settings.worthOffering)
  const items = [best, ...others].slice(0, settings.offered).map(({ item }) => item)
  return { kind: 'choose', items, hits, confidence }
}

function isTooNear(hit: Hit, best: Hit, settings: typeof defaults): boolean {
  const bothLimits = hit.item.type === 'limit' && best.item.type === 'limit'
  return hit.score >= best.score * (bothLimits ? settings.tooNearLimits : settings.tooNear)
}

/** An ended agreement is found as before: the one who asks must be told that it ended. An old text is seldom what is meant. */
const isEndedArticle = (item: Item, day: Day): boolean =>
  item.type !== 'agreement' && item.type !== 'limit' && validityOn(item, day) === 'ended'

/** The suppliers of one framework agreement are one answer: the best placed stands for all of them. */
const onePerAgreement = (hits: readonly Hit[]): Hit[] =>
  hits.filter((hit, at) => !hits.slice(0, at).some((better) => onSameAgreement(better.item, hit.item)))
