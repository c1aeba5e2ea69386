/** When something is sent: a day and a time in Norway, never in the quiet hours. */
import { Temporal } from 'temporal-polyfill'
import type { Day } from './day.ts'

const timeZone = 'Europe/Oslo'

/** Hours of the day in Norway in which nothing is sent, from `from` and before `to`; it may go over midnight. */
export type QuietHours = { from: number; to: number }

/**
 * The instant of a day and time such as `08:30` in Norway, in epoch milliseconds; undefined where it is no time. A time that
 * the clock jumps over in March is an hour later; of one that comes twice in October the first is meant.
 */
export function instantOf(day: Day, time: string): number | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim()) ?? []
  if (hour === undefined || minute === undefined) return undefined
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) }),
  }).epochMilliseconds
}

/** The same instant, or the end of the quiet hours that it lies in. */
export function afterQuiet(instant: number, quiet: QuietHours | undefined): number {
  if (!quiet) return instant
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  const { hour } = there
  const overMidnight = quiet.from > quiet.to
  const isQuiet = overMidnight ? hour >= quiet.from || hour < quiet.to : hour >= quiet.from && hour < quiet.to
  if (!isQuiet) return instant
  const nextDay = overMidnight && hour >= quiet.from
  const day = there.toPlainDate().add({ days: nextDay ? 1 : 0 })
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: quiet.to }) })
    .epochMilliseconds
}

/** The year and week that an instant lies in, in Norway, and whether it is Monday. */
export function weekAt(instant: number): { week: string; isMonday: boolean; hour: number } {
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  return {
    week: `${there.yearOfWeek}-${there.weekOfYear}`,
    isMonday: there.dayOfWeek === 1,
    hour: there.hour,
  }
}
