/** Who was there: noted by whoever teaches, or said by those who come with the code that is shown in the room. */
import { onPress, type Presses } from '../kit/action.ts'
import { type Button, card, inPlainText, note, text, title } from '../kit/card.ts'
import { dayMs } from '../kit/day.ts'
import { choice, line } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import { type Person, tenantOf } from '../people/people.ts'
import { noteAttendance, showEvent } from './actions.ts'
import type { CourseEvent, Session } from './event.ts'
import { evaluationLetter } from './letters.ts'
import type { Needs } from './needs.ts'
import { eventFor, eventIn, mayNoteAttendance, seatsOf } from './read.ts'
import { bookedIn } from './seats.ts'
import { type Say, speak } from './sentences.ts'
import { writeSession } from './session-lines.ts'
import { evaluatedAt, isOnAt, startOf } from './times.ts'

export const attending = (needs: Needs): Presses<Person> =>
  onPress(
    noteAttendance,
    async ({ id, session, present = '', shown = '', also = '', shows }, who: Person) => {
      const say = speak(who.language)
      const event = await eventFor(id, who, needs)
      if (!event) return { text: say('refused.gone') }
      if (event.state !== 'open') return { text: say('refused.over') }
      if (!mayNoteAttendance(event, who)) return { text: say('notYours') }
      const chosen = event.content.sessions.find((one) => one.id === session) ?? nearest(event, needs.now())
      if (!chosen) return { text: say('fault.sessions') }
      if (shows) return listCard(event, chosen, { say, needs })
      const [ticked, before] = [present, shown].map((ids) => ids.split(',').filter(Boolean))
      const extra = also.trim() === '' ? undefined : await needs.people.find(event.tenant, also.trim())
      const isUnknown = also.trim() !== '' && extra === undefined
      const saved = await keepAttendance(
        event,
        chosen,
        { ticked: ticked ?? [], before: before ?? [], extra },
        who,
        needs,
      )
      return isUnknown
        ? listCard(event, chosen, { say, needs, fault: say('fault.unknown', { named: also.trim() }) })
        : saved
    },
  )

/** A card with more is larger than Teams takes. */
const mostListed = 150

/** The session that is on, or else the one closest in time. */
const nearest = ({ content }: CourseEvent, at: number): Session | undefined =>
  content.sessions.toSorted((a, b) => Math.abs(startOf(a) - at) - Math.abs(startOf(b) - at))[0]

async function listCard(
  event: CourseEvent,
  session: Session,
  { say, needs, fault }: { say: Say; needs: Needs; fault?: string },
): Promise<Message> {
  const booked = bookedIn(await seatsOf(event.id, needs))
  const attendance = await needs.events.attendanceOf(event.id)
  const here = attendance.filter((one) => one.session === session.id).map(({ person }) => person)
  const isHere = new Set(here)
  // Where not all can be shown it is those who are not noted yet.
  const people = [...booked.map(({ person }) => person).filter((one) => !isHere.has(one)), ...here]
  const listed = people.slice(0, mostListed)
  const before = listed.filter((one) => isHere.has(one)).join(',')
  const named = await Promise.all(
    listed.map(async (person) => ({
      title: (await needs.people.nameOf(person)) ?? person,
      value: person,
    })),
  )
  const heading = say('attendanceTitle', { title: event.content.title })
  return {
    text: heading,
    card: card(
      [
        title(inPlainText(heading)),
        text(writeSession(session), { weight: 'Bolder' }),
        text(say('codeIs', { code: session.code })),
        fault === undefined ? undefined : text(inPlainText(fault), { color: 'Attention', weight: 'Bolder' }),
        named.length === 0
          ? note(say('nobodyYet'))
          : choice('present', say('present'), named.toSorted(byTitle), { many: true, value: before }),
        people.length > mostListed
          ? note(say('moreByCode', { count: people.length - mostListed }))
          : undefined,
        line('also', say('alsoThere'), '', 200),
      ],
      [
        noteAttendance.button(
          say('saveAttendance'),
          { id: event.id, session: session.id, shown: before },
          { style: 'positive' },
        ),
        ...otherSessions(event, session, say),
        showEvent.button(say('showEvent'), { id: event.id }, { associatedInputs: 'none' }),
      ],
    ),
  }
}

