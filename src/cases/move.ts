import type { Case, CaseChange } from './case.ts'
import { type Move, moves, type Party } from './moves.ts'

/** Who wants to make a move. `actsFor` are themselves, and whoever is away and has them as delegate. */
export type Mover = { id: string; isOfficer: boolean; actsFor: readonly string[] }
/** What is said with it: words, the officer who gets it, or a reference. */
export type Said = { words?: string; officer?: string; reference?: string }

export type Moved =
  | { kind: 'moved'; change: CaseChange; tells: readonly Party[] }
  /** There is no such move for such a case, it is not this person's to make, not in this state, or lacks what must be said. */
  | { kind: 'no-move' | 'not-yours' | 'not-now' | 'says-nothing' }

/** What a move makes of a case. Pure: whether it is kept is for the store, which refuses what was changed meanwhile. */
export function move(read: Case, name: string, mover: Mover, said: Said): Moved {
  const declared = moveNamed(read, name)
  if (!declared) return { kind: 'no-move' }
  if (!mayMake(declared, read, mover)) return { kind: 'not-yours' }
  const to = declared.through[read.state]
  if (!to || !approvalFits(declared, read)) return { kind: 'not-now' }
  if (declared.says && !said[declared.says]?.trim()) return { kind: 'says-nothing' }
  return {
    kind: 'moved',
    change: {
      state: to,
      ...ownerAfter(declared, mover, said),
      ...(declared.decides && { approval: approvalAfter(declared.decides, read) }),
      ...(said.reference !== undefined && declared.says === 'reference' && { reference: said.reference }),
    },
    tells: declared.tells,
  }
}

/** The moves that somebody can make now, in the order of their declaration. */
export const movesOf = (read: Case, mover: Mover): string[] =>
  Object.entries(moves[read.kind]).flatMap(([name, declared]) =>
    mayMake(declared, read, mover) && declared.through[read.state] && approvalFits(declared, read)
      ? [name]
      : [],
  )

const moveNamed = ({ kind }: Case, name: string): Move | undefined =>
  Object.hasOwn(moves[kind], name) ? moves[kind][name] : undefined

const mayMake = ({ by }: Move, read: Case, mover: Mover): boolean =>
  by.some((party) => isParty(party, read, mover))

/** Whether somebody is this to a case. Nobody handles or approves what they asked for themselves. */
export function isParty(
  party: Party,
  { requester, owner, approver }: Case,
  { id, isOfficer, actsFor }: Mover,
): boolean {
  switch (party) {
    case 'requester':
      return id === requester
    case 'owner':
      return owner !== null && actsFor.includes(owner) && isOfficer && id !== requester
    case 'officer':
      return isOfficer && id !== requester
    case 'approver':
      return approver !== null && actsFor.includes(approver) && id !== requester
  }
}

const approvalFits = ({ approval }: Move, read: Case): boolean =>
  approval === 'settled' ? read.approval !== 'awaited' : approval === undefined || approval === read.approval

const approvalAfter = (decides: NonNullable<Move['decides']>, { approver }: Case): Case['approval'] =>
  decides !== 'anew' ? decides : approver === null ? 'none' : 'awaited'

function ownerAfter({ owner, says }: Move, mover: Mover, { officer }: Said): Pick<CaseChange, 'owner'> {
  if (owner === 'takes') return { owner: mover.id }
  if (owner === 'leaves') return { owner: null }
  return says === 'officer' && officer !== undefined ? { owner: officer } : {}
}
