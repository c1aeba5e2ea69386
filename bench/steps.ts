/** What each step of the search is worth: how nDCG@10 changes without it. */
import type { worthOfKind } from '../src/knowledge/kinds.ts'
import { readFolder } from '../src/knowledge/read.ts'
import { searchKnowledge } from '../src/knowledge/search.ts'
import { type SearchSettings, searchDefaults } from '../src/search/search.ts'
import type { QuestionSet } from './collection.ts'
import { mean, ndcgAt } from './metrics.ts'
import { answerable, rank } from './quality.ts'
import { share, table } from './table.ts'

type Reading = Awaited<ReturnType<typeof readFolder>>
type Change = { settings?: SearchSettings; reading?: Reading; kindWorth?: typeof worthOfKind }

const withVariants = (change: Partial<SearchSettings['variants']>): Change => ({
  settings: { ...searchDefaults, variants: { ...searchDefaults.variants, ...change } },
})
const withWeights = (change: Partial<SearchSettings['question']>): Change => ({
  settings: { ...searchDefaults, question: { ...searchDefaults.question, ...change } },
})
/** Longer than any word: what is to be at least this long is never found. */
const never = 99

export async function stepsTable(sets: readonly QuestionSet[]): Promise<string> {
  const reading = await readFolder('knowledge')
  const without: readonly (readonly [step: string, change: Change])[] = [
    [
      'søkeord',
      { reading: { ...reading, items: reading.items.map((item) => ({ ...item, searchWords: [] })) } },
    ],
    ['likeness of letters', { settings: { ...searchDefaults, letters: 0 } }],
    ['synonyms', { reading: { ...reading, synonyms: new Map() } }],
    ['parts of compounds', withVariants({ shortestPart: never })],
    ['misspelt words (Damerau)', withVariants({ shortestMisspelt: never, alikeFrom: 2 })],
    ['less for what is said with any purchase', withWeights({ common: 1 })],
    ['less after a preposition', withWeights({ afterPreposition: 1 })],
    [
      'field weights',
      {
        settings: {
          ...searchDefaults,
          fields: { title: 2, group: 2, covers: 2, supplier: 2, searchWords: 2, body: 2 },
          letterFields: { title: 2, group: 2, covers: 2, supplier: 2, searchWords: 2, body: 2 },
        },
      },
    ],
    ['length of fields', { settings: { ...searchDefaults, b: 0 } }],
    ['words that speak for a kind of item', { kindWorth: () => 1 }],
    ['subjects that are not answered here', { reading: { ...reading, outside: [] } }],
  ]
  const measure = ({ settings, reading: read = reading, kindWorth }: Change): number[] => {
    const search = searchKnowledge(read, settings, kindWorth)
    return sets.map(({ questions }) =>
      mean(rank(answerable(questions), search).map(({ ranked, relevance }) => ndcgAt(10, ranked, relevance))),
    )
  }
  const whole = measure({})
  return table([
    ['left out', ...sets.map(({ name }) => name)],
    ['nothing', ...whole.map(share)],
    ...without.map(([step, change]) => [
      step,
      ...measure(change).map((value, at) => {
        const less = value - (whole[at] ?? 0)
        return `${less <= 0 ? '−' : '+'}${share(Math.abs(less))}`
      }),
    ]),
  ])
}
