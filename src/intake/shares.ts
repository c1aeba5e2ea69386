import { readAmounts } from '../kit/amount.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Kind } from '../rules/rules.ts'

/** A part of a purchase of several kinds, kroner without VAT. */
export type Share = { kind: Kind; value: number }

/** "Varer 300 000 og montering 200 000": at least two kinds, each with its amount; undefined for anything else. */
export function readShares(
  said: string,
  { kindOf }: Pick<Knowledge, 'kindOf'>,
): readonly [Share, ...Share[]] | undefined {
  const amounts = readAmounts(said)
  const shares = amounts.flatMap(({ at, text, kroner: [value] }, place): Share[] => {
    const before = amounts[place - 1]
    const ahead = said.slice(before ? before.at + before.text.length : 0, at)
    const behind = said.slice(at + text.length, amounts[place + 1]?.at)
    const kind = kindOf(ahead) ?? kindOf(behind)
    return kind ? [{ kind, value }] : []
  })
  const [first, ...others] = shares
  return first && shares.length === amounts.length && others.some(({ kind }) => kind !== first.kind)
    ? [first, ...others]
    : undefined
}
