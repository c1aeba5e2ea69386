import type { Day } from '../kit/day.ts'
import type { DatedRule, Period } from './limit.ts'
import { periodOn } from './limit.ts'
import type { Meaning } from './meaning.ts'

/** A limit as the files keep it. */
export type NamedLimit = DatedRule & { id: string; title: string }

/** An amount with what it stands on: the limit, and the period that holds on the day. */
export type Cited = { meaning: Meaning; value: number; limit: NamedLimit; period: Period }

/** The amount (kroner without VAT), or the number, of a meaning on a day; undefined when none is set for it. */
export function amountOn(limits: readonly NamedLimit[], meaning: Meaning, day: Day): Cited | undefined {
  for (const limit of limits) {
    const name = nameOf(limit, meaning)
    const period = name === undefined ? undefined : periodOn(limit, day)
    const value = name === undefined ? undefined : (period?.amounts[name] ?? period?.numbers[name])
    if (period && value !== undefined) return { meaning, value, limit, period }
  }
  return undefined
}

/** Every value that a meaning has had, newest first. */
export const historyOf = (limits: readonly NamedLimit[], meaning: Meaning): Cited[] =>
  limits.flatMap((limit) => {
    const name = nameOf(limit, meaning)
    if (name === undefined) return []
    return limit.periods.flatMap((period) => {
      const value = period.amounts[name] ?? period.numbers[name]
      return value === undefined ? [] : [{ meaning, value, limit, period }]
    })
  })

const nameOf = ({ means }: NamedLimit, meaning: Meaning): string | undefined =>
  Object.keys(means).find((name) => means[name] === meaning)
