import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSearch, searchDefaults, termOf } from '../../src/search/search.ts'

const text = (id: string, title: string, body = '') => ({ id, fields: { title, body } })
const texts = [
  text('washer', 'industrivaskemaskiner', 'vaskeri på sykehjem'),
  text('place', 'barnehage'),
  text('toner', 'tonerkassetter', 'kontor'),
  text('chair', 'kontorstoler', 'hev og senk'),
]
const none = { ...searchDefaults, letters: 0 }
const meant = (search: ReturnType<typeof createSearch>, question: string, id: string) =>
  search(question).found.find((found) => found.id === id)?.parts[0]?.variant

describe('a word is understood', () => {
  const synonyms = new Map([[termOf('washer'), new Set([termOf('vaskemaskin')])]])
  const search = createSearch(texts, { synonyms }, none)

  test.each([
    ['as itself', 'industrivaskemaskin', 'washer', 'same'],
    ['as a kind of it', 'maskin', 'washer', 'compound'],
    ['as what it begins with', 'kontorarbeidsplass', 'toner', 'compound'],
    ['misspelt', 'tonnerkasetter', 'toner', 'spelling'],
    ['as a synonym', 'washer', 'washer', 'synonym'],
    ['without a Norwegian keyboard', 'sjukehjem barnehage', 'place', 'same'],
  ])('%s', (_, question, id, how) => {
    const part = search(question)
      .found.find((found) => found.id === id)
      ?.parts.find(({ variant }) => variant)
    expect(part?.variant?.how).toBe(how)
  })

  test('most surely as itself, less as a part, less still misspelt', () => {
    const sure = (question: string, id: string) => meant(search, question, id)?.sure ?? 0
    expect(sure('industrivaskemaskin', 'washer')).toBe(1)
    expect(sure('tonnerkasetter', 'toner')).toBeLessThan(1)
    expect(sure('vaskemaskin', 'washer')).toBeLessThan(1)
    expect(sure('helikopter', 'toner')).toBe(0)
  })

  test('by what its owner knows besides', () => {
    const knowing = createSearch(
      texts,
      {
        alsoMeans: (word) =>
          word === 'acme' ? [{ term: termOf('kontorstol'), how: 'name', sure: 0.9 }] : [],
      },
      none,
    )
    expect(knowing('acme').found[0]).toMatchObject({
      id: 'chair',
      parts: [{ variant: { how: 'name', sure: 0.9 } }],
    })
  })
})

describe('likeness of letters', () => {
  test('finds what no word leads to, and can be left out', () => {
    const question = 'tonersett'
    const ids = (settings: typeof searchDefaults) =>
      createSearch(texts, {}, settings)(question).found.map(({ id }) => id)
    expect(ids(searchDefaults)[0]).toBe('toner')
    expect(createSearch(texts)('maskinvask').found[0]?.letters).toBeGreaterThan(0)
    expect(createSearch(texts, {}, none)('maskinvask').found.every(({ letters }) => letters === 0)).toBe(true)
  })
})

describe('whatever is asked', () => {
  const search = createSearch(texts)
  test('no more than wanted come back, best first, each with a part for every word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 5 }),
        (question, most) => {
          const { words, found } = search(question, most)
          expect(found.length).toBeLessThanOrEqual(most)
          found.forEach(({ score, parts }, at) => {
            expect(score).toBeGreaterThan(0)
            expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? Infinity)
            expect(parts.length).toBe(words.length)
          })
        },
      ),
    )
  })

  test('the score is what its words and letters gave', () => {
    for (const { score, letters, parts } of search('kontorstol på sykehjemmet').found)
      expect(score).toBeCloseTo(letters + parts.reduce((sum, part) => sum + part.score, 0))
  })

  test('the same question gives the same, and equals stand in the order of their ids', () => {
    const twins = createSearch([text('b', 'stol'), text('a', 'stol')])
    expect(twins('stol').found.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(search('vaskemaskin')).toEqual(search('vaskemaskin'))
  })
})
