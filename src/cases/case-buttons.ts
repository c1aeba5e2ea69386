import type { Button } from '../kit/card.ts'
import { beginMove, correctRequest, makeMove } from './actions.ts'
import type { Case } from './case.ts'
import { moveButton } from './in-words.ts'
import { type Mover, movesOf } from './move.ts'
import { moves } from './moves.ts'
import type { Say } from './sentences.ts'

/** What somebody is likely to want to do next, the likeliest first. */
const likely = [
  'reply',
  'resubmit',
  'endorse',
  'refuse',
  'take',
  'approve',
  'answer',
  'hand-over',
  'close',
  'ask',
  'return',
  'reopen',
]

/** The moves that somebody can make now: the likely ones, and what else there is. */
export function moveButtons(kase: Case, mover: Mover, say: Say): { first: Button[]; more: Button[] } {
  const can = movesOf(kase, mover)
  const button = (move: string) => buttonOf(move, kase, mover, say)
  return {
    first: likely.filter((move) => can.includes(move)).map(button),
    more: can.filter((move) => !likely.includes(move)).map(button),
  }
}

/** A move that says nothing is made at once; for the others it is asked what. A request is corrected in its dialog. */
function buttonOf(move: string, kase: Case, mover: Mover, say: Say): Button {
  const { number, version } = kase
  if (move === 'resubmit') return correctRequest.button(moveButton(move, say), { number })
  const positive = move === 'approve' || move === 'endorse' || move === 'take' || move === 'answer'
  const look = positive ? ({ style: 'positive' } as const) : {}
  const words =
    kase.kind === 'question' && mover.id === kase.requester
      ? { close: say('helped'), reopen: say('stillAsking') }[move]
      : undefined
  const named = words ?? moveButton(move, say)
  return moves[kase.kind][move]?.says
    ? beginMove.button(named, { number, move, version }, look)
    : makeMove.button(named, { number, move, version }, look)
}

/** Clients cut off what does not fit: what is less likely stands behind "…", unless it is all that there is. */
export const behind = (first: readonly Button[], more: readonly Button[]): Button[] =>
  first.length === 0
    ? [...more]
    : [...first, ...more.map((button) => ({ ...button, mode: 'secondary' as const }))]
