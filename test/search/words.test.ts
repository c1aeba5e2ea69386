import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { termsIn } from '../../src/search/search.ts'
import { fold, termOf, wordsOf } from '../../src/search/words.ts'

describe('words', () => {
  test('come apart and whole at hyphens and slashes', () => {
    expect(wordsOf('Hev/senk-pult til E-handel')).toEqual([
      'hevsenkpult',
      'hev',
      'senk',
      'pult',
      'til',
      'ehandel',
      'handel',
    ])
  })

  test('are the same with and without a Norwegian keyboard', () => {
    expect(fold('rørlegger')).toBe(fold('rorlegger'))
    expect(termOf('brøyting')).toBe(termOf('broyting'))
  })

  test.each([
    [['stol', 'stolen', 'stoler', 'stolene']],
    [['hjertestarter', 'hjertestartere', 'hjertestarteren']],
    [['elektrikar', 'elektrikarar', 'elektrikarane']],
  ])('are the same in all their endings: %s', (endings) => {
    expect(new Set(endings.map(termOf)).size).toBe(1)
  })

  test('that carry no subject are left out in all three languages', () => {
    expect(termsIn('hvem kan jeg spørre om det')).toEqual(termsIn('spørre'))
    expect(termsIn('kven kan eg')).toEqual([])
    expect(termsIn('who can I')).toEqual([])
  })

  test('are never empty and never too long, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) =>
        wordsOf(text).every((word) => word.length > 0 && word.length <= 40),
      ),
    )
  })
})
