/** What a person says about a purchase in plain words: amounts, VAT, how long, how many, what kind and when. */
import { type Amount, readAmounts } from '../kit/amount.ts'
import { type Vat, vatIn } from '../kit/beside-amount.ts'
import type { Day } from '../kit/day.ts'
import { type DayInText, dayInText } from '../kit/day-in-text.ts'
import { type Duration, readDurations, wholeLength } from '../kit/duration.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Kind, Payment, VatGroup } from '../rules/rules.ts'
import { countOf, noThing, numberIn, unitsIn } from './count.ts'

/** A payment as it was said; `vat` where it was said of this one, `readings` where its number can be read in two ways. */
export type SaidPayment = Omit<Payment, 'vatRate'> & { vat: Vat | undefined; readings: readonly number[] }

export type Purchase = {
  payments: readonly SaidPayment[]
  /** Several amounts that do not belong together: one of them is meant. */
  compete: boolean
  /** An amount for each of something, whose number is not said. */
  countMissing: boolean
  /** VAT as it was said of the whole. */
  vat: Vat | undefined
  months: number | 'indefinite' | undefined
  units: number | undefined
  /** What a rented thing is worth in the end, kroner. */
  restValue: number | undefined
  /** "Under" an amount, or up to the upper end of a range. */
  bound: 'under' | 'range' | undefined
  kind: Kind | undefined
  /** Which rate of VAT the thing has, where the words tell. */
  vatOf: VatGroup | undefined
  /** Undefined where no day is said. */
  day: DayInText | undefined
}

type Words = Pick<Knowledge, 'kindOf' | 'vatOf'>

export function readPurchase(text: string, { kindOf, vatOf }: Words, today: Day): Purchase {
  const durations = readDurations(text)
  const all = readAmounts(text, durations)
  const rest = all.find(({ at }) => restValue.test(text.slice(0, at)))
  const named = all.filter((amount) => amount !== rest && (!isLimit(text, amount) || all.length === 1))
  const less = discountsIn(text, named)
  const amounts = withoutVatTwins(named.filter((amount) => !less.has(amount)))
  const counted = amounts.map((amount) => ({ amount, ...countOf(text, amount, durations) }))
  const recurs = counted.some(({ amount, every }) => amount.every ?? every)
  const length = lengthOf(durations, recurs)
  const [first] = amounts
  return {
    payments: [
      ...counted.map(({ amount, times, every }) => ({
        kroner: amount.kroner[0],
        readings:
          amount.kroner.length === 2
            ? amount.kroner
            : readingsOf(text, amount, discountOn(amount, named, less)),
        vat: amount.vat,
        ...(times !== undefined && times !== 1 && { times }),
        ...everyOf(amount.every ?? every ?? length.every),
      })),
      ...optionShareOf(text, first),
    ],
    compete: amounts.length > 1 && !areJoined(text, amounts),
    countMissing: counted.some(({ missing }) => missing),
    vat: amounts.map(({ vat }) => vat).find((vat) => vat) ?? vatIn(text),
    months: length.months,
    units: amounts.some(({ each }) => each) ? undefined : unitsIn(text),
    restValue: rest?.kroner[0],
    bound: first?.bound === 'under' ? 'under' : first?.low === undefined ? undefined : 'range',
    kind: kindOf(text),
    vatOf: vatOf(text),
    day: dayInText(withoutWords(text, all), today),
  }
}

const everyOf = (every: SaidPayment['every'] | undefined) => (every === undefined ? {} : { every })

/** No VAT makes an amount larger than this. */
const mostWithVat = 1.3

/** "500 000 eks. mva (625 000 inkl. mva)" is one amount said twice. */
function withoutVatTwins(amounts: readonly Amount[]): readonly Amount[] {
  const without = amounts.find(({ vat }) => vat?.included === false)
  const withVat = amounts.find(({ vat }) => vat?.included)
  if (!without || !withVat || amounts.length > 2) return amounts
  const more = withVat.kroner[0] / without.kroner[0]
  return more > 1 && more <= mostWithVat ? [without] : amounts
}

/** "120 stoler til 4 500 kr" may be each, or all of them; a discount may be taken off already. */
function readingsOf(
  text: string,
  { at, kroner: [kroner], each, every }: Amount,
  discount: number | undefined,
): readonly number[] {
  if (discount !== undefined) return [kroner - discount, kroner]
  const [, written, things = ''] = thingsBefore.exec(text.slice(0, at)) ?? []
  const number = noThing.test(things) ? 0 : (numberIn(written) ?? 0)
  return number > 1 && !each && !every ? [kroner, kroner * number] : []
}

