/** What a letter of an event says or does when its time has come: of what is then true. */
import { type Button, card, inPlainText, note, openUrl, text, title } from '../kit/card.ts'
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
import { comingTo } from './decide.ts'
import { askAll, expire, remindAll, weigh } from './due.ts'
import type { CourseEvent, Session } from './event.ts'
import { eventMessage } from './event-card.ts'
import { type CourseLetter, letterSchema } from './letters.ts'
import type { Needs } from './needs.ts'
import { eventIn, seatsOf } from './read.ts'
import { bookedIn, type Seat } from './seats.ts'
import { type Say, speak } from './sentences.ts'
import { writeSession } from './session-lines.ts'
import { startOf } from './times.ts'

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
      return isOpen && comingTo(event, seats).includes(person) && letter.sequence === event.sequence
        ? whole((say) => say('told.changed', values))
        : undefined
    case 'held':
      return isOpen && seat?.state === 'booked' ? whole((say) => say('told.held', values)) : undefined
    case 'cancelled':
      return whole((say) => say('told.cancelled', values))
    case 'reminder': {
      const session = content.sessions.find(({ id }) => id === letter.session)
      const comes = seat?.state === 'booked' || content.teacherId === person
      const holds = isOpen && comes && session && startOf(session) === letter.startsAt
      return holds && letter.startsAt > needs.now()
        ? {
            message: (language) =>
              reminderMessage(event, session, { say: speak(language), isTeacher: seat?.state !== 'booked' }),
          }
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

/** Whoever teaches has no place to give up. */
function reminderMessage(
  { id, content }: CourseEvent,
  session: Session,
  { say, isTeacher }: { say: Say; isTeacher: boolean },
): Message {
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
        content.link ? openUrl(say('toTeams'), content.link) : undefined,
        isTeacher ? undefined : leaveEvent.button(say('leave'), { id, asks: true }),
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
