/** How long, as people write it: `4 år`, `18 mnd`, `2+1+1`, `x 12`, "på ubestemt tid". */
import { smallNumber } from './number-words.ts'

/** Months, first period and options apart; `indefinite` has no end. */
export type Duration = {
  at: number
  text: string
  months: number | 'indefinite'
  /** How many of the months are options. */
  optionMonths: number
}

const yearWords = 'års?|årig\\w*|year|years|yrs?|yr'
const monthWords = 'mnd|mnder|måned|måneder|måneders|månad|månader|månaders|month|months'
const weekWords = 'uker|veker|weeks'
const unit = `(${yearWords}|${monthWords}|${weekWords})`
const count = '(\\d{1,2}(?:[.,]5)?|\\p{L}+)'
const end = '(?![\\p{L}\\d])'
const begin = '(?<![\\p{L}\\d.,+-])'

const indefinite =
  /(?<!\p{L})(på ubestemt tid|på ubestemt|ubestemt tid|ubestemt|ubegrenset tid|uten sluttdato|utan sluttdato|uten slutt|utan slutt|inntil videre|inntil vidare|løpende avtale|løpende|løpande avtale|løpande|indefinitely|indefinite|fast avtale|fast leie|fast leige|(?<=, )fast(?=\s*(?:$|[.,?!]))|ongoing|fortløpende|open[- ]ended|until further notice|no end date|rolling)(?!\p{L})/giu

/** `2+1+1`, `2 + 1 + 1 år`, `2 år + 1 + 1`. Without a unit it is years: so frameworks are written. */
const sums = new RegExp(
  `${begin}(\\d)\\s*(?:${unit})?((?:\\s*(?:\\+|pluss|plus)\\s*\\d\\s*(?:${yearWords}|${monthWords})?)+)(?:\\s*${unit})?(?![\\p{L}\\d]|\\s*(?:mill|\\d{3}|k${end}|tusen))`,
  'giu',
)
const single = new RegExp(`${begin}${count}[\\s-]*${unit}${end}`, 'giu')
const option = /opsjon|option|forleng|extension/iu
const isOption = (text: string, at: number): boolean => option.test(text.slice(Math.max(0, at - 14), at))
/** "3 mnd oppsigelse", "levering innen 2 måneder", "har hatt avtalen i 3 år": a time, but not how long it lasts. */
const otherTimeAfter =
  /^\s*(?:oppsigelse\p{L}*|oppseiing\p{L}*|notice|leveringstid|garanti|frist|siden|sidan|ago|old|gammel|gamle)/iu
const otherTimeBefore =
  /(?:levering\p{L}*|innen|innan|within|siste|last|oppsigelse\p{L}*|garanti|har hatt (?:\p{L}+ ){0,2}i|had (?:\p{L}+ ){0,2}for|de siste|dei siste)\s*(?:på|av|of)?\s*$/iu
const timesMonths =
  /(?<![\p{L}\d])[x×*]\s*(\d{1,2})(?=\s*(?:mnd|måned\p{L}*|månad\p{L}*|months?)?(?!\s*[\p{L}\d]))/giu

/** Every duration in a text, in order. Overlapping ways of reading do not occur: the longest is taken. */
export function readDurations(text: string): Duration[] {
  const found: Duration[] = []
  const free = (at: number, length: number) =>
    !found.some((other) => at < other.at + other.text.length && other.at < at + length)
  const add = (at: number, written: string, months: number | 'indefinite', optionMonths: number) => {
    if (free(at, written.length)) found.push({ at, text: written, months, optionMonths })
  }
  for (const match of text.matchAll(sums)) {
    const [written, first = '', firstUnit, rest = '', lastUnit] = match
    const said = firstUnit ?? lastUnit ?? new RegExp(unit, 'iu').exec(rest)?.[0]
    const each = said ? monthsIn(said) : 12
    const options = [...rest.matchAll(/\d/g)].reduce((sum, [digit]) => sum + Number(digit), 0)
    const all = (Number(first) + options) * each
    add(match.index, written, all, isOption(text, match.index) ? all : options * each)
  }
  for (const match of text.matchAll(single)) {
    const [written, number = '', said = ''] = match
    // "A year" is how often it is paid.
    if (/^an?$/i.test(number)) continue
    const value = /^\d/.test(number) ? Number(number.replace(',', '.')) : smallNumber(number.toLowerCase())
    if (value === undefined) continue
    const months = value * monthsIn(said)
    const behind = text.slice(match.index + written.length)
    if (otherTimeAfter.test(behind) || otherTimeBefore.test(text.slice(0, match.index))) continue
    add(match.index, written, months, isOption(text, match.index) ? months : 0)
  }
  for (const match of text.matchAll(timesMonths)) add(match.index, match[0], Number(match[1]), 0)
  for (const match of text.matchAll(indefinite)) add(match.index, match[0], 'indefinite', 0)
  return found.sort((a, b) => a.at - b.at)
}

const monthsIn = (said: string): number =>
  /^(å|y)/iu.test(said) ? 12 : /^(uk|vek|week)/iu.test(said) ? 12 / 52 : 1
