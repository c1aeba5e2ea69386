/** What a person says about a purchase in plain words: amounts, VAT, how long, how many, what kind and when. */
import { type Amount, readAmounts } from '../kit/amount.ts'
import { type Vat, vatIn } from '../kit/beside-amount.ts'
import type { Day } from '../kit/day.ts'
import { type DayInText, dayInText } from '../kit/day-in-text.ts'
import { type Duration, readDurations } from '../kit/duration.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Kind, Payment } from '../rules/rules.ts'
import { countOf, unitsIn } from './count.ts'

export type Purchase = {
  /** What was read as amounts; empty when the text names none. */
  amounts: readonly Amount[]
  payments: readonly Payment[]
  /** What the amount may be, where it can be read in two ways or several amounts compete. */
  choices: readonly number[]
  /** An amount for each of something, whose number is not said. */
  countMissing: boolean
  vat: Vat | undefined
  months: number | 'indefinite' | undefined
  optionMonths: number
  units: number | undefined
  /** What a rented thing is worth in the end, kroner. */
  restValue: number | undefined
  kind: Kind | undefined
  /** Undefined where no day is said. */
  day: DayInText | undefined
}

export function readPurchase(text: string, kindOf: Knowledge['kindOf'], today: Day): Purchase {
  const durations = readDurations(text)
  const all = readAmounts(text, durations)
  const rest = all.find(({ at }) => restValue.test(text.slice(0, at)))
  const amounts = all.filter((amount) => amount !== rest && (!isLimit(text, amount) || all.length === 1))
  const together = amounts.length < 2 || areJoined(text, amounts)
  const counted = amounts.map((amount) => ({ amount, ...countOf(text, amount, durations) }))
  const recurs = amounts.some(({ every }) => every)
  const length = lengthOf(durations, recurs)
  return {
    amounts,
    payments: counted.map(({ amount, times }) => ({
      kroner: amount.kroner[0],
      ...(times !== undefined && times !== 1 && { times }),
      ...everyOf(amount, length.timesMonths),
    })),
    choices: together
      ? (amounts.map(({ kroner }) => kroner).find((kroner) => kroner.length === 2) ?? [])
      : [...new Set(amounts.flatMap(({ kroner }) => kroner))],
    countMissing: counted.some(({ missing }) => missing),
    vat: amounts.map(({ vat }) => vat).find((vat) => vat) ?? vatIn(text),
    months: length.months,
    optionMonths: durations.reduce((sum, { optionMonths }) => sum + optionMonths, 0),
    units: amounts.some(({ each }) => each) ? undefined : unitsIn(text),
    restValue: rest?.kroner[0],
    kind: kindOf(text),
    day: dayInText(text, today),
  }
}

/** A text without its amounts and what is said of them: what is bought is left. */
export function withoutAmounts(text: string): string {
  const durations = readDurations(text)
  const read = [...durations, ...readAmounts(text, durations)]
  const left = read.reduce(
    (kept, { at, text: words }) =>
      kept.slice(0, at) + ' '.repeat(words.length) + kept.slice(at + words.length),
    text,
  )
  return left.replace(ofAmounts, ' ')
}

const ofAmounts =
  /(?<!\p{L})(?:inkl\p{L}*|eks|ekskl\p{L}*|ex|excl\p{L}*|incl\p{L}*|mva|moms|vat|kr|kroner|kronar|nok|pr|per|mnd|året|måneden|månaden|stk|stykket)(?!\p{L})\.?/giu

/** What is said later counts before what was said earlier; amounts are exchanged as a whole. */
export function saidLater(earlier: Purchase, later: Purchase): Purchase {
  const amountsOf = later.amounts.length > 0 ? later : earlier
  return {
    ...amountsOf,
    vat: later.vat ?? earlier.vat,
    months: later.months ?? earlier.months,
    optionMonths: later.months === undefined ? earlier.optionMonths : later.optionMonths,
    units: later.units ?? earlier.units,
    kind: later.kind ?? earlier.kind,
    day: later.day ?? earlier.day,
  }
}

const restValue = /(?:restverdi\p{L}*|residual value|rest value)\s*(?:på|of)?\s*$/iu

/** "Grensa på 500 000": an amount that is named as a limit is not what the purchase costs. */
const isLimit = (text: string, { at, text: words }: Amount): boolean =>
  /(?:grens\p{L}*|terskel\p{L}*|limit|threshold)\s+(?:er|på|is|of|at)?\s*$/iu.test(text.slice(0, at)) ||
  /^\s*-?\s*(?:kr\.?|kroners?)?\s*-?(?:grens|terskel|limit|threshold)/iu.test(text.slice(at + words.length))

const joint =
  /^[^.?!]{0,30}?(?:\+|pluss|plus|(?<!\p{L})og(?!\p{L})|(?<!\p{L})and(?!\p{L})|i tillegg|samt)[^.?!]{0,40}$/iu
const areJoined = (text: string, amounts: readonly Amount[]): boolean =>
  amounts.slice(1).every((amount, at) => {
    const before = amounts[at]
    const between = before ? text.slice(before.at + before.text.length, amount.at) : ''
    return joint.test(between) && !/eller|(?<!\p{L})or(?!\p{L})/iu.test(between)
  })

const everyOf = ({ every }: Amount, timesMonths: boolean): Pick<Payment, 'every'> =>
  every ? { every } : timesMonths ? { every: 'month' } : {}

/** `timesMonths`: "80 000 x 12" is so much in each of twelve months. */
function lengthOf(
  durations: readonly Duration[],
  recurs: boolean,
): { months: number | 'indefinite' | undefined; timesMonths: boolean } {
  const finite = durations.flatMap(({ months }) => (months === 'indefinite' ? [] : [months]))
  if (finite.length === 0)
    return { months: durations.length > 0 ? 'indefinite' : undefined, timesMonths: false }
  const timesMonths = !recurs && durations.every(({ text }) => /^[x×*]/.test(text))
  return { months: finite.reduce((sum, months) => sum + months, 0), timesMonths }
}
