import { Temporal } from 'temporal-polyfill'
import { type Day, dayAfter, dayInMonths, readDay } from '../kit/day.ts'
import { dayInText, dayOf, exactDay, lastOfMonth } from '../kit/day-in-text.ts'
import { smallNumber } from '../kit/number-words.ts'

const lead =
  /^(?:innen|innan|til|senest|seinast|by|on|den|før|before|until|helst|gjerne|preferably|ca\.?|omtrent|rundt|fra(?: og med)?|frå(?: og med)?|from|ikke|ikkje|not|tidligst|tidlegast|earliest|i løpet av|during|i|in)\s+/iu
const soon =
  /^(?:i dag|idag|today|nå|no|now|med (?:en|ein) gang|med ein gong|straks|snarest(?: mulig)?|snarast(?: råd)?|asap|omgående|umiddelbart|(?:så|so) (?:fort|snart|raskt|tidlig|tidleg) (?:som|vi) (?:mulig|mogleg|råd|kan)|fortest mulig|as soon as possible|immediately)$/iu
const inSome =
  /^(?:(?:om|in|innen|innan|within)\s+)?(?:et |eit |a )?(\d{1,3}|\p{L}+)\s+(dag|dager|dagar|days?|uker?|veker?|veke|weeks?|måned(?:er)?|månad(?:er|ar)?|mnd|months?|år|years?)$/iu
const next = /^(?:neste|next|til)\s+(uke|uka|veke|veka|week|måned|månad|month|år|year)$/iu
const numeric = /^(\d{1,2})[./-]\s*(\d{1,2})\.?(?:[./-]?\s*(\d{2}|\d{4}))?$/u
/** "1. juni", "slutten av mars", "mars". */
const named =
  /^(?:(\d{1,2})\.?\s+|(?:(begynnelsen|starten|early|beginning|midten|mid|middle|slutten|end)\s+(?:av|of)?\s*))?(\p{L}{3,9})(?:\s+(\d{4}))?$/iu
const feasts: readonly (readonly [RegExp, string])[] = [
  [/^(?:jul|jula|julen|julaften|juleaften|christmas)$/iu, '12-24'],
  [/^(?:over |etter )?(?:nyttår|new year)$/iu, '01-01'],
]

/**
 * A day as people say one to come: `1. mars`, `01.03.2027`, "om 3 uker", "til jul". Without a year it is the next such day, a
 * month is its first day, and of a span it is the day on which it begins.
 */
export function readComingDay(text: string, today: Day): Day | undefined {
  const whole = text.trim().replace(/[.!,]+$/u, '')
  const relative = relativeDay(whole, today)
  if (relative) return relative
  const words = withoutLead(whole)
  return (
    relativeDay(words, today) ??
    writtenDay(words, today) ??
    writtenDay(words.split(/\s+(?:til|to|until|og|and)\s+|\s*–\s*|\s+-\s+|,\s*/iu)[0] ?? '', today) ??
    exactDay(words) ??
    dayInText(words, today)?.day
  )
}

/** "Helst ikke før 1. mars" is about the first of March. */
const withoutLead = (words: string): string => {
  const rest = words.replace(lead, '')
  return rest === words ? words : withoutLead(rest)
}

function relativeDay(words: string, today: Day): Day | undefined {
  if (soon.test(words)) return today
  if (/^(?:i morgen|imorgen|i morgon|tomorrow)$/iu.test(words)) return dayAfter(today, 1)
  const [, number = '', unit = ''] = inSome.exec(words) ?? []
  const count = countOf(number)
  if (count !== undefined) {
    if (/^(?:å|y)/iu.test(unit)) return dayInMonths(today, Math.floor(count * 12))
    if (/^m/iu.test(unit)) return dayInMonths(today, Math.floor(count))
    return dayAfter(today, Math.floor(/^d/iu.test(unit) ? count : count * 7))
  }
  const [, period] = next.exec(words) ?? []
  return period === undefined ? undefined : firstOfNext(period, today)
}

const countOf = (number: string): number | undefined => {
  if (/^\d/.test(number)) return Number(number)
  if (/^(?:par|couple)$/iu.test(number)) return 2
  if (/^halvt$/iu.test(number)) return 0.5
  return /^(?:et|eit)$/iu.test(number) ? 1 : smallNumber(number.toLowerCase())
}

function firstOfNext(period: string, today: Day): Day {
  const now = Temporal.PlainDate.from(today)
  if (/^m/iu.test(period)) return now.add({ months: 1 }).with({ day: 1 }).toString()
  if (/^(?:å|y)/iu.test(period)) return now.add({ years: 1 }).with({ month: 1, day: 1 }).toString()
  return dayAfter(today, 8 - now.dayOfWeek)
}

function writtenDay(words: string, today: Day): Day | undefined {
  const feast = feasts.find(([form]) => form.test(words))?.[1]
  if (feast) return coming((year) => readDay(`${year}-${feast}`), today)
  const exact = readDay(words)
  if (exact) return exact
  const [, date, month, year] = numeric.exec(words) ?? []
  if (date) {
    const on = (inYear: number | string) => readDay(`${date}.${month}.${inYear}`)
    return year === undefined ? coming(on, today) : on(year.length === 2 ? `20${year}` : year)
  }
  const [, ofMonth, part = '', name = '', inYear] = named.exec(words) ?? []
  const on = (year: number) => {
    const day = dayOf(ofMonth ?? (/^mid/iu.test(part) ? '15' : '1'), name, String(year))
    return day && /^(?:slutt|end)/iu.test(part) ? lastOfMonth(day) : day
  }
  const isMonth = ofMonth === undefined && part === ''
  // The month that today is in has begun.
  const soonest = (day: Day | undefined) => (isMonth && day?.slice(0, 7) === today.slice(0, 7) ? today : day)
  if (inYear !== undefined) return soonest(on(Number(inYear)))
  return coming((year) => soonest(on(year)), today)
}

/** The first such day that is not past. */
function coming(on: (year: number) => Day | undefined, today: Day): Day | undefined {
  const year = Number(today.slice(0, 4))
  return [on(year), on(year + 1)].find((day) => day !== undefined && day >= today)
}
