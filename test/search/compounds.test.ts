import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learnParts } from '../../src/search/compounds.ts'

const known = new Map(
  ['kontor', 'stol', 'kontorstol', 'industrivaskemaskin', 'vaskemaskin', 'avgift', 'il'].map((term) => [
    term,
    0,
  ]),
)
const parts = learnParts(known, 4)

describe('parts of compounds', () => {
  test('are found in both directions, from the front and from the end', () => {
    expect(parts.endingWith('stol')).toEqual(['kontorstol'])
    expect(parts.beginningWith('kontor')).toEqual(['kontorstol'])
    expect(parts.endsOf('barnestol')).toEqual(['stol'])
    expect(parts.beginningsOf('kontorpult')).toEqual(['kontor'])
  })

  test('need not be known words themselves', () => {
    expect(parts.endingWith('maskin').sort()).toEqual(['industrivaskemaskin', 'vaskemaskin'])
  })

  test('are never the word itself, and never shorter than a part may be', () => {
    expect(parts.endingWith('kontorstol')).toEqual([])
    expect(parts.endingWith('ol')).toEqual([])
    expect(parts.endsOf('bil')).toEqual([])
  })

  test('are the same as looking at every word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 20 }), word, (words, term) => {
        const learned = learnParts(new Map(words.map((one) => [one, 0])), 2)
        const long = words.filter((one) => one.length >= 2 && one !== term && term.length >= 2)
        expect(learned.endingWith(term).sort()).toEqual(long.filter((one) => one.endsWith(term)).sort())
        expect(learned.beginningWith(term).sort()).toEqual(long.filter((one) => one.startsWith(term)).sort())
        expect(learned.endsOf(term).sort()).toEqual(long.filter((one) => term.endsWith(one)).sort())
        expect(learned.beginningsOf(term).sort()).toEqual(long.filter((one) => term.startsWith(one)).sort())
      }),
    )
  })
})
