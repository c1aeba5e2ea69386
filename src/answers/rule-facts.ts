import type { Day } from '../kit/day.ts'
import { periodOn } from '../rules/limit.ts'
import { type Band, generalKind, type Kind } from '../rules/rules.ts'
import { assumedAs, paragraphsOf } from './rule-card.ts'
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
export function ruleFacts({ decision, rule }: Answer, today: Day): RuleFacts | undefined {
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
  const period = limit && periodOn(limit, today)
  return period
    ? { band: null, value: null, kind: null, date: today, paragraphs: [period.legalBasis], assumed: [] }
    : undefined
}
