/** A search engine as the bench drives it: texts with named fields in, ids with scores out, best first. */
import { stopwords as english } from '@orama/stopwords/english'
import { stopwords as norwegian } from '@orama/stopwords/norwegian'
import snowball from 'snowball-stemmers'
import { type Searchable, searchDefaults, termsIn, wordsOf } from '../../src/search/search.ts'

export type Ranked = { id: string; score: number }
export type Engine = {
  name: string
  /** Which packages it is, for the versions in the results. */
  packages: readonly string[]
  /** Undefined where this machine lacks what it needs. */
  build(texts: readonly Searchable[]): Promise<Built | undefined>
}
type Built = {
  search(question: string, most: number): Promise<readonly Ranked[]> | readonly Ranked[]
  close?(): Promise<void>
}

/** Every engine that can weigh fields is given the weights that ours has. */
export const fieldWeights: Readonly<Record<string, number>> = searchDefaults.fields
export const fieldNames = Object.keys(fieldWeights)

/** The fields of a text, all of them, empty where it has none. */
export const allFields = ({ fields }: Searchable): Record<string, string> =>
  Object.fromEntries(fieldNames.map((name) => [name, fields[name] ?? '']))

/** How an engine that knows no Norwegian is given its words: from a text to what is indexed and looked up. */
export type Words = (text: string) => string[]

const stemmer = snowball.newStemmer('norwegian')
const stopWords = new Set([...norwegian, ...english])

/** What anyone would take from the shelf: a public list of stop words, Norwegian and English, and Snowball. */
export const shelfWords: Words = (text) =>
  wordsOf(text)
    .filter((word) => !stopWords.has(word))
    .map((word) => stemmer.stem(word))

/** What this search has of its own: its stop words in three languages, its folding, and stemming twice. */
export const ownWords: Words = termsIn

/** The same fields as such words. */
export const fieldsIn =
  (words: Words) =>
  (text: Searchable): Record<string, string> =>
    Object.fromEntries(Object.entries(allFields(text)).map(([name, value]) => [name, words(value).join(' ')]))
