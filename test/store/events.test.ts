import { describe, expect, test } from 'vitest'
import {
  answered,
  bookedIn,
  queueIn,
  type Rules,
  replaced,
  type Seat,
  takenIn,
  type Wish,
} from '../../src/courses/seats.ts'
import type { KeptSeat } from '../../src/store/events.ts'
import type { Store } from '../../src/store/store.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { letter, nothingForgotten, told } from '../support/purchases.ts'

const title = 'æøå "\\ 🪑'
const made = (tenant = 't', lead = 't:ola') => ({ tenant, lead, state: 'open', content: { title } })
const places = 30
const presses = 1_000
const rules: Rules = { capacity: places, answerBy: 9_000 }
const personOf = (nth: number): string => `t:p${String(nth).padStart(4, '0')}`

/** Seats of the store are those of the room: it keeps no others. */
const asSeats = (kept: readonly KeptSeat[]) => kept as Seat[]

/** Says it as the room does, and notes in `decided` who changed in which order, with how many places were taken then. */
const says = (store: Store, person: string, wish: Wish, decided: { person: string; taken: number }[] = []) =>
  store.events.decide('A-1', 1, (_, kept) => {
    const before = asSeats(kept)
    const changed = answered(before, person, { wish }, rules)
    if (changed.length > 0) decided.push({ person, taken: takenIn(replaced(before, changed)) })
    return { seats: changed, result: changed[0]?.state }
  })

