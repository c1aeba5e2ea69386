/**
 * The estimated value of a purchase (FOA § 5-4): without VAT, everything paid over the whole duration, options included,
 * for all units that buy the same together.
 */
import type { Day } from '../kit/day.ts'
import { amountOn, type Cited, type NamedLimit } from './amount-on.ts'
import type { Kind } from './kind.ts'

/**
 * `times` is how often it is paid in all, or how many are bought; `every` how often it recurs over the duration. `vatRate`
 * is the VAT in percent that it holds, 0 where it holds none.
 */
export type Payment = {
  kroner: number
  every?: 'year' | 'half-year' | 'quarter' | 'month' | 'week'
  times?: number
  vatRate: number
}

export type Cost = {
  payments: readonly Payment[]
  /** How long it lasts with all options, in months. */
  months?: number | 'indefinite'
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
  /** What else of the same is bought, without VAT. */
  | { of: 'more'; more: number; result: number }
  | { of: 'vat'; rate: number; from: number; result: number }
  /** What is counted at the most; `whole` is what all of the duration would come to, where it has an end. */
  | { of: 'longest'; months: number; whole: number | undefined; result: undefined }

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
  const { payments, units = 1, kind } = cost
  const recurs = payments.some(({ every }) => every)
  if (recurs && cost.months === undefined) return { missing: 'duration' }
  const open = amountOn(limits, 'months-without-end', day)
  const longest = open?.value ?? 0
  const tooLong = recurs && services.has(kind) && typeof cost.months === 'number' && cost.months > longest
  const cut = tooLong || (recurs && cost.months === 'indefinite')
  const months = cut ? longest : cost.months === 'indefinite' ? undefined : cost.months
  // What a rented thing is worth in the end counts where there is an end, and it is more than a year away.
  const rest = cost.months !== 'indefinite' && (months ?? 0) > monthsInYear ? (cost.restValue ?? 0) : 0

  const paid = payments.map((payment) => ({ payment, ...paidIn(payment, months ?? 0) }))
  const gross = total(paid.map(({ gross }) => gross)) + rest
  const net = total(paid.map(({ net }) => net)) + rest
  const rates = new Set(payments.map(({ vatRate }) => vatRate))
  const value = Math.round(net * units)
  const whole = tooLong
    ? Math.round(total(payments.map((one) => paidIn(one, Number(cost.months)).net)) * units)
    : undefined
  const several = payments.length > 1 || rest > 0
  const steps: Step[] = [
    ...(cut ? [{ of: 'longest', months: longest, whole, result: undefined } as const] : []),
    ...paid
      .filter(({ payment, gross }) => gross !== payment.kroner)
      .map(
        ({ payment, gross }) =>
          ({ of: 'payment', payment, months: payment.every && months, result: gross }) as const,
      ),
    ...(rest > 0 ? [{ of: 'rest-value', result: rest } as const] : []),
    ...(rates.size > 1
      ? paid
          .filter(({ payment }) => payment.vatRate > 0)
          .map(
            ({ payment, gross, net }) =>
              ({ of: 'vat', rate: payment.vatRate, from: gross, result: Math.round(net) }) as const,
          )
      : []),
    ...(several ? [{ of: 'sum', result: Math.round(rates.size > 1 ? net : gross) } as const] : []),
    ...(units > 1
      ? [{ of: 'units', units, result: Math.round((rates.size > 1 ? net : gross) * units) } as const]
      : []),
    ...[...rates]
      .filter((rate) => rate > 0 && rates.size === 1)
      .map((rate) => ({ of: 'vat', rate, from: Math.round(gross * units), result: value }) as const),
  ]
  return { value, steps, cited: cut && open ? [open] : [] }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

const paidIn = (payment: Payment, months: number): { gross: number; net: number } => {
  const gross = payment.kroner * (payment.times ?? 1) * timesIn(payment, months)
  return { gross, net: (gross * 100) / (100 + payment.vatRate) }
}

const timesIn = ({ every }: Payment, months: number): number =>
  every === undefined ? 1 : (months * timesInYear[every]) / monthsInYear

const timesInYear = { year: 1, 'half-year': 2, quarter: 4, month: monthsInYear, week: 52 } satisfies Record<
  NonNullable<Payment['every']>,
  number
>
