/** Making and changing an event: each press keeps what is filled in. */
import { onPress, type Presses } from '../kit/action.ts'
import { type Day, dayAt, readDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { type Person, tenantOf } from '../people/people.ts'
import { copyEvent, editEvent, type FilledEvent, newEvent, removeEvent, saveEvent } from './actions.ts'
import { comingTo, decide, followUp, redrawnAll, rulesOf } from './decide.ts'
import { draftCard, type Wrong } from './draft-card.ts'
import { type Content, type CourseEvent, emptyContent, faultsIn, most } from './event.ts'
import { calendarLetter, changedLetter, clockwork } from './letters.ts'
import type { EventChange, Letter, Needs } from './needs.ts'
import { eventFor } from './read.ts'
import { bookedIn, filled, type Seat, takenIn } from './seats.ts'
import { speak } from './sentences.ts'
import { readSessions } from './session-lines.ts'
import { steerCard } from './steer-card.ts'
import { beginningOf, endingOf, isOver } from './times.ts'

/** A new draft, empty or as another was. */
export async function begin(who: Person, needs: Needs, from?: CourseEvent): Promise<Message> {
  const content: Content = from
    ? { ...from.content, sessions: [], removed: [], lastSession: 0, deadline: null }
    : emptyContent
  const made = { tenant: tenantOf(who.id), lead: who.id, state: 'draft', content }
  const id = await needs.events.create(made, needs.now())
  return draftCard(
    { id, content, state: 'draft', revision: 1 },
    { say: speak(who.language), units: needs.people.units() },
  )
}

export const composing = (needs: Needs): Presses<Person> => ({
  ...onPress(newEvent, (_, who: Person) => begin(who, needs)),
  ...onPress(editEvent, async ({ id }, who: Person) => {
    const say = speak(who.language)
    const found = await eventFor(id, who, needs)
    if (!found) return { text: say('refused.gone') }
    return canBeChanged(found, needs)
      ? draftCard(found, { say, units: needs.people.units() })
      : { text: say('refused.over') }
  }),
  ...onPress(saveEvent, (written, who: Person) => save(written, who, needs)),
  ...onPress(copyEvent, async ({ id }, who: Person) => {
    const found = await eventFor(id, who, needs)
    return found ? begin(who, needs, found) : { text: speak(who.language)('refused.gone') }
  }),
  ...onPress(removeEvent, async ({ id }, who: Person) => {
    const say = speak(who.language)
    const found = await eventFor(id, who, needs)
    return { text: say(found && (await needs.events.remove(id)) ? 'removed' : 'refused.gone') }
  }),
})

const canBeChanged = ({ state, content }: CourseEvent, { now }: Needs): boolean =>
  state === 'draft' || (state === 'open' && !isOver(content, now()))

async function save(written: FilledEvent, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const { id, next, revision } = written
  const today = dayAt(needs.now())
  const found = await eventFor(id, who, needs)
  if (!found) return { text: say('refused.gone') }
  if (found.revision !== revision) return { text: say('refused.changed') }
  const read = filledIn(found.content, written, { code: needs.code, today })
  const content = { ...read.content, ...(await teacherIn(found, written, needs)) }
  // What has been open for a while is changed too: the sessions to come are moved.
  const faults = faultsIn(content, today).filter(
    (fault) => found.state === 'draft' || !(fault === 'session-past' || fault === 'deadline-past'),
  )
  const wrong = allWrong(read.wrong, faults)
  const shown = { say, units: needs.people.units(), written, wrong, lines: read.lines }
  // A draft is kept as it is filled in; what is open already is changed only to what it can be.
  if (found.state === 'open' && wrong.length > 0) return draftCard(found, shown)
  const done = await decide(id, needs, (event, seats) =>
    event.revision === revision ? changedTo(content, event, seats, needs) : { result: 'meanwhile' as const },
  )
  if (done === undefined) return { text: say('refused.gone') }
  if (done === 'meanwhile') return { text: say('refused.changed') }
  if (done === 'over') return { text: say('refused.over') }
  if (done === 'too-small') return draftCard(found, { ...shown, wrong: ['too-small'] })
  if (next === 'later' && found.state === 'draft' && read.wrong.length === 0)
    return { text: say('saved', { id }) }
  const now = await eventFor(id, who, needs)
  if (!now) return { text: say('refused.gone') }
  if (wrong.length > 0) return draftCard(now, shown)
  return steerCard(now, who, needs, found.state === 'open' ? say(`done.${done}`) : undefined)
}

/** An employee who teaches stands by name, however they were written. */
async function teacherIn(
  { tenant, content }: CourseEvent,
  { teacher }: FilledEvent,
  { people }: Needs,
): Promise<Pick<Content, 'teacher' | 'teacherId'>> {
  if (teacher === undefined) return { teacher: content.teacher, teacherId: content.teacherId }
  const id = teacher.trim() === '' ? undefined : await people.find(tenant, teacher.trim())
  const name = id === undefined ? undefined : await people.nameOf(id)
  return { teacher: name ?? teacher.trim(), teacherId: id ?? null }
}

/** Where a line could not be read, it is no use to say that there is none. */
const allWrong = (read: readonly Wrong[], faults: readonly Wrong[]): Wrong[] => [
  ...read,
  ...faults.filter((fault) => !(fault === 'sessions' && read.includes('session-line'))),
]

type Changed = 'changed' | 'changed-told' | 'over' | 'too-small'

function changedTo(written: Content, event: CourseEvent, seats: Seat[], needs: Needs) {
  const at = needs.now()
  if (!canBeChanged(event, needs)) return { result: 'over' as Changed }
  if (event.state === 'draft') return { change: timed({ content: written }), result: 'changed' as Changed }
  const content = { ...written, removed: [...written.removed, ...removedBy(written, event, seats)] }
  if (content.capacity !== null && content.capacity < takenIn(seats))
    return { result: 'too-small' as Changed }
  const isMoved = whenAndWhere(content) !== whenAndWhere(event.content)
  const sequence = event.sequence + (isMoved ? 1 : 0)
  const now = { ...event, content, sequence }
  const changed = filled(seats, rulesOf(now, at))
  const coming = isMoved ? comingTo(now, seats) : []
  const letters: Letter[] = [
    ...followUp(now, { before: seats, changed, actor: undefined }, { at, needs }),
    ...coming.map((person) => changedLetter(event.id, person, sequence, at)),
    ...(needs.calendar ? bookedIn(seats).map(({ person }) => calendarLetter(event.id, person, at)) : []),
    ...clockwork(now, { at, remindBefore: needs.remindBefore }),
    ...redrawnAll(now, `changed ${event.revision}`, { at, needs }),
  ]
  const result: Changed = coming.length > 0 ? 'changed-told' : 'changed'
  return { change: { ...timed({ content }), sequence }, seats: changed, letters, result }
}

/** The sessions that are there no more. */
const removedBy = ({ sessions }: Content, event: CourseEvent, seats: readonly Seat[]): Content['removed'] => {
  const lastTurn = Math.max(0, ...seats.map(({ turn }) => turn))
  return event.content.sessions
    .filter(({ id }) => !sessions.some((one) => one.id === id))
    .map((session) => ({ ...session, lastTurn }))
}

/** What those who come have to know of at once. */
const whenAndWhere = ({ sessions, place, link }: Content): string =>
  JSON.stringify([sessions.map(({ day, from, to }) => [day, from, to]), place, link])

const timed = (change: { content: Content }): EventChange => ({
  ...change,
  beginsAt: beginningOf(change.content) ?? null,
  endsAt: endingOf(change.content) ?? null,
})

/** The content with what was filled in; `lines` are sessions that say no day and hours. What a form does not have stays as it was. */
function filledIn(
  before: Content,
  written: FilledEvent,
  { code, today }: { code: () => string; today: Day },
): { content: Content; wrong: Wrong[]; lines: string[] } {
  const kept = <Key extends 'title' | 'text' | 'place' | 'teacher'>(key: Key) =>
    (written[key] ?? before[key]).trim()
  const address = (key: 'link' | 'material') =>
    written[key] === undefined ? before[key] : written[key].trim() || null
  const sessions =
    written.sessions === undefined
      ? { sessions: before.sessions, last: before.lastSession, wrong: [] }
      : readSessions(written.sessions, { sessions: before.sessions, last: before.lastSession, today }, code)
  const [capacity, minimum] = [
    countIn(written.capacity, before.capacity),
    countIn(written.minimum, before.minimum),
  ]
  const deadline = dayIn(written.deadline, before.deadline)
  const content: Content = {
    kind: written.kind ?? before.kind,
    title: kept('title'),
    text: kept('text'),
    sessions: sessions.sessions,
    removed: before.removed,
    lastSession: sessions.last,
    place: kept('place'),
    link: address('link'),
    teacher: kept('teacher'),
    teacherId: before.teacherId,
    capacity: capacity === undefined ? before.capacity : capacity,
    minimum: minimum === undefined ? before.minimum : minimum,
    deadline: deadline === undefined ? before.deadline : deadline,
    audience: {
      who: written.who ?? before.audience.who,
      units: written.units === undefined ? before.audience.units : written.units.split(',').filter(Boolean),
    },
    mandatory: written.mandatory === undefined ? before.mandatory : written.mandatory === 'true',
    language: written.language ?? before.language,
    material: address('material'),
    questions: written.questions === undefined ? before.questions : linesIn(written.questions),
  }
  return {
    content,
    lines: sessions.wrong,
    wrong: [
      ...(sessions.wrong.length > 0 ? ['session-line' as const] : []),
      ...(capacity === undefined || minimum === undefined ? ['number' as const] : []),
      ...(deadline === undefined ? ['day' as const] : []),
    ],
  }
}

const linesIn = (written: string): string[] =>
  written
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

/** Null where it is left empty, undefined where it is no number that there can be. */
function countIn(written: string | undefined, before: number | null): number | null | undefined {
  if (written === undefined) return before
  if (written.trim() === '') return null
  const count = /^\d{1,4}$/.test(written.trim()) ? Number(written.trim()) : 0
  return count >= 1 && count <= most.capacity ? count : undefined
}

/** Null where it is left empty, undefined where it is no day. */
function dayIn(written: string | undefined, before: string | null): string | null | undefined {
  if (written === undefined) return before
  return written.trim() === '' ? null : readDay(written.trim())
}