onEveryDatabase((here) => {
  const kept = () => here.store.events
  const seats = async () => asSeats(await kept().seatsOf('A-1'))

  test('an event is kept whole under A- and a running number', async () => {
    expect(await kept().create(made(), 1)).toBe('A-1')
    expect(await kept().create(made(), 1)).toBe('A-2')
    const none = { announcements: [], heldAnyway: false, because: null }
    expect(await kept().of('A-1')).toEqual({ id: 'A-1', ...made(), ...none, revision: 1, sequence: 0 })
    expect(await kept().of('A-3')).toBeUndefined()
  })

  test(`of ${presses} who say yes at once, some twice, ${places} get a place and the others stand in line as they came; of those who leave at once the places go to the first in line`, async () => {
    await kept().create(made(), 1)
    const stores = [here.store, await here.other()] as const
    const pressing = Array.from({ length: presses }, (_, nth) => (nth % 10 === 0 ? [nth, nth] : [nth])).flat()
    const decided: Parameters<typeof says>[3] = []
    // Who presses twice does so in two processes.
    const came = await Promise.all(
      pressing.map((nth, at) => says(stores[at % 2 ? 1 : 0], personOf(nth), 'yes', decided)),
    )
    expect(came.filter((state) => state === 'booked')).toHaveLength(places)
    expect(came.filter((state) => state === 'waiting')).toHaveLength(presses - places)
    const full = await seats()
    const inOrder = decided.map(({ person }) => person)
    expect(new Set(inOrder).size, 'each once').toBe(presses)
    expect(full.map(({ person }) => person)).toEqual(inOrder)
    expect(full.map(({ turn }) => turn)).toEqual(inOrder.map((_, nth) => nth + 1))
    expect(bookedIn(full)).toEqual(full.slice(0, places))
    expect(queueIn(full)).toEqual(full.slice(places))
    expect(Math.max(...decided.map(({ taken }) => taken))).toBe(places)

    const leaving = [...full.slice(0, 20), ...full.slice(places, places + 10), ...full.slice(500, 510)]
    const gone = new Set(leaving.map(({ person }) => person))
    const left: Parameters<typeof says>[3] = []
    await Promise.all(
      leaving.toReversed().map(({ person }, at) => says(stores[at % 2 ? 1 : 0], person, 'no', left)),
    )
    expect(left).toHaveLength(40)
    expect(new Set(left.map(({ taken }) => taken)), 'never one more or less').toEqual(new Set([places]))
    const now = await seats()
    const stay = full.filter(({ person }) => !gone.has(person)).map(({ person }) => person)
    const inState = (state: string) => now.filter((seat) => seat.state === state).map(({ person }) => person)
    expect(inState('booked')).toEqual(stay.slice(0, 10))
    expect(inState('offered')).toEqual(stay.slice(10, 30))
    expect(inState('waiting')).toEqual(stay.slice(30))
    expect(new Set([...inState('left'), ...inState('no')])).toEqual(gone)
  }, 120_000)

  test('what is decided is kept with its letters, or nothing of it', async () => {
    await kept().create(made(), 1)
    const change = {
      state: 'cancelled',
      because: 'Syk',
      sequence: 1,
      heldAnyway: true,
      announcements: ['K-1'],
    }
    const seat = { person: 't:kari', state: 'booked', turn: 1, answerBy: null, by: 't:per', because: null }
    const decided = { change: { ...change, beginsAt: 5, endsAt: 6 }, seats: [seat], letters: [letter('a')] }
    await expect(
      kept().decide('A-1', 2, () => {
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    const broken = [{ ...letter('a'), place: null as never }] // the database takes none without a place
    await expect(
      kept().decide('A-1', 2, () => ({ ...decided, letters: broken, result: 1 })),
    ).rejects.toThrow()
    expect(await kept().of('A-1')).toMatchObject({ state: 'open', revision: 1 })
    expect(await told(here.store)).toEqual([])
    expect(await kept().decide('A-1', 2, () => ({ ...decided, result: 'done' }))).toBe('done')
    expect(await kept().of('A-1')).toMatchObject({ ...change, revision: 2 })
    expect(await kept().seatsOf('A-1')).toEqual([seat])
    expect(await told(here.store)).toHaveLength(1)
    expect(await kept().decide('A-9', 2, () => ({ result: 1 }))).toBeUndefined()
  })

  test('entries of a calendar stay where a seat changes', async () => {
    await kept().create(made(), 1)
    await says(here.store, 't:kari', 'yes')
    expect(await kept().entriesOf('A-1', 't:kari')).toEqual({})
    await kept().keepEntries('A-1', 't:kari', { 1: 'entry' })
    await says(here.store, 't:kari', 'no')
    expect(await kept().entriesOf('A-1', 't:kari')).toEqual({ 1: 'entry' })
    expect(await kept().entriesOf('A-1', 't:nobody')).toEqual({})
  })

  test('events are listed by when they are, the first to begin first, those without a time last', async () => {
    const times = [
      [300, 400],
      [100, 200],
      [null, null],
    ] as const
    for (const [nth, [beginsAt, endsAt]] of times.entries()) {
      const id = await kept().create(made(), nth)
      await kept().decide(id, nth, () => ({ change: { beginsAt, endsAt }, result: 0 }))
    }
    await kept().create(made('u', 'u:ida'), 9)
    const ids = async (filter: object) =>
      (await kept().list({ tenant: 't', ...filter }, 10)).map(({ id }) => id)
    expect(await ids({})).toEqual(['A-2', 'A-1', 'A-3'])
    expect(await ids({ from: 201 })).toEqual(['A-1', 'A-3'])
    expect(await ids({ from: 200, to: 300 })).toEqual(['A-2', 'A-3'])
    expect(await ids({ states: ['draft'] })).toEqual([])
    expect(await ids({ lead: 't:ida' })).toEqual([])
    expect(await kept().list({ tenant: 't' }, 1)).toHaveLength(1)
  })

  test('a draft that nobody has answered can go, and nothing else', async () => {
    await kept().create({ ...made(), state: 'draft' }, 1)
    await kept().create(made(), 1)
    expect(await kept().remove('A-2')).toBe(false)
    expect(await kept().remove('A-1')).toBe(true)
    expect(await kept().remove('A-1')).toBe(false)
    await kept().create({ ...made(), state: 'draft' }, 1)
    const seat = { person: 't:kari', state: 'no', turn: 1, answerBy: null, by: null, because: null }
    await kept().decide('A-3', 1, () => ({ seats: [seat], result: 0 }))
    expect(await kept().remove('A-3')).toBe(false)
  })

  describe('who was there', () => {
    const at = (person: string, session = '1', by = person) => ({ session, person, by, at: 5 })

    test('stands once, as it was said first, until it is taken away', async () => {
      await kept().create(made(), 1)
      await kept().attend('A-1', [at('t:kari'), at('t:per')])
      await kept().attend('A-1', [at('t:kari', '1', 't:ola'), at('t:kari', '2', 't:ola')])
      await kept().attend('A-1', [])
      expect(await kept().attendanceOf('A-1')).toEqual([
        at('t:kari'),
        at('t:per'),
        at('t:kari', '2', 't:ola'),
      ])
      await kept().unattend('A-1', '1', ['t:per'])
      await kept().unattend('A-1', '1', [])
      expect(await kept().attendedBy(['t:kari', 't:per'], ['A-1', 'A-2'])).toHaveLength(2)
      expect(await kept().attendedBy([], ['A-1'])).toEqual([])
      expect(await kept().attendedBy(['t:kari'], [])).toEqual([])
    })

    test('says what they thought once, and it is not kept who said it', async () => {
      await kept().create(made(), 1)
      const said = await Promise.all(
        Array.from({ length: 10 }, (_, nth) => kept().evaluate('A-1', 't:kari', { score: nth })),
      )
      expect(said.filter(Boolean)).toHaveLength(1)
      expect(await kept().evaluate('A-1', 't:per', { score: 5 })).toBe(true)
      const answers = await kept().evaluationsOf('A-1')
      expect(answers).toHaveLength(2)
      expect(JSON.stringify(answers)).not.toContain('kari')
    })
  })

  test('more seats, letters and attendance than a statement takes are kept', async () => {
    await kept().create(made(), 1)
    const people = Array.from({ length: 7_000 }, (_, nth) => personOf(nth))
    const answer = { state: 'maybe', turn: 1, answerBy: null, by: null, because: null }
    const all = people.map((person) => ({ person, ...answer }))
    const letters = people.map((person) => letter(person, { key: person }))
    await kept().decide('A-1', 1, () => ({ seats: all, letters, result: 0 }))
    expect(await kept().seatsOf('A-1')).toHaveLength(people.length)
    expect(await told(here.store)).toEqual(people.slice(0, 1_000))
    const attendance = people.map((person) => ({ session: '1', person, by: person, at: 5 }))
    await kept().attend('A-1', attendance)
    const others = Array.from({ length: 70_000 }, (_, nth) => `none ${nth}`)
    expect(await kept().attendedBy([...others, ...people], ['A-1'])).toHaveLength(people.length)
    expect(await kept().attendedBy(['t:p0001'], [...others, 'A-1'])).toHaveLength(1)
    await kept().unattend('A-1', '1', [...others, ...people])
    expect(await kept().attendanceOf('A-1')).toEqual([])
  })

  test('what is kept of somebody is shown to them, and goes with them', async () => {
    await kept().create(made(), 1)
    await kept().create(made(), 1)
    await says(here.store, 't:kari', 'yes')
    await says(here.store, 't:per', 'yes')
    for (const event of ['A-1', 'A-2'])
      await kept().attend(event, [{ session: '1', person: 't:kari', by: 't:kari', at: 5 }])
    await kept().evaluate('A-1', 't:kari', { score: 4 })
    expect((await kept().ofPerson('t:kari')).map(({ event, seat }) => [event.id, seat?.state])).toEqual([
      ['A-1', 'booked'],
      ['A-2', undefined],
    ])
    expect((await here.store.ownData.of('t:kari')).courses).toEqual([
      { event: 'A-1', title, state: 'booked', by: null, because: null, attended: 1 },
      { event: 'A-2', title, state: null, by: null, because: null, attended: 1 },
    ])
    await here.store.ownData.erase('t:kari', 't:kari', 9)
    expect((await here.store.ownData.of('t:kari')).courses).toEqual([])
    expect((await seats()).map(({ person }) => person)).toEqual(['t:per'])
    expect(await kept().attendanceOf('A-1')).toEqual([])
    expect(await kept().evaluationsOf('A-1'), 'what was thought has no name').toHaveLength(1)
  })

  test('a seat of who deleted their data stays, as one that was left, until nothing of it stands in their calendar', async () => {
    for (const endsAt of [20, 9]) {
      const id = await kept().create(made(), 1)
      const seat = { person: 't:kari', state: 'booked', turn: 1, answerBy: 8, by: 't:per', because: 'Syk' }
      await kept().decide(id, 1, () => ({ change: { endsAt }, seats: [seat], result: 0 }))
      await kept().keepEntries(id, 't:kari', { 1: 'entry' })
    }
    await here.store.ownData.erase('t:kari', 't:kari', 9)
    const left = { person: 't:kari', state: 'left', turn: 1, answerBy: null, by: null, because: null }
    expect(await seats()).toEqual([left])
    expect(await kept().seatsOf('A-2'), 'it is over').toEqual([])
    await here.store.ownData.forget(nothingForgotten)
    expect(await kept().entriesOf('A-1', 't:kari')).toEqual({ 1: 'entry' })
    await kept().keepEntries('A-1', 't:kari', {})
    await here.store.ownData.forget(nothingForgotten)
    expect(await seats()).toEqual([])
  })

  test('who deletes their data is not kept anew by what is decided at the same time', async () => {
    await kept().create(made(), 1)
    const people = Array.from({ length: 20 }, (_, nth) => personOf(nth))
    for (const person of people) await says(here.store, person, 'yes')
    const other = await here.other()
    const touched = () => other.events.decide('A-1', 2, (_, found) => ({ seats: found, result: 0 }))
    await Promise.all(
      people.flatMap((person) => [touched(), here.store.ownData.erase(person, person, 9), touched()]),
    )
    expect(await seats()).toEqual([])
  })

  test('what was held too long ago goes, with all that belongs to it', async () => {
    await kept().create(made(), 1)
    await kept().create({ ...made(), state: 'draft' }, 1)
    await kept().decide('A-1', 1, () => ({ change: { beginsAt: 100, endsAt: 200 }, result: 0 }))
    await says(here.store, 't:kari', 'yes')
    await kept().attend('A-1', [{ session: '1', person: 't:kari', by: 't:kari', at: 5 }])
    await kept().evaluate('A-1', 't:kari', {})
    await here.store.ownData.forget({ ...nothingForgotten, eventsBefore: 200, draftsBefore: 1 })
    expect(await kept().of('A-1')).toBeDefined()
    expect(await kept().of('A-2')).toBeDefined()
    await here.store.ownData.forget({ ...nothingForgotten, eventsBefore: 201, draftsBefore: 2 })
    expect(await kept().of('A-1')).toBeUndefined()
    expect(await kept().of('A-2')).toBeUndefined()
    expect(await kept().seatsOf('A-1')).toEqual([])
    expect(await kept().attendanceOf('A-1')).toEqual([])
    expect(await kept().evaluationsOf('A-1')).toEqual([])
  })
})
