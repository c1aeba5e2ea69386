/** Mandatory training: how many in each unit have been at each of the events that all are to be at. */
import type { Command } from '../kit/action.ts'
import { card, type Element, inPlainText, note, text, title } from '../kit/card.ts'
import { dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { everyone, isPermitted, type Person, tenantOf } from '../people/people.ts'
import { isFor } from './audience.ts'
import type { CourseEvent } from './event.ts'
import type { Needs } from './needs.ts'
import { eventIn } from './read.ts'
import { type Say, speak } from './sentences.ts'
import { isOver } from './times.ts'

/** So long back it counts, in milliseconds. */
const countsMs = 2 * 365 * dayMs
const mostEvents = 1_000
/** So many of those who lack it are named in each unit. */
const mostNamed = 10

export const trainingCommands = (needs: Needs): readonly Command<Person>[] => [
  {
    names: ['kursstatus', 'obligatoriske kurs', 'obligatorisk opplæring', 'training status'],
    needs: everyone,
    alone: true,
    does: (_, who) => status(who, needs),
  },
]

/** For officers all units; for others those that they lead. */
async function status(who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const tenant = tenantOf(who.id)
  const led = needs.people.ledBy(who.id)
  const units = needs.people.units().filter(({ id }) => isPermitted('officer', who.roles) || led.includes(id))
  if (units.length === 0) return { text: say('leadsNone') }
  const at = needs.now()
  const events = (
    await needs.events.list({ tenant, states: ['open'], from: at - countsMs, to: at }, mostEvents)
  )
    .flatMap((kept) => eventIn(kept) ?? [])
    .filter(({ content }) => content.mandatory && isOver(content, at))
  if (events.length === 0) return { text: say('noneMandatory') }
  const parts: Element[] = []
  for (const [heading, same] of Map.groupBy(events, ({ content }) => content.title)) {
    parts.push(text(inPlainText(heading), { weight: 'Bolder' }))
    for (const unit of units) parts.push(...(await unitLine(unit, same, { tenant, say, needs })))
  }
  return {
    text: say('trainingTitle'),
    card: card([title(say('trainingTitle')), note(say('trainingHelp')), ...parts]),
  }
}

/** Events of one title are the same training, held more than once; done by who was at all sessions of one. A unit with nobody in it whom it is for is left out. */
async function unitLine(
  unit: { id: string; name: string },
  same: readonly CourseEvent[],
  { tenant, say, needs }: { tenant: string; say: Say; needs: Needs },
): Promise<Element[]> {
  const people = needs.people
    .inUnits(tenant, [unit.id])
    .filter((person) => same.some(({ content }) => isFor(content, person, needs.people)))
  if (people.length === 0) return []
  const ids = same.map(({ id }) => id)
  const there = Map.groupBy(
    await needs.events.attendedBy(people, ids),
    ({ event, person }) => `${event} ${person}`,
  )
  const done = new Set(
    people.filter((person) =>
      same.some(({ id, content }) => (there.get(`${id} ${person}`) ?? []).length >= content.sessions.length),
    ),
  )
  const lacking = people.filter((person) => !done.has(person))
  const names = await Promise.all(
    lacking.slice(0, mostNamed).map(async (person) => (await needs.people.nameOf(person)) ?? person),
  )
  const rest = lacking.length - names.length
  const lacks = [names.join(', '), rest > 0 ? say('more', { count: rest }) : ''].filter(Boolean).join(' ')
  const counts = { done: people.length - lacking.length, count: people.length, lacks: inPlainText(lacks) }
  const told = say(lacking.length === 0 ? 'allDone' : 'someDone', counts)
  return [text(`${inPlainText(unit.name)}: ${told}`, { spacing: 'Small' })]
}
