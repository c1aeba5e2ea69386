/** An event as whoever it is for sees it: when and where, how many places are free, how it stands with their own, and what they can do. */
import {
  type Button,
  beside,
  box,
  card,
  type Element,
  facts,
  inPlainText,
  note,
  openUrl,
  text,
  title,
} from '../kit/card.ts'
import { writeDay, writeTime } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import type { Person } from '../people/people.ts'
import { answerEvent, getCalendar, leaveEvent, noteAttendance, registerOther } from './actions.ts'
import type { CourseEvent } from './event.ts'
import type { Needs, Part } from './needs.ts'
import { eventIn, seatsOf } from './read.ts'
import { freeIn, isIn, placeInQueue, queueIn, type Seat } from './seats.ts'
import { type Say, speak } from './sentences.ts'
import { writeSession } from './session-lines.ts'
import { answerBy, beginningOf, closesAt, isOver } from './times.ts'

/** The whole event; or, where something has just become of it, that and what one needs to know of it. */
export async function eventMessage(
  event: CourseEvent,
  who: Pick<Person, 'id' | 'language'>,
  needs: Needs,
  told?: string,
): Promise<Message> {
  const seats = await seatsOf(event.id, needs)
  const say = speak(who.language)
  const at = needs.now()
  const { content } = event
  const { body, actions } = partFor(event, seats, who.id, { say, at, hasCalendar: !!needs.calendar })
  const own = ownIn(event, seats, who.id, say)
  const seat = seats.find(({ person }) => person === who.id)
  if (told !== undefined)
    return {
      text: told,
      card: card(
        [
          title(inPlainText(told)),
          told.includes(content.title) ? undefined : text(inPlainText(content.title), { weight: 'Bolder' }),
          facts([
            [say('when'), timesIn(content)],
            [say('where'), inPlainText(content.place) || say('inTeams')],
          ]),
          // What is told says it of a place; how long an offer holds and where somebody stands it does not.
          own === undefined || seat?.state === 'booked' || seat?.state === 'left' ? undefined : note(own),
        ],
        actions,
      ),
    }
  return {
    text: [content.title, own].filter(Boolean).join(': '),
    card: card(
      [
        title(inPlainText(content.title)),
        content.text === '' ? undefined : text(inPlainText(content.text)),
        ...body,
      ],
      [...actions, ...teachersButton(event, who, say), ...othersButton(event, say, at)],
    ),
  }
}

const timesIn = ({ sessions }: Pick<CourseEvent['content'], 'sessions'>): string =>
  sessions.map(writeSession).join('\n\n')

/** What an invitation shows of its event. In a channel, where `person` is undefined, it says where to answer. */
export async function partOf(
  id: string,
  person: string | undefined,
  language: Language,
  needs: Needs,
): Promise<Part | undefined> {
  const event = eventIn(await needs.events.of(id))
  if (!event) return undefined
  const say = speak(language)
  return partFor(event, await seatsOf(id, needs), person, {
    say,
    at: needs.now(),
    hasCalendar: !!needs.calendar,
  })
}

function partFor(
  event: CourseEvent,
  seats: readonly Seat[],
  person: string | undefined,
  { say, at, hasCalendar }: { say: Say; at: number; hasCalendar: boolean },
): Part {
  const own = person === undefined ? undefined : ownIn(event, seats, person, say)
  return {
    body: [
      ...(event.state === 'cancelled'
        ? [
            text(say('isCancelled', { because: inPlainText(event.because ?? '') }), {
              color: 'Attention',
              weight: 'Bolder',
            }),
          ]
        : []),
      ...[factsOf(event, seats, say)].filter((one) => one !== undefined),
      ...(own === undefined ? [] : [box([text(own, { weight: 'Bolder' })])]),
      ...(person === undefined && event.state === 'open' ? [note(say('answerAlone'))] : []),
    ],
    isOver: event.state !== 'open' || at >= (beginningOf(event.content) ?? 0),
    actions: person === undefined ? [] : answersFor(event, seats, person, { say, at, hasCalendar }),
  }
}

export function factsOf(
  { content, state }: CourseEvent,
  seats: readonly Seat[],
  say: Say,
): Element | undefined {
  const { sessions, place, teacher, capacity, deadline, kind, mandatory, language, audience } = content
  return facts([
    [say('kind'), [say(`kind.${kind}`), mandatory ? say('isMandatory') : ''].filter(Boolean).join(', ')],
    [say('when'), timesIn({ sessions })],
    [say('where'), inPlainText(place) || say('inTeams')],
    [say('for'), audience.who === 'everyone' ? '' : say(`who.${audience.who}`)],
    [say('teacher'), inPlainText(teacher)],
    [say('language'), language === 'nb' ? '' : say(`language.${language}`)],
    [say('deadline'), deadline === null ? '' : writeDay(deadline)],
    [say('places'), state === 'open' ? placesIn(seats, capacity, say) : ''],
  ])
}

