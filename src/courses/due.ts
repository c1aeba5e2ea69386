/** What is done of an event when its time has come, once, at its own desk; people are told of it by letters. */
import { dayAt } from '../kit/day.ts'
import { comingTo, decide, followUp, rulesOf } from './decide.ts'
import type { CourseEvent } from './event.ts'
import { type CourseLetter, enoughLetter, evaluationLetter, reminderLetter, tooFewLetter } from './letters.ts'
import type { Needs } from './needs.ts'
import { seatsOf } from './read.ts'
import { bookedIn, expired } from './seats.ts'
import { beginningOf, decidedAt, isOver, startOf } from './times.ts'

type Of<Tell extends CourseLetter['tell']> = Extract<CourseLetter, { tell: Tell }>

/** The places of those who did not answer in time go on. */
export async function expire(id: string, needs: Needs): Promise<undefined> {
  await decide(id, needs, (event, seats) => {
    const at = needs.now()
    if (event.state !== 'open') return { result: undefined }
    const changed = expired(seats, at, rulesOf(event, at))
    const letters = followUp(event, { before: seats, changed, actor: undefined }, { at, needs })
    return { seats: changed, letters, result: undefined }
  })
}

/** The last day to say yes is over: whoever leads it is told that enough come, or asked what to do. */
export async function weigh(event: CourseEvent, { dueAt }: Of<'decide'>, needs: Needs): Promise<undefined> {
  const { minimum } = event.content
  const due = decidedAt(event.content)
  const isMoot = event.state !== 'open' || event.heldAnyway || isOver(event.content, needs.now())
  if (isMoot || minimum === null || due !== dueAt) return undefined
  const tooFew = bookedIn(await seatsOf(event.id, needs)).length < minimum
  const told = tooFew
    ? [...new Set([event.lead, ...needs.people.leads(event.tenant, dayAt(needs.now()))])]
    : [event.lead]
  const letter = tooFew ? tooFewLetter : enoughLetter
  await needs.outbox.post(told.map((person) => letter(event.id, person, dueAt, needs.now())))
  return undefined
}

export async function remindAll(event: CourseEvent, letter: Of<'remind'>, needs: Needs): Promise<undefined> {
  const session = event.content.sessions.find(({ id }) => id === letter.session)
  if (event.state !== 'open' || !session || startOf(session) !== letter.startsAt) return undefined
  const people = comingTo(event, bookedIn(await seatsOf(event.id, needs)))
  await needs.outbox.post(people.map((person) => reminderLetter(person, letter, needs.now())))
  return undefined
}

export async function askAll(event: CourseEvent, needs: Needs): Promise<undefined> {
  if (event.state !== 'open' || (beginningOf(event.content) ?? 0) > needs.now()) return undefined
  const there = new Set((await needs.events.attendanceOf(event.id)).map(({ person }) => person))
  await needs.outbox.post([...there].map((person) => evaluationLetter(event.id, person, needs.now())))
  return undefined
}
