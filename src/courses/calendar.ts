/** An event in the calendar of whoever comes: as a file that they open, or put there by itself. */
import { z } from 'zod'
import { onPress, type Presses } from '../kit/action.ts'
import type { Message } from '../kit/message.ts'
import { entraIdOf, type Person } from '../people/people.ts'
import { getCalendar } from './actions.ts'
import { calendarFile } from './calendar-file.ts'
import type { CourseEvent, Session } from './event.ts'
import type { Needs } from './needs.ts'
import { type CourseFile, offered } from './offered.ts'
import { eventFor, eventIn, seatsOf } from './read.ts'
import { speak } from './sentences.ts'
import { writeSession } from './session-lines.ts'

const wanted = z.strictObject({
  courseCalendar: z.strictObject({ id: z.string(), person: z.string(), session: z.string() }),
})

/** A file for each session: calendars read one entry of a file. */
export const calendaring = (needs: Needs): Presses<Person> =>
  onPress(getCalendar, async ({ id }, who: Person) => {
    const say = speak(who.language)
    const event = await eventFor(id, who, needs)
    const files = event ? await entriesFor(event, who.id, needs) : []
    if (!event || files.length === 0) return { text: say('noEntry') }
    const { linkTo } = needs
    return files.reduceRight<Message | undefined>((next, { session, isGone, file }) => {
      const values = { title: event.content.title, when: writeSession(session) }
      const told = say(isGone ? 'calendarGone' : 'calendarIs', values)
      const data = { courseCalendar: { id, person: who.id, session: session.id } }
      return { ...offered(file, data, told, { linkTo, open: say('openFile') }), ...(next && { next }) }
    }, undefined)
  })

/** What was offered to a person, or what a link opens; only of who comes, or came until it was cancelled. */
export async function calendarOf(
  data: unknown,
  who: Person | undefined,
  needs: Needs,
): Promise<CourseFile | undefined> {
  const asked = wanted.safeParse(data).data?.courseCalendar
  if (!asked || (who !== undefined && who.id !== asked.person)) return undefined
  const event = eventIn(await needs.events.of(asked.id))
  const files = event ? await entriesFor(event, asked.person, needs) : []
  return files.find(({ session }) => session.id === asked.session)?.file
}

/** What somebody who comes puts in their calendar; who came until they left, or it was cancelled, takes it out again. */
async function entriesFor(
  event: CourseEvent,
  person: string,
  needs: Needs,
): Promise<{ session: Session; isGone: boolean; file: CourseFile }[]> {
  const seat = (await seatsOf(event.id, needs)).find((one) => one.person === person)
  if (!seat || event.state === 'draft' || !(seat.state === 'booked' || seat.state === 'left')) return []
  const isGone = seat.state === 'left' || event.state === 'cancelled'
  const name = (await needs.people.nameOf(person)) ?? ''
  const attendee = { name, email: needs.people.emailOf(person), entraId: entraIdOf(person) }
  const { organizer, now } = needs
  const { sessions, removed } = event.content
  const all = [
    ...sessions.map((session) => ({ session, isGone })),
    // Who came later never had these.
    ...removed.filter(({ lastTurn }) => seat.turn <= lastTurn).map((session) => ({ session, isGone: true })),
  ]
  return all.map(({ session, isGone: cancelled }) => {
    const asked = { event, sessions: [session], attendee, organizer, at: now(), turn: seat.turn }
    const content = new TextEncoder().encode(calendarFile({ ...asked, cancelled }))
    const file = { name: `${event.id} ${session.day}.ics`, content, type: 'text/calendar; charset=utf-8' }
    return { session, isGone: cancelled, file }
  })
}

/** Somebody's calendar shows the event as it is for them now: its sessions, or none. */
export async function syncCalendar(event: CourseEvent, person: string, needs: Needs): Promise<undefined> {
  const { calendar, events } = needs
  if (!calendar) return undefined
  const seat = (await seatsOf(event.id, needs)).find((one) => one.person === person)
  const { sessions, title: heading, text, place, link, teacher } = event.content
  const turn = event.state === 'open' && seat?.state === 'booked' ? seat.turn : undefined
  const wantedNow = turn === undefined ? [] : sessions
  const entries = { ...(await events.entriesOf(event.id, person)) }
  for (const session of Object.keys(entries).filter((id) => !wantedNow.some((one) => one.id === id))) {
    await calendar.remove(person, entries[session] ?? '')
    delete entries[session]
    await events.keepEntries(event.id, person, entries)
  }
  for (const { id, day, from, to } of wantedNow) {
    const entry = {
      key: `${event.id}-${id}-${person}-${turn}`,
      title: heading,
      text: [text, teacher, link].filter(Boolean).join('\n\n'),
      place: place || link || '',
      from: `${day}T${from}`,
      to: `${day}T${to}`,
    }
    entries[id] = await calendar.put(person, entry, entries[id])
    await events.keepEntries(event.id, person, entries)
  }
  return undefined
}
