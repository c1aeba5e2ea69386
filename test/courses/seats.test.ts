import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answered,
  bookedIn,
  expired,
  filled,
  freeIn,
  placeInQueue,
  queueIn,
  type Rules,
  replaced,
  type Seat,
  takenIn,
  type Wish,
} from '../../src/courses/seats.ts'

const rules = (capacity: number | null, answerBy: number | 'too late' = 1_000): Rules => ({
  capacity,
  answerBy: answerBy === 'too late' ? undefined : answerBy,
})

/** The seats after some have said something, in that order. */
const seatsAfter = (
  said: readonly (readonly [string, Wish])[],
  within: Rules,
  before: readonly Seat[] = [],
): Seat[] =>
  said.reduce<Seat[]>(
    (seats, [person, wish]) => replaced(seats, answered(seats, person, { wish }, within)),
    [...before],
  )
const yes = (...people: string[]) => people.map((person) => [person, 'yes'] as const)
const states = (seats: readonly Seat[]) =>
  Object.fromEntries(seats.map(({ person, state }) => [person, state]))

describe('places', () => {
  test('go to those who say yes first, and then there is a queue in that order', () => {
    const seats = seatsAfter(yes('a', 'b', 'c', 'd'), rules(2))
    expect(states(seats)).toEqual({ a: 'booked', b: 'booked', c: 'waiting', d: 'waiting' })
    expect(['a', 'c', 'd'].map((person) => placeInQueue(seats, person))).toEqual([undefined, 1, 2])
    expect(freeIn(seats, { capacity: 2 })).toBe(0)
  })

  test('are for all where there is no limit', () => {
    const seats = seatsAfter(yes(...'abcdefgh'), rules(null))
    expect(bookedIn(seats)).toHaveLength(8)
    expect(freeIn(seats, { capacity: null })).toBeNull()
  })

  test('that come free are offered to the first in the queue, and held until they answer', () => {
    const seats = seatsAfter([...yes('a', 'b', 'c'), ['a', 'no']], rules(1))
    expect(states(seats)).toEqual({ a: 'left', b: 'offered', c: 'waiting' })
    expect(seats.find(({ person }) => person === 'b')?.answerBy).toBe(1_000)
    expect(states(seatsAfter(yes('b'), rules(1), seats))).toMatchObject({ b: 'booked', c: 'waiting' })
    expect(states(seatsAfter([['b', 'no']], rules(1), seats))).toMatchObject({ b: 'no', c: 'offered' })
  })

  test('that nobody answered for in time go on, until it is too late: then a free one is whose who comes', () => {
    const seats = seatsAfter([...yes('a', 'b', 'c'), ['a', 'no']], rules(1))
    const late = replaced(seats, expired(seats, 1_000, rules(1, 2_000)))
    expect(states(late)).toMatchObject({ b: 'moved-on', c: 'offered' })
    expect(expired(seats, 999, rules(1, 2_000))).toEqual([])
    const closed = replaced(seats, expired(seats, 1_000, rules(1, 'too late')))
    expect(states(seatsAfter(yes('d'), rules(1, 'too late'), closed))).toMatchObject({
      c: 'waiting',
      d: 'booked',
    })
  })

  test('are more when the capacity is raised', () => {
    const seats = seatsAfter(yes('a', 'b', 'c', 'd'), rules(1))
    expect(filled(seats, rules(3)).map(({ person, state }) => [person, state])).toEqual([
      ['b', 'offered'],
      ['c', 'offered'],
    ])
    expect(
      filled(seats, rules(null)).map(({ state }) => state),
      'room for all',
    ).toEqual(['booked', 'booked', 'booked'])
    expect(filled(seats, rules(3, 'too late')), 'too late').toEqual([])
  })

  test('maybe holds none, and saying the same again changes nothing', () => {
    const seats = seatsAfter([['a', 'maybe'], ...yes('b')], rules(1))
    expect(states(seats)).toEqual({ a: 'maybe', b: 'booked' })
    for (const [person, wish] of [
      ['a', 'maybe'],
      ['b', 'yes'],
    ] as const)
      expect(answered(seats, person, { wish }, rules(1))).toEqual([])
    expect(states(seatsAfter(yes('a'), rules(1), seats))).toMatchObject({ a: 'waiting' })
  })

  test('given up twice are given up once, with the reason of the first time', () => {
    const seats = seatsAfter([...yes('a'), ['a', 'no']], rules(1))
    expect(answered(seats, 'a', { wish: 'no' }, rules(1))).toEqual([])
  })

  test('given up and asked for again are asked for last', () => {
    const seats = seatsAfter([...yes('a', 'b', 'c'), ['b', 'no'], ['b', 'yes']], rules(1))
    expect(queueIn(seats).map(({ person }) => person)).toEqual(['c', 'b'])
  })

  const deed = fc.oneof(
    fc.record({ person: fc.integer({ min: 0, max: 14 }), wish: fc.constantFrom('yes', 'no', 'maybe') }),
    fc.record({ later: fc.integer({ min: 1, max: 2_000 }) }),
    fc.record({ more: fc.integer({ min: 0, max: 3 }) }),
  )

  test('are never more than there are, none is idle while somebody waits, and the queue is in order, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (deeds, places) => {
        let seats: Seat[] = []
        let at = 0
        let capacity = places
        for (const one of deeds) {
          if ('later' in one) at += one.later
          if ('more' in one) capacity += one.more
          const within = rules(capacity, at + 1_000)
          const changed =
            'person' in one
              ? answered(seats, String(one.person), { wish: one.wish }, within)
              : 'later' in one
                ? expired(seats, at, within)
                : filled(seats, within)
          const firstBefore = queueIn(seats)[0]
          seats = replaced(seats, changed)
          expect(takenIn(seats)).toBeLessThanOrEqual(capacity)
          if (takenIn(seats) < capacity) expect(queueIn(seats)).toEqual([])
          const offered = changed.filter(({ state }) => state === 'offered')
          if (offered.length > 0 && firstBefore && firstBefore.person !== changed[0]?.person)
            expect(offered[0]?.person).toBe(firstBefore.person)
          expect(new Set(seats.map(({ person }) => person)).size).toBe(seats.length)
          expect(new Set(seats.map(({ turn }) => turn)).size).toBe(seats.length)
        }
      }),
    )
  })
})
