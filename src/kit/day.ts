import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A calendar day as `yyyy-mm-dd`; days compare with `<` and `>` as strings. */
export type Day = string

/** Gives the time now, in epoch milliseconds. An argument everywhere, so that no test depends on today. */
export type Clock = () => number

export const hourMs = 60 * 60 * 1000
export const dayMs = 24 * hourMs

const timeZone = 'Europe/Oslo'

/** Reads `2026-11-22` or `22.11.2026`; undefined for anything else, also for days that do not exist. */
export function readDay(written: string): Day | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? []
  const iso = year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** A day as people in Norway write it: `22.11.2026`. */
export const writeDay = (day: Day): string => day.split('-').reverse().join('.')

/** The day in Oslo at an instant in epoch milliseconds. */
export const dayAt = (instant: number): Day =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** An instant as people in Norway write it: `22.11.2026 12:05`. */
export const writeTime = (instant: number): string => {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  return `${writeDay(dayAt(instant))} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** So many days later; fewer than none is earlier. */
export const dayAfter = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()

export const dayInMonths = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString()

export const dayBefore = (day: Day): Day => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/** A day in a file: text in either of the two ways of writing, read to a Day. */
export const daySchema = z.string().transform((written, context) => {
  const day = readDay(written.trim())
  if (day) return day
  context.addIssue({ code: 'custom', message: 'er ikke en dato. Skriv åååå-mm-dd eller dd.mm.åååå' })
  return z.NEVER
})
