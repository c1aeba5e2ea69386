/** Who has a place and who waits, for whoever leads it: seen, taken off, and put on also after the last day to say yes. */
import { onPress, type Presses } from '../kit/action.ts'
import { card, inPlainText, note, text, title } from '../kit/card.ts'
import { choice, line } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { listSeats, steerEvent } from './actions.ts'
import { answerFor } from './answer.ts'
import type { CourseEvent } from './event.ts'
import type { Needs } from './needs.ts'
import { eventFor, seatsOf } from './read.ts'
import { isIn, queueIn, type Seat } from './seats.ts'
import { speak } from './sentences.ts'

/** A card with more is larger than Teams takes; the Excel file has all. */
const mostListed = 150

export const participating = (needs: Needs): Presses<Person> =>
  onPress(listSeats, async ({ id, off = '', named = '', does }, who: Person) => {
    const say = speak(who.language)
    const event = await eventFor(id, who, needs)
    if (!event) return { text: say('refused.gone') }
    if (does === 'off') return takeOff(event, off.split(',').filter(Boolean), who, needs)
    if (does === 'on') return putOn(event, named.trim(), who, needs)
    return list(event, who, needs)
  })

async function list(event: CourseEvent, who: Person, needs: Needs, told?: string): Promise<Message> {
  const say = speak(who.language)
  const seats = await seatsOf(event.id, needs)
  const there = [...seats.filter((seat) => isIn(seat) && seat.state !== 'waiting'), ...queueIn(seats)]
  const named = await Promise.all(
    there.slice(0, mostListed).map(async ({ person, state }) => ({
      title: `${(await needs.people.nameOf(person)) ?? person}${state === 'booked' ? '' : ` (${say(`seats.${state}`)})`}`,
      value: person,
    })),
  )
  const heading = say('participantsTitle', { title: event.content.title })
  return {
    text: told ?? heading,
    card: card(
      [
        told === undefined ? undefined : text(inPlainText(told), { weight: 'Bolder' }),
        title(inPlainText(heading)),
        named.length === 0 ? note(say('nobodyYet')) : choice('off', say('takeOffWho'), named, { many: true }),
        there.length > mostListed
          ? note(say('moreInExcel', { count: there.length - mostListed }))
          : undefined,
        line('named', say('registerNamed'), '', 200),
      ],
      [
        listSeats.button(say('register'), { id: event.id, does: 'on' }, { style: 'positive' }),
        named.length === 0 ? undefined : listSeats.button(say('takeOff'), { id: event.id, does: 'off' }),
        steerEvent.button(say('back'), { id: event.id }, { associatedInputs: 'none' }),
      ],
    ),
  }
}

async function takeOff(
  event: CourseEvent,
  people: readonly string[],
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  const known = new Set((await seatsOf(event.id, needs)).filter(isIn).map((seat: Seat) => seat.person))
  const chosen = people.filter((person) => known.has(person))
  if (chosen.length === 0) return list(event, who, needs, say('fault.nobody'))
  const because = say('takenOffBy')
  for (const person of chosen)
    await answerFor(event.id, person, { wish: 'no', because }, { actor: who.id }, needs)
  await needs.noteAct({ actor: who.id, act: 'event-taken-off', object: event.id, after: { people: chosen } })
  return list(event, who, needs, say('takenOff', { count: chosen.length }))
}

async function putOn(event: CourseEvent, named: string, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (named === '') return list(event, who, needs, say('fault.nobody'))
  const person = await needs.people.find(event.tenant, named)
  if (person === undefined) return list(event, who, needs, say('fault.unknown', { named }))
  const said = { wish: 'yes', by: who.id } as const
  const done = await answerFor(event.id, person, said, { actor: who.id, anyway: true }, needs)
  const name = (await needs.people.nameOf(person)) ?? person
  return list(event, who, needs, say(`registered.${registeredAs(done)}`, { name }))
}

/** What has become of somebody who was signed up by another, as there are sentences for it. */
export const registeredAs = (done: Awaited<ReturnType<typeof answerFor>>) =>
  done === 'booked' || done === 'waiting' || done === 'as-before' || done === 'said-no' ? done : 'closed'
