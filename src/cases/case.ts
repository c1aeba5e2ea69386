import type { Day } from '../kit/day.ts'
import type { CaseKind, CaseState } from './moves.ts'

/** Something that the section handles: a purchase that was sent, or a question. People are ids. */
export type Case = {
  number: string
  kind: CaseKind
  state: CaseState
  requester: string
  title: string
  unit: string | null
  /** The group of agreements that it belongs to. */
  topic: string | null
  owner: string | null
  approver: string | null
  approval: 'none' | 'awaited' | 'given' | 'refused'
  /** The last day on which it is in time. */
  dueOn: Day | null
  reference: string | null
  /** The logged question that it came from. */
  question: string | null
  version: number
  openedAt: number
  changedAt: number
}

export type CaseChange = Partial<
  Pick<Case, 'state' | 'owner' | 'approval' | 'approver' | 'dueOn' | 'reference'>
>

/** What happened: the name of a move, who made it and what was said with it. `seq` counts from 1. */
export type Event = { seq: number; at: number; actor: string; kind: string; data: unknown }
