/** From what is said about a purchase to the rules that hold for it; or to the one fact that has to be asked for first. */
import type { Day } from '../kit/day.ts'
import {
  amountOn,
  type Banded,
  bandOn,
  type Due,
  dutiesOn,
  type Estimate,
  estimate,
  type Kind,
  type Meaning,
  type Rules,
} from '../rules/rules.ts'
import type { Purchase, SaidPayment } from './reading.ts'

/** What a person chose when asked. */
export type Told = {
  kroner?: number | undefined
  vat?: 'with' | 'without' | undefined
  /** VAT in percent. */
  rate?: number | undefined
  months?: number | 'indefinite' | undefined
  kind?: Kind | undefined
}

/** What can be asked for, and what is taken for granted when it is not. `count` has to be written. */
export type Missing =
  | { fact: 'amount'; choices: readonly number[] }
  | { fact: 'count' | 'duration' | 'kind' | 'vat' | 'rate' }
/**
 * `vat` that none is in, `vat-rate` that it is the usual one for such a thing, `whole` that the amount is for the whole
 * duration, `upper` that the upper end of a range is meant, `month` and `year` that the end of it is.
 */
export type Assumed = 'vat' | 'vat-rate' | 'kind' | 'duration' | 'whole' | 'upper' | 'month' | 'year'

/** A purchase with all that holds for it. */
export type Reckoned = {
  banded: Banded
  estimate: Estimate
  duties: readonly Due[]
  assumed: readonly Assumed[]
}

export type Reckoning =
  | { kind: 'reckoned'; reckoned: Reckoned; ask: undefined }
  /** `reckoned` is what would hold without an answer; undefined where that cannot be said. */
  | { kind: 'ask'; ask: Missing; reckoned: Reckoned | undefined }
  /** The limits of that day are not known. */
  | { kind: 'unknown-day'; day: Day }

/** No more than so many questions: then it is answered with what was taken for granted. */
const mostAsked = 2
const kindsThatDiffer: readonly Kind[] = ['goods', 'works', 'special', 'health']
/** "Under 500 000" does not reach a limit of 500 000. */
const limitsNamed: readonly Meaning[] = [
  'act',
  'national',
  'eea-goods-services',
  'eea-works',
  'eea-special-health',
  'direct-purchase',
]

/** `asked` is how many questions were put before. Undefined where no amount was said. */
export function reckon(
  purchase: Purchase,
  told: Told,
  { rules, today, asked }: { rules: Rules; today: Day; asked: number },
): Reckoning | undefined {
  if (purchase.payments.length === 0) return undefined
  const ask = (missing: Missing, reckoned?: Reckoned): Reckoning => ({ kind: 'ask', ask: missing, reckoned })
  const day = purchase.day?.day ?? today
  const choices = choicesIn(purchase)
  if (choices.length > 1 && told.kroner === undefined) return ask({ fact: 'amount', choices })
  if (purchase.countMissing) return ask({ fact: 'count' })

  const months = told.months ?? purchase.months
  const said = chosen(purchase, told.kroner)
  const recurs = said.some(({ every }) => every)
  if (recurs && months === undefined && asked < mostAsked) return ask({ fact: 'duration' })

  const kind = told.kind ?? purchase.kind
  const amount = (meaning: Meaning) => amountOn(rules.limits, meaning, day)?.value
  const general = amount('vat') ?? 0
  const usual = purchase.vatOf && amount(purchase.vatOf)
  const valueAt = (rate: number) =>
    estimate(rules.limits, day, {
      payments: said.map((payment) => ({
        ...withoutReadings(payment),
        vatRate: isIncluded(payment, purchase, told) ? (told.rate ?? payment.vat?.rate ?? rate) : 0,
      })),
      ...((recurs || months !== undefined) && { months: months ?? 'indefinite' }),
      ...(purchase.units !== undefined && { units: purchase.units }),
      ...(purchase.restValue !== undefined && { restValue: purchase.restValue }),
      ...(kind && { kind }),
    })
  const estimated = valueAt(usual ?? general)
  if ('missing' in estimated) return ask({ fact: 'duration' })
  const reached = limitsNamed.some((meaning) => amount(meaning) === estimated.value)
  const value = purchase.bound === 'under' && reached ? estimated.value - 1 : estimated.value
  const banded = bandOn(rules.limits, { day, kind: kind ?? 'goods', value })
  if (!banded) return { kind: 'unknown-day', day }

  const differs = (other: Kind, otherValue: number) =>
    bandOn(rules.limits, { day, kind: other, value: otherValue })?.band !== banded.band
  const included = said.some((payment) => isIncluded(payment, purchase, told))
  const vatSaid = told.vat !== undefined || purchase.vat !== undefined
  const rateSaid = told.rate !== undefined || said.some(({ vat }) => vat?.rate !== undefined)
  const rateOpen = included && !rateSaid && usual === undefined
  const rateTells =
    rateOpen &&
    (['vat-food', 'vat-low'] as const).some((meaning) => {
      const other = valueAt(amount(meaning) ?? general)
      return 'value' in other && differs(banded.kind, other.value)
    })
  const assumed: Assumed[] = [
    ...(vatSaid ? [] : (['vat'] as const)),
    ...(included && !rateSaid ? (['vat-rate'] as const) : []),
    ...(kind ? [] : (['kind'] as const)),
    ...(recurs && months === undefined ? (['duration'] as const) : []),
    ...(!recurs && months !== undefined ? (['whole'] as const) : []),
    ...(purchase.bound === 'range' ? (['upper'] as const) : []),
    ...(purchase.day?.whole ? ([purchase.day.whole] as const) : []),
  ]
  const reckoned = {
    banded,
    estimate: estimated,
    duties: dutiesOn(rules, { ...banded, ...(months !== undefined && { months }) }, {}),
    assumed,
  }
  if (asked < mostAsked) {
    if (!kind && kindsThatDiffer.some((other) => differs(other, value)))
      return ask({ fact: 'kind' }, reckoned)
    if (!vatSaid && differs(banded.kind, Math.round((value * 100) / (100 + general))))
      return ask({ fact: 'vat' }, reckoned)
    if (rateTells) return ask({ fact: 'rate' }, reckoned)
  }
  return { kind: 'reckoned', reckoned, ask: undefined }
}

/** The amounts that one has to choose between: two readings of one, or several that do not belong together. */
export const choicesIn = ({ payments, compete }: Purchase): readonly number[] =>
  compete
    ? [...new Set(payments.flatMap(({ kroner, readings }) => (readings.length > 1 ? readings : [kroner])))]
    : (payments.find(({ readings }) => readings.length > 1)?.readings ?? [])

/** The payments that are meant once an amount was chosen; of several that belong together only the one is read anew. */
function chosen({ payments, compete }: Purchase, kroner: number | undefined): readonly SaidPayment[] {
  if (kroner === undefined) return payments
  const one = payments.findIndex((payment) => payment.kroner === kroner || payment.readings.includes(kroner))
  return payments.flatMap((payment, at) => (at === one ? [{ ...payment, kroner }] : compete ? [] : [payment]))
}

const isIncluded = ({ vat }: SaidPayment, purchase: Purchase, told: Told): boolean =>
  told.vat ? told.vat === 'with' : ((vat ?? purchase.vat)?.included ?? false)

const withoutReadings = ({ readings: _, vat: __, ...payment }: SaidPayment) => payment
