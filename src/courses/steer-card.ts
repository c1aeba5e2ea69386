/** An event as whoever leads it sees it: how it stands, and what can be done with it now. */
import { type Button, card, facts, inPlainText, note, text, title } from '../kit/card.ts'
import { dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import {
  cancelEvent,
  copyEvent,
  editEvent,
  exportEvents,
  inviteTo,
  listSeats,
  noteAttendance,
  openEvent,
  removeEvent,
  showEvent,
  showResults,
} from './actions.ts'
import type { CourseEvent } from './event.ts'
import { factsOf } from './event-card.ts'
import type { Needs } from './needs.ts'
import { seatsOf } from './read.ts'
import { type Seat, type SeatState, seatStates } from './seats.ts'
import { type Say, speak } from './sentences.ts'
import { beginningOf, isOver } from './times.ts'

export async function steerCard(
  event: CourseEvent,
  who: Person,
  needs: Needs,
  told?: string,
): Promise<Message> {
  const say = speak(who.language)
  const { id, content } = event
  const at = needs.now()
  const seats = await seatsOf(id, needs)
  const state = stateIn(event, at, say)
  return {
    text: told ?? `${id}: ${content.title}. ${state}`,
    card: card(
      [
        told === undefined ? undefined : text(inPlainText(told), { weight: 'Bolder' }),
        title(inPlainText(content.title || say('untitled'))),
        text(state, { weight: 'Bolder' }),
        factsOf(event, seats, say),
        event.state === 'draft' ? undefined : countsIn(seats, say),
        ...(event.state === 'open' && !isOver(content, at) ? [codesIn(event, say)] : []),
        event.state === 'draft' ? note(say('draft.means')) : note(id),
      ],
      buttonsOf(event, at, say),
    ),
  }
}

export function stateIn({ state, content, because }: CourseEvent, at: number, say: Say): string {
  if (state === 'cancelled') return say('isCancelled', { because: inPlainText(because ?? '') })
  if (state === 'draft') return say('state.draft')
  return say(isOver(content, at) ? 'state.over' : 'state.open')
}

const countsIn = (seats: readonly Seat[], say: Say) =>
  facts(
    seatStates.map((state) => {
      const count = countOf(seats, state)
      return [say(`seats.${state}`), count > 0 || state === 'booked' ? String(count) : ''] as const
    }),
  )

export const countOf = (seats: readonly Seat[], state: SeatState): number =>
  seats.filter((seat) => seat.state === state).length

const codesIn = ({ content }: CourseEvent, say: Say) =>
  note(say('codes', { codes: content.sessions.map(({ code }) => code).join(', ') }))

function buttonsOf(event: CourseEvent, at: number, say: Say): (Button | undefined)[] {
  const { id, state, content, revision, announcements } = event
  const open = state === 'open'
  const over = isOver(content, at)
  const begun = at >= (beginningOf(content) ?? Number.POSITIVE_INFINITY)
  // Who is there is asked from the day before.
  const near = (beginningOf(content) ?? Number.POSITIVE_INFINITY) - dayMs
  const secondary = { mode: 'secondary' } as const
  return [
    state === 'draft' ? openEvent.button(say('open'), { id, revision }, { style: 'positive' }) : undefined,
    open && !begun
      ? inviteTo.button(
          say(announcements.length === 0 ? 'invite' : 'inviteMore'),
          { id },
          announcements.length === 0 ? { style: 'positive' } : {},
        )
      : undefined,
    open ? listSeats.button(say('participants'), { id }) : undefined,
    open && at >= near ? noteAttendance.button(say('attendance'), { id, shows: true }) : undefined,
    state === 'draft' || (open && !over) ? editEvent.button(say('edit'), { id }) : undefined,
    open && !over
      ? cancelEvent.button(say('cancel'), { id, asks: true }, { style: 'destructive' })
      : undefined,
    open && over ? showResults.button(say('results'), { id }) : undefined,
    state === 'draft' ? undefined : exportEvents.button(say('exportList'), { id }, secondary),
    state === 'draft' ? undefined : showEvent.button(say('asParticipant'), { id }, secondary),
    copyEvent.button(say('copy'), { id }, secondary),
    state === 'draft'
      ? removeEvent.button(say('remove'), { id }, { mode: 'secondary', style: 'destructive' })
      : undefined,
  ]
}
