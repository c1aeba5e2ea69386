import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourMs, writeDay, writeTime } from '../../src/kit/day.ts'
import { afterQuiet, instantOf, type QuietHours, weekAt } from '../../src/kit/moment.ts'

const at = (written: string) => Date.parse(written)

describe('a day and a time are an instant in Norway', () => {
  test.each([
    ['2026-11-22', '08:30', '2026-11-22T08:30:00+01:00'],
    ['2026-07-01', '8.30', '2026-07-01T08:30:00+02:00'],
    ['2026-07-01', ' 00:00 ', '2026-07-01T00:00:00+02:00'],
    ['2026-12-31', '23:59', '2026-12-31T23:59:00+01:00'],
  ])('%s %s is %s', (day, time, instant) => {
    expect(instantOf(day, time)).toBe(at(instant))
  })

  test.each([
    ['2026-03-29', '02:30', '2026-03-29T03:30:00+02:00'],
    ['2027-03-28', '01:59', '2027-03-28T01:59:00+01:00'],
    ['2027-03-28', '02:00', '2027-03-28T03:00:00+02:00'],
    ['2027-03-28', '02:30', '2027-03-28T03:30:00+02:00'],
    ['2027-03-28', '03:00', '2027-03-28T03:00:00+02:00'],
  ])('%s %s, when the clock jumps over an hour, is %s', (day, time, instant) => {
    expect(instantOf(day, time)).toBe(at(instant))
  })

  test.each([
    ['2026-10-25', '01:59', '2026-10-25T01:59:00+02:00'],
    ['2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25', '03:00', '2026-10-25T03:00:00+01:00'],
    ['2027-10-31', '02:30', '2027-10-31T02:30:00+02:00'],
  ])('%s %s, when an hour comes twice, is %s: the first of them', (day, time, instant) => {
    expect(instantOf(day, time)).toBe(at(instant))
  })

  test.each(['', '8', '0830', '24:00', '08:60', '8:5', '-1:00', '08:30:00', 'kl. 08:30', '8:30 pm', 'nå'])(
    '«%s» is no time',
    (time) => {
      expect(instantOf('2026-11-22', time)).toBeUndefined()
    },
  )

  test('it is told again as it was written, whatever the day, save what the clock jumps over', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * 365 }), minutes, (days, minute) => {
        const day = new Date(at('2026-01-01') + days * 24 * hourMs).toISOString().slice(0, 10)
        const [hour, rest] = [Math.floor(minute / 60), minute % 60].map((part) =>
          String(part).padStart(2, '0'),
        )
        fc.pre(hour !== '02' || !['2026-03-29', '2027-03-28', '2028-03-26'].includes(day))
        expect(writeTime(instantOf(day, `${hour}:${rest}`) ?? 0)).toBe(`${writeDay(day)} ${hour}:${rest}`)
      }),
    )
  })
})

