/**
 * Dated limits: amounts and duties that hold from one day to another, from law or from the municipality's own rules.
 * Data in, the period of a day out. Nothing here knows today's date, and no amount is written in code.
 */
import { z } from 'zod'
import { type Day, dayBefore, daySchema } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'

const comparisons = { 'fra og med': 'from', over: 'over', under: 'under' } as const

const periodSchema = z.strictObject({
  fra: daySchema,
  til: daySchema.nullable(),
  beløp: z.record(z.string(), z.number().int().positive()).default({}),
  grense: z.enum(Object.keys(comparisons) as (keyof typeof comparisons)[]).optional(), // its own keys
  hjemmel: z.string().min(1),
  status: z.enum(['bekreftet', 'må bekreftes']),
  tekst: z.string().min(1),
})

/** One limit as it stands in `knowledge/rules/*.yaml`; the keys are those that the procurement section writes. */
export const limitSchema = z.strictObject({
  id: z.string().min(1),
  tittel: z.string().min(1),
  eier: z.string().min(1),
  revideres: daySchema,
  kilde: z.string().min(1),
  lenker: z.array(z.string()).default([]),
  søkeord: z.array(z.string()).default([]),
  perioder: z.array(periodSchema).min(1),
})

/** Whose rule it is: Norwegian law and regulation, or the municipality's own. Always shown apart. */
export type Authority = 'law' | 'local'

/** What holds from and with `from` to and with `to` (null = still). Amounts are kroner without VAT. */
export type Period = {
  from: Day
  to: Day | null
  amounts: Readonly<Record<string, number>>
  /** Whether the amount itself is meant; undefined where the text says it, or there is none. */
  comparison: 'from' | 'over' | 'under' | undefined
  legalBasis: string
  confirmed: boolean
  text: string
}

/** Periods newest first. */
export type DatedRule = { authority: Authority; periods: readonly Period[] }

export const readPeriods = (written: z.output<typeof periodSchema>[]): Period[] =>
  written
    .map((period) => ({
      from: period.fra,
      to: period.til,
      amounts: period.beløp,
      comparison: period.grense && comparisons[period.grense],
      legalBasis: period.hjemmel,
      confirmed: period.status === 'bekreftet',
      text: period.tekst,
    }))
    .sort((a, b) => (a.from < b.from ? 1 : -1))

/** The period that holds on a day; undefined when nothing is set for it. */
export const periodOn = (rule: DatedRule, day: Day): Period | undefined =>
  rule.periods.find((period) => period.from <= day && (period.to === null || day <= period.to))

/** The period before a given one, where it ended the day before. */
export const periodBefore = (rule: DatedRule, period: Period): Period | undefined =>
  rule.periods.find((earlier) => earlier.to === dayBefore(period.from))

/** Puts the period's amounts into `{name}` places, written as kroner. A name without an amount is left as it is. */
export const withAmounts = (text: string, amounts: Period['amounts']): string =>
  text.replace(place, (written, name: string) => {
    const amount = amounts[name]
    return amount === undefined ? written : writeKroner(amount)
  })

/** The names in a text that stand for amounts. */
export const amountNames = (text: string): string[] => [...text.matchAll(place)].map(([, name = '']) => name)

const place = /\{(\p{L}+)\}/gu
