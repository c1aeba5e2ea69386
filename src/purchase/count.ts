/** How many: `2 × 400 000`, "30 stk til 4000 hver", "120 elever, 900 kr per elev", "1200 kr timen, 300 timer". */
import type { Amount } from '../kit/amount.ts'
import { smallNumber } from '../kit/number-words.ts'

const count = '(?:\\d{1,3}(?:[ .\u00a0]\\d{3})+|\\d{1,5}|\\p{L}+)'
const times = '(?:x|×|\\*|à|a)'
/** `64 rom x 2 netter x ` before an amount. */
const before = new RegExp(
  `(?:^|[^\\p{L}\\d])((?:${count}\\s*(?:[\\p{L}-]+\\.?\\s+)?${times}\\s*)+)(?:kr\\.?\\s*)?$`,
  'iu',
)
const link = new RegExp(`(${count})\\s*(?:[\\p{L}-]+\\.?\\s+)?${times}(?=\\s|$|\\d)`, 'giu')
/** ` x 12 mnd x 30 elever` after an amount, also ` per mnd x 30`. */
const timesBy =
  '(?:x|×|\\*|ganger|gonger|times)\\s*(\\d{1,5})(?![\\d.,]*\\d)(?:\\s*(?!x\\s*\\d)([\\p{L}-]+)\\.?)?'
const after = new RegExp(`^(?:\\s*(?:per|pr\\.?|i|a|/)\\s*\\p{L}+\\.?)?(?:\\s*${timesBy})+`, 'iu')
const afterLink = new RegExp(timesBy, 'giu')
const periods: readonly (readonly [NonNullable<Count['every']>, RegExp])[] = [
  ['month', /^(?:mnd|måned|månad|month)/iu],
  ['year', /^(?:år|year)/iu],
  ['week', /^(?:uke|veke|week)/iu],
]
/** "To opsjoner på 600 000". */
const options = new RegExp(
  `(?<![\\p{L}\\d.,])(${count})\\s+(?:opsjon\\p{L}+|options|extensions)\\s+(?:på|of|à|til|at)\\s*(?:kr\\.?\\s*)?$`,
  'iu',
)
const hours = new RegExp(
  `(?<![\\p{L}\\d.,])(${count}(?:[.,]\\d)?)\\s+(?:timer|timar|timers|hours)(?!\\p{L})(?:\\s*(?:i|per|pr|a)\\.?\\s*(uka|uken|veka|uke|veke|week|måneden|månaden|måned|month))?`,
  'iu',
)
const multiplier = /(?:^|[\s\d])(?:x|×|\*|à)\s*(?:kr\.?\s*)?$/iu
/** What follows a number and is no thing. */
export const noThing =
  /^(?:år|mnd|måned|månad|mill|tusen|kr|%|prosent|year|month|(?:og|eller|and|or|til|av|of)(?!\p{L}))/iu

/** How often an amount counts; `every` where hours recur: "37,5 timer i uka". */
export type Count = { times: number | undefined; every?: 'week' | 'month' | 'year'; missing: boolean }

/** `missing` where it is paid for each of something and nothing says how many. `taken` was read as something else. */
export function countOf(
  text: string,
  { at, text: words, each, every: recurs }: Amount,
  taken: readonly { at: number; text: string }[],
): Count {
  const ahead = text.slice(0, at)
  const chain = [...(before.exec(ahead)?.[1] ?? '').matchAll(link)].flatMap(
    ([, number]) => numberIn(number) ?? [],
  )
  const behind = chainBehind(text, at + words.length, recurs, taken)
  const every = behind.every && { every: behind.every }
  const ofOptions = numberIn(options.exec(ahead)?.[1])
  const numbers = [...chain, ...behind.numbers, ...(ofOptions === undefined ? [] : [ofOptions])]
  if (numbers.length > 0)
    return { times: numbers.reduce((product, number) => product * number), missing: false, ...every }
  if (!each) return { times: undefined, missing: multiplier.test(ahead), ...every }
  const rest = ahead + ' '.repeat(words.length) + text.slice(at + words.length)
  if (each === 'thing') {
    const counted = thingsIn(rest)
    return { times: counted, missing: counted === undefined, ...every }
  }
  const [, number, period] = hours.exec(rest) ?? []
  const times = number === undefined ? undefined : Number(number.replace(/[ \u00a0]/g, '').replace(',', '.'))
  return {
    times,
    missing: times === undefined || Number.isNaN(times),
    ...(period && { every: /^(?:m)/i.test(period) ? ('month' as const) : ('week' as const) }),
  }
}

/** What an amount is multiplied by; months that were read as how long it lasts are how often it is paid. */
function chainBehind(
  text: string,
  stop: number,
  recurs: Amount['every'],
  taken: readonly { at: number; text: string }[],
): { numbers: readonly number[]; every: Count['every'] } {
  const numbers: number[] = []
  let every: Count['every']
  const [behind = ''] = after.exec(text.slice(stop)) ?? []
  for (const { 0: written, 1: number, 2: unit = '', index } of behind.matchAll(afterLink)) {
    const place = stop + index + written.indexOf(number ?? '')
    const isTaken = taken.some((one) => one.at <= place && place < one.at + one.text.length)
    const period = periods.find(([, form]) => form.test(unit))?.[0]
    if (isTaken && period && !recurs && !every) every = period
    else if (!isTaken || (every && period !== every)) numbers.push(Number(number))
  }
  return { numbers, every }
}

/** The first number of more than one that stands before a thing; digits before words, since "to" is also English. */
function thingsIn(text: string): number | undefined {
  const words = text.split(/\s+/)
  const counted = words.filter((word, place) => {
    const next = words[place + 1] ?? ''
    // "5. trinn" is no number of things.
    return !word.endsWith('.') && (numberIn(word) ?? 0) > 1 && /^\p{L}/u.test(next) && !noThing.test(next)
  })
  return numberIn(counted.find((word) => /^\d/.test(word)) ?? counted[0])
}

const severalUnits = new RegExp(
  `(?<![\\p{L}\\d])(${count})\\s+(?:skoler|skular|skulane|barnehager|barnehagar|sykehjem|sjukeheimar|enheter|einingar|avdelinger|avdelingar|virksomheter|verksemder|schools|kindergartens|units|departments|nursing homes)(?=.*(?<!\\p{L})(?:hver|kvar|each)(?!\\p{L}))`,
  'iu',
)
/** How many units of the municipality each buy for the amount; undefined where that is not said. */
export const unitsIn = (text: string): number | undefined => numberIn(severalUnits.exec(text)?.[1])

/** A number as digits or as a small word; undefined for any other word. */
export const numberIn = (written: string | undefined): number | undefined =>
  written === undefined
    ? undefined
    : /^\d/.test(written)
      ? Number(written.replace(/[ .\u00a0]/g, '')) || undefined
      : smallNumber(written.toLowerCase())