describe('quiet hours', () => {
  const night = { from: 20, to: 7 }
  const noon = { from: 11, to: 13 }

  test.each([
    ['2026-11-22T19:59:59+01:00', night, '2026-11-22T19:59:59+01:00'],
    ['2026-11-22T20:00:00+01:00', night, '2026-11-23T07:00:00+01:00'],
    ['2026-11-22T23:59:59+01:00', night, '2026-11-23T07:00:00+01:00'],
    ['2026-11-23T00:00:00+01:00', night, '2026-11-23T07:00:00+01:00'],
    ['2026-11-23T06:59:59+01:00', night, '2026-11-23T07:00:00+01:00'],
    ['2026-11-23T07:00:00+01:00', night, '2026-11-23T07:00:00+01:00'],
    ['2026-12-31T22:00:00+01:00', night, '2027-01-01T07:00:00+01:00'],
    ['2026-11-22T10:59:59+01:00', noon, '2026-11-22T10:59:59+01:00'],
    ['2026-11-22T11:00:00+01:00', noon, '2026-11-22T13:00:00+01:00'],
    ['2026-11-22T12:59:59+01:00', noon, '2026-11-22T13:00:00+01:00'],
    ['2026-11-22T13:00:00+01:00', noon, '2026-11-22T13:00:00+01:00'],
    ['2026-11-22T23:00:00+01:00', { from: 22, to: 0 }, '2026-11-23T00:00:00+01:00'],
    ['2026-11-22T00:30:00+01:00', { from: 0, to: 6 }, '2026-11-22T06:00:00+01:00'],
  ])('what is due %s in %j is sent %s', (instant, quiet, sent) => {
    expect(afterQuiet(at(instant), quiet)).toBe(at(sent))
  })

  test.each([
    ['2027-03-27T23:00:00+01:00', night, '2027-03-28T07:00:00+02:00'],
    ['2026-10-24T23:00:00+02:00', night, '2026-10-25T07:00:00+01:00'],
    ['2027-03-27T23:00:00+01:00', { from: 22, to: 2 }, '2027-03-28T03:00:00+02:00'],
    ['2026-10-24T23:00:00+02:00', { from: 22, to: 2 }, '2026-10-25T02:00:00+02:00'],
  ])('in a night when the clock is changed, what is due %s in %j is sent %s', (instant, quiet, sent) => {
    expect(afterQuiet(at(instant), quiet)).toBe(at(sent))
  })

  test('that are not set change nothing', () => {
    expect(afterQuiet(at('2026-11-23T03:00:00+01:00'), undefined)).toBe(at('2026-11-23T03:00:00+01:00'))
  })

  test('are waited out, never sent in, and nothing is sent before its time or later than it must', () => {
    const around = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'].map((day) => at(`${day}T01:00Z`))
    const instants = fc.oneof(
      fc.integer({ min: at('2026-01-01'), max: at('2028-01-01') }),
      fc
        .tuple(fc.constantFrom(...around), fc.integer({ min: -30 * hourMs, max: 30 * hourMs }))
        .map(([change, off]) => change + off),
    )
    const hour = fc.integer({ min: 0, max: 23 })
    // From 3 to 2 all is quiet but one hour, and in March that hour is jumped over.
    const hours = fc.record({ from: hour, to: hour }).filter(({ from, to }) => from !== 3 || to !== 2)
    fc.assert(
      fc.property(instants, hours, (instant, quiet) => {
        const sent = afterQuiet(instant, quiet)
        expect(isQuiet(sent, quiet)).toBe(false)
        expect(sent).toBeGreaterThanOrEqual(instant)
        expect(sent).toBe(waitedOut(instant, quiet))
      }),
      { numRuns: 500 },
    )
  })
})

const osloHour = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' })

/** The quiet hours counted one by one. */
function isQuiet(instant: number, { from, to }: QuietHours): boolean {
  const quiet = new Set<number>()
  for (let hour = from; hour !== to; hour = (hour + 1) % 24) quiet.add(hour)
  return quiet.has(Number(osloHour.format(instant)))
}

/** The twin: one looks at every whole hour until one is not quiet. */
function waitedOut(instant: number, quiet: QuietHours): number {
  let then = instant
  while (isQuiet(then, quiet)) then = (Math.floor(then / hourMs) + 1) * hourMs
  return then
}

describe('the week', () => {
  test.each([
    ['2026-11-22T23:59:59+01:00', { week: '2026-47', isMonday: false, hour: 23 }],
    ['2026-11-23T00:00:00+01:00', { week: '2026-48', isMonday: true, hour: 0 }],
    ['2026-07-05T22:30:00Z', { week: '2026-28', isMonday: true, hour: 0 }],
    ['2026-11-23T08:15:00+01:00', { week: '2026-48', isMonday: true, hour: 8 }],
    ['2027-01-01T12:00:00+01:00', { week: '2026-53', isMonday: false, hour: 12 }],
    ['2024-12-30T12:00:00+01:00', { week: '2025-1', isMonday: true, hour: 12 }],
  ])('of %s is %j', (instant, week) => {
    expect(weekAt(at(instant))).toEqual(week)
  })
})