const byTitle = (a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title, 'nb')

const otherSessions = ({ id, content }: CourseEvent, shown: Session, say: Say): Button[] =>
  content.sessions
    .filter((one) => one.id !== shown.id)
    .map((one) =>
      noteAttendance.button(
        say('otherSession', { when: writeSession(one) }),
        { id, session: one.id, shows: true },
        { mode: 'secondary', associatedInputs: 'none' },
      ),
    )

type Ticked = {
  ticked: readonly string[]
  /** Who was ticked when the form was made: nobody else is taken away, as they may have checked in meanwhile. */
  before: readonly string[]
  /** Somebody who came without a place. */
  extra: string | undefined
}

async function keepAttendance(
  event: CourseEvent,
  session: Session,
  { ticked, before, extra }: Ticked,
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  const at = needs.now()
  // What a client sends is no list of who may be noted.
  const there = (await needs.events.attendanceOf(event.id)).filter((one) => one.session === session.id)
  const known = new Set([...bookedIn(await seatsOf(event.id, needs)), ...there].map(({ person }) => person))
  const here = [...ticked.filter((person) => known.has(person)), ...(extra === undefined ? [] : [extra])]
  await needs.events.unattend(
    event.id,
    session.id,
    before.filter((person) => !here.includes(person)),
  )
  await needs.events.attend(
    event.id,
    here.map((person) => ({ session: session.id, person, by: who.id, at })),
  )
  // Who is noted after all were thanked is thanked now.
  if (at >= (evaluatedAt(event.content) ?? at + 1))
    await needs.outbox.post(here.map((person) => evaluationLetter(event.id, person, at)))
  const all = await needs.events.attendanceOf(event.id)
  const count = all.filter((one) => one.session === session.id).length
  const told = say('attendanceSaved', { count, when: writeSession(session) })
  return {
    text: told,
    card: card(
      [title(told)],
      [noteAttendance.button(say('attendance'), { id: event.id, session: session.id, shows: true })],
    ),
  }
}

/** `kode 4821` or `innsjekk 4821`. */
const checkIn =
  /^(?:koden?(?: er)?|innsjekk|sjekk(?:e)? inn|check(?:ing)? in|(?:the )?code(?: is)?)[:\s]+(\d{4})[.!]?$/i

/** Says that somebody is there by the code of the room; undefined where the text is something else. */
export async function checkedIn(said: string, who: Person, needs: Needs): Promise<Message | undefined> {
  const code = checkIn.exec(said.trim())?.[1]
  if (code === undefined) return undefined
  const say = speak(who.language)
  const at = needs.now()
  const near = await needs.events.list(
    { tenant: tenantOf(who.id), states: ['open'], from: at - dayMs, to: at + dayMs },
    100,
  )
  let notBooked: Message | undefined
  for (const kept of near) {
    const event = eventIn(kept)
    const session = event?.content.sessions.find((one) => one.code === code && isOnAt(one, at))
    if (!event || !session) continue
    const { title: heading } = event.content
    const booked = bookedIn(await seatsOf(event.id, needs)).some(({ person }) => person === who.id)
    if (!booked) {
      notBooked ??= {
        text: say('notBooked', { title: heading }),
        card: card(
          [title(inPlainText(say('notBooked', { title: heading })))],
          [showEvent.button(say('showEvent'), { id: event.id })],
        ),
      }
      continue
    }
    await needs.events.attend(event.id, [{ session: session.id, person: who.id, by: who.id, at }])
    return { text: say('checkedIn', { title: heading }) }
  }
  return notBooked ?? { text: say('noSuchCode') }
}
