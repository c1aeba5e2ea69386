import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Audience } from '../../src/announcements/announcement.ts'
import { mayAddress, namesAmong, needsSecond, reachedBy } from '../../src/announcements/audience.ts'
import type { Needs } from '../../src/announcements/needs.ts'
import { type Role, rolesWith } from '../../src/people/roles.ts'
import { noon } from '../support/config.ts'

const dayMs = 24 * 60 * 60 * 1000

type Somebody = {
  id: string
  units?: string[]
  roles?: string[]
  used?: [string, number][]
  off?: string[]
  guest?: true
}

/** A municipality of these people. Who is in two units, or has two roles, comes twice. */
const townOf = (all: readonly Somebody[]): Needs => {
  const ids = (of: string[], has: (one: Somebody) => readonly string[] | undefined) =>
    of.flatMap((each) => all.filter((one) => has(one)?.includes(each)).map(({ id }) => id))
  const town = {
    now: () => noon,
    aloneUpTo: 3,
    announcements: {
      optedOut: async (topic: string) => new Set(ids([topic], ({ off }) => off)),
    },
    agreements: () => [
      { id: 'mat', title: 'Mat', owner: 'kjøkkenet' },
      { id: 'biler', title: 'Biler', owner: 'Teknisk' },
    ],
    copies: { placesOf: async () => new Set() },
    people: {
      everyone: async (tenant: string) => all.map(({ id }) => id).filter((id) => id.startsWith(`${tenant}:`)),
      inUnits: (_: string, units: string[]) => ids(units, (one) => one.units),
      withRoles: (_: string, roles: string[]) => ids(roles, (one) => one.roles),
      usersOf: async (_: string, agreement: string, since: number) =>
        ids([agreement], ({ used = [] }) => used.filter(([, at]) => at >= since).map(([which]) => which)),
      guests: async () => new Set(all.filter(({ guest }) => guest).map(({ id }) => id)),
      answersFor: (person: string) => (person === 't:kari' ? ['Kari', 'Kjøkkenet'] : []),
      unitsOf: (person: string) => all.find(({ id }) => id === person)?.units ?? [],
      nameOf: async (person: string) => (person.includes('unknown') ? undefined : `Navn ${person}`),
    },
  }
  return town as unknown as Needs // of all that the room needs, an audience asks no more than this
}

const town = townOf([
  { id: 't:per', units: ['skogen'], roles: ['approver'], used: [['mat', noon - 100 * dayMs]] },
  { id: 't:kari', units: ['skogen', 'skole'], off: ['courses'], used: [['mat', noon - 364 * dayMs]] },
  { id: 't:ola', units: ['innkjop'], roles: ['officer', 'approver'], off: ['recall', 'courses'] },
  { id: 't:ida', units: ['innkjop'], roles: ['officer'], used: [['mat', noon - 366 * dayMs]] },
  { id: 'other:eva' },
  { id: 't:gjest', units: ['skogen'], roles: ['approver'], guest: true },
])
const listOf = (...people: string[]): Audience => ({ kind: 'list', name: 'a.csv', people, unknown: ['2: x'] })
const channel: Audience = { kind: 'channel', channel: '19:a@thread.tacv2', name: 'Generelt' }
const ordinary = { topic: 'agreements', mandatory: false } as const

