import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '../../src/answers/decide.ts'
import { type Hit, openKnowledge } from '../../src/knowledge/knowledge.ts'

const knowledge = await openKnowledge('knowledge')
const day = '2026-11-22'
const hit = (id: string, score: number, explained: number, surest = 1): Hit => {
  const item = knowledge.item(id)
  if (!item) throw new Error(`no item ${id}`)
  return { item, score, explained, surest }
}

test('one that explains the question is the answer', () => {
  expect(decide([hit('mobl1', 5, 0.9), hit('mobl2', 3, 0.5)], day)).toMatchObject({
    kind: 'answer',
    item: { id: 'mobl1' },
  })
})

test('two that are equally near are a choice', () => {
  const decision = decide([hit('mobl1', 5, 0.9), hit('mobl2', 4.95, 0.9)], day)
  expect(decision).toMatchObject({ kind: 'choose', items: [{ id: 'mobl1' }, { id: 'mobl2' }] })
})

test('the suppliers of one agreement are one answer, not a choice', () => {
  expect(decide([hit('ror1', 5, 0.9), hit('ror2', 5, 0.9)], day)).toMatchObject({
    kind: 'answer',
    item: { id: 'ror1' },
  })
})

test('in between there are at most three to choose from, and none that is far behind', () => {
  const decision = decide(
    [
      hit('mobl1', 5, 0.3),
      hit('mobl2', 4, 0.3),
      hit('mobl3', 3, 0.3),
      hit('mobl4', 2.9, 0.3),
      hit('kontor1', 1, 0.2),
    ],
    day,
  )
  expect(decision).toMatchObject({
    kind: 'choose',
    items: [{ id: 'mobl1' }, { id: 'mobl2' }, { id: 'mobl3' }],
  })
})

test('one that is found but not surely is offered, not given as the answer', () => {
  expect(decide([hit('mobl1', 5, 0.3)], day)).toMatchObject({ kind: 'choose', items: [{ id: 'mobl1' }] })
  const alikeOnly = hit('mobl1', 5, 0.9, 0.5)
  expect(decide([alikeOnly], day)).toMatchObject({ kind: 'choose', items: [{ id: 'mobl1' }] })
})

test('an article that no longer holds stands behind one that does; an ended agreement does not', () => {
  expect(decide([hit('s-31e', 5, 0.9), hit('r-ehandel', 4.9, 0.9)], day)).toMatchObject({
    item: { id: 'r-ehandel' },
  })
  expect(decide([hit('s-31e', 5, 0.9), hit('r-ehandel', 4.9, 0.9)], '2018-01-01').hits[0]?.item.id).toBe(
    's-31e',
  )
  expect(decide([hit('blom1', 5, 0.9), hit('park2', 4, 0.9)], day)).toMatchObject({ item: { id: 'blom1' } })
})

test('two limits are a choice sooner than other things: their amounts are far apart', () => {
  expect(decide([hit('t-eosb', 5, 0.9), hit('t-eosv', 4.5, 0.9)], day)).toMatchObject({ kind: 'choose' })
  expect(decide([hit('mobl1', 5, 0.9), hit('mobl2', 4.5, 0.9)], day)).toMatchObject({ kind: 'answer' })
})

test('too little is a refusal that still keeps what was found', () => {
  expect(decide([hit('mobl1', 5, 0.1)], day)).toMatchObject({
    kind: 'refuse',
    hits: [{ item: { id: 'mobl1' } }],
  })
  expect(decide([], day)).toEqual({ kind: 'refuse', hits: [] })
})

describe('whatever was found', () => {
  const ids = knowledge.items.map(({ id }) => id)
  const hits = fc
    .array(
      fc.tuple(
        fc.constantFrom(...ids),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      { maxLength: 10 },
    )
    .map((found) =>
      found.map(([id, score, explained]) => hit(id, score, explained)).sort((a, b) => b.score - a.score),
    )

  test('a choice is between one and three, and every source is kept', () => {
    fc.assert(
      fc.property(hits, (found) => {
        const decision = decide(found, day)
        return (
          decision.hits.length === found.length &&
          (decision.kind !== 'choose' || [1, 2, 3].includes(decision.items.length))
        )
      }),
    )
  })
})
