import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/cases/case.ts'
import { isParty, type Mover, move, movesOf, type Said } from '../../src/cases/move.ts'
import {
  type CaseKind,
  type CaseState,
  caseKinds,
  caseStates,
  endStates,
  moves,
  parties,
} from '../../src/cases/moves.ts'

const kase = (changed: Partial<Case> = {}): Case => ({
  number: '2026-0001',
  kind: 'purchase',
  state: 'submitted',
  requester: 't:kari',
  title: 'traktor',
  unit: 'Skogen skole',
  topic: null,
  owner: null,
  approver: null,
  approval: 'none',
  dueOn: null,
  reference: null,
  question: null,
  version: 1,
  openedAt: 0,
  changedAt: 0,
  ...changed,
})
const people = {
  requester: { id: 't:kari', isOfficer: false, actsFor: ['t:kari'] },
  owner: { id: 't:ola', isOfficer: true, actsFor: ['t:ola'] },
  officer: { id: 't:ida', isOfficer: true, actsFor: ['t:ida'] },
  approver: { id: 't:per', isOfficer: false, actsFor: ['t:per'] },
  stranger: { id: 't:tor', isOfficer: false, actsFor: ['t:tor'] },
} satisfies Record<string, Mover>
const said: Said = { words: 'fordi', officer: 't:ida', reference: '26/123' }
/** The states that a kind of case can be in. */
const statesOf = (kind: CaseKind): CaseState[] =>
  caseStates.filter((state) =>
    Object.values(moves[kind]).some(
      ({ through }) => state in through || Object.values(through).includes(state),
    ),
  )
const everything = caseKinds.flatMap((kind) =>
  Object.keys(moves[kind]).flatMap((name) =>
    statesOf(kind).flatMap((state) =>
      Object.entries(people).flatMap(([who, mover]) =>
        (['none', 'awaited', 'given'] as const).map((approval) => ({
          kind,
          name,
          state,
          who,
          mover,
          approval,
        })),
      ),
    ),
  ),
)

describe('every move, in every state, by everybody', () => {
  test('is permitted as it is declared, and refused otherwise', () => {
    expect(everything.length).toBeGreaterThan(2_000)
    for (const { kind, name, state, who, mover, approval } of everything) {
      const at = kase({ kind, state, approval, owner: 't:ola', approver: 't:per' })
      const declared = moves[kind][name]
      if (!declared) throw new Error(name)
      const mine = { owner: ['owner', 'officer'] }[who as 'owner'] ?? [who]
      const permitted =
        declared.by.some((party) => mine.includes(party)) &&
        declared.through[state] !== undefined &&
        { awaited: ['awaited'], given: ['given'], settled: ['none', 'given'], any: [approval] }[
          declared.approval ?? 'any'
        ].includes(approval)
      const made = move(at, name, mover, said)
      expect(made.kind === 'moved', `${kind} ${name} in ${state} by ${who}, approval ${approval}`).toBe(
        permitted,
      )
      if (made.kind === 'moved') expect(made.change.state).toBe(declared.through[state])
      expect(movesOf(at, mover).includes(name)).toBe(permitted)
    }
  })

  test('says what it has to say, or is not made', () => {
    for (const { kind, name, state, mover, approval } of everything) {
      const at = kase({ kind, state, approval, owner: 't:ola', approver: 't:per' })
      const says = moves[kind][name]?.says
      if (says && move(at, name, mover, said).kind === 'moved')
        for (const empty of [{}, { [says]: '' }, { [says]: '  ' }])
          expect(move(at, name, mover, empty)).toEqual({ kind: 'says-nothing' })
    }
  })
})

test('what no case has is no move, whatever it is called', () => {
  for (const name of ['constructor', 'toString', '__proto__', '', 'delete'])
    expect(move(kase(), name, people.officer, said)).toEqual({ kind: 'no-move' })
})

test('nobody handles or approves what they asked for themselves', () => {
  const both = { id: 't:kari', isOfficer: true, actsFor: ['t:kari', 't:per'] }
  const own = kase({ approver: 't:kari', approval: 'awaited', owner: null })
  expect(movesOf(own, both)).toEqual(['resubmit', 'withdraw'])
  expect(isParty('approver', kase({ approver: 't:per' }), both)).toBe(false)
  const standsIn = { id: 't:kari', isOfficer: true, actsFor: ['t:kari', 't:ola'] }
  expect(movesOf(kase({ state: 'in-review', owner: 't:ola' }), standsIn)).toEqual(['withdraw'])
})

test('who stands in for somebody away decides in their place', () => {
  const standsIn = { id: 't:mona', isOfficer: false, actsFor: ['t:mona', 't:per'] }
  const at = kase({ approver: 't:per', approval: 'awaited' })
  expect(movesOf(at, standsIn)).toEqual(['endorse', 'refuse'])
  expect(movesOf(at, people.stranger)).toEqual([])
})

test('an approval is of what was seen: sent again, or opened again, it is awaited anew', () => {
  const at = kase({ approver: 't:per', approval: 'given', state: 'returned', owner: 't:ola' })
  expect(move(at, 'resubmit', people.requester, {})).toMatchObject({ change: { approval: 'awaited' } })
  const declined = kase({ approver: 't:per', approval: 'refused', state: 'declined' })
  expect(move(declined, 'reopen', people.officer, {})).toMatchObject({
    change: { approval: 'awaited', owner: 't:ida', state: 'in-review' },
  })
})

test('from every state there is a way to the end, and only an end has none that must be gone', () => {
  for (const kind of caseKinds)
    for (const from of statesOf(kind)) {
      const reached = new Set<CaseState>([from])
      for (const state of reached)
        for (const { through } of Object.values(moves[kind])) if (through[state]) reached.add(through[state])
      expect(
        [...reached].some((state) => endStates.includes(state)),
        `${kind} ${from}`,
      ).toBe(true)
    }
})

test('no walk of moves leaves what is declared: who has it is an officer, and a decision is only once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...caseKinds),
      fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...Object.values(people))), { maxLength: 40 }),
      (kind, presses) => {
        let at = kase({
          kind,
          state: kind === 'purchase' ? 'submitted' : 'asked',
          approver: kind === 'purchase' ? 't:per' : null,
          approval: kind === 'purchase' ? 'awaited' : 'none',
        })
        for (const [press, mover] of presses) {
          const name = Object.keys(moves[kind])[press % Object.keys(moves[kind]).length] ?? ''
          const made = move(at, name, mover, said)
          if (made.kind !== 'moved') continue
          at = { ...at, ...made.change, version: at.version + 1 }
          expect(statesOf(kind)).toContain(at.state)
          expect([null, 't:ola', 't:ida']).toContain(at.owner)
          if (at.state === 'approved') expect(at.approval).not.toBe('awaited')
        }
      },
    ),
    { numRuns: 500, seed: 20261126 },
  )
  expect(parties).toHaveLength(4)
})
