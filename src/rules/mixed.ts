import type { Kind } from './kind.ts'

/** One part of a contract for several things: its kind, and its value in kroner without VAT. */
type Share = { kind: Kind; value: number }

/** `sure` is false where the main object has to be judged by a person. */
type MainKind = { kind: Kind; value: number; sure: boolean }

/**
 * The kind that decides for a contract for several things (FOA § 6-1): of goods and services the one that is worth most.
 * With works or with special, health or social services the main object decides, which is no arithmetic: the part that is
 * worth most is given, as unsure. The whole value counts whichever part decides.
 */
export function mainKind(shares: readonly [Share, ...Share[]]): MainKind {
  const largest = shares.reduce((most, share) => (share.value > most.value ? share : most))
  return {
    kind: largest.kind,
    value: shares.reduce((sum, { value }) => sum + value, 0),
    sure: new Set(shares.map(({ kind }) => kind)).size === 1 || shares.every(({ kind }) => plain.has(kind)),
  }
}

const plain = new Set<Kind>(['goods', 'services'])
