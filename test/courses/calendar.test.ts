import { expect, test } from 'vitest'
import { createCourses, type Needs } from '../../src/courses/courses.ts'
import { emptyContent } from '../../src/courses/event.ts'
import type { Seat } from '../../src/courses/seats.ts'
import { onEveryDatabase } from '../support/every-database.ts'

const session = (id: string, day: string) => ({ id, day, from: '09:00', to: '11:00', code: '1234' })
const content = {
  ...emptyContent,
  title: 'Avrop',
  place: 'Rådhuset',
  sessions: [session('1', '2027-01-12'), session('2', '2027-01-19')],
}
const seat = (state: Seat['state'], turn = 1): Seat => ({
  person: 't:kari',
  state,
  turn,
  answerBy: null,
  by: null,
  because: null,
})

/** Entries that are put into calendars by themselves: here a calendar that keeps them by id, and can be away. */
onEveryDatabase((here) => {
  const open = async () => {
    const entries = new Map<string, { title: string; from: string; key: string }>()
    const made: string[] = []
    let isAway = false
    const calendar: Needs['calendar'] = {
      async put(_, entry, id) {
        if (isAway) throw new Error('away')
        const at = id ?? `entry-${made.length + 1}`
        if (id === undefined) made.push(at)
        entries.set(at, entry)
        return at
      },
      async remove(_, id) {
        if (isAway) throw new Error('away')
        entries.delete(id)
      },
    }
    const { events } = here.store
    const needs = { now: () => 0, events, calendar } as unknown as Needs // of all that the room needs this asks no more
    const courses = createCourses(needs)
    const id = await events.create({ tenant: 't', lead: 't:ola', state: 'open', content }, 1)
    const sync = () =>
      courses.word(
        { room: 'courses', tell: 'calendar', event: id, person: 't:kari' },
        `calendar:${id}:t:kari`,
      )
    const decide = (change: object, ...seats: Seat[]) =>
      events.decide(id, 1, () => ({ change, seats, result: 0 }))
    const shown = () => [...entries.values()].map(({ from }) => from).sort()
    const away = (is: boolean) => {
      isAway = is
    }
    return { sync, decide, shown, made, away, entries }
  }

  test('follow the place: put in once, moved with the event, and taken out with it', async () => {
    const { sync, decide, shown, made } = await open()
    await decide({}, seat('waiting'))
    await sync()
    expect(shown(), 'who waits has none').toEqual([])
    await decide({}, seat('booked'))
    for (let twice = 0; twice < 2; twice++) expect(await sync(), 'nothing is said of it').toBeUndefined()
    expect(shown()).toEqual(['2027-01-12T09:00', '2027-01-19T09:00'])
    await decide({ content: { ...content, sessions: [session('1', '2027-01-13')] } })
    await sync()
    expect(shown()).toEqual(['2027-01-13T09:00'])
    expect(made, 'changed and not put in anew').toHaveLength(2)
    await decide({}, seat('left'))
    await sync()
    expect(shown()).toEqual([])
  })

  test('are gone when it is cancelled', async () => {
    const { sync, decide, shown } = await open()
    await decide({}, seat('booked'))
    await sync()
    await decide({ state: 'cancelled' })
    await sync()
    expect(shown()).toEqual([])
  })

  test('are tried again where the calendar is away, without being put in twice', async () => {
    const { sync, decide, shown, made, away } = await open()
    await decide({}, seat('booked'))
    away(true)
    await expect(sync()).rejects.toThrow('away')
    away(false)
    await sync()
    await sync()
    expect(shown()).toHaveLength(2)
    expect(made).toHaveLength(2)
  })

  test('have another key when somebody comes back, so that the calendar takes them for new', async () => {
    const { sync, decide, entries } = await open()
    await decide({}, seat('booked'))
    await sync()
    const keys = () => [...entries.values()].map(({ key }) => key)
    const first = keys()
    await decide({}, seat('left'))
    await sync()
    await decide({}, seat('booked', 2))
    await sync()
    expect(keys()).toHaveLength(2)
    expect(keys().filter((key) => first.includes(key))).toEqual([])
  })
})
