import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { lostOf, wasSentTwice } from './acknowledged.ts'
import { killWhileBuying } from './kills.ts'

/** `npm run faults` in short. */
describe.for(databases)('$name', ({ skipped, fresh }) => {
  if (skipped) {
    test.skip(`skipped: ${skipped}`)
    return
  }
  test('killed in the middle of a turn, the bot has every answer that it acknowledged and sends nothing twice', async () => {
    const { database, drop } = await fresh()
    try {
      const { answers, submissions, lost, twice } = await killWhileBuying(database, { kills: 4, seed: 1 })
      expect({ lost, twice }).toEqual({ lost: [], twice: [] })
      expect(answers).toBeGreaterThan(0)
      expect(submissions).toBeGreaterThan(0)
    } finally {
      await drop()
    }
  })
})

test('what is gone, what stands otherwise than it was said and what was sent twice is noticed', () => {
  const acknowledged = {
    answers: new Map([
      ['need', ['traktor']],
      ['amount', ['1 kr', '2 kr']],
      ['budget', ['yes']],
    ]),
    numbers: new Set(['2026-0001']),
  }
  const kept = { id: 'a', state: 'submitted', replies: { need: 'traktor', amount: '2 kr', budget: 'yes' } }
  const first = { ...kept, number: '2026-0001' }
  expect(lostOf(acknowledged, 'a', [first])).toEqual([])
  expect(lostOf(acknowledged, 'b', [first])).toEqual(['need', 'amount', 'budget', '2026-0001'])
  expect(lostOf(acknowledged, 'a', [{ ...first, replies: { need: 'bil', amount: '3 kr' } }])).toEqual([
    'need',
    'amount',
    'budget',
  ])
  expect(wasSentTwice(acknowledged, 'a', [first])).toBe(false)
  expect(wasSentTwice(acknowledged, 'a', [first, { ...kept, number: '2026-0002' }])).toBe(true)
})
