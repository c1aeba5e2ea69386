import type { Day } from '../kit/day.ts'
import { amountOn, type Cited, type NamedLimit } from './amount-on.ts'
import type { Kind } from './kind.ts'
import type { Meaning } from './meaning.ts'

/**
 * Which rules hold: 0 below the act, 1 the act and part I alone, 2 national notice (part II), 3 EEA notice (part III),
 * 4 health and social services above the EEA value (part IV), S special services above it (part II and TED).
 */
export const bands = ['0', '1', '2', '3', '4', 'S'] as const
export type Band = (typeof bands)[number]

/** The limits that each kind passes as its value grows (FOA §§ 5-1 and 5-3; the utilities and concession regulations). */
const steps: Readonly<Record<Kind, readonly (readonly [Band, Meaning])[]>> = {
  goods: [
    ['1', 'act'],
    ['2', 'national'],
    ['3', 'eea-goods-services'],
  ],
  services: [
    ['1', 'act'],
    ['2', 'national'],
    ['3', 'eea-goods-services'],
  ],
  special: [
    ['1', 'act'],
    ['2', 'national'],
    ['S', 'eea-special-health'],
  ],
  health: [
    ['1', 'act'],
    ['4', 'eea-special-health'],
  ],
  works: [
    ['1', 'act'],
    ['2', 'national'],
    ['3', 'eea-works'],
  ],
  // Below the EEA value these have no duty to publish at all.
  utilities: [
    ['1', 'act'],
    ['3', 'utilities-goods-services'],
  ],
  'utilities-works': [
    ['1', 'act'],
    ['3', 'utilities-works'],
  ],
  concession: [
    ['1', 'act'],
    ['3', 'concession'],
  ],
}

/** A purchase placed among the limits of a day. `value` is kroner without VAT for the whole contract. */
export type Banded = {
  band: Band
  kind: Kind
  value: number
  day: Day
  /** The limit that was reached; undefined in band 0. */
  reached: Cited | undefined
  /** The next limit, and the band above it. */
  next: (Cited & { band: Band }) | undefined
  /** So near below the next limit that the rules above it are the safe ones. */
  near: boolean
}

/** A value is near a limit when no more than this share of the limit is left. */
export const nearShare = 0.1

/** Below a limit, and by no more than that share of it. */
export const isNear = (value: number, limit: number): boolean =>
  value < limit && limit - value <= limit * nearShare

/** Undefined on days whose limits are not known. A value that equals a limit has reached it. */
export function bandOn(
  limits: readonly NamedLimit[],
  { day, kind, value }: { day: Day; kind: Kind; value: number },
): Banded | undefined {
  const known = steps[kind].map(([band, meaning]) => ({ band, limit: amountOn(limits, meaning, day) }))
  let reached: Cited | undefined
  let band: Band = '0'
  for (const { band: step, limit } of known) {
    if (!limit) return undefined
    if (value < limit.value) {
      const near = isNear(value, limit.value)
      return { band, kind, value, day, reached, next: { ...limit, band: step }, near }
    }
    reached = limit
    band = step
  }
  return { band, kind, value, day, reached, next: undefined, near: false }
}
