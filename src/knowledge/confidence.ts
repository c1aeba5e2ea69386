/**
 * How sure it is that the best hit answers the question: a logistic model over what the match looks like. The numbers
 * are fitted by `npm run bench:calibrate` on questions with known answers; nothing in them is chosen by hand.
 */
import type { Found, Part } from '../search/search.ts'

type Match = Omit<Found, 'id'>

/** What tells a good match from a bad one, each about 0–3. */
export type Signs = {
  /** The share of the question that the best hit explains, rare words counting most. */
  explained: number
  /** How far ahead of the next it is, 0–1; one that stands alone is ahead of nothing. */
  margin: number
  /** How near the nearest subject that is not answered here comes, and how much of the question that explains. */
  outside: number
  outsideExplained: number
  score: number
  /** How many words the question is about. */
  length: number
}

/** `next` is the best that is another answer than `best`. */
export function signsIn(
  best: Match | undefined,
  next: Match | undefined,
  outside: Match | undefined,
): Signs | undefined {
  if (!best) return undefined
  return {
    explained: explainedBy(best),
    margin: next ? 1 - next.score / best.score : 0,
    outside: outside ? Math.min(2, outside.score / best.score) : 0,
    outsideExplained: outside ? explainedBy(outside) : 0,
    score: Math.log(best.score),
    length: Math.log(1 + best.parts.filter(({ weight }) => weight >= telling).length),
  }
}

/** A word of less weight is said with any purchase, and says little when nothing holds it. */
const telling = 0.7
const untold = 0.2

const worth = ({ weight, rarity }: Part): number => (weight < telling ? untold : 1) * weight * rarity
const gained = (part: Part): number => worth(part) * (part.variant?.sure ?? 0)
const sum = (parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((total, part) => total + of(part), 0)
/** The share of a question that a hit explains, rare words counting most. */
export const explainedBy = ({ parts }: Pick<Match, 'parts'>): number =>
  sum(parts, gained) / (sum(parts, worth) || 1)

export type Calibration = { bias: number; weights: Readonly<Record<keyof Signs, number>> }

export const confidenceIn = (
  signs: Signs | undefined,
  { bias, weights }: Calibration = calibrated,
): number => {
  if (!signs) return 0
  const names = Object.keys(weights) as (keyof Signs)[] // the keys of Calibration's own record
  return 1 / (1 + Math.exp(-names.reduce((total, name) => total + weights[name] * signs[name], bias)))
}

const calibrated: Calibration = {
  bias: -3.69,
  weights: {
    explained: 2.4,
    margin: 2.39,
    outside: -2.68,
    outsideExplained: -0.92,
    score: 2.8,
    length: -1.12,
  },
}
