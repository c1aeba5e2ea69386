/** From what is said about a purchase to the rules that hold for it; or to the one fact that has to be asked for first. */
import type { Day } from '../kit/day.ts'
import {
  amountOn,
  type Band,
  type Banded,
  bandOn,
  type Cost,
  type Due,
  dutiesOn,
  type Estimate,
  estimate,
  type Kind,
  type Rules,
} from '../rules/rules.ts'
import type { Purchase } from './purchase.ts'

/** What a person chose when asked. */
export type Told = {
  kroner?: number | undefined
  vat?: 'with' | 'without' | undefined
  months?: number | 'indefinite' | undefined
  kind?: Kind | undefined
}

/** What can be asked for, and what is taken for granted when it is not. `count` has to be written. */
export type Missing =
  | { fact: 'amount'; choices: readonly number[] }
  | { fact: 'count' | 'duration' | 'kind' | 'vat' }
/** `vat` that none is in, `vat-rate` that it is the general one, `whole` that the amount is for the whole duration. */
export type Assumed = 'vat' | 'vat-rate' | 'kind' | 'duration' | 'whole' | 'month' | 'year'

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

/** `asked` is how many questions were put before. Undefined where no amount was said. */
export function reckon(
  purchase: Purchase,
  told: Told,
  { rules, today, asked }: { rules: Rules; today: Day; asked: number },
): Reckoning | undefined {
  if (purchase.amounts.length === 0) return undefined
  const day = purchase.day?.day ?? today
  if (purchase.choices.length > 1 && told.kroner === undefined)
    return { kind: 'ask', ask: { fact: 'amount', choices: purchase.choices }, reckoned: undefined }
  if (purchase.countMissing) return { kind: 'ask', ask: { fact: 'count' }, reckoned: undefined }

  const kind = told.kind ?? purchase.kind
  const months = told.months ?? purchase.months
  const recurs = purchase.payments.some(({ every }) => every)
  if (recurs && months === undefined && asked < mostAsked)
    return { kind: 'ask', ask: { fact: 'duration' }, reckoned: undefined }

  const included = told.vat ? told.vat === 'with' : purchase.vat?.included
  const general = amountOn(rules.limits, 'vat', day)?.value ?? 0
  const rate = included ? (purchase.vat?.rate ?? general) : 0
  const cost: Cost = {
    payments:
      told.kroner === undefined
        ? purchase.payments
        : purchase.payments.slice(0, 1).map((payment) => ({ ...payment, kroner: told.kroner ?? 0 })),
    vatRate: rate,
    ...((recurs || months !== undefined) && { months: months ?? 'indefinite' }),
    ...(purchase.units !== undefined && { units: purchase.units }),
    ...(purchase.restValue !== undefined && { restValue: purchase.restValue }),
    ...(kind && { kind }),
  }
  const estimated = estimate(rules.limits, day, cost)
  if ('missing' in estimated) return { kind: 'ask', ask: { fact: 'duration' }, reckoned: undefined }
  const banded = bandOn(rules.limits, { day, kind: kind ?? 'goods', value: estimated.value })
  if (!banded) return { kind: 'unknown-day', day }

  const bandIf = (other: Kind, value = estimated.value): Band | undefined =>
    bandOn(rules.limits, { day, kind: other, value })?.band
  const kindTells = !kind && kindsThatDiffer.some((other) => bandIf(other) !== banded.band)
  const withoutVat = Math.round((estimated.value * 100) / (100 + general))
  const vatTells = included === undefined && bandIf(banded.kind, withoutVat) !== banded.band
  const assumed: Assumed[] = [
    ...(included === undefined ? (['vat'] as const) : []),
    ...(included && purchase.vat?.rate === undefined ? (['vat-rate'] as const) : []),
    ...(kind ? [] : (['kind'] as const)),
    ...(recurs && months === undefined ? (['duration'] as const) : []),
    ...(!recurs && months !== undefined ? (['whole'] as const) : []),
    ...(purchase.day?.whole ? ([purchase.day.whole] as const) : []),
  ]
  const reckoned = { banded, estimate: estimated, duties: dutiesOn(rules, banded, {}), assumed }
  if (asked < mostAsked && kindTells) return { kind: 'ask', ask: { fact: 'kind' }, reckoned }
  if (asked < mostAsked && vatTells) return { kind: 'ask', ask: { fact: 'vat' }, reckoned }
  return { kind: 'reckoned', reckoned, ask: undefined }
}
