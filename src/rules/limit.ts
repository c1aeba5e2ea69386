/**
 * Dated limits: amounts and duties that hold from one day to another, from law or from the municipality's own rules.
 * Data in, the period of a day out. Nothing here knows today's date, and no amount is written in code.
 */
import { z } from 'zod'
import { type Day, dayBefore, daySchema } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'
import { type Meaning, meaningSchema } from './meaning.ts'

const comparisons = { 'fra og med': 'from', over: 'over', under: 'under' } as const

const periodSchema = z.strictObject({
  fra: daySchema,
  til: daySchema.nullable(),
  vedtak: z.string().min(1).optional(),
  beløp: z.record(z.string(), z.number().int().positive()).default({}),
  tall: z.record(z.string(), z.number().positive()).default({}),
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
  betyr: z.record(z.string(), meaningSchema).default({}),
  søkes: z.enum(['ja', 'nei']).default('ja'),
  omtales: z.array(z.string().min(1)).default([]),
  søkeord: z.array(z.string()).default([]),
  perioder: z.array(periodSchema).min(1),
})

/** Whose rule it is: Norwegian law and regulation, or the municipality's own. Always shown apart. */
export type Authority = 'law' | 'local'

/**
 * What holds from and with `from` to and with `to` (null = still). Amounts are kroner without VAT, numbers are percent or
 * months. `decision` is the act or regulation that set it.
 */
export type Period = {
  from: Day
  to: Day | null
  amounts: Readonly<Record<string, number>>
  numbers: Readonly<Record<string, number>>
  decision: string | undefined
  /** Whether the amount itself is meant; undefined where the text says it, or there is none. */
  comparison: 'from' | 'over' | 'under' | undefined
  legalBasis: string
  confirmed: boolean
  text: string
}

/** Periods newest first. `means` says which limit each amount is, `calledAs` how texts speak of it. */
export type DatedRule = {
  authority: Authority
  periods: readonly Period[]
  means: Readonly<Record<string, Meaning>>
  calledAs: readonly string[]
}

export const readPeriods = (written: z.output<typeof periodSchema>[]): Period[] =>
  written
    .map((period) => ({
      from: period.fra,
      to: period.til,
      amounts: period.beløp,
      numbers: period.tall,
      decision: period.vedtak,
      comparison: period.grense && comparisons[period.grense],
      legalBasis: period.hjemmel,
      confirmed: period.status === 'bekreftet',
      text: period.tekst,
    }))
    .sort((a, b) => (a.from < b.from ? 1 : -1))

type Holding = { from: Day; to: Day | null }

/** The period that holds on a day; undefined when nothing is set for it. */
export const periodOn = <P extends Holding>(rule: { periods: readonly P[] }, day: Day): P | undefined =>
  rule.periods.find((period) => period.from <= day && (period.to === null || day <= period.to))

/** The period before a given one, where it ended the day before. */
export const periodBefore = (rule: Pick<DatedRule, 'periods'>, period: Period): Period | undefined =>
  rule.periods.find((earlier) => earlier.to === dayBefore(period.from))

/** A word as short as this begins too many others. */
const shortest = 3

/** Whether a text speaks of a limit by one of the words that it is called by, or by words that begin with them. */
export function speaksOf(text: string, { calledAs }: Pick<DatedRule, 'calledAs'>): boolean {
  const lower = text.toLowerCase()
  return calledAs.some((words) => {
    for (
      let at = lower.indexOf(words.toLowerCase());
      at !== -1;
      at = lower.indexOf(words.toLowerCase(), at + 1)
    )
      if (
        !/\p{L}/u.test(lower.charAt(at - 1)) &&
        (words.length > shortest || !/\p{L}/u.test(lower.charAt(at + words.length)))
      )
        return true
    return false
  })
}

/** Puts the period's amounts into `{name}` places, written as kroner, and its numbers. An unknown name is left as it is. */
export const withAmounts = (
  text: string,
  { amounts, numbers }: Pick<Period, 'amounts' | 'numbers'>,
): string =>
  text.replace(place, (written, name: string) => {
    const amount = amounts[name]
    return amount === undefined ? String(numbers[name] ?? written) : writeKroner(amount)
  })

/** The names in a text that stand for amounts and numbers. */
export const amountNames = (text: string): string[] => [...text.matchAll(place)].map(([, name = '']) => name)

const place = /\{(\p{L}+)\}/gu
