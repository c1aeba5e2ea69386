import { type Day, readDay } from './day.ts'

const months = [
  /^jan/i,
  /^feb/i,
  /^m(ars|ar|arch)/i,
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
const yearOnly = /(?:^|\s)(?:i|in|for|fra|frå|from|during|var|was)\s+(20\d{2})(?!\d)/iu

/** The day that a text speaks of. A year alone is its last day; the year that `today` is in is today. Undefined where none is said. */
export function dayInText(text: string, today: Day): Day | undefined {
  const [, day, month, year, iso] = written.exec(text) ?? []
  if (iso) return readDay(iso)
  if (day && month && year) return readDay(`${day}.${month}.${year}`)
  const [, date, name, inYear] = named.exec(text) ?? []
  const [, otherName, otherDate, otherYear] = monthFirst.exec(text) ?? []
  const spelled = dayOf(date, name, inYear) ?? dayOf(otherDate, otherName, otherYear)
  if (spelled) return spelled
  const [, alone] = yearOnly.exec(text) ?? []
  if (!alone) return undefined
  return today.startsWith(alone) ? today : readDay(`${alone}-12-31`)
}

function dayOf(date: string | undefined, name = '', year = ''): Day | undefined {
  const at = months.findIndex((month) => month.test(name))
  return date === undefined || at === -1 ? undefined : readDay(`${date}.${at + 1}.${year}`)
}
