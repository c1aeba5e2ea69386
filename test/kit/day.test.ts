import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt, dayBefore, readDay, writeDay } from '../../src/kit/day.ts'

test('reads both ways of writing a day', () => {
  expect(readDay('2026-07-01')).toBe('2026-07-01')
  expect(readDay('01.07.2026')).toBe('2026-07-01')
  expect(readDay('1.7.2026')).toBe('2026-07-01')
})

test.each(['31.02.2026', '2026-13-01', '01/07/2026', '1.7.26', 'i morgen', ''])(
  '«%s» is no day',
  (written) => {
    expect(readDay(written)).toBeUndefined()
  },
)

test('what is written is read back', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10)
      expect(readDay(writeDay(day))).toBe(day)
    }),
  )
})

test('a day begins at midnight in Oslo, summer and winter', () => {
  expect(dayAt(Date.parse('2026-06-30T21:59:59Z'))).toBe('2026-06-30')
  expect(dayAt(Date.parse('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
  expect(dayAt(Date.parse('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
  expect(dayAt(Date.parse('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
})

test('the day before the first of March is known in leap years', () => {
  expect(dayBefore('2028-03-01')).toBe('2028-02-29')
  expect(dayBefore('2026-03-01')).toBe('2026-02-28')
})
