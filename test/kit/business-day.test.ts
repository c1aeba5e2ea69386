import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  businessDaysAfter,
  businessDaysBetween,
  easterSunday,
  isBusinessDay,
} from '../../src/kit/business-day.ts'
import { dayAfter } from '../../src/kit/day.ts'

const someDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const someCount = fc.nat({ max: 60 })

describe('Easter Sunday', () => {
  test.each([
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2028-04-16'],
    ['2029-04-01'],
    ['2030-04-21'],
    // the earliest and the latest that there can be
    ['1818-03-22'],
    ['1943-04-25'],
    ['2038-04-25'],
    // in the old words of the law a leap year had its own rule, which gave 22 March (Prop. 81 L (2010–2011))
    ['2076-04-19'],
  ])('is %s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day)
  })

  test('is what another way of reckoning gives, in all years of the calendar', () => {
    const years = Array.from({ length: 4099 - 1583 + 1 }, (_, at) => 1583 + at)
    expect(years.filter((year) => easterSunday(year) !== byMeeus(year))).toEqual([])
  })
})

describe('no business day', () => {
  test.each([
    ['New Year’s Day', '2026-01-01'],
    ['Maundy Thursday', '2026-04-02'],
    ['Good Friday', '2026-04-03'],
    ['Easter Sunday', '2026-04-05'],
    ['Easter Monday', '2026-04-06'],
    ['1 May', '2026-05-01'],
    ['Ascension Day', '2026-05-14'],
    ['17 May on a Monday', '2027-05-17'],
    ['Whit Sunday', '2026-05-24'],
    ['Whit Monday', '2026-05-25'],
    ['Christmas Day', '2026-12-25'],
    ['the day after Christmas Day, on a Thursday', '2024-12-26'],
    ['a Saturday', '2026-11-28'],
    ['a Sunday', '2026-11-29'],
  ])('is %s', (_, day) => {
    expect(isBusinessDay(day)).toBe(false)
  })
})

test.each([
  ['an ordinary Thursday', '2026-11-26'],
  ['the Wednesday before Easter', '2026-04-01'],
  ['the Tuesday after Easter', '2026-04-07'],
  ['the Friday after Ascension Day', '2026-05-15'],
  ['Christmas Eve on a Thursday', '2026-12-24'],
  ['New Year’s Eve on a Thursday', '2026-12-31'],
])('a business day is %s', (_, day) => {
  expect(isBusinessDay(day)).toBe(true)
})

test.each([
  [2024, 252],
  [2025, 252],
  [2026, 253],
  [2027, 255],
  [2028, 251],
  [2029, 251],
  [2030, 251],
])('%i has %i business days', (year, count) => {
  expect(businessDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(count)
})

test.each([
  ['over a weekend', '2026-11-26', 5, '2026-12-03'],
  ['from a Saturday', '2026-11-28', 1, '2026-11-30'],
  ['over Easter', '2026-04-01', 3, '2026-04-09'],
  ['over Christmas and New Year', '2026-12-23', 5, '2026-12-31'],
  ['into a new year', '2026-12-31', 1, '2027-01-04'],
  ['over 17 May and Whitsun in one week', '2024-05-16', 2, '2024-05-22'],
  ['none', '2026-11-28', 0, '2026-11-28'],
])('%s: %s and %i business days are %s', (_, from, count, to) => {
  expect(businessDaysAfter(from, count)).toBe(to)
})

test('what is counted on is a business day, and counted back to the same number', () => {
  fc.assert(
    fc.property(someDay, someCount, (day, count) => {
      const there = businessDaysAfter(day, count)
      expect(count === 0 || isBusinessDay(there)).toBe(true)
      expect(businessDaysBetween(day, there)).toBe(count)
      expect(businessDaysBetween(there, day)).toBe(0 - count)
    }),
  )
})

test('counting on twice is counting on once by both', () => {
  fc.assert(
    fc.property(someDay, someCount, someCount, (day, first, second) => {
      expect(businessDaysAfter(businessDaysAfter(day, first), second)).toBe(
        businessDaysAfter(day, first + second),
      )
    }),
  )
})

test('of seven days in a row five are business days, or fewer where there are holidays', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const count = businessDaysBetween(day, dayAfter(day, 7))
      expect(count).toBeLessThanOrEqual(5)
      // fewest from Maundy Thursday to the Wednesday after it
      expect(count).toBeGreaterThanOrEqual(2)
    }),
  )
})

/** Easter by Meeus, Jones and Butcher. */
function byMeeus(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  const two = (count: number) => String(count).padStart(2, '0')
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`
}
