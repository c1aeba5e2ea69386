import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildIndex as build,
  type IndexSettings,
  partsOf,
  rarity,
  readTexts,
} from '../../src/search/inverted-index.ts'

const settings = { k1: 1.2, b: 0.6, fields: { title: 2, body: 1 } }
const document = (id: string, title: string[], body: string[] = []) => ({
  id,
  fields: { title: title.join(' '), body: body.join(' ') },
})
const read = (texts: { id: string; fields: Record<string, string> }[], fields: string[]) =>
  readTexts(texts, fields, (text) => text.split(' ').filter(Boolean))
const buildIndex = (texts: { id: string; fields: Record<string, string> }[], by: IndexSettings) =>
  build(read(texts, Object.keys(by.fields)), by)

/** What a term counts in each document, by id. */
function weightsOf(index: ReturnType<typeof buildIndex>, term: string): Record<string, number> {
  const number = index.numbers.get(term)
  if (number === undefined) return {}
  const [start, end] = [index.starts[number] ?? 0, index.starts[number + 1] ?? 0]
  return Object.fromEntries(
    Array.from({ length: end - start }, (_, at) => [
      index.ids[index.texts[start + at] ?? -1],
      index.weights[start + at],
    ]),
  )
}

test('a heavier field, and a word said twice, count for more; the second time for less than the first', () => {
  const index = buildIndex(
    [
      document('title', ['stol'], ['x']),
      document('body', ['x'], ['stol']),
      document('twice', ['x'], ['stol', 'stol']),
    ],
    { ...settings, b: 0 },
  )
  const { title = 0, body = 0, twice = 0 } = weightsOf(index, 'stol')
  expect(title).toBeGreaterThan(body)
  expect(twice).toBeGreaterThan(body)
  expect(twice).toBeLessThan(2 * body)
})

test('a word in a longer field counts for less', () => {
  const index = buildIndex(
    [document('short', ['stol']), document('long', ['stol', 'bord', 'lampe', 'hylle'])],
    settings,
  )
  const { short = 0, long = 0 } = weightsOf(index, 'stol')
  expect(short).toBeGreaterThan(long)
})

test('a field without a weight is not searched', () => {
  const index = buildIndex([{ id: 'a', fields: { title: 'stol', secret: 'bord' } }], settings)
  expect([...index.numbers.keys()]).toEqual(['stol'])
})

test('nothing at all is an index too', () => {
  expect(buildIndex([], settings).ids).toEqual([])
})

test('a rare word tells more than a common one, and one that nobody has the most', () => {
  expect(rarity(1, 100)).toBeGreaterThan(rarity(50, 100))
  expect(rarity(0, 100)).toBeGreaterThan(rarity(1, 100))
  expect(rarity(100, 100)).toBeGreaterThan(0)
})

test('every document that holds a term is listed once, in order, with a weight between 0 and 1', () => {
  const terms = fc.array(fc.constantFrom<string[]>('a', 'b', 'c', 'd'), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.tuple(terms, terms), { maxLength: 12 }), (texts) => {
      const index = buildIndex(
        texts.map(([title, body], at) => document(String(at).padStart(2, '0'), title, body)),
        settings,
      )
      for (const term of ['a', 'b', 'c', 'd']) {
        const weights = weightsOf(index, term)
        const holders = texts.flatMap(([title, body], at) =>
          title.includes(term) || body.includes(term) ? [String(at).padStart(2, '0')] : [],
        )
        expect(Object.keys(weights).sort()).toEqual(holders)
        for (const weight of Object.values(weights)) {
          expect(weight).toBeGreaterThan(0)
          expect(weight).toBeLessThan(1)
        }
      }
    }),
  )
})

test('the parts of terms are an index of their own, over the same texts', () => {
  const letters = partsOf(
    read([document('a', ['stol']), document('b', ['sol', 'ol'])], ['title', 'body']),
    (term) => [...term],
  )
  const index = build(letters, settings)
  expect(index.ids).toEqual(['a', 'b'])
  expect(Object.keys(weightsOf(index, 't'))).toEqual(['a'])
  expect(Object.keys(weightsOf(index, 'o'))).toEqual(['a', 'b'])
})