export function placesIn(seats: readonly Seat[], capacity: number | null, say: Say): string {
  const free = freeIn(seats, { capacity })
  if (free === null) return say('noLimit')
  const waiting = queueIn(seats).length
  if (free > 0 && waiting === 0) return say('free', { free, count: capacity ?? 0 })
  return waiting === 0 ? say('full') : say('fullWith', { count: waiting })
}

/** How it stands with somebody's own place; empty where they have not said anything. */
export function ownIn(
  event: CourseEvent,
  seats: readonly Seat[],
  person: string,
  say: Say,
): string | undefined {
  const seat = seats.find((one) => one.person === person)
  if (!seat || event.state !== 'open') return undefined
  switch (seat.state) {
    case 'offered':
      return say('own.offered', { time: writeTime(seat.answerBy ?? 0) })
    case 'waiting':
      return say('own.waiting', { number: placeInQueue(seats, person) ?? '' })
    default:
      return say(`own.${seat.state}`)
  }
}

function answersFor(
  event: CourseEvent,
  seats: readonly Seat[],
  person: string,
  { say, at, hasCalendar }: { say: Say; at: number; hasCalendar: boolean },
): Button[] {
  const { id, content, state } = event
  if (isOver(content, at)) return []
  const seat = seats.find((one) => one.person === person)
  const gone =
    (seat?.state === 'left' || (seat?.state === 'booked' && state === 'cancelled')) && !hasCalendar
      ? [getCalendar.button(say('fromCalendar'), { id }, { mode: 'secondary' })]
      : []
  if (state !== 'open') return gone
  const closed = at >= (closesAt(content) ?? 0)
  const begun = at >= (beginningOf(content) ?? 0)
  const full = freeIn(seats, content) === 0 || queueIn(seats).length > 0
  const answer = (wish: 'yes' | 'no' | 'maybe', words: string, look = {}) =>
    answerEvent.button(words, { id, wish }, look)
  const positive = { style: 'positive' } as const
  if (seat?.state === 'offered' && !begun)
    return [answer('yes', say('takePlace'), positive), answer('no', say('noThanks'))]
  if (seat && isIn(seat))
    return [
      ...(seat.state === 'waiting' &&
      !begun &&
      (freeIn(seats, content) ?? 1) > 0 &&
      answerBy(content, at) === undefined
        ? [answer('yes', say('yes'), positive)]
        : []),
      ...(seat.state === 'booked' && !hasCalendar ? [getCalendar.button(say('toCalendar'), { id })] : []),
      ...(seat.state === 'booked' && content.link ? [openUrl(say('toTeams'), content.link)] : []),
      seat.state === 'booked'
        ? leaveEvent.button(say('leave'), { id, asks: true })
        : leaveEvent.button(say('leaveQueue'), { id }),
    ]
  if (closed) return gone
  return [
    answer('yes', say(full ? 'queueUp' : 'yes'), positive),
    ...(seat?.state === 'no' || seat?.state === 'left' ? [] : [answer('no', say('no'))]),
    ...(seat?.state === 'maybe' ? [] : [answer('maybe', say('maybe'))]),
    ...gone,
  ]
}

/** Whoever teaches notes who is there from the event itself. */
const teachersButton = ({ id, state, content }: CourseEvent, who: Pick<Person, 'id'>, say: Say): Button[] =>
  state === 'open' && content.teacherId === who.id
    ? [noteAttendance.button(say('attendance'), { id, shows: true })]
    : []

const othersButton = ({ id, state, content }: CourseEvent, say: Say, at: number): Button[] =>
  state === 'open' && at < (closesAt(content) ?? 0)
    ? [registerOther.button(say('registerOther'), { id, asks: true }, { mode: 'secondary' })]
    : []

/** `12.01.2027`, or the first and last of several days. */
const daysOf = ({ sessions }: Pick<CourseEvent['content'], 'sessions'>): string => {
  const [first, last] = [sessions[0]?.day, sessions.at(-1)?.day]
  if (first === undefined || last === undefined) return '–'
  return first === last ? writeDay(first) : `${writeDay(first)}–${writeDay(last)}`
}

/** A line of a list: what it is and when, how it stands, and the way to it. */
export const lineOf = ({ content }: CourseEvent, status: string, button: Button): Element =>
  beside(
    text(`**${inPlainText(content.title)}**\n\n${[daysOf(content), status].filter(Boolean).join(' · ')}`),
    button,
  )
