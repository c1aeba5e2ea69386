import { expect, test } from 'vitest'
import type { Session } from '../../src/courses/event.ts'
import { readSessions, writeSessions } from '../../src/courses/session-lines.ts'

const code = () => '1234'
const before = (sessions: readonly Session[] = [], today = '2027-01-01') => ({
  sessions,
  last: sessions.length,
  today,
})
const timesOf = (written: string) =>
  readSessions(written, before(), code).sessions.map(({ day, from, to }) => `${day} ${from} ${to}`)

test.each([
  ['12.01.2027 09:00–11:30', '2027-01-12 09:00 11:30'],
  ['12.1.2027 9-11', '2027-01-12 09:00 11:00'],
  ['2027-01-12 kl. 9.15 - 11.45', '2027-01-12 09:15 11:45'],
  ['12.01.2027, kl 13 til 15', '2027-01-12 13:00 15:00'],
])('%s is a session', (written, expected) => {
  expect(timesOf(written)).toEqual([expected])
})

test.each([
  '12.01.2027',
  'tirsdag 9-11',
  '31.02.2027 09:00–10:00',
  '12.01.2027 11:00–09:00',
  '12.01.2027 09:00–09:00',
  '12.01.2027 24:00–25:00',
  '12.01.2027 09:61–10:00',
  '28.03.2027 02:30–03:15',
])('«%s» is none, and named', (written) => {
  expect(readSessions(`${written}\n12.01.2027 09:00–10:00`, before(), code)).toMatchObject({
    sessions: [{ day: '2027-01-12' }],
    wrong: [written],
  })
})

test('sessions come in the order of time, and are written as they are read', () => {
  const written = '19.01.2027 09:00–11:00\n12.01.2027 13:00–15:00\n12.01.2027 09:00–11:00'
  const { sessions } = readSessions(written, before(), code)
  expect(writeSessions(sessions)).toBe(
    '12.01.2027 09:00–11:00\n12.01.2027 13:00–15:00\n19.01.2027 09:00–11:00',
  )
  expect(readSessions(writeSessions(sessions), before(sessions), code).sessions).toEqual(sessions)
})

test('one that is moved keeps what it is known by, and a new one is another', () => {
  const [first, second] = readSessions(
    '12.01.2027 09:00–11:00\n19.01.2027 09:00–11:00',
    before(),
    code,
  ).sessions
  const made = [first, second].flatMap((one) => one ?? [])
  const { sessions } = readSessions(
    '12.01.2027 09:00–11:00\n20.01.2027 09:00–11:00\n27.01.2027 09:00–11:00',
    before(made),
    () => '9999',
  )
  expect(sessions.map(({ id, day, code: shown }) => [id, day, shown])).toEqual([
    ['1', '2027-01-12', '1234'],
    ['2', '2027-01-20', '1234'],
    ['3', '2027-01-27', '9999'],
  ])
})

test('one that is over keeps its own, and no other gets what it was known by', () => {
  const { sessions } = readSessions('12.01.2027 09:00–11:00\n19.01.2027 09:00–11:00', before(), code)
  const later = readSessions(
    '19.01.2027 09:00–11:00\n26.01.2027 09:00–11:00',
    before(sessions, '2027-01-15'),
    code,
  )
  expect(later.sessions.map(({ id }) => id)).toEqual(['2', '3'])
  expect(later.last).toBe(3)
})

test('the same time twice is one session', () => {
  const twice = readSessions('12.01.2027 09:00–11:00\n12.1.2027 9-11', before(), code)
  expect(twice.sessions.map(({ id }) => id)).toEqual(['1'])
})
