/** One press at a time: an event and its seats as they are, what changes, and what has to be told and done of it. */
import type { CourseEvent } from './event.ts'
import { calendarLetter, expiring, leftLetter, seatLetter } from './letters.ts'
import type { Decision, Letter, Needs } from './needs.ts'
import { eventIn, seatsIn } from './read.ts'
import { freeIn, isIn, type Rules, replaced, type Seat, takenIn } from './seats.ts'
import { answerBy } from './times.ts'

/** Undefined where there is no such event. */
export const decide = async <Result>(
  id: string,
  needs: Needs,
  how: (event: CourseEvent, seats: Seat[]) => Decision<Result>,
): Promise<Result | undefined> => {
  const done = await needs.events.decide<Result | undefined>(id, needs.now(), (kept, seats) => {
    const event = eventIn(kept)
    return event ? how(event, seatsIn(seats)) : { result: undefined }
  })
  needs.outbox.wake()
  return done
}

export const rulesOf = ({ content }: Pick<CourseEvent, 'content'>, at: number): Rules => ({
  capacity: content.capacity,
  answerBy: answerBy(content, at),
})

/**
 * All that follows of seats that changed. `actor` did it and sees it at once: everybody else is told. Invitations show how it is
 * now; all of them where an event became full or is so no more.
 */
export function followUp(
  event: CourseEvent,
  {
    before,
    changed,
    actor,
  }: { before: readonly Seat[]; changed: readonly Seat[]; actor: string | undefined },
  { at, needs }: { at: number; needs: Needs },
): Letter[] {
  const after = replaced(before, changed)
  const was = new Map(before.map((seat) => [seat.person, seat]))
  const { id, announcements } = event
  const letters = changed.flatMap((seat) => {
    const earlier = was.get(seat.person)
    return [
      ...(seat.person === actor ? [] : [seatLetter(id, seat, at)]),
      ...announcements.map((announcement) => needs.redrawing(announcement, seat.person, at)),
      ...(needs.calendar && earlier?.state !== seat.state && isEntry(earlier, seat)
        ? [calendarLetter(id, seat.person, at)]
        : []),
      ...(seat.state === 'offered' && seat.answerBy !== null ? [expiring(id, seat.answerBy)] : []),
      ...(earlier?.state === 'booked' && !isIn(seat) && event.state === 'open'
        ? [leftLetter(event, seat.person, seat.because ?? '', at)]
        : []),
    ]
  })
  if (takenIn(before) === takenIn(after)) return letters
  const turned = isFull(before, event) !== isFull(after, event)
  const everyMs = turned ? redrawnMs.turned : redrawnMs.counted
  const due = Math.floor(at / everyMs) * everyMs + everyMs
  return [...letters, ...redrawnAll(event, `${turned ? 'turned' : 'counted'} ${due}`, { at: due, needs })]
}

const isEntry = (earlier: Seat | undefined, now: Seat) =>
  earlier?.state === 'booked' || now.state === 'booked'

const isFull = (seats: readonly Seat[], { content }: CourseEvent): boolean => freeIn(seats, content) === 0

/** How often everybody's invitation is drawn anew at most, where it became full or is so no more, and for the count alone; in milliseconds. */
const redrawnMs = { turned: 5 * 60 * 1000, counted: 30 * 60 * 1000 }

/** `key` tells one time from another. */
export const redrawnAll = (
  { id, announcements }: Pick<CourseEvent, 'id' | 'announcements'>,
  key: string,
  { at, needs }: { at: number; needs: Pick<Needs, 'redrawingAll'> },
): Letter[] => announcements.map((announcement) => needs.redrawingAll(announcement, `${id} ${key}`, at))

/** Whoever has to know when and where it is: those who have or wait for a place, and who teaches. */
export const comingTo = ({ content }: CourseEvent, seats: readonly Seat[]): string[] => [
  ...new Set([
    ...seats.filter(isIn).map(({ person }) => person),
    ...(content.teacherId === null ? [] : [content.teacherId]),
  ]),
]
