import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mask } from '../../src/people/personal-data.ts'

/** A made-up number with its control digits; undefined where there are none. */
const controlled = (nine: string): string | undefined => {
  const sum = (weights: number[], digits: string) =>
    weights.reduce((t, w, at) => t + w * Number(digits[at]), 0)
  const first = (11 - (sum([3, 7, 6, 1, 8, 9, 4, 5, 2], nine) % 11)) % 11
  const second = (11 - (sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], `${nine}${first}`) % 11)) % 11
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`
}

describe('what people write by mistake is masked', () => {
  test.each([
    ['send til kari.nordmann@eksempel.kommune.no takk', 'send til [e-post] takk', ['e-mail']],
    ['ring 91234567 i dag', 'ring [telefon] i dag', ['telephone']],
    ['ring +47 912 34 567', 'ring [telefon]', ['telephone']],
    ['tlf 22 33 44 55', 'tlf [telefon]', ['telephone']],
    ['tlf.91234567', 'tlf.[telefon]', ['telephone']],
    ['Kari,91234567', 'Kari,[telefon]', ['telephone']],
    ['9123 4567', '[telefon]', ['telephone']],
    ['91-23-45-67', '[telefon]', ['telephone']],
    ['91.23.45.67 i dag', '[telefon] i dag', ['telephone']],
    ['4791234567', '[telefon]', ['telephone']],
    ['912\u00a034\u00a0567', '[telefon]', ['telephone']],
    ['ring 99887766 med en gang', 'ring [telefon] med en gang', ['telephone']],
    ['25500500 eks mva', '25500500 eks mva', []],
    ['tiltak for fnr 01017012345', 'tiltak for fnr [fødselsnummer]', ['identity-number']],
    ['1.234.567,50', '1.234.567,50', []],
    ['12.50 per stk, 2500 stk', '12.50 per stk, 2500 stk', []],
    ['mellom 2025 2026', 'mellom 2025 2026', []],
    ['kontorstoler til 4 personer', 'kontorstoler til 4 personer', []],
    ['kjøp på 12 500 000 kr eks mva', 'kjøp på 12 500 000 kr eks mva', []],
    ['20000000', '20000000', []],
    ['avtale 2025/1091', 'avtale 2025/1091', []],
    ['01.07.2026 kl 10:30', '01.07.2026 kl 10:30', []],
  ])('%s', (text, kept, found) => {
    expect(mask(text)).toEqual({ text: kept, found })
  })

  test('identity numbers, with and without a space, also D numbers', () => {
    for (const nine of ['010190123', '410190123', '311299499']) {
      const number = controlled(nine)
      if (!number) continue
      expect(mask(`hei ${number} hei`)).toEqual({
        text: 'hei [fødselsnummer] hei',
        found: ['identity-number'],
      })
      expect(mask(`${number.slice(0, 6)} ${number.slice(6)}`).found).toEqual(['identity-number'])
      const wrong = `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`
      expect(mask(wrong).found, wrong).not.toContain('identity-number')
    }
  })

  test('nothing of an identity number is left, wherever it stands', () => {
    const nine = fc
      .tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 99_999 }),
      )
      .map(
        ([day, month, rest]) =>
          `${String(day).padStart(2, '0')}${String(month).padStart(2, '0')}${String(rest).padStart(5, '0')}`,
      )
    fc.assert(
      fc.property(nine, fc.string(), fc.string(), (digits, before, after) => {
        const number = controlled(digits)
        if (!number || /\d$/.test(before) || /^\d/.test(after) || /@/.test(before + after)) return
        expect(mask(`${before}${number}${after}`).text).not.toContain(number)
      }),
    )
  })

  test('what is masked stays masked', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = mask(text)
        expect(mask(once.text).text).toBe(once.text)
      }),
    )
  })
})
