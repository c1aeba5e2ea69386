import { Temporal } from 'temporal-polyfill'
import { type Day, dayBefore, readDay } from './day.ts'

const months = [
  /^jan/i,
  /^feb/i,
  /^m(?:ars|ar$|arch)/i,
  /^apr/i,
  /^ma[iy]$/i,
  /^jun/i,
  /^jul/i,
  /^aug/i,
  /^sep/i,
  /^o[kc]t/i,
  /^nov/i,
  /^de[sc]/i,
]
const written = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)|(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/u
const named = /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/iu
const monthFirst = /(?<!\p{L})(\p{L}{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu
const monthOnly = /(?<!\p{L})(\p{L}{3,9})\s+(20\d{2})(?!\d)/giu
const yearOnly = /(?:^|\s)(?:i|in|for|fra|frå|from|during|var|was|før|before)\s+(20\d{2})(?!\d)/iu
const lastYear = /(?<!\p{L})(?:i fjor|last year)(?!\p{L})/iu
const before = /(?<!\p{L})(?:før|before|til|until)(?!\p{L})/iu

/** A day that a text speaks of; `whole` where it said a month or a year, and the day is the last of it. */
export type DayInText = { day: Day; whole: 'month' | 'year' | undefined }

/**
 * The day that a text speaks of, undefined where none is said. A month or a year is its last day, one that today is in is
 * today. "Before" a day is the day before it.
 */
export function dayInText(text: string, today: Day): DayInText | undefined {
  const exact = exactDay(text)
  if (exact) return { day: before.test(text) ? dayBefore(exact) : exact, whole: undefined }
  for (const [, name = '', year = ''] of text.matchAll(monthOnly)) {
    const first = dayOf('1', name, year)
    if (!first) continue
    if (before.test(text)) return { day: dayBefore(first), whole: undefined }
    return { day: noLater(lastOfMonth(first), first.slice(0, 7), today), whole: 'month' }
  }
  const [, year = lastYear.test(text) ? String(Number(today.slice(0, 4)) - 1) : ''] =
    yearOnly.exec(text) ?? []
  if (year === '') return undefined
  if (before.test(text)) return { day: `${Number(year) - 1}-12-31`, whole: undefined }
  return {
    day: noLater(`${year}-12-31`, year, today),
    whole: year === today.slice(0, 4) ? undefined : 'year',
  }
}

/** A day with its year, however it is written; undefined where none is said. */
export function exactDay(text: string): Day | undefined {
  const [, day, month, year, iso] = written.exec(text) ?? []
  if (iso) return readDay(iso)
  if (day && month && year) return readDay(`${day}.${month}.${year}`)
  const [, date, name, inYear] = named.exec(text) ?? []
  const [, otherName, otherDate, otherYear] = monthFirst.exec(text) ?? []
  return dayOf(date, name, inYear) ?? dayOf(otherDate, otherName, otherYear)
}

/** A month or year that today is in has got no further than today. */
const noLater = (last: Day, whole: string, today: Day): Day => (today.startsWith(whole) ? today : last)

export const lastOfMonth = (day: Day): Day => {
  const date = Temporal.PlainDate.from(day)
  return date.with({ day: date.daysInMonth }).toString()
}

/** The day of a month by its name. */
export function dayOf(date: string | undefined, name = '', year = ''): Day | undefined {
  const at = months.findIndex((month) => month.test(name))
  return date === undefined || at === -1 ? undefined : readDay(`${date}.${at + 1}.${year}`)
}
