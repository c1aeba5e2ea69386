import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { calendarFile } from '../../src/courses/calendar-file.ts'
import { type Content, emptyContent, type Session } from '../../src/courses/event.ts'
import { endOf, startOf } from '../../src/courses/times.ts'

const at = Date.parse('2027-01-04T12:30:15Z')
const session = (id: string, day: string, from = '09:00', to = '11:30'): Session => ({
  id,
  day,
  from,
  to,
  code: '1234',
})
const content: Content = {
  ...emptyContent,
  title: 'Kurs i avrop',
  place: 'Rådhuset',
  sessions: [session('1', '2027-03-27')],
}
const event = { id: 'event-1', sequence: 0, content }
const kari = { name: 'Kari Nordmann', email: 'kari@eksempel.kommune.no', entraId: 'kari-1' }
const organizer = 'innkjop@Eksempel.kommune.no'

type Asked = Partial<Parameters<typeof calendarFile>[0]>
const fileOf = (asked: Asked = {}) =>
  calendarFile({ event, attendee: kari, organizer, at, cancelled: false, ...asked })
const withContent = (changed: Partial<Content>) =>
  fileOf({ event: { ...event, content: { ...content, ...changed } } })

afterEach(() => vi.unstubAllEnvs())

/** As another library reads it, with the time zone that the file itself brings. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined)
  const entries = calendar.getAllSubcomponents('vevent').map((entry) => {
    const [attendee, ...others] = entry.getAllProperties('attendee')
    return {
      uid: textOf(entry, 'uid'),
      sequence: entry.getFirstPropertyValue('sequence'),
      status: textOf(entry, 'status'),
      stamp: textOf(entry, 'dtstamp'),
      starts: instantIn(entry, 'dtstart', zone),
      ends: instantIn(entry, 'dtend', zone),
      title: textOf(entry, 'summary'),
      text: textOf(entry, 'description'),
      place: textOf(entry, 'location'),
      organizer: textOf(entry, 'organizer'),
      attendee: { is: attendee?.getFirstValue(), ...attendee?.toJSON()[1] },
      others,
    }
  })
  return { method: textOf(calendar, 'method'), zone: zone.tzid, entries }
}

const textOf = (component: ICAL.Component, name: string): string | undefined =>
  component.getFirstPropertyValue(name)?.toString()

/** Epoch milliseconds. */
function instantIn(entry: ICAL.Component, name: string, zone: ICAL.Timezone): number | undefined {
  const property = entry.getFirstProperty(name)
  const time = property?.getFirstValue()
  if (!(time instanceof ICAL.Time) || property?.getFirstParameter('tzid') !== zone.tzid) return undefined
  time.zone = zone
  return time.toUnixTime() * 1000
}

const only = (file: string) => {
  const { entries } = read(file)
  expect(entries).toHaveLength(1)
  return entries[0]
}

