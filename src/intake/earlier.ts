import { writeDay } from '../kit/day.ts'
import { amountOn, type Banded, bandOn, type Rules } from '../rules/rules.ts'
import type { EarlierRequest } from './request.ts'

/** What earlier requests of the same unit for the same group make likely. `together` is kroner without VAT, this one included. */
export type Likely = { duplicates: readonly EarlierRequest[]; split: boolean; together: number }

/** Two requests are likely the same when their values differ by no more than this share, and their words agree. */
const sameValueShare = 0.1

/**
 * A split is likely where this purchase and the earlier ones reach a limit together that this one does not reach alone
 * (FOA § 5-4 (4)), also one of the municipality's own.
 */
export function likelyFrom(
  { title, banded }: { title: string; banded: Banded },
  earlier: readonly EarlierRequest[],
  { limits }: Rules,
): Likely {
  const together = earlier.reduce((sum, { value }) => sum + value, banded.value)
  const { day, kind, value } = banded
  const passes = (['direct-purchase', 'three-quotes'] as const).some((meaning) => {
    const limit = amountOn(limits, meaning, day)?.value ?? Number.POSITIVE_INFINITY
    return value < limit && together >= limit
  })
  return {
    together,
    split:
      earlier.length > 0 && (passes || bandOn(limits, { day, kind, value: together })?.band !== banded.band),
    duplicates: earlier.filter(
      (one) => Math.abs(one.value - value) <= value * sameValueShare && speakOfTheSame(one.title, title),
    ),
  }
}

/** Two needs that share a word. */
export const speakOfTheSame = (one: string, other: string): boolean =>
  wordsIn(one).some((word) => wordsIn(other).includes(word))

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []

/** One earlier request on one line. */
export const lineOf = ({ number, title, day }: EarlierRequest, amount: string): string =>
  `${number} · ${writeDay(day)} · ${title} · ${amount}`
