import type { Day } from '../kit/day.ts'
import type { Assumed, Reckoned } from '../purchase/purchase.ts'
import { type Band, generalKind, type Kind, periodOn } from '../rules/rules.ts'
import type { Answer } from './understand.ts'

/**
 * What the rules came to, as data. `value` is kroner without VAT for the whole contract. Null is what was not said, or
 * cannot be told before it is asked for: a limit by itself has no band.
 */
export type RuleFacts = {
  band: Band | null
  value: number | null
  kind: Kind | null
  date: Day
  paragraphs: readonly string[]
  assumed: readonly string[]
}

/** Undefined where neither an amount nor a limit was read. */
export function ruleFacts({ decision, rule, asOf }: Answer, today: Day): RuleFacts | undefined {
  if (rule?.limits) {
    const paragraphs = 'now' in rule.limits ? [rule.limits.now.period.legalBasis] : []
    return { band: null, value: null, kind: null, date: rule.day, paragraphs, assumed: [] }
  }
  if (rule) {
    const reckoned = rule.reckoning && 'reckoned' in rule.reckoning ? rule.reckoning.reckoned : undefined
    if (!reckoned) return { band: null, value: null, kind: null, date: rule.day, paragraphs: [], assumed: [] }
    const { banded, assumed } = reckoned
    return {
      band: banded.band,
      value: banded.value,
      kind: generalKind(banded.kind),
      date: banded.day,
      paragraphs: paragraphsOf(reckoned),
      assumed: assumed.map((one) => assumedAs[one]),
    }
  }
  const limit = decision.kind === 'answer' && decision.item.type === 'limit' ? decision.item : undefined
  const date = asOf ?? today
  const period = limit && periodOn(limit, date)
  return period
    ? { band: null, value: null, kind: null, date, paragraphs: [period.legalBasis], assumed: [] }
    : undefined
}

/** The limits, what the arithmetic stands on, and the law on what must be done for certain. */
export function paragraphsOf({ banded, estimate, duties }: Reckoned): string[] {
  const limits = [banded.reached, banded.next, ...estimate.cited].flatMap((cited) =>
    cited ? [cited.period.legalBasis] : [],
  )
  const done = duties.filter(({ duty, ask }) => duty.authority === 'law' && !ask)
  return [...new Set([...limits, ...done.map(({ legalBasis }) => legalBasis)])]
}

/** What was taken for granted, as data. */
const assumedAs: Readonly<Record<Assumed, string>> = {
  vat: 'amount is without VAT',
  'vat-rate': 'usual VAT rate',
  kind: 'goods or services',
  duration: 'no end date',
  whole: 'amount covers the whole duration',
  upper: 'upper end of the range',
  month: 'last day of the month',
  year: 'last day of the year',
}
