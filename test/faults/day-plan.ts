/** What happens on a day: which cases each employee opens, and what becomes of each, press by press. */
import type { CaseKind } from '../../src/cases/moves.ts'
import { randomFrom } from '../fuzz/hostile.ts'
import { employees } from './day-people.ts'

export type By = 'requester' | 'owner' | 'approver' | 'ola' | 'ida'
export type Press = { by: By; move: string }

/**
 * The lives of cases. What is pressed at the same moment stands on one line with `|` between, and one of it alone counts: who
 * comes late is refused, and so is who may not.
 */
const lives: Readonly<Record<CaseKind, readonly (readonly string[])[]>> = {
  purchase: [
    [
      'ola take | ida take',
      'owner ask',
      'requester reply',
      'requester endorse | approver endorse',
      'approver approve | owner approve',
      'owner hand-over',
      'owner close | owner close',
    ],
    [
      'ola take | ida take',
      'owner return',
      'requester resubmit',
      'approver endorse',
      'owner approve | owner decline',
      'owner close',
    ],
    [
      'ola take | ida take',
      'owner assign',
      'approver endorse',
      'owner approve | owner approve',
      'owner close',
      'ola reopen | ida reopen',
      'requester withdraw',
    ],
    ['ola take', 'owner give-back', 'ida take', 'requester decline | owner decline', 'owner close'],
    ['requester resubmit', 'approver endorse | approver refuse'],
    ['approver endorse | approver endorse', 'approver retract', 'ola take | ida take', 'requester withdraw'],
  ],
  question: [
    ['ola take | ida take', 'requester answer | owner answer', 'requester close | requester close'],
    ['ola take | ida take', 'owner answer', 'requester reopen', 'owner answer', 'requester close'],
    ['ola take | ida take', 'owner assign', 'owner answer'],
    ['ida take', 'owner give-back', 'ola take', 'requester withdraw'],
  ],
}

/** How many of three cases are purchases. */
const purchasesOfThree = 2
/** How often something is said or pressed until a case is there. */
const turnsToOpen = { purchase: 13, question: 1 } as const

export type Planned = { kind: CaseKind; life: readonly (readonly Press[])[] }

/** By the employee's id, the cases that each opens in order: `cases` in all. The same for the same seed. */
export function planDay(cases: number, seed: number): ReadonlyMap<string, readonly Planned[]> {
  const random = randomFrom(seed)
  const each = employees.map(({ id }, at) => {
    const its = Math.floor((cases + employees.length - 1 - at) / employees.length)
    return [
      id,
      Array.from({ length: its }, (): Planned => {
        const kind = random.below(3) < purchasesOfThree ? 'purchase' : 'question'
        return { kind, life: random.pick(lives[kind]).map(pressesIn) }
      }),
    ] as const
  })
  return new Map(each)
}

export const turnsOf = (plan: ReadonlyMap<string, readonly Planned[]>): number =>
  [...plan.values()].flat().reduce((turns, { kind, life }) => turns + turnsToOpen[kind] + life.length, 0)

const pressesIn = (line: string): Press[] =>
  line.split(' | ').map((press) => {
    const [by, move = ''] = press.split(' ')
    return { by: by as By, move } // as they are written above
  })
