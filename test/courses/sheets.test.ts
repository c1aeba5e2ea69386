import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CourseEvent, emptyContent, kinds, most, type Session } from '../../src/courses/event.ts'
import { type EventRow, eventsSheet, type Participant, participantsSheet } from '../../src/courses/sheets.ts'
import { dayOfSerial, readSheet } from '../support/read-sheet.ts'

const session = (id: string, day: string, from = '09:00'): Session => ({
  id,
  day,
  from,
  to: '15:00',
  code: '1',
})
const event: CourseEvent = {
  id: 'K-2027-0003',
  tenant: 'example',
  lead: 'example:1',
  state: 'open',
  content: {
    ...emptyContent,
    title: 'Rammeavtaler og avrop',
    sessions: [session('1', '2027-01-12'), session('2', '2027-01-26')],
    capacity: 20,
  },
  revision: 3,
  sequence: 1,
  announcements: [],
  heldAnyway: false,
  because: null,
}
const kari: Participant = {
  name: 'Kari Nordmann',
  unit: 'Skogen skole',
  state: 'Har plass',
  registeredBy: 'Ola Leder',
  because: null,
  attended: ['2'],
}
const row: EventRow = { event, booked: 18, waiting: 2, attended: 15, score: 4.25 }
const before = Date.parse('2027-01-26T13:59:00Z')
const after = Date.parse('2027-01-26T14:00:00Z')

const withContent = (content: Partial<CourseEvent['content']>): CourseEvent => ({
  ...event,
  content: { ...event.content, ...content },
})
const participants = async (of: CourseEvent, ...rows: Participant[]) =>
  readSheet(await participantsSheet(of, rows))
const events = async (at: number, ...rows: EventRow[]) => readSheet(await eventsSheet(rows, at))
const valuesIn = (cells: Awaited<ReturnType<typeof events>>['rows'][number] | undefined) =>
  cells?.map(({ value, format }) =>
    format === 'dd.mm.yyyy' && value !== null ? dayOfSerial(Number(value)).slice(0, 10) : value,
  )

describe('the participants of an event', () => {
  test('have a row each, and each session a column', async () => {
    const { name, rows, frozenRows, filtered } = await participants(event, kari)
    expect(name).toBe('Deltakere')
    expect(rows.map(valuesIn)).toEqual([
      ['Navn', 'Enhet', 'Status', 'Meldt på av', 'Hvorfor avmeldt', '12.01.2027', '26.01.2027'],
      ['Kari Nordmann', 'Skogen skole', 'Har plass', 'Ola Leder', null, null, 'ja'],
    ])
    expect(frozenRows).toBe(1)
    expect(filtered).toBe('A1:G2')
  })

  test('see the hour too where two sessions are on a day', async () => {
    const sessions = [
      session('1', '2027-01-12'),
      session('2', '2027-01-12', '12:00'),
      session('3', '2027-01-13'),
    ]
    const { rows } = await participants(withContent({ sessions }))
    expect(valuesIn(rows[0])?.slice(5)).toEqual(['12.01.2027 09:00', '12.01.2027 12:00', '13.01.2027'])
  })

  test('fit beside as many sessions as an event can have', async () => {
    const sessions = Array.from({ length: most.sessions }, (_, at) =>
      session(String(at), `2027-02-${at + 10}`),
    )
    const { filtered } = await participants(withContent({ sessions }), kari)
    expect(filtered).toBe('A1:Q2')
  })
})

describe('events', () => {
  test('have a row each, where days are days and numbers are numbers', async () => {
    const { name, rows } = await events(before, row)
    expect(name).toBe('Kurs')
    expect(rows.map(valuesIn)).toEqual([
      [
        'Id',
        'Tittel',
        'Type',
        'Første dag',
        'Siste dag',
        'Status',
        'Plasser',
        'Påmeldte',
        'Venteliste',
        'Møtte',
        'Vurdering',
        'Avlyst fordi',
      ],
      [
        'K-2027-0003',
        'Rammeavtaler og avrop',
        'Kurs',
        '2027-01-12',
        '2027-01-26',
        'Åpent',
        20,
        18,
        2,
        15,
        4.25,
        null,
      ],
    ])
    expect(rows[1]?.map(({ kind, format }) => `${kind} ${format}`)).toEqual([
      ...Array(3).fill('text @'),
      ...Array(2).fill('number dd.mm.yyyy'),
      'text @',
      ...Array(4).fill('number 0'),
      'number 0.0',
      'empty @',
    ])
  })

  test('have empty cells for what they do not have', async () => {
    const draft = { ...withContent({ sessions: [], capacity: null }), state: 'draft' as const }
    const { rows } = await events(after, { event: draft, booked: 0, waiting: 0, attended: 0, score: null })
    expect(valuesIn(rows[1])?.slice(3)).toEqual([null, null, 'Utkast', null, 0, 0, 0, null, null])
  })

  test('are held when the last session is over, unless they were cancelled', async () => {
    const cancelled = { ...event, state: 'cancelled' as const, because: 'For få påmeldte' }
    const statusAt = async (at: number, of: CourseEvent) => {
      const { rows } = await events(at, { ...row, event: of })
      return [rows[1]?.[5]?.value, rows[1]?.[11]?.value]
    }
    expect(await statusAt(before, event)).toEqual(['Åpent', null])
    expect(await statusAt(after, event)).toEqual(['Holdt', null])
    expect(await statusAt(after, cancelled)).toEqual(['Avlyst', 'For få påmeldte'])
  })

  test('have their kind in words', async () => {
    const { rows } = await events(before, ...kinds.map((kind) => ({ ...row, event: withContent({ kind }) })))
    expect(rows.slice(1).map((cells) => cells[2]?.value)).toEqual([
      'Kurs',
      'Lederkurs',
      'Innkjøpsforum',
      'Opplæring i e-handel',
    ])
  })
})

test.for(['=HYPERLINK("https://ond.example";"Klikk")', '=1+1', '+47 12 34 56 78', '@SUM(A1)', '-2+3'])(
  'what is written as %j stays that text',
  async (written) => {
    const people = await participants(event, { ...kari, name: written, unit: written, because: written })
    for (const at of [0, 1, 4])
      expect(people.rows[1]?.[at]).toMatchObject({ kind: 'text', value: written, format: '@' })
    const held = await events(before, {
      ...row,
      event: { ...withContent({ title: written }), because: written },
    })
    for (const at of [1, 11])
      expect(held.rows[1]?.[at]).toMatchObject({ kind: 'text', value: written, format: '@' })
  },
)

test('whatever people write gives a file that can be read, with no formula in it', async () => {
  const written = fc.string({ unit: 'binary', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(written, written), { maxLength: 5 }), async (pairs) => {
      const { rows } = await participants(
        event,
        ...pairs.map(([name, because]) => ({ ...kari, name, because })),
      )
      expect(rows).toHaveLength(pairs.length + 1)
      expect(rows.flat().filter(({ kind }) => kind === 'formula')).toEqual([])
    }),
  )
})
