/** What the same unit has asked for before: a likely split of one purchase into several, or the same purchase twice. */
import { dayAt, dayInMonths, writeDay } from '../kit/day.ts'
import { amountOn, type Banded, bandOn, type Rules } from '../rules/rules.ts'
import { agreementsFor, thingIn } from './agreements-found.ts'
import type { Needs } from './needs.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import type { EarlierRequest } from './request.ts'
import { unitIn } from './request-made.ts'
import { kindIn } from './worth.ts'

const monthsLookedBack = 12

/**
 * What the same unit has requested of the same group in the last twelve months (FOA § 5-4). Where the search knows no group,
 * purchases of one kind that share a word.
 */
export async function earlierOf(
  draft: string,
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  { requests }: Needs,
): Promise<EarlierRequest[]> {
  const unit = unitIn(answers, facts)
  const group = groupOf(answers, facts)
  if (!unit || group === undefined) return []
  const since = Date.parse(dayInMonths(facts.today, -monthsLookedBack))
  const found = await requests.similar({ unit: unit.name, group, since, draft })
  const { need = '' } = answers
  const known = agreementsFor(need, facts).group !== undefined
  return found
    .filter(({ title }) => known || speakOfTheSame(title, need))
    .map(({ submittedAt, ...rest }) => ({ ...rest, day: dayAt(submittedAt) }))
}

/** The subgroup of the agreement that would cover it, else its kind. */
export const groupOf = (answers: Partial<PurchaseAnswers>, facts: PurchaseFacts): string | undefined =>
  agreementsFor(answers.need ?? '', facts).group ?? kindIn(answers, facts)

/**
 * What the earlier requests make likely, in kroner without VAT. `sum` is what they come to, `together` with this one; what
 * is already counted with it (`also`) is not counted again.
 */
export type Likely = { duplicates: readonly EarlierRequest[]; split: boolean; sum: number; together: number }

/** Two requests are likely the same when their values differ by no more than this share, and their words agree. */
const sameValueShare = 0.1

/**
 * A split is likely where this purchase and the earlier ones reach a limit together that this one does not reach alone
 * (FOA § 5-4 (4)), also one of the municipality's own.
 */
export function likelyFrom(
  { need = '', also = 0 }: Pick<Partial<PurchaseAnswers>, 'need' | 'also'>,
  { day, kind, value, band }: Banded,
  earlier: readonly EarlierRequest[],
  { limits }: Rules,
): Likely {
  const sum = earlier.reduce((total, one) => total + one.value, 0)
  const alone = value - also
  const together = alone + Math.max(sum, also)
  const passes = (['direct-purchase', 'three-quotes'] as const).some((meaning) => {
    const limit = amountOn(limits, meaning, day)?.value ?? Number.POSITIVE_INFINITY
    return value < limit && together >= limit
  })
  return {
    sum,
    together,
    split: sum > also && (passes || bandOn(limits, { day, kind, value: together })?.band !== band),
    duplicates: earlier.filter(
      (one) => Math.abs(one.value - alone) <= alone * sameValueShare && speakOfTheSame(one.title, need),
    ),
  }
}

/** Two needs that share a word; whom they are for says nothing. */
const speakOfTheSame = (one: string, other: string): boolean =>
  wordsIn(one).some((word) => wordsIn(other).includes(word))

const wordsIn = (need: string): string[] =>
  thingIn(need)
    .toLowerCase()
    .match(/\p{L}{4,}/gu) ?? []

/** One earlier request on one line. */
export const lineOf = ({ number, title, day }: EarlierRequest, amount: string): string =>
  `${number} · ${writeDay(day)} · ${title} · ${amount}`
