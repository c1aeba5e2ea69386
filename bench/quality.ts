/** How well this search ranks, by language and for misspelt questions. */
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import type { Question, QuestionSet } from './collection.ts'
import { interval, mean, ndcgAt, recallAt, reciprocalRankAt, successAt1 } from './metrics.ts'
import { share, table } from './table.ts'

export type Answered = Question & { ranked: readonly string[] }

export const answerable = (questions: readonly Question[]): Question[] =>
  questions.filter(({ oos }) => oos === null)

export const rank = (questions: readonly Question[], search: Knowledge['search']): Answered[] =>
  questions.map((question) => ({
    ...question,
    ranked: search(question.text).hits.map(({ item }) => item.id),
  }))

/** nDCG@10 with the interval in which it lies in 95 % of draws from the same questions. */
export function ndcg(asked: readonly Answered[]): string {
  const values = asked.map(({ ranked, relevance }) => ndcgAt(10, ranked, relevance))
  const [low, high] = interval(values)
  return values.length === 0 ? '–' : `${share(mean(values))} (${share(low)}–${share(high)})`
}

export const slices: readonly (readonly [name: string, (question: Question) => boolean])[] = [
  ['all', () => true],
  ['bokmål', ({ lang }) => lang === 'nb'],
  ['nynorsk', ({ lang }) => lang === 'nn'],
  ['English', ({ lang }) => lang === 'en'],
  ['misspelt', ({ typo }) => typo],
]

export function qualityTable(sets: readonly QuestionSet[], knowledge: Knowledge): string {
  const rows = sets.flatMap(({ name, questions }) => {
    const asked = rank(answerable(questions), knowledge.search)
    return slices.flatMap(([slice, belongs]) => {
      const some = asked.filter(belongs)
      if (some.length === 0) return []
      const over = (measure: (ranked: readonly string[], grades: Answered['relevance']) => number) =>
        share(mean(some.map(({ ranked, relevance }) => measure(ranked, relevance))))
      return [
        [
          `${name}: ${slice}`,
          String(some.length),
          ndcg(some),
          over((ranked, grades) => reciprocalRankAt(10, ranked, grades)),
          over((ranked, grades) => recallAt(3, ranked, grades)),
          over(successAt1),
        ],
      ]
    })
  })
  return table([['questions', 'n', 'nDCG@10', 'MRR@10', 'recall@3', 'success@1'], ...rows])
}
