/** What each step of the search is worth: nDCG@10 without it, on questions that it was not built with. */
import { readFolder } from '../src/knowledge/read.ts'
import { searchKnowledge } from '../src/knowledge/search.ts'
import { type SearchSettings, searchDefaults } from '../src/search/search.ts'
import type { Question } from './collection.ts'
import { mean, ndcgAt } from './metrics.ts'
import { answerable, rank } from './quality.ts'
import { share, table } from './table.ts'

type Reading = Awaited<ReturnType<typeof readFolder>>
type Change = { settings?: SearchSettings; reading?: Reading }

const withVariants = (change: Partial<SearchSettings['variants']>): Change => ({
  settings: { ...searchDefaults, variants: { ...searchDefaults.variants, ...change } },
})
const withWeights = (change: Partial<SearchSettings['question']>): Change => ({
  settings: { ...searchDefaults, question: { ...searchDefaults.question, ...change } },
})
/** Longer than any word: what is to be at least this long is never found. */
const never = 99

export async function stepsTable(sets: readonly (readonly Question[])[]): Promise<string> {
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
    ['less for what is said with any purchase', withWeights({ filler: 1 })],
    ['less after a preposition', withWeights({ afterPreposition: 1 })],
    ['less for places', withWeights({ place: 1 })],
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
    ['subjects that are not answered here', { reading: { ...reading, outside: [] } }],
  ]
  const measure = ({ settings = searchDefaults, reading: read = reading }: Change): number => {
    const search = searchKnowledge(read, settings)
    return mean(
      sets.map((questions) =>
        mean(
          rank(answerable(questions), search).map(({ ranked, relevance }) => ndcgAt(10, ranked, relevance)),
        ),
      ),
    )
  }
  const whole = measure({})
  return table([
    ['left out', 'nDCG@10', 'change'],
    ['nothing', share(whole), ''],
    ...without.map(([step, change]) => {
      const value = measure(change)
      return [step, share(value), `${value <= whole ? '−' : '+'}${share(Math.abs(value - whole))}`]
    }),
  ])
}