const numberWords =
  'to(?=\\s+(?:nye\\s+|stk\\.?\\s+)?[\\p{L}-]+\\s+(?:til|for)\\s)|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|femten|tjue|tretti|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty'
/** "30 stk pc til", and with a word for a number "to nye stoler til"; "want to buy" has no number. */
const thingsBefore = new RegExp(
  `(?<![\\p{L}\\d.,]|(?:want|need|going|like|have|plan|how)\\s)(\\d{1,4}|${numberWords})\\s+((?:[\\p{L}-]{2,}\\.?\\s+){1,3})(?:til|for|at)\\s*(?:(?:ca\\.?|cirka|omtrent|rundt|about|around)\\s*)?(?:kr\\.?\\s*)?$`,
  'iu',
)

const discountBefore = /(?:minus|(?:rabatt|avslag|discount)\s*(?:på|of)?)\s*(?:kr\.?\s*)?$/iu
const discountAfter = /^\s*(?:(?:i|in)\s+)?\p{L}*(?:rabatt|avslag|discount)/iu
const minus = /^\s*[-–−]\s*(?:kr\.?\s*)?$/u

/** Amounts that are taken off the one before: "60 000 - 10 000", "med 10 000 i rabatt". */
function discountsIn(text: string, amounts: readonly Amount[]): ReadonlySet<Amount> {
  const isDiscount = (amount: Amount, at: number) => {
    const before = amounts[at - 1]
    if (!before || before.kroner[0] <= amount.kroner[0]) return false
    const between = text.slice(before.at + before.text.length, amount.at)
    return (
      (minus.test(between) && before.kroner[0] > amount.kroner[0] * mostWithVat) ||
      discountBefore.test(between) ||
      discountAfter.test(text.slice(amount.at + amount.text.length))
    )
  }
  return new Set(amounts.filter(isDiscount))
}

function discountOn(
  amount: Amount,
  all: readonly Amount[],
  discounts: ReadonlySet<Amount>,
): number | undefined {
  const next = all[all.indexOf(amount) + 1]
  return next && discounts.has(next) ? next.kroner[0] : undefined
}

/** `1,2 mill + 10 % opsjon`. */
function optionShareOf(text: string, amount: Amount | undefined): SaidPayment[] {
  const [, share] = /(\d{1,3})\s*(?:%|prosent|percent)\s*(?:opsjon|option)/iu.exec(text) ?? []
  if (share === undefined || !amount) return []
  return [{ kroner: Math.round((amount.kroner[0] * Number(share)) / 100), readings: [], vat: amount.vat }]
}

/** A text without its amounts and what is said of them: what is bought is left. */
export function withoutAmounts(text: string): string {
  const durations = readDurations(text)
  return withoutWords(text, [...durations, ...readAmounts(text, durations)]).replace(ofAmounts, ' ')
}

const withoutWords = (text: string, parts: readonly { at: number; text: string }[]): string =>
  parts.reduce(
    (kept, { at, text: words }) =>
      kept.slice(0, at) + ' '.repeat(words.length) + kept.slice(at + words.length),
    text,
  )

const ofAmounts =
  /(?<!\p{L})(?:inkl\p{L}*|eks|ekskl\p{L}*|ex|excl\p{L}*|incl\p{L}*|mva|moms|vat|kr|kroner|kronar|nok|pr|per|mnd|året|måneden|månaden|stk|stykket)(?!\p{L})\.?/giu

/**
 * Which facts of a purchase a text changes, where it says nothing else: an amount ("og hvis den er på 2 millioner?"),
 * something about one ("uten mva", "i 4 år"), or only what kind it is ("en helsetjeneste").
 */
export function changedFacts(
  text: string,
  words: Words,
  today: Day,
): 'amount' | 'about-it' | 'kind' | undefined {
  const { payments, vat, months, kind, day } = readPurchase(text, words, today)
  const every = /(?<!\p{L})(?:per|pr|i|a|each) ?(?:år|året|mnd|måneden|month|year)/iu.test(text)
  const aboutIt = vat ?? months ?? day ?? (every || undefined)
  if (payments.length === 0 && aboutIt === undefined && !kind) return undefined
  const left =
    withoutAmounts(text)
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? []
  // What is left may name the kind, and no more than that.
  if (left.filter((word) => !ofFacts.has(word)).length > (kind ? 2 : 0)) return undefined
  return payments.length > 0 ? 'amount' : aboutIt === undefined ? 'kind' : 'about-it'
}

