/**
 * Business days in Norway: Monday to Friday, without the public holidays. Those are the holidays of lov 24. februar 1995
 * nr. 12 om helligdager og helligdagsfred § 2, and 1 and 17 May, which lov 26. april 1947 nr. 1 § 1 makes equal to Sundays.
 * Christmas Eve, New Year's Eve and the Wednesday before Easter are no holidays by law: on a weekday they count as business
 * days, whatever is agreed about going home early.
 */
import { Temporal } from 'temporal-polyfill'
import { type Day, dayAfter } from './day.ts'

/** New Year's Day, 1 and 17 May, Christmas Day and the day after it. */
const sameEveryYear = ['01-01', '05-01', '05-17', '12-25', '12-26']
/** Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday: days after Easter Sunday. */
const byEaster = [-3, -2, 0, 1, 39, 49, 50]
const friday = 5

export function isBusinessDay(day: Day): boolean {
  const date = Temporal.PlainDate.from(day)
  return (
    date.dayOfWeek <= friday &&
    !sameEveryYear.includes(day.slice('yyyy-'.length)) &&
    !byEaster.includes(date.since(easterSunday(date.year)).days)
  )
}

/** So many business days later, the day itself not counted; none at all is the day itself, whatever day it is. */
export function businessDaysAfter(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0; ) {
    at = dayAfter(at, 1)
    if (isBusinessDay(at)) left--
  }
  return at
}

/** How many business days come after `from`, up to and with `to`; less than none where `to` is the earlier. */
export function businessDaysBetween(from: Day, to: Day): number {
  if (to < from) return 0 - businessDaysBetween(to, from)
  let count = 0
  for (let at = dayAfter(from, 1); at <= to; at = dayAfter(at, 1)) if (isBusinessDay(at)) count++
  return count
}

/**
 * Easter Sunday in a year from 1583 on: the first Sunday after the full moon on or after 21 March, by the church's reckoning
 * of the moon (Knuth, The Art of Computer Programming 1, section 1.3.2).
 */
export function easterSunday(year: number): Day {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const droppedLeapYears = Math.floor((3 * century) / 4) - 12
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5
  const sunday = Math.floor((5 * year) / 4) - droppedLeapYears - 10
  const age = (11 * golden + 20 + moonCorrection - droppedLeapYears) % 30
  const epact = (age === 25 && golden > 11) || age === 24 ? age + 1 : age
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact
  return dayAfter(`${year}-03-01`, fullMoon + 6 - ((sunday + fullMoon) % 7))
}
