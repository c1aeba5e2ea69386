/** Ranking measures over graded relevance (0–3); each takes the ranked ids and the grade of each relevant id. */
import { seeded } from './collection.ts'

export type Grades = Readonly<Record<string, number>>

export function ndcgAt(rank: number, ranked: readonly string[], grades: Grades): number {
  const gain = (grade: number, at: number) => (2 ** grade - 1) / Math.log2(at + 2)
  const found = ranked.slice(0, rank).reduce((sum, id, at) => sum + gain(grades[id] ?? 0, at), 0)
  const best = Object.values(grades)
    .sort((a, b) => b - a)
    .slice(0, rank)
    .reduce((sum, grade, at) => sum + gain(grade, at), 0)
  return best === 0 ? 0 : found / best
}

/** One over the place of the first relevant id; 0 when there is none in the first `rank`. */
export function reciprocalRankAt(rank: number, ranked: readonly string[], grades: Grades): number {
  const at = ranked.slice(0, rank).findIndex((id) => (grades[id] ?? 0) > 0)
  return at === -1 ? 0 : 1 / (at + 1)
}

/** The share of the relevant ids that stand among the first `rank`. */
export function recallAt(rank: number, ranked: readonly string[], grades: Grades): number {
  const relevant = Object.keys(grades)
  return relevant.filter((id) => ranked.slice(0, rank).includes(id)).length / Math.max(1, relevant.length)
}

/** Whether an id is as relevant as any. */
export const isBest = (id: string | undefined, grades: Grades): boolean =>
  (grades[id ?? ''] ?? 0) === Math.max(...Object.values(grades))

/** 1 when the first is as relevant as any. */
export const successAt1 = (ranked: readonly string[], grades: Grades): number =>
  isBest(ranked[0], grades) ? 1 : 0

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** The value below which a share of all values lies; 0 of none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0

/** Where the mean lies in 95 % of 1,000 draws with replacement. */
export function interval(values: readonly number[]): [low: number, high: number] {
  const random = seeded(values.length)
  const means = Array.from({ length: 1000 }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
  )
  return [quantile(means, 0.025), quantile(means, 0.975)]
}

/** How often one of `above` is larger than one of `below` (AUROC); equal counts half. */
export const separation = (above: readonly number[], below: readonly number[]): number =>
  mean(above.map((one) => mean(below.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)))))