const ofFacts = new Set(
  `og men hva kva hvis viss om dersom med da då det den dei de er vert blir jobben kjøpet avtalen prisen koster kostar skal på i for en ein ei et eit
  er å være vere år måneder månader uten utan inkludert alt totalt til sammen saman samla what if and it is the for with without about a an of how
  then so costs price contract job purchase years months before month var gjaldt januar februar mars april mai juni juli august september
  oktober november desember hver kvar each antall stk må lyses ut doffin på ted eøs`.split(/\s+/),
)

/** What is said later counts before what was said earlier; amounts are exchanged as a whole. */
export function saidLater(earlier: Purchase, later: Purchase): Purchase {
  const { payments, compete, countMissing, bound, restValue } = later.payments.length > 0 ? later : earlier
  const { vat } = later
  return {
    payments:
      vat && later.payments.length === 0 ? payments.map((payment) => ({ ...payment, vat })) : payments,
    compete,
    countMissing,
    bound,
    restValue,
    vat: later.vat ?? earlier.vat,
    months: later.months ?? earlier.months,
    units: later.units ?? earlier.units,
    kind: later.kind ?? earlier.kind,
    vatOf: later.vatOf ?? earlier.vatOf,
    day: later.day ?? earlier.day,
  }
}

const restValue = /(?:restverdi\p{L}*|residual value|rest value)\s*(?:på|of)?\s*$/iu

/** How many letters behind an amount are looked at; more would take too long where they are spaces. */
const reach = 40
/** "Grensa på 500 000": an amount that is named as a limit is not what the purchase costs. */
const isLimit = (text: string, { at, text: words }: Amount): boolean =>
  /(?:grens\p{L}*|terskel\p{L}*|limit|threshold)\s+(?:er|på|is|of|at)?\s*$/iu.test(text.slice(0, at)) ||
  /^\s*-?\s*(?:kr\.?|kroners?)?\s*-?(?:grens|terskel|limit|threshold)/iu.test(
    text.slice(at + words.length, at + words.length + reach),
  )

const joint =
  /^[^.?!]{0,30}?(?:\+|pluss|plus|(?<!\p{L})og(?!\p{L})|(?<!\p{L})and(?!\p{L})|i tillegg|samt)[^.?!]{0,40}$/iu
/** What comes on top: an option, and what is paid after the first year (FOA § 5-4). */
const onTop = /opsjon|option|forleng|extension|deretter|derettar|thereafter|etterpå|(?<!\p{L})then(?!\p{L})/iu
const onTopAfter = /^\s*(?:(?:i|som|for|as)\s+)?(?:opsjon|option)/iu
const afterFirst = /(?:første|fyrste|first)(?!\p{L})/iu
/** "500 000 uten opsjon, 700 000 med": one of them; "inkl. opsjon på 200 000" is part of the first. */
const notOnTop =
  /(?:(?<!\p{L})(?:uten|utan|without|eks\p{L}*|inkl\p{L}*|incl\p{L}*)|herav|derav|hvorav|of which)\.?\s+(?:\p{L}+\s+)?(?:opsjon|option|forleng)|(?:med|with)\s+(?:opsjon|option)\p{L}*\s*$/iu
const areJoined = (text: string, amounts: readonly Amount[]): boolean =>
  amounts.slice(1).every((amount, at) => {
    const before = amounts[at]
    if (!before) return false
    const between = text.slice(before.at + before.text.length, amount.at)
    const either =
      /eller|(?<!\p{L})or(?!\p{L})/iu.test(between) ||
      /(?:mellom|between|velger|vel )/iu.test(text.slice(0, before.at)) ||
      notOnTop.test(between)
    const isOnTop =
      onTop.test(between) ||
      onTopAfter.test(text.slice(amount.at + amount.text.length)) ||
      (afterFirst.test(text) && /(?<!\p{L})så(?!\p{L})/iu.test(between))
    // Two that recur have each their own time, which is not told apart.
    return !either && (joint.test(between) || (isOnTop && !(before.every && amount.every)))
  })

/** How long it lasts with its options. `every`: "80 000 x 12" is so much in each of twelve months. */
function lengthOf(
  durations: readonly Duration[],
  recurs: boolean,
): { months: number | 'indefinite' | undefined; every: 'month' | undefined } {
  // Of several lengths that do not agree it has to be asked which is meant.
  const months = wholeLength(durations)
  const timesMonths = !recurs && months !== undefined && durations.every(({ text }) => /^[x×*]/.test(text))
  return { months, every: timesMonths ? 'month' : undefined }
}
