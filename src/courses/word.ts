/** What a letter of an event says or does when its time has come: of what is then true. */
import { type Button, card, inPlainText, note, text, title } from '../kit/card.ts'
import { dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { personAt } from '../kit/place.ts'
import type { Language } from '../kit/say.ts'
import {
  cancelEvent,
  editEvent,
  evaluateEvent,
  getCertificate,
  holdEvent,
  leaveEvent,
  steerEvent,
} from './actions.ts'
import { syncCalendar } from './calendar.ts'
import { decide, followUp, rulesOf } from './decide.ts'
import type { CourseEvent, Session } from './event.ts'
import { eventMessage } from './event-card.ts'
import {
  type CourseLetter,
  enoughLetter,
  evaluationLetter,
  letterSchema,
  reminderLetter,
  tooFewLetter,
} from './letters.ts'
import type { Letter, Needs } from './needs.ts'
import { eventIn, seatsOf } from './read.ts'
import { bookedIn, expired, isIn, type Seat } from './seats.ts'
import { type Say, speak } from './sentences.ts'
import { writeSession } from './session-lines.ts'
import { beginningOf, decidedAt, startOf } from './times.ts'

type Delivery = { message(language: Language): Message | Promise<Message> }
type Of<Tell extends CourseLetter['tell']> = Extract<CourseLetter, { tell: Tell }>

/** Undefined where there is nothing to say, or it was done and nothing is said. */
export const wording =
  (needs: Needs) =>
  async (what: unknown, place: string): Promise<Delivery | undefined> => {
    const letter = letterSchema.safeParse(what).data
    const event = letter && eventIn(await needs.events.of(letter.event))
    if (!letter || !event) return undefined
    switch (letter.tell) {
      case 'expire':
        return expire(event.id, needs)
      case 'decide':
        return weigh(event, letter, needs)
      case 'remind':
        return remindAll(event, letter, needs)
      case 'ask-all':
        return askAll(event, needs)
      case 'calendar':
        return syncCalendar(event, letter.person, needs)
      default: {
        const person = personAt(place)
        return person === undefined ? undefined : toPerson(event, letter, person, needs)
      }
    }
  }

type ToPerson = Of<
  'seat' | 'changed' | 'cancelled' | 'held' | 'left' | 'too-few' | 'enough' | 'reminder' | 'evaluate'
>

async function toPerson(
  event: CourseEvent,
  letter: ToPerson,
  person: string,
  needs: Needs,
): Promise<Delivery | undefined> {
  const { content, state } = event
  const values = { title: content.title, because: event.because ?? '' }
  const isOpen = state === 'open'
  const seats = await seatsOf(event.id, needs)
  const seat = seats.find((one) => one.person === person)
  const whole = (words: (say: Say) => string): Delivery => ({
    message: (language) => eventMessage(event, { id: person, language }, needs, words(speak(language))),
  })
  switch (letter.tell) {
    case 'seat': {
      if (!isOpen || seat?.state !== letter.state || seat.turn !== letter.turn) return undefined
      const who = seat.by === null ? '' : ((await needs.people.nameOf(seat.by)) ?? '')
      return whole((say) => say(keyOf(seat), { ...values, who }))
    }
    case 'changed':
      return isOpen && seat && isIn(seat) && letter.sequence === event.sequence
        ? whole((say) => say('told.changed', values))
        : undefined
    case 'held':
      return isOpen && seat?.state === 'booked' ? whole((say) => say('told.held', values)) : undefined
    case 'cancelled':
      return whole((say) => say('told.cancelled', values))
    case 'reminder': {
      const session = content.sessions.find(({ id }) => id === letter.session)
      const holds = isOpen && seat?.state === 'booked' && session && startOf(session) === letter.startsAt
      return holds && letter.startsAt > needs.now()
        ? { message: (language) => reminderMessage(event, session, speak(language)) }
        : undefined
    }
    case 'evaluate':
      return isOpen ? evaluation(event, person, needs) : undefined
    case 'left': {
      if (!isOpen) return undefined
      const who = (await needs.people.nameOf(letter.person)) ?? letter.person
      return toLead(event, (say) =>
        [
          say('told.leftBy', { ...values, who }),
          letter.because === '' ? '' : say('reason', { words: letter.because }),
        ]
          .filter(Boolean)
          .join(' '),
      )
    }
    case 'too-few': {
      if (!isOpen || event.heldAnyway) return undefined
      const counts = { count: bookedIn(seats).length, minimum: content.minimum ?? 0 }
      return toLead(
        event,
        (say) => say('told.too-few', { ...values, ...counts }),
        (say) => [
          holdEvent.button(say('holdAnyway'), { id: event.id }, { style: 'positive' }),
          cancelEvent.button(say('cancel'), { id: event.id, asks: true }, { style: 'destructive' }),
          editEvent.button(say('moveDeadline'), { id: event.id }),
        ],
      )
    }
    case 'enough':
      return isOpen
        ? toLead(event, (say) => say('told.enough', { ...values, count: bookedIn(seats).length }))
        : undefined
  }
}

const keyOf = ({ state, by }: Seat) => {
  if (by !== null && state === 'booked') return 'told.bookedBy'
  return by !== null && state === 'waiting' ? 'told.waitingBy' : (`told.${state}` as const)
}

const toLead = (
  event: CourseEvent,
  words: (say: Say) => string,
  more: (say: Say) => Button[] = () => [],
): Delivery => ({
  message(language) {
    const say = speak(language)
    const told = words(say)
    return {
      text: told,
      card: card(
        [title(inPlainText(told)), note(event.id)],
        [...more(say), steerEvent.button(say('showEvent'), { id: event.id })],
      ),
    }
  },
})

function reminderMessage({ id, content }: CourseEvent, session: Session, say: Say): Message {
  const told = say('told.reminder', { title: content.title, when: writeSession(session) })
  return {
    text: told,
    card: card(
      [
        title(inPlainText(told)),
        text(inPlainText([content.place || say('inTeams'), content.teacher].filter(Boolean).join(' · '))),
        content.material ? text(`[${say('material')}](${content.material})`) : undefined,
      ],
      [
        ...(content.link
          ? [{ type: 'Action.OpenUrl' as const, title: say('toTeams'), url: content.link }]
          : []),
        leaveEvent.button(say('leave'), { id, asks: true }),
      ],
    ),
  }
}

/** Whoever was there gets their certificate and is asked how it was. */
async function evaluation(event: CourseEvent, person: string, needs: Needs): Promise<Delivery | undefined> {
  const was = (await needs.events.attendanceOf(event.id)).some((one) => one.person === person)
  if (!was) return undefined
  const { id, content } = event
  return {
    message(language) {
      const say = speak(language)
      const told = say('told.evaluate', { title: content.title })
      return {
        text: told,
        card: card(
          [title(inPlainText(told)), text(say('evaluateMeans'))],
          [
            evaluateEvent.button(say('evaluate'), { id, asks: true }, { style: 'positive' }),
            getCertificate.button(say('certificate'), { id }),
          ],
        ),
      }
    },
  }
}

/** The places of those who did not answer in time go on. */
async function expire(id: string, needs: Needs): Promise<undefined> {
  await decide(id, needs, (event, seats) => {
    const at = needs.now()
    if (event.state !== 'open') return { result: undefined }
    const changed = expired(seats, at, rulesOf(event, at))
    const letters = followUp(event, { before: seats, changed, actor: undefined }, { at, needs })
    return { seats: changed, letters, result: undefined }
  })
}

/** The last day to say yes is over: whoever leads it is told that enough come, or asked what to do. */
async function weigh(event: CourseEvent, { dueAt }: Of<'decide'>, needs: Needs): Promise<undefined> {
  const { minimum } = event.content
  const due = decidedAt(event.content)
  if (event.state !== 'open' || minimum === null || due !== dueAt || event.heldAnyway) return undefined
  const tooFew = bookedIn(await seatsOf(event.id, needs)).length < minimum
  const told = tooFew
    ? [...new Set([event.lead, ...needs.people.leads(event.tenant, dayAt(needs.now()))])]
    : [event.lead]
  const letter = tooFew ? tooFewLetter : enoughLetter
  await needs.outbox.post(told.map((person) => letter(event.id, person, dueAt, needs.now())))
  return undefined
}

async function remindAll(event: CourseEvent, letter: Of<'remind'>, needs: Needs): Promise<undefined> {
  const session = event.content.sessions.find(({ id }) => id === letter.session)
  if (event.state !== 'open' || !session || startOf(session) !== letter.startsAt) return undefined
  const letters: Letter[] = bookedIn(await seatsOf(event.id, needs)).map(({ person }) =>
    reminderLetter(person, letter, needs.now()),
  )
  await needs.outbox.post(letters)
  return undefined
}

async function askAll(event: CourseEvent, needs: Needs): Promise<undefined> {
  if (event.state !== 'open' || (beginningOf(event.content) ?? 0) > needs.now()) return undefined
  const there = new Set((await needs.events.attendanceOf(event.id)).map(({ person }) => person))
  await needs.outbox.post([...there].map((person) => evaluationLetter(event.id, person, needs.now())))
  return undefined
}
