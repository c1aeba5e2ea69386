/** What can be done with an event: opened, announced, held though few come, and cancelled. */
import { onPress, type Presses } from '../kit/action.ts'
import { card, inPlainText, text, title } from '../kit/card.ts'
import { dayAt } from '../kit/day.ts'
import { line } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { cancelEvent, holdEvent, inviteTo, openEvent, steerEvent } from './actions.ts'
import { invited } from './audience.ts'
import { comingTo, decide, redrawnAll } from './decide.ts'
import { draftCard } from './draft-card.ts'
import { faultsIn } from './event.ts'
import { calendarLetter, cancelledLetter, clockwork, heldLetter } from './letters.ts'
import type { Letter, Needs } from './needs.ts'
import { eventFor } from './read.ts'
import { bookedIn } from './seats.ts'
import { speak } from './sentences.ts'
import { steerCard } from './steer-card.ts'
import { beginningOf, isOver } from './times.ts'

export const steering = (needs: Needs): Presses<Person> => ({
  ...onPress(steerEvent, async ({ id }, who: Person) => shown(id, who, needs)),
  ...onPress(openEvent, ({ id, revision }, who: Person) => open(id, revision, who, needs)),
  ...onPress(inviteTo, ({ id }, who: Person) => invite(id, who, needs)),
  ...onPress(holdEvent, ({ id }, who: Person) => hold(id, who, needs)),
  ...onPress(cancelEvent, ({ id, because = '', asks }, who: Person) =>
    asks || because.trim() === ''
      ? cancelForm(id, who, needs, asks !== true)
      : cancel(id, because.trim(), who, needs),
  ),
})

async function shown(id: string, who: Person, needs: Needs, told?: string): Promise<Message> {
  const found = await eventFor(id, who, needs)
  return found ? steerCard(found, who, needs, told) : { text: speak(who.language)('refused.gone') }
}

async function open(id: string, revision: number, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const found = await eventFor(id, who, needs)
  if (!found) return { text: say('refused.gone') }
  const begun = (beginningOf(found.content) ?? Number.POSITIVE_INFINITY) <= needs.now()
  const faults = [...faultsIn(found.content, dayAt(needs.now())), ...(begun ? ['session-past' as const] : [])]
  if (found.state === 'draft' && faults.length > 0)
    return draftCard(found, { say, units: needs.people.units(), wrong: faults })
  const done = await decide(id, needs, (event) => {
    if (event.state !== 'draft')
      return { result: event.state === 'open' ? ('before' as const) : ('over' as const) }
    if (event.revision !== revision) return { result: 'changed' as const }
    const letters = clockwork(event, { at: needs.now(), remindBefore: needs.remindBefore })
    return { change: { state: 'open' }, letters, result: 'opened' as const }
  })
  if (done === 'changed') return { text: say('refused.changed') }
  if (done === 'over') return { text: say('refused.over') }
  return shown(id, who, needs, say(done === 'opened' ? 'opened' : 'openBefore'))
}

/** The invitation is an announcement: previewed, addressed and let out as any other. */
async function invite(id: string, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const found = await eventFor(id, who, needs)
  if (!found) return { text: say('refused.gone') }
  const { content, state } = found
  if (state !== 'open' || isOver(content, needs.now())) return { text: say('refused.over') }
  const { announcement, message } = await needs.invite(
    {
      event: id,
      title: content.title,
      text: content.text || say('inviteText'),
      expiresOn: content.deadline ?? content.sessions.at(-1)?.day ?? null,
      mandatory: content.mandatory,
      notTo: found.announcements,
      to: invited(content, found.tenant, needs.people),
    },
    who,
  )
  await decide(id, needs, (event) => ({
    change: { announcements: [...event.announcements, announcement] },
    result: undefined,
  }))
  return message
}

async function hold(id: string, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (!(await eventFor(id, who, needs))) return { text: say('refused.gone') }
  const done = await decide(id, needs, (event, seats) => {
    if (event.state !== 'open' || isOver(event.content, needs.now())) return { result: 'over' as const }
    if (event.heldAnyway) return { result: 'before' as const }
    const letters = bookedIn(seats).map(({ person }) => heldLetter(id, person, needs.now()))
    return { change: { heldAnyway: true }, letters, result: 'held' as const }
  })
  if (done === 'over') return { text: say('refused.over') }
  return shown(id, who, needs, say(done === 'held' ? 'heldTold' : 'decidedBefore'))
}

async function cancelForm(id: string, who: Person, needs: Needs, lacks: boolean): Promise<Message> {
  const say = speak(who.language)
  const found = await eventFor(id, who, needs)
  if (!found) return { text: say('refused.gone') }
  const asked = say('cancelSure', { title: found.content.title })
  return {
    text: asked,
    card: card(
      [
        title(inPlainText(asked)),
        lacks ? text(say('fault.because'), { color: 'Attention', weight: 'Bolder' }) : undefined,
        text(say('cancelMeans')),
        line('because', say('cancelWhy'), '', 500, true),
      ],
      [
        cancelEvent.button(say('yesCancel'), { id }, { style: 'destructive' }),
        steerEvent.button(say('back'), { id }, { associatedInputs: 'none' }),
      ],
    ),
  }
}

async function cancel(id: string, because: string, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (!(await eventFor(id, who, needs))) return { text: say('refused.gone') }
  const at = needs.now()
  const done = await decide(id, needs, (event, seats) => {
    if (event.state !== 'open' || isOver(event.content, at)) return { result: undefined }
    const maybe = seats.flatMap(({ person, state }) => (state === 'maybe' ? [person] : []))
    const concerned = [...new Set([...comingTo(event, seats), ...maybe])]
    const letters: Letter[] = [
      ...concerned.map((person) => cancelledLetter(id, person, at)),
      ...(needs.calendar ? bookedIn(seats).map(({ person }) => calendarLetter(id, person, at)) : []),
      ...redrawnAll(event, 'cancelled', { at, needs }),
    ]
    const change = { state: 'cancelled', because, sequence: event.sequence + 1 }
    return { change, letters, result: concerned.length }
  })
  if (done === undefined) return { text: say('refused.over') }
  await needs.noteAct({ actor: who.id, act: 'event-cancelled', object: id, after: { because } })
  return shown(id, who, needs, say('cancelled', { count: done }))
}
