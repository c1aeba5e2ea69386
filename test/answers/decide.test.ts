import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '../../src/answers/decide.ts'
import { type Hit, openKnowledge } from '../../src/knowledge/knowledge.ts'

const knowledge = await openKnowledge('knowledge')
const day = '2026-11-22'
const hit = (id: string, score: number): Hit => {
  const item = knowledge.item(id)
  if (!item) throw new Error(`no item ${id}`)
  return { item, score, kind: 1, letters: 0, parts: [] }
}
const found = (hits: Hit[], confidence = 0.95) => ({
  hits,
  confidence,
  named: false,
  outside: undefined,
})

test('one that explains the question is the answer', () => {
  expect(decide(found([hit('mobl1', 5), hit('mobl2', 3)]), day)).toMatchObject({
    kind: 'answer',
    item: { id: 'mobl1' },
  })
})

test('two that are equally near are a choice', () => {
  const decision = decide(found([hit('mobl1', 5), hit('mobl2', 4.95)]), day)
  expect(decision).toMatchObject({ kind: 'choose', items: [{ id: 'mobl1' }, { id: 'mobl2' }] })
})

test('the suppliers of one agreement are one answer, not a choice', () => {
  expect(decide(found([hit('ror1', 5), hit('ror2', 5)]), day)).toMatchObject({
    kind: 'answer',
    item: { id: 'ror1' },
  })
})

test('in between there are at most three to choose from, and none that is far behind', () => {
  const decision = decide(
    found([hit('mobl1', 5), hit('mobl2', 4), hit('mobl3', 3), hit('mobl4', 2.9), hit('kontor1', 1)], 0.5),
    day,
  )
  expect(decision).toMatchObject({
    kind: 'choose',
    items: [{ id: 'mobl1' }, { id: 'mobl2' }, { id: 'mobl3' }],
  })
})

test('one that is found but not surely is offered, not given as the answer', () => {
  expect(decide(found([hit('mobl1', 5)], 0.5), day)).toMatchObject({
    kind: 'choose',
    items: [{ id: 'mobl1' }],
  })
  expect(decide(found([hit('mobl1', 5), hit('kontor1', 1)], 0.5), day)).toMatchObject({
    items: [{ id: 'mobl1' }],
  })
})

test('how sure it must be is one number', () => {
  const unsure = found([hit('mobl1', 5)], 0.7)
  expect(decide(unsure, day, 0.6)).toMatchObject({ kind: 'answer' })
  expect(decide(unsure, day, 0.8)).toMatchObject({ kind: 'choose' })
  expect(decide(found([hit('mobl1', 5)], 0.01), day, 0)).toMatchObject({ kind: 'answer' })
})

test('an article that no longer holds stands behind one that does; an ended agreement does not', () => {
  expect(decide(found([hit('s-31e', 5), hit('r-ehandel', 4.9)]), day)).toMatchObject({
    item: { id: 'r-ehandel' },
  })
  expect(decide(found([hit('s-31e', 5), hit('r-ehandel', 4.9)]), '2018-01-01').hits[0]?.item.id).toBe('s-31e')
  expect(decide(found([hit('blom1', 5), hit('park2', 4)]), day)).toMatchObject({ item: { id: 'blom1' } })
})

test('two limits are a choice sooner than other things: their amounts are far apart', () => {
  expect(decide(found([hit('t-eosb', 5), hit('t-eosv', 4.5)]), day)).toMatchObject({ kind: 'choose' })
  expect(decide(found([hit('mobl1', 5), hit('mobl2', 4.5)]), day)).toMatchObject({ kind: 'answer' })
})

test('one that is called by its title is the answer, whatever else is near', () => {
  const twins = found([hit('t-eosv', 5), hit('t-eosb', 4.9)], 0.3)
  expect(decide({ ...twins, named: true }, day)).toMatchObject({ kind: 'answer', item: { id: 't-eosv' } })
})

test('too little is a refusal that still keeps what was found', () => {
  expect(decide(found([hit('mobl1', 5)], 0.1), day)).toMatchObject({
    kind: 'refuse',
    hits: [{ item: { id: 'mobl1' } }],
  })
  expect(decide(found([], 0), day)).toEqual({ kind: 'refuse', hits: [], confidence: 0, outside: undefined })
})

describe('whatever was found', () => {
  const ids = knowledge.items.map(({ id }) => id)
  const anything = fc.record({
    hits: fc
      .array(fc.tuple(fc.constantFrom(...ids), fc.double({ min: 0.01, max: 20, noNaN: true })), {
        maxLength: 10,
      })
      .map((some) => some.map(([id, score]) => hit(id, score)).sort((a, b) => b.score - a.score)),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    named: fc.constant(false),
    outside: fc.constant(undefined),
  })

  test('a choice is between one and three, and every source is kept', () => {
    fc.assert(
      fc.property(anything, (something) => {
        const decision = decide(something, day)
        return (
          decision.hits.length === something.hits.length &&
          (decision.kind !== 'choose' || [1, 2, 3].includes(decision.items.length))
        )
      }),
    )
  })

  test('more sureness never turns an answer into less', () => {
    const order = { refuse: 0, choose: 1, answer: 2 }
    fc.assert(
      fc.property(anything, fc.double({ min: 0, max: 1, noNaN: true }), (something, other) => {
        const [less, more] = [something.confidence, other].sort((a, b) => a - b)
        const kindAt = (confidence = 0) => decide({ ...something, confidence }, day).kind
        return order[kindAt(less)] <= order[kindAt(more)]
      }),
    )
  })
})