describe('an announcement reaches', () => {
  test.each<[string, Audience, string[]]>([
    ['nobody', { kind: 'nobody' }, []],
    ['everyone of the tenant', { kind: 'everyone' }, ['ida', 'kari', 'ola', 'per']],
    ['units', { kind: 'units', units: ['skogen', 'skole'] }, ['kari', 'per']],
    ['no units', { kind: 'units', units: [] }, []],
    ['roles', { kind: 'roles', roles: ['approver', 'officer'] }, ['ida', 'ola', 'per']],
    ['who used an agreement in a year', { kind: 'agreement', agreement: 'mat' }, ['kari', 'per']],
    ['a list', listOf('t:per', 't:ida', 't:per', 't:gjest'), ['ida', 'per']],
  ])('%s, each once and in order', async (_, audience, people) => {
    expect(await reachedBy(audience, ordinary, 't', town)).toEqual({
      places: people.map((id) => `person:t:${id}`),
      optedOut: 0,
    })
  })

  test('a channel as one place, whoever turned the topic off', async () => {
    const one = { places: ['channel:19:a@thread.tacv2'], optedOut: 0 }
    expect(await reachedBy(channel, { topic: 'courses', mandatory: false }, 't', town)).toEqual(one)
  })

  test('not those who turned the topic off, who are counted; all of them where it must', async () => {
    const everyone = { kind: 'everyone' } as const
    expect(await reachedBy(everyone, { topic: 'courses', mandatory: false }, 't', town)).toEqual({
      places: ['person:t:ida', 'person:t:per'],
      optedOut: 2,
    })
    expect(await reachedBy(everyone, { topic: 'courses', mandatory: true }, 't', town)).toEqual({
      places: ['person:t:ida', 'person:t:kari', 'person:t:ola', 'person:t:per'],
      optedOut: 0,
    })
  })

  test('whom it would reach counted one by one, whoever there is and whatever they turned off', async () => {
    const some = (...words: string[]) => fc.subarray(words)
    const somebody = fc.record({
      id: fc.integer({ min: 0, max: 30 }).map((number) => `t:${number}`),
      units: some('a', 'b', 'c'),
      roles: some('officer', 'approver'),
      off: some('recall', 'rules', 'other'),
    })
    const people = fc.uniqueArray(somebody, { selector: ({ id }) => id, maxLength: 25 })
    const audiences = fc.oneof(
      fc.constant({ kind: 'everyone' as const }),
      some('a', 'b', 'c', 'd').map((units) => ({ kind: 'units' as const, units })),
      some('officer', 'approver').map((roles) => ({ kind: 'roles' as const, roles })),
      fc.array(fc.integer({ min: 0, max: 40 })).map((numbers) => listOf(...numbers.map((one) => `t:${one}`))),
    )
    const contents = fc.record({ topic: fc.constantFrom('recall', 'rules'), mandatory: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(people, audiences, contents, async (all, audience, content) => {
        const meant = new Set<string>()
        for (const { id, units, roles } of all)
          if (
            audience.kind === 'everyone' ||
            (audience.kind === 'units' && units.some((unit) => audience.units.includes(unit))) ||
            (audience.kind === 'roles' && roles.some((role) => audience.roles.includes(role)))
          )
            meant.add(id)
        if (audience.kind === 'list') for (const id of audience.people) meant.add(id)
        const before = meant.size
        if (!content.mandatory)
          for (const { id, off } of all) if (off.includes(content.topic)) meant.delete(id)
        expect(await reachedBy(audience, content, 't', townOf(all))).toEqual({
          places: [...meant].map((id) => `person:${id}`).sort(),
          optedOut: before - meant.size,
        })
      }),
    )
  })
})

const who = (id: string, ...roles: Role[]) => ({ id, language: 'nb', roles: rolesWith(roles) }) as const
const officer = who('t:ola', 'officer')
const lead = who('t:ida', 'lead')
const owner = who('t:kari', 'agreement-owner')

describe('who may address whom', () => {
  const everybody: Audience[] = [
    { kind: 'nobody' },
    { kind: 'everyone' },
    { kind: 'units', units: ['skogen'] },
    { kind: 'roles', roles: ['approver'] },
    { kind: 'agreement', agreement: 'mat' },
    channel,
    listOf('t:per'),
  ]

  test.each(everybody)('officers and who leads them may address $kind', (audience) => {
    expect(mayAddress(audience, officer, town)).toBe(true)
    expect(mayAddress(audience, lead, town)).toBe(true)
  })

  test.each<[Audience, boolean]>([
    [{ kind: 'nobody' }, true],
    [{ kind: 'agreement', agreement: 'mat' }, true],
    [{ kind: 'agreement', agreement: 'biler' }, false],
    [{ kind: 'agreement', agreement: 'nothing' }, false],
    [{ kind: 'units', units: ['skogen'] }, true],
    [{ kind: 'units', units: ['skogen', 'skole'] }, true],
    [{ kind: 'units', units: ['skogen', 'innkjop'] }, false],
    [{ kind: 'units', units: ['innkjop'] }, false],
    [{ kind: 'roles', roles: ['approver'] }, false],
    [{ kind: 'everyone' }, false],
    [channel, false],
    [listOf('t:kari'), false],
  ])('who answers for agreements addresses %j: %s', (audience, may) => {
    expect(mayAddress(audience, owner, town)).toBe(may)
  })

  test('who is in no unit that is known addresses none', () => {
    const stranger = who('t:stranger', 'agreement-owner')
    expect(mayAddress({ kind: 'units', units: ['skogen'] }, stranger, town)).toBe(false)
  })

  test('an administrator may not, by being that', () => {
    expect(mayAddress({ kind: 'everyone' }, who('t:per', 'administrator', 'approver'), town)).toBe(false)
  })
})

describe('a second officer', () => {
  const units: Audience = { kind: 'units', units: ['skogen'] }

  test('is needed for more people than one may send to alone', () => {
    expect(needsSecond(units, 3, officer, town)).toBe(false)
    expect(needsSecond(units, 4, officer, town)).toBe(true)
    expect(needsSecond(units, 3, lead, town)).toBe(false)
    expect(needsSecond(channel, 1, officer, town)).toBe(false)
  })

  test('is always needed for everyone, and for who is no officer', () => {
    expect(needsSecond({ kind: 'everyone' }, 1, officer, town)).toBe(true)
    expect(needsSecond({ kind: 'everyone' }, 1, lead, town)).toBe(true)
    expect(needsSecond(units, 1, owner, town)).toBe(true)
  })
})

describe('some of them are named', () => {
  const places = (count: number) => Array.from({ length: count }, (_, at) => `person:t:${at}`)

  test('five at most, taken evenly; all where they are few', async () => {
    const names = (...numbers: number[]) => numbers.map((number) => `Navn t:${number}`)
    expect(await namesAmong(places(1_000), town)).toEqual(names(0, 200, 400, 600, 800))
    expect(await namesAmong(places(7), town)).toEqual(names(0, 1, 2, 4, 5))
    expect(await namesAmong(places(2), town)).toEqual(names(0, 1))
    expect(await namesAmong([], town)).toEqual([])
  })

  test('not who has no name that is known, nor a channel', async () => {
    expect(await namesAmong(['person:t:unknown', 'person:t:kari', 'channel:a'], town)).toEqual([
      'Navn t:kari',
    ])
  })
})
