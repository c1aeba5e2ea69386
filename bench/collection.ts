/** What is searched and asked: the sample knowledge, the question files, and larger collections made from the sample. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { readFolder } from '../src/knowledge/read.ts'
import { textOf } from '../src/knowledge/search.ts'
import { type Searchable, type Synonyms, wordsOf } from '../src/search/search.ts'

const questionSchema = z.object({
  text: z.string(),
  lang: z.enum(['nb', 'nn', 'en']),
  typo: z.boolean(),
  /** `far` has nothing to do with procurement, `near` looks like it; null is answered by an item. */
  oos: z.enum(['far', 'near']).nullable(),
  /** Item → how well it answers, 1–3. */
  relevance: z.record(z.string(), z.number()),
})
export type Question = z.output<typeof questionSchema>
export type QuestionSet = { name: string; questions: readonly Question[] }

export const readQuestions = (file: string): QuestionSet => ({
  name: basename(file, '.json'),
  questions: z.array(questionSchema).parse(JSON.parse(readFileSync(file, 'utf8'))),
})

export const readTexts = async (folder: string): Promise<Searchable[]> =>
  (await readFolder(folder)).items.map(textOf)
export const readSynonymsIn = async (folder: string): Promise<Synonyms> => (await readFolder(folder)).synonyms

/**
 * As many passages as wanted, made by variation of the sample: each takes the words of one item in another order, a
 * quarter of them exchanged for words of others, one in twenty joined to a compound that stands nowhere else.
 */
export function makePassages(texts: readonly Searchable[], count: number): Searchable[] {
  const random = seeded(20_261_125)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const words = texts.map(({ fields }) => wordsOf(Object.values(fields).join(' ')))
  const all = words.flat()
  return Array.from({ length: count }, (_, at) => {
    const own = words[at % words.length] ?? []
    const start = Math.floor(random() * own.length)
    const varied = Array.from({ length: 40 }, (_, place) => {
      const word = (random() < 0.25 ? pick(all) : own[(start + place) % own.length]) ?? ''
      return random() < 0.05 ? `${word}${pick(all) ?? ''}` : word
    })
    return { id: `p${at}`, fields: { title: varied.slice(0, 5).join(' '), body: varied.slice(5).join(' ') } }
  })
}

/** The same numbers every time (mulberry32): a collection is the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
