import type { Kept } from './kept.ts'

/** What the bot has acknowledged of one purchase. */
export type Acknowledged = {
  /** By step, what may stand there: two where the bot died while one was being put in the place of the other. */
  answers: Map<string, readonly string[]>
  /** Those in the receipts that were shown. */
  numbers: Set<string>
}

/** What was acknowledged of a draft and is not kept as it was: steps, and numbers of requests. */
export function lostOf({ answers, numbers }: Acknowledged, draft: string, kept: readonly Kept[]): string[] {
  const rows = kept.filter(({ id }) => id === draft)
  const stands = (step: string, permitted: readonly string[]) =>
    rows.some(({ replies }) => permitted.some((said) => said === replies[step]))
  return [
    ...[...answers].filter(([step, permitted]) => !stands(step, permitted)).map(([step]) => step),
    ...[...numbers].filter((shown) => !rows.some(({ number }) => number === shown)),
  ]
}

/** Whether it became more than one request, or was said to have. */
export const wasSentTwice = ({ numbers }: Acknowledged, draft: string, kept: readonly Kept[]): boolean =>
  new Set([...numbers, ...kept.flatMap(({ id, number }) => (id === draft && number ? [number] : []))]).size >
  1
