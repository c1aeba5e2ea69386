/** What an event has to be told or done, each when its time has come. */
import { z } from 'zod'
import { personPlace } from '../kit/place.ts'
import type { CourseEvent, Session } from './event.ts'
import type { Letter } from './needs.ts'
import { type Seat, seatStates } from './seats.ts'
import { decidedAt, evaluatedAt, remindAt, startOf } from './times.ts'

const of = { room: z.literal('courses'), event: z.string() }
export const letterSchema = z.discriminatedUnion('tell', [
  /** What has become of somebody's place. Nothing where something else has become of it since. */
  z.object({ ...of, tell: z.literal('seat'), state: z.enum(seatStates), turn: z.number() }),
  /** It was moved or is somewhere else. */
  z.object({ ...of, tell: z.literal('changed'), sequence: z.number() }),
  z.object({ ...of, tell: z.literal('cancelled') }),
  /** It is held though few come. */
  z.object({ ...of, tell: z.literal('held') }),
  /** To who leads it: somebody cannot come after all. */
  z.object({ ...of, tell: z.literal('left'), person: z.string(), because: z.string() }),
  /** To who leads it: fewer come than it takes. */
  z.object({ ...of, tell: z.literal('too-few') }),
  /** To who leads it: enough come. */
  z.object({ ...of, tell: z.literal('enough') }),
  z.object({ ...of, tell: z.literal('reminder'), session: z.string(), startsAt: z.number() }),
  z.object({ ...of, tell: z.literal('evaluate') }),
  /** An entry in somebody's calendar is made right. */
  z.object({ ...of, tell: z.literal('calendar'), person: z.string() }),
  // What is done at the event's own desk, once.
  z.object({ ...of, tell: z.literal('expire') }),
  z.object({ ...of, tell: z.literal('decide'), dueAt: z.number() }),
  z.object({ ...of, tell: z.literal('remind'), session: z.string(), startsAt: z.number(), days: z.number() }),
  z.object({ ...of, tell: z.literal('ask-all'), dueAt: z.number() }),
])
export type CourseLetter = z.output<typeof letterSchema>
type Of<Tell extends CourseLetter['tell']> = Extract<CourseLetter, { tell: Tell }>

const room = 'courses'
/** Where what is done for many is done: once, and in order. */
const desk = (event: string): string => `event:${event}`

const told = (
  person: string,
  what: Of<
    'seat' | 'changed' | 'cancelled' | 'held' | 'left' | 'too-few' | 'enough' | 'reminder' | 'evaluate'
  >,
  dueAt: number,
  key?: string,
): Letter => ({ place: personPlace(person), what, dueAt, ...(key !== undefined && { key }) })

export const seatLetter = (event: string, { person, state, turn }: Seat, at: number): Letter =>
  told(person, { room, tell: 'seat', event, state, turn }, at)

export const changedLetter = (event: string, person: string, sequence: number, at: number): Letter =>
  told(person, { room, tell: 'changed', event, sequence }, at, `${event} changed ${sequence} ${person}`)

export const cancelledLetter = (event: string, person: string, at: number): Letter =>
  told(person, { room, tell: 'cancelled', event }, at, `${event} cancelled ${person}`)

export const heldLetter = (event: string, person: string, at: number): Letter =>
  told(person, { room, tell: 'held', event }, at, `${event} held ${person}`)

export const leftLetter = (
  event: { id: string; lead: string },
  person: string,
  because: string,
  at: number,
): Letter => told(event.lead, { room, tell: 'left', event: event.id, person, because }, at)

export const tooFewLetter = (event: string, person: string, dueAt: number, at: number): Letter =>
  told(person, { room, tell: 'too-few', event }, at, `${event} too-few ${dueAt} ${person}`)
export const enoughLetter = (event: string, person: string, dueAt: number, at: number): Letter =>
  told(person, { room, tell: 'enough', event }, at, `${event} enough ${dueAt} ${person}`)

/** One to each and session, however often it is posted. A session that is moved is another. */
export const reminderLetter = (
  person: string,
  { event, session, startsAt, days }: Of<'remind'>,
  at: number,
): Letter =>
  told(
    person,
    { room, tell: 'reminder', event, session, startsAt },
    at,
    `${event} reminder ${session} ${startsAt} ${days} ${person}`,
  )

export const evaluationLetter = (event: string, person: string, at: number): Letter =>
  told(person, { room, tell: 'evaluate', event }, at, `${event} evaluate ${person}`)

/** Its place is nobody's chat: nothing is said there. */
export const calendarLetter = (event: string, person: string, at: number): Letter => ({
  place: `calendar:${event}:${person}`,
  what: { room, tell: 'calendar', event, person } satisfies CourseLetter,
  dueAt: at,
})

export const expiring = (event: string, answerBy: number): Letter => ({
  place: desk(event),
  what: { room, tell: 'expire', event } satisfies CourseLetter,
  dueAt: answerBy,
  key: `${event} expire ${answerBy}`,
})

/** All that is to be done of an event by the clock, as it is now. What was due of it as it was says nothing any more. */
export function clockwork(
  { id, content }: Pick<CourseEvent, 'id' | 'content'>,
  { at, remindBefore }: { at: number; remindBefore: readonly number[] },
): Letter[] {
  const decide = decidedAt(content)
  const ask = evaluatedAt(content)
  const letters: (Letter & { key: string })[] = [
    ...content.sessions.flatMap((session) => remindBefore.map((days) => reminding(id, session, days))),
    ...(decide === undefined ? [] : [atDesk(id, { room, tell: 'decide', event: id, dueAt: decide }, decide)]),
    ...(ask === undefined ? [] : [atDesk(id, { room, tell: 'ask-all', event: id, dueAt: ask }, ask)]),
  ]
  return letters.filter(({ dueAt }) => dueAt > at)
}

function reminding(event: string, session: Session, days: number): Letter & { key: string } {
  const startsAt = startOf(session)
  const dueAt = remindAt(session, days)
  const what: Of<'remind'> = { room, tell: 'remind', event, session: session.id, startsAt, days }
  return { place: desk(event), what, dueAt, key: `${event} remind ${session.id} ${startsAt} ${days}` }
}

const atDesk = (event: string, what: Of<'decide' | 'ask-all'>, dueAt: number): Letter & { key: string } => ({
  place: desk(event),
  what,
  dueAt,
  key: `${event} ${what.tell} ${dueAt}`,
})
