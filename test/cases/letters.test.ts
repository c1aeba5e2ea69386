import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/cases/case.ts'
import { lettersOf } from '../../src/cases/letters.ts'
import { noon } from '../support/config.ts'

const kase = (changed: Partial<Case> = {}): Case => ({
  number: '2026-0001',
  kind: 'purchase',
  state: 'in-review',
  requester: 't:kari',
  title: 'traktor',
  unit: 'Skogen skole',
  topic: 'Maskiner',
  owner: 't:ola',
  approver: 't:per',
  approval: 'awaited',
  dueOn: null,
  reference: null,
  question: null,
  version: 2,
  openedAt: 0,
  changedAt: 0,
  ...changed,
})
const channel = (id: string, topics: string[], isStandard = false) => ({
  id,
  name: id,
  topics,
  units: [],
  isStandard,
})
const channels = [channel('all', [], true), channel('machines', ['Maskiner']), channel('food', ['Mat'])]
const where = {
  channels: () => ({ channels, timeLimits: { purchase: 5, question: 3 } }),
  people: {
    nameOf: async () => undefined,
    officers: () => [{ id: 't:ola', name: 'Ola', away: false }],
    actsFor: (person: string) => (person === 't:mona' ? ['t:mona', 't:per'] : [person]),
    delegateOf: (person: string) => ({ 't:per': 't:mona', 't:ola': 't:ida' })[person],
    mayApprove: () => true,
  },
}
const happened = { seq: 3, actor: 't:kari', at: noon, tells: [], waitsAnew: false }
const placesOf = (after: Case, changed: Partial<Parameters<typeof lettersOf>[1]> = {}, what?: string) =>
  lettersOf(after, { ...happened, ...changed }, where)
    .filter((letter) => what === undefined || (letter.what as { tell: string }).tell === what) // as made here
    .map(({ place }) => place)

describe('a case is shown', () => {
  test('in the channel of its topic, and where it was before, each once', () => {
    expect(placesOf(kase(), { before: kase() }, 'case')).toEqual(['channel:machines'])
    expect(placesOf(kase({ topic: 'Mat' }), { before: kase() }, 'case')).toEqual([
      'channel:food',
      'channel:machines',
    ])
  })
})

describe('it is told', () => {
  test('to who had it and has it no more, unless they did it', () => {
    const after = kase({ owner: 't:ida' })
    expect(placesOf(after, { actor: 't:ida', before: kase() }, 'event')).toEqual(['person:t:ola'])
    expect(placesOf(after, { actor: 't:ola', before: kase() }, 'event')).toEqual([])
    expect(placesOf(kase({ owner: null }), { actor: 't:ida', before: kase() }, 'event')).toEqual([])
  })

  test('to who stands in while somebody is away, and to nobody twice', () => {
    expect(placesOf(kase(), { tells: ['approver', 'owner'] }, 'event')).toEqual([
      'person:t:per',
      'person:t:mona',
      'person:t:ola',
    ])
    expect(placesOf(kase({ requester: 't:per' }), { tells: ['requester', 'approver'] }, 'event')).toEqual([
      'person:t:per',
      'person:t:mona',
    ])
  })
})

describe('who approves is reminded', () => {
  test('from when it is awaited, not of every event', () => {
    expect(placesOf(kase(), { waitsAnew: true }, 'approval')).toEqual(['person:t:per', 'person:t:mona'])
    expect(placesOf(kase(), {}, 'approval')).toEqual([])
  })

  test('of nothing that is given, refused or over', () => {
    for (const changed of [
      { approval: 'given' },
      { approval: 'refused' },
      { state: 'withdrawn' },
      { state: 'declined' },
      { approver: null },
    ] as const)
      expect(placesOf(kase(changed), { waitsAnew: true }, 'approval'), JSON.stringify(changed)).toEqual([])
  })
})
