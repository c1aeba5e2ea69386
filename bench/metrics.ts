/** Ranking measures over graded relevance (0–3); each takes the ranked ids and the grade of each relevant id. */
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

/** 1 when the first is as relevant as any. */
export const successAt1 = (ranked: readonly string[], grades: Grades): number =>
  (grades[ranked[0] ?? ''] ?? 0) === Math.max(...Object.values(grades)) ? 1 : 0

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
