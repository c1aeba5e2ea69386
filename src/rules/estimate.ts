/**
 * The estimated value of a purchase (FOA § 5-4): without VAT, everything paid over the whole duration, options included,
 * for all units that buy the same together.
 */
import type { Day } from '../kit/day.ts'
import { amountOn, type Cited, type NamedLimit } from './amount-on.ts'
import type { Kind } from './kind.ts'

/** `times` is how often it is paid in all, or how many are bought; `every` how often it recurs over the duration. */
export type Payment = {
  kroner: number
  every?: 'year' | 'half-year' | 'quarter' | 'month' | 'week'
  times?: number
}

export type Cost = {
  payments: readonly Payment[]
  /** How long it lasts with all options, in months. */
  months?: number | 'indefinite'
  /** VAT in percent that the amounts hold; 0 where they hold none. */
  vatRate: number
  /** How many units of the municipality buy the same, each for this much. */
  units?: number
  kind?: Kind
  /** A rental: what the thing is worth when it ends, kroner, counted when it lasts longer than a year. */
  restValue?: number
}

/** One line of the arithmetic: what is reckoned, and what comes of it in kroner. */
export type Step =
  | { of: 'payment'; payment: Payment; months: number | undefined; result: number }
  | { of: 'rest-value' | 'sum'; result: number }
  | { of: 'units'; units: number; result: number }
  | { of: 'vat'; rate: number; from: number; result: number }
  | { of: 'without-end'; months: number; result: undefined }

export type Estimate = { value: number; steps: readonly Step[]; cited: readonly Cited[] }

const monthsInYear = 12
const services = new Set<Kind | undefined>(['services', 'special', 'health'])

/**
 * A recurring payment that has no end counts for 48 months, and so does a service that runs longer without a total price
 * (FOA § 5-4; the number of months is the rules' own). `missing` when a recurring payment has no duration at all.
 */
export function estimate(
  limits: readonly NamedLimit[],
  day: Day,
  cost: Cost,
): Estimate | { missing: 'duration' } {
  const { payments, vatRate, units = 1, kind } = cost
  const recurs = payments.some(({ every }) => every)
  if (recurs && cost.months === undefined) return { missing: 'duration' }
  const open = amountOn(limits, 'months-without-end', day)
  const longest = open?.value ?? 0
  const withoutEnd =
    recurs && (cost.months === 'indefinite' || (services.has(kind) && (cost.months ?? 0) > longest))
  const months = withoutEnd ? longest : cost.months === 'indefinite' ? undefined : cost.months

  const steps: Step[] = withoutEnd ? [{ of: 'without-end', months: longest, result: undefined }] : []
  let sum = 0
  for (const payment of payments) {
    const paid = payment.kroner * (payment.times ?? 1) * timesIn(payment, months ?? 0)
    if (paid !== payment.kroner)
      steps.push({ of: 'payment', payment, months: payment.every && months, result: paid })
    sum += paid
  }
  if (cost.restValue && (months ?? 0) > monthsInYear) {
    sum += cost.restValue
    steps.push({ of: 'rest-value', result: cost.restValue })
  }
  if (payments.length > 1 || cost.restValue) steps.push({ of: 'sum', result: sum })
  if (units > 1) {
    sum *= units
    steps.push({ of: 'units', units, result: sum })
  }
  const value = Math.round((sum * 100) / (100 + vatRate))
  if (vatRate > 0) steps.push({ of: 'vat', rate: vatRate, from: sum, result: value })
  return { value, steps, cited: withoutEnd && open ? [open] : [] }
}

const timesIn = ({ every }: Payment, months: number): number =>
  every === undefined ? 1 : (months * timesInYear[every]) / monthsInYear

const timesInYear = { year: 1, 'half-year': 2, quarter: 4, month: monthsInYear, week: 52 } satisfies Record<
  NonNullable<Payment['every']>,
  number
>