describe('a session is in the calendar when it is held', () => {
  test.each([
    ['2027-03-27', '09:00', '2027-03-27T08:00:00Z'],
    ['2027-03-28', '01:30', '2027-03-28T00:30:00Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00Z'],
    ['2027-03-29', '09:00', '2027-03-29T07:00:00Z'],
    ['2027-06-30', '23:30', '2027-06-30T21:30:00Z'],
    ['2027-10-30', '09:00', '2027-10-30T07:00:00Z'],
    ['2027-10-31', '09:00', '2027-10-31T08:00:00Z'],
    ['2027-11-01', '09:00', '2027-11-01T08:00:00Z'],
    ['2040-03-24', '09:00', '2040-03-24T08:00:00Z'],
    ['2040-03-26', '09:00', '2040-03-26T07:00:00Z'],
  ])('%s %s in Norway is %s', (day, from, instant) => {
    const held = { sessions: [session('1', day, from, '23:45')] }
    expect(only(withContent(held))?.starts).toBe(Date.parse(instant))
  })

  test('whatever day and hours it has, from summer time through winter time', () => {
    const day = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 5, max: 21 }),
        fc.integer({ min: 0, max: 59 }),
        (on, hour, minute) => {
          const clock = (hours: number) =>
            `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
          const held = session('1', on, clock(hour), clock(hour + 2))
          const entry = only(withContent({ sessions: [held] }))
          expect([entry?.starts, entry?.ends]).toEqual([startOf(held), endOf(held)])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('in the wall time of Norway, whichever time zone the bot runs in, and stamped in UTC', () => {
    vi.stubEnv('TZ', 'America/New_York')
    expect(new Date(at).getHours()).toBe(7)
    const file = fileOf()
    expect(file).toContain('DTSTART;TZID=Europe/Oslo:20270327T090000\r\n')
    expect(file).toContain('DTEND;TZID=Europe/Oslo:20270327T113000\r\n')
    expect(file).toContain('DTSTAMP:20270104T123015Z\r\n')
  })
})

describe('an entry', () => {
  const two = { ...content, sessions: [session('1', '2027-03-27'), session('2', '2027-03-29')] }

  test('keeps its name when its session is moved, and has a higher number', () => {
    const moved = { ...event, sequence: 1, content: { ...content, sessions: [session('1', '2027-04-07')] } }
    const [before, after] = [only(fileOf()), only(fileOf({ event: moved, at: at + 1000 }))]
    expect(before?.uid).toBe('event-1-1@eksempel.kommune.no')
    expect(after?.uid).toBe(before?.uid)
    expect([before?.sequence, after?.sequence]).toEqual([0, 1])
  })

  test('stands once for each session, or alone in a file of its own', () => {
    const several = { ...event, content: two }
    const uids = (file: string) => read(file).entries.map(({ uid }) => uid)
    expect(uids(fileOf({ event: several }))).toEqual([
      'event-1-1@eksempel.kommune.no',
      'event-1-2@eksempel.kommune.no',
    ])
    expect(uids(fileOf({ event: several, sessions: two.sessions.slice(1) }))).toEqual([
      'event-1-2@eksempel.kommune.no',
    ])
  })

  test('is taken out again under the same name, also where its session is no more', () => {
    const made = fileOf({ event: { ...event, content: two } })
    const removed = read(fileOf({ sessions: [session('2', '2027-03-29')], cancelled: true }))
    expect(read(made).method).toBe('REQUEST')
    expect(removed.method).toBe('CANCEL')
    expect(removed.entries[0]).toMatchObject({ uid: read(made).entries[1]?.uid, status: 'CANCELLED' })
    expect(read(made).entries[0]?.status).toBe('CONFIRMED')
  })

  test('has a higher number each time somebody comes, leaves, comes again and is told that it is not held', () => {
    const numbers = [
      fileOf({ turn: 3 }),
      fileOf({ turn: 3, cancelled: true }),
      fileOf({ turn: 4 }),
      fileOf({ turn: 4, event: { ...event, sequence: 1 } }),
      fileOf({ turn: 4, event: { ...event, sequence: 2 }, cancelled: true }),
    ].map((file) => Number(only(file)?.sequence))
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })

  test('names whoever comes, who has said yes and is asked nothing, and the section, and nobody else', () => {
    const entry = only(fileOf())
    expect(entry?.organizer).toBe(`mailto:${organizer}`)
    expect(entry?.attendee).toMatchObject({
      cn: 'Kari Nordmann',
      partstat: 'ACCEPTED',
      rsvp: 'FALSE',
      is: expect.stringMatching(/^mailto:kari@eksempel\.kommune\.no$/i),
    })
    expect(entry?.others).toEqual([])
  })

  test.each([undefined, '', 'kari', 'kari@x.no\r\nATTENDEE:mailto:ola@x.no'])(
    'names whoever has no e-mail address (%j) by their id, where no mail can go',
    (email) => {
      const entry = only(fileOf({ attendee: { ...kari, email } }))
      expect(entry?.attendee.is).toMatch(/^mailto:kari-1@unknown\.invalid$/i)
      expect(entry?.others).toEqual([])
    },
  )

  test('is where the event is, or at its link', () => {
    const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting?context=%7b%22Tid%22%7d,;'
    expect(only(withContent({ link }))?.place).toBe('Rådhuset')
    expect(only(withContent({ link, place: ' ' }))?.place).toBe(link)
  })

  test('says what the event says: its text, who teaches, the link and the material', () => {
    const said = {
      text: 'Ta med PC.\nVi starter presis.',
      teacher: 'Ola; Kari, og flere',
      link: 'https://teams.microsoft.com/l/x',
      material: 'https://eksempel.kommune.no/kurs',
    }
    expect(only(withContent(said))?.text).toBe(
      [said.text, said.teacher, said.link, said.material].join('\n\n'),
    )
  })
})

describe('whatever is written', () => {
  const odd = fc.constantFrom(
    '\\n',
    '\\',
    '\n',
    ',',
    ';',
    ':',
    '"',
    '^n',
    'æøå',
    '🎓',
    '👩‍🏫',
    'e\u0301',
    ' ',
    '\t',
    'END:VEVENT',
    'a'.repeat(80),
  )
  const written = fc
    .array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 30 })), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join('').replace(/[^\P{Cc}\t\n]/gu, ''))
    .filter((text) => text.trim() !== '')

  // In a parameter a backslash is itself (RFC 5545, 3.1), but this reader takes it for more.
  const named = written.map((text) => text.replaceAll('\\', '/'))

  test('is read as it was written, by another library', () => {
    fc.assert(
      fc.property(written, written, written, named, (title, text, place, name) => {
        const changed = { ...event, content: { ...content, title, text, place } }
        const entry = only(fileOf({ event: changed, attendee: { ...kari, name } }))
        expect(entry).toMatchObject({ title, text, place })
        expect(entry?.attendee.cn).toBe(name)
      }),
    )
  })

  test('stands on lines of at most 75 octets that end with CRLF, and are whole characters', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    fc.assert(
      fc.property(written, written, (title, name) => {
        const file = fileOf({
          event: { ...event, content: { ...content, title } },
          attendee: { ...kari, name },
        })
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line))
        expect(Math.max(...octets.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(75)
        for (const line of octets) decoder.decode(line)
      }),
    )
  })

  test('leaves out what no calendar file may have: control characters and halves of characters', () => {
    const entry = only(withContent({ title: 'Kurs\u0000 i\u0007 avrop\u007f', text: 'en\r\nto\rtre \ud83c' }))
    expect(entry).toMatchObject({ title: 'Kurs i avrop', text: 'en\nto\ntre \ufffd' })
  })
})
