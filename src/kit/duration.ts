/** How long, as people write it: `4 år`, `18 mnd`, `2+1+1`, `x 12`, "halvannet år", "på ubestemt tid". */
import { smallNumber } from './number-words.ts'

/** Months, first period and options apart; `indefinite` has no end. */
export type Duration = {
  at: number
  text: string
  months: number | 'indefinite'
  /** How many of the months are options. */
  optionMonths: number
  /** It is said to be the whole: "til sammen", "maks". */
  isWhole?: true
}

const yearWords = 'års?|årig\\w*|year|years|yrs?|yr'
const monthWords = 'mnd|mnder|måned|måneder|måneders|månad|månader|månaders|month|months'
const weekWords = 'uker|veker|weeks'
const unit = `(${yearWords}|${monthWords}|${weekWords})`
const one = '(?:et|ett|eit|en|ei|ein|one|an?)'
const half = `(?:${one}\\s+)?(?:halvt|halv|half)(?:\\s+an?)?`
const count = `(${half}|\\d{1,2}(?:[.,]5)?|\\p{L}+)(\\s+(?:og|and)\\s+${one}\\s+(?:halvt|halv|half))?`
const end = '(?![\\p{L}\\d])'
const begin = '(?<![\\p{L}\\d.,+-])'

const indefinite =
  /(?<!\p{L})(på ubestemt tid|på ubestemt|ubestemt tid|ubestemt|ubegrenset tid|uten sluttdato|utan sluttdato|uten slutt|utan slutt|inntil videre|inntil vidare|løpende avtale|løpende|løpande avtale|løpande|indefinitely|indefinite|fast avtale|fast leie|fast leige|(?<=, )fast(?=\s*(?:$|[.,?!]))|ongoing|fortløpende|open[- ]ended|until further notice|no end date|rolling)(?!\p{L})/giu

/** `2+1+1`, `2 + 1 + 1 år`, `2 år + 1 + 1`. Without a unit it is years: so frameworks are written. */
const sums = new RegExp(
  `${begin}(\\d)\\s*(?:${unit})?((?:\\s*(?:\\+|pluss|plus)\\s*\\d\\s*(?:${yearWords}|${monthWords})?)+)(?:\\s*${unit})?(?![\\p{L}\\d]|\\s*(?:mill|\\d{3}|k${end}|tusen))`,
  'giu',
)
const part = new RegExp(`(\\d)\\s*${unit}?`, 'giu')
const anyUnit = new RegExp(unit, 'iu')
/** `4 år`, "to og et halvt år", "a year and a half", "2 år og 6 måneder". */
const single = new RegExp(
  `${begin}${count}(?:\\s+(?:more|additional|further|extra|nye|ekstra|hele|heile))?[\\s-]*${unit}(?:\\s+(?:og|and)\\s+(?:(${one}\\s+(?:halvt|halv|half))|(\\d{1,2}|\\p{L}+)\\s+(?:${monthWords})))?${end}`,
  'giu',
)
/** "Hvert halvår" is how often. */
const everyBefore = /(?:(?<!\p{L})(?:hver|hvert|kvar|kvart|per|pr\.?|every|each)\s+|\/\s*)$/iu
const optionWords =
  'opsjon\\p{L}*|options?|forleng\\p{L}*|utvid\\p{L}*|extensions?|extend|mulighet\\p{L}*|moglegheit\\p{L}*|rett til|possib\\p{L}*'
const optionBefore = new RegExp(`(?:${optionWords})(?:\\s+\\p{L}+){0,4}\\s*$`, 'iu')
const addedBefore = /(?:\+|(?<!\p{L})(?:pluss|plus|deretter|så))(?:\s+(?:inntil|opptil|ytterligere))?\s*$/iu
const optionAfter =
  /^\s*(?:(?:i|som|as)\s+)?(?:opsjon|option|forleng|extension|ekstra|more(?!\p{L})|(?:til|mer|meir)(?=\s*(?:$|[.,;!?)])))/iu
