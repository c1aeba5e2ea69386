/** A search engine as the bench drives it: texts with named fields in, ids with scores out, best first. */
import { type Searchable, searchDefaults, termsIn } from '../../src/search/search.ts'

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

/** The same fields as stems without stop words, for engines that know no Norwegian. */
export const stemmedFields = (text: Searchable): Record<string, string> =>
  Object.fromEntries(Object.entries(allFields(text)).map(([name, value]) => [name, termsIn(value).join(' ')]))
