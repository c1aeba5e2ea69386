import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersApart, trigramsOf } from '../../src/search/spelling.ts'

/** The same distance without a bound, written as its definition says. */
function plainly(a: string, b: string): number {
  const known = new Map<string, number>()
  const apart = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i},${j}`
    const before = known.get(key)
    if (before !== undefined) return before
    let least = Math.min(
      apart(i - 1, j) + 1,
      apart(i, j - 1) + 1,
      apart(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    )
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      least = Math.min(least, apart(i - 2, j - 2) + 1)
    known.set(key, least)
    return least
  }
  return apart(a.length, b.length)
}

describe('letters apart', () => {
  test.each([
    ['stol', 'stol', 0],
    ['stol', 'stl', 1],
    ['stol', 'stool', 1],
    ['stol', 'stil', 1],
    ['stol', 'sotl', 1],
    ['tonerkassett', 'tonnerkasett', 2],
    ['stol', 'pult', 4],
  ])('%s and %s are %i apart', (a, b, apart) => {
    expect(lettersApart(a, b, 3)).toBe(apart)
  })

  test('are as the definition says, and one more than the bound beyond it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        expect(lettersApart(a, b, most)).toBe(Math.min(plainly(a, b), most + 1))
      }),
    )
  })
})

test('three-letter groups mark the beginning and the end', () => {
  expect(trigramsOf('bil')).toEqual(['^bi', 'bil', 'il$'])
  expect(trigramsOf('aaaaaa')).toEqual(['^aa', 'aaa', 'aa$'])
})