/** How many letters around a duration are looked at. */
const reach = 60
const isOption = (text: string, at: number, stop: number): boolean => {
  const ahead = text.slice(Math.max(0, at - reach), at)
  return (
    optionBefore.test(ahead) || addedBefore.test(ahead) || optionAfter.test(text.slice(stop, stop + reach))
  )
}
/** "Opsjon på forlengelse til totalt 4 år" is the whole, "opsjon på maks 2 år" is not. */
const total = '(?:til sammen|tilsammen|til saman|totalt|i alt|samlet|samla|in total|altogether|all in all)'
const wholeBefore = new RegExp(
  `(?<!\\p{L})(til\\s+|to\\s+)?(?:${total}|maks\\p{L}*\\.?|høyst|max\\p{L}*|at most)(?:\\s+(?:på|er|blir|of))?\\s*$`,
  'iu',
)
const wholeAfter = new RegExp(
  `^\\s*[,(]?\\s*(?:${total}(?!\\p{L}|\\s*\\d)|(?:inkl\\p{L}*|incl\\p{L}*|herav|derav|hvorav|of which)[^,;!?\\d]{0,20}(?:opsjon|option|forleng))`,
  'iu',
)
function isWhole(text: string, at: number, stop: number): boolean {
  const ahead = text.slice(Math.max(0, at - reach), at)
  const said = wholeBefore.exec(ahead)
  if (said) return said[1] !== undefined || !optionBefore.test(ahead)
  return wholeAfter.test(text.slice(stop, stop + reach)) && !optionBefore.test(ahead)
}
/** "To opsjoner på 1 år". */
const options = /(?<![\p{L}\d])(\d|\p{L}+)\s+(?:opsjon\p{L}+|options|extensions)\s+(?:på|of|à)\s*$/iu
/** "2 år med mulighet for 2 til": so many more of what was said before. */
const more = new RegExp(
  `(?:${optionWords}|\\+|pluss|plus)(?:\\s+(?:om|på|for|til|of|to|med|å|forleng\\p{L}*|inntil|by)){0,4}\\s*(\\d|\\p{L}+)(?:\\s+(?:til|mer|meir|ekstra|more|nye|further))?(?=\\s*(?:$|[.;!?)]|,(?!\\d)))`,
  'giu',
)
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
  const add = (at: number, written: string, months: Duration['months'], optionMonths = 0) => {
    if (!free(at, written.length)) return
    const whole = isWhole(text, at, at + written.length)
    found.push({ at, text: written, months, optionMonths, ...(whole && { isWhole: true }) })
  }
  for (const { 0: written, index } of text.matchAll(sums)) {
    const usual = anyUnit.exec(written)?.[0] ?? 'år'
    const parts = [...written.matchAll(part)].map(
      ([, number, own]) => Number(number) * monthsIn(own ?? usual),
    )
    const all = parts.reduce((sum, months) => sum + months, 0)
    add(
      index,
      written,
      all,
      optionBefore.test(text.slice(Math.max(0, index - reach), index)) ? all : all - (parts[0] ?? 0),
    )
  }
  for (const match of text.matchAll(single)) {
    const { 0: written, 1: number = '', 2: halfMore, 3: said = '', 4: halfAfter, 5: months, index } = match
    // "A year" is how often it is paid, and so is "kvart år".
    if (/^(?:an?|kvart)$/iu.test(number) && !halfAfter) continue
    const ahead = text.slice(Math.max(0, index - reach), index)
    const value = numberIn(number)
    if (value === undefined || everyBefore.test(ahead)) continue
    const behind = text.slice(index + written.length)
    if (otherTimeAfter.test(behind) || otherTimeBefore.test(ahead)) continue
    const each = monthsIn(said)
    const all = (value + (halfMore || halfAfter ? 0.5 : 0)) * each + (months ? (numberIn(months) ?? 0) : 0)
    const length = all * (numberIn(options.exec(ahead)?.[1] ?? '') ?? 1)
    add(index, written, length, isOption(text, index, index + written.length) ? length : 0)
  }
  for (const match of text.matchAll(more)) {
    const base = found.findLast(({ at, months }) => at < match.index && months !== 'indefinite')
    const value = numberIn(match[1] ?? '')
    if (!base || value === undefined) continue
    const months = value * monthsIn(anyUnit.exec(base.text)?.[0] ?? 'år')
    add(match.index, match[0], months, months)
  }
  for (const match of text.matchAll(timesMonths)) add(match.index, match[0], Number(match[1]))
  for (const match of text.matchAll(indefinite)) add(match.index, match[0], 'indefinite')
  return found.sort((a, b) => a.at - b.at)
}

const monthsIn = (said: string): number =>
  /^(å|y)/iu.test(said) ? 12 : /^(uk|vek|week)/iu.test(said) ? 12 / 52 : 1

function numberIn(number: string): number | undefined {
  if (/^\d/.test(number)) return Number(number.replace(',', '.'))
  if (/hal[vf]t?(?:\s+an?)?$/iu.test(number)) return 0.5
  return /^(?:et|eit)$/iu.test(number) ? 1 : smallNumber(number.toLowerCase())
}

/**
 * How long it lasts with its options; undefined where nothing is said, or several lengths that do not agree. Of lengths one
 * of which is said to be the whole, that one.
 */
export function wholeLength(durations: readonly Duration[]): number | 'indefinite' | undefined {
  if (durations.some(({ months }) => months === 'indefinite')) return 'indefinite'
  const parts = durations.map(({ months, ...more }) => ({ ...more, months: Number(months) }))
  const wholes = parts.filter(({ isWhole }) => isWhole).map(({ months }) => months)
  const options = parts.filter(({ months, optionMonths, isWhole }) => !isWhole && optionMonths === months)
  const bases = new Set(
    parts.filter((one) => !one.isWhole && !options.includes(one)).map(({ months }) => months),
  )
  const added = options.reduce((sum, { months }) => sum + months, 0)
  const together = Math.max(0, ...bases) + added
  if (wholes.length > 0) return Math.max(...wholes) >= together ? Math.max(...wholes) : undefined
  return bases.size > 1 || together === 0 ? undefined : together
}
