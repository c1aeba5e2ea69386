import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDay } from '../../src/kit/day.ts'
import { randomFrom } from '../fuzz/hostile.ts'
import { type Chat, openChat } from '../support/chat.ts'
import type { Sent } from '../support/connector.ts'
import { ola } from '../support/section.ts'

/** A year of courses with the clock moved on, and the bot ended and started again on the way. */
const year = 2027
const people = 600
const wanted = 60
const capacity = 40
const restarts = 10

/** The days that they begin on; two of them are the day after the clock is changed. */
const days = [
  '2027-01-19',
  '2027-02-16',
  '2027-03-29',
  '2027-04-20',
  '2027-05-18',
  '2027-06-08',
  '2027-07-06',
  '2027-08-24',
  '2027-09-21',
  '2027-10-12',
  '2027-11-01',
  '2027-12-07',
]
/** In words of the year: one is cancelled a few days before, and one is moved after the first reminder. */
const cancelled = 4
const moved = 8

let chat: Chat
let now = Date.parse('2027-01-01T12:00:00+01:00')
beforeAll(async () => {
  chat = await openChat({}, () => now)
  await chat.install(ola)
  for (let person = 0; person < people; person++) await chat.install(somebody(person))
}, 120_000)
afterAll(() => chat.close())

const somebody = (person: number) => ({ id: `p${person}`, entraId: `entra-p${person}` })
const idOf = (person: number) => `tenant-1:${somebody(person).entraId}`
const at = (day: string, time: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: 'Europe/Oslo',
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds
const dayBefore = (day: string, count: number) =>
  Temporal.PlainDate.from(day).subtract({ days: count }).toString()

const press = (verb: string, data: object, as: { id: string; entraId: string }) =>
  chat.press({ type: 'Action.Execute', title: '', verb: `courses.${verb}`, data }, as)

type Session = { id: string; day: string }
type Planned = { id: string; title: string; sessions: Session[]; comers: number[] }

/** One in a year with two sessions a week apart, every third of them. */
async function planned(nth: number, day: string): Promise<Planned> {
  const id = `A-${nth + 1}`
  const title = `Kurs ${nth + 1}`
  const sessions = [day, ...(nth % 3 === 0 ? [Temporal.PlainDate.from(day).add({ days: 7 }).toString()] : [])]
  await chat.say('nytt kurs', ola)
  const written = { title, place: 'Rådhuset', capacity: String(capacity), sessions: linesOf(sessions) }
  await press('save', { id, revision: 1, next: 'ready', ...written }, ola)
  const kept = await chat.bot.store.events.of(id)
  await press('open', { id, revision: kept?.revision }, ola)
  const comers = Array.from({ length: wanted }, (_, one) => (nth * 50 + one) % people)
  return { id, title, sessions: sessions.map((on, one) => ({ id: String(one + 1), day: on })), comers }
}
const linesOf = (sessions: readonly string[]) =>
  sessions.map((day) => `${writeDay(day)} 09:00–11:00`).join('\n')

const bookedAt = async (id: string) =>
  (await chat.bot.store.events.seatsOf(id))
    .filter(({ state }) => state === 'booked')
    .map(({ person }) => person)

test('in a year of twelve events every reminder comes once, to who comes then, and at nine', async () => {
  const random = randomFrom(2027)
  const events: Planned[] = []
  for (const [nth, day] of days.entries()) events.push(await planned(nth, day))
  const restartOn = new Set(Array.from({ length: restarts }, (_, nth) => 20 + nth * 33 + random.below(20)))
  const expected = new Map<string, number>()
  const came = new Map<string, number>()
  const early: string[] = []
  let seen = chat.connector.sent.length
  let left = 0
  let offers = 0
  const take = (time: string) => {
    for (const one of chat.connector.sent.slice(seen)) {
      if (text(one).includes('Det er blitt en plass til deg')) offers++
      const [, title, when] = /Husk «(Kurs \d+)»: (\d\d\.\d\d\.\d{4}) 09:00/.exec(text(one)) ?? []
      if (title === undefined) continue
      const key = `${one.to} ${title} ${when} ${writeDay(dayOf(now))}`
      came.set(key, (came.get(key) ?? 0) + 1)
      if (time !== '09:00') early.push(`${key} ${time}`)
    }
    seen = chat.connector.sent.length
  }
  const move = async (day: string, time: string) => {
    now = at(day, time)
    await chat.bot.idle()
    take(time)
  }

  let today = '2027-01-02'
  for (let nth = 0; today.startsWith(String(year)); nth++) {
    for (const [which, event] of events.entries()) {
      const first = days[which] ?? ''
      if (today === dayBefore(first, 15)) await answerAll(event)
      if (today === dayBefore(first, 5)) left += await someLeave(event, random)
      if (which === cancelled && today === dayBefore(first, 3))
        await press('cancel', { id: event.id, because: 'Få påmeldte' }, ola)
      if (which === moved && today === dayBefore(first, 4)) await moveOn(event)
    }
    await move(today, '08:59')
    for (const [which, event] of events.entries())
      for (const { day } of event.sessions)
        for (const before of [7, 1])
          if (today === dayBefore(day, before) && !(which === cancelled && before === 1))
            for (const person of await bookedAt(event.id))
              expected.set(`${placeOf(person)} ${event.title} ${writeDay(day)} ${writeDay(today)}`, 1)
    if (restartOn.has(nth)) await chat.restart()
    await move(today, '09:00')
    if (restartOn.has(nth)) await chat.restart()
    await move(today, '15:00')
    today = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
  }

  expect(Object.fromEntries(came)).toEqual(Object.fromEntries(expected))
  expect(early).toEqual([])
  const plan = await chat.say('kursplan', ola)
  now = at('2027-12-31', '12:00')
  expect(text(plan.at(-1))).toBeDefined()
  const total = [...came.values()].reduce((sum, count) => sum + count, 0)
  console.log(
    `${days.length} events, ${people} people, ${restartOn.size} days with restarts: ${total} reminders, each once; ${left} left, ${offers} places offered`,
  )

  async function answerAll({ id, comers }: Planned): Promise<void> {
    for (const person of comers) await press('answer', { id, wish: 'yes' }, somebody(person))
    expect(await bookedAt(id)).toHaveLength(capacity)
  }

  /** One in five leaves; of those who are offered their places two in three take them, some say no and some say nothing. */
  async function someLeave({ id, comers }: Planned, chance: typeof random): Promise<number> {
    const leaving = comers.slice(0, capacity).filter(() => chance.below(5) === 0)
    for (const person of leaving) await press('leave', { id }, somebody(person))
    await chat.bot.idle()
    for (const seat of await chat.bot.store.events.seatsOf(id)) {
      const person = everybody.indexOf(seat.person)
      if (seat.state !== 'offered' || person === -1) continue
      const does = chance.below(6)
      if (does < 4) await press('answer', { id, wish: 'yes' }, somebody(person))
      else if (does === 4) await press('answer', { id, wish: 'no' }, somebody(person))
    }
    return leaving.length
  }

  async function moveOn(event: Planned): Promise<void> {
    const [first] = event.sessions
    if (first) first.day = Temporal.PlainDate.from(first.day).add({ days: 9 }).toString()
    const written = { sessions: linesOf(event.sessions.map(({ day }) => day)) }
    const revision = (await chat.bot.store.events.of(event.id))?.revision
    await press('save', { id: event.id, revision, next: 'ready', ...written }, ola)
  }
}, 300_000)

const everybody = Array.from({ length: people }, (_, person) => idOf(person))
const placeOf = (person: string) => `a:p${everybody.indexOf(person)}`
const text = (sent: Sent | undefined) => JSON.stringify(sent?.attachments ?? sent?.text ?? '')
const dayOf = (instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()
