/** One press at a time: an event and its seats as they are, what changes, and what has to be told and done of it. */

import type { CourseEvent } from './event.ts'
import { calendarLetter, expiring, leftLetter, seatLetter } from './letters.ts'
import type { Decision, Letter, Needs } from './needs.ts'
import { eventIn, seatsIn } from './read.ts'
import { freeIn, isIn, type Rules, replaced, type Seat } from './seats.ts'
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
  const { id, announcement } = event
  const letters = changed.flatMap((seat) => {
    const earlier = was.get(seat.person)
    return [
      ...(seat.person === actor ? [] : [seatLetter(id, seat, at)]),
      ...(announcement === null ? [] : [needs.redrawing(announcement, seat.person, at)]),
      ...(needs.calendar && earlier?.state !== seat.state && isEntry(earlier, seat)
        ? [calendarLetter(id, seat.person, at)]
        : []),
      ...(seat.state === 'offered' && seat.answerBy !== null ? [expiring(id, seat.answerBy)] : []),
      ...(earlier?.state === 'booked' && !isIn(seat) && event.state === 'open'
        ? [leftLetter(event, seat.person, seat.because ?? '', at)]
        : []),
    ]
  })
  const turned = isFull(before, event) !== isFull(after, event)
  return announcement !== null && turned
    ? [...letters, needs.redrawingAll(announcement, `${id} ${Math.floor(at / redrawnMs)}`, at + redrawnMs)]
    : letters
}

const isEntry = (earlier: Seat | undefined, now: Seat) =>
  earlier?.state === 'booked' || now.state === 'booked'

const isFull = (seats: readonly Seat[], { content }: CourseEvent): boolean => freeIn(seats, content) === 0

/** Everybody's invitation is drawn anew at most so often, in milliseconds. */
const redrawnMs = 5 * 60 * 1000
