/** Somebody's own courses: those to come, and those they were at, with a certificate of each. */
import { z } from 'zod'
import { type Command, onPress, type Presses } from '../kit/action.ts'
import { card, type Element, note, text, title } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { wordType } from '../paper/paper.ts'
import { everyone, type Person, tenantOf } from '../people/people.ts'
import { getCertificate, showEvent } from './actions.ts'
import { certificate, certificateName } from './certificate.ts'
import type { CourseEvent } from './event.ts'
import { lineOf, ownIn } from './event-card.ts'
import type { Needs } from './needs.ts'
import { type CourseFile, offered } from './offered.ts'
import { eventFor, eventIn, seatsIn, seatsOf } from './read.ts'
import { isIn } from './seats.ts'
import { speak } from './sentences.ts'
import { endingOf, isOver } from './times.ts'

const wanted = z.strictObject({
  courseCertificate: z.strictObject({
    id: z.string(),
    person: z.string(),
    language: z.enum(['nb', 'nn', 'en']),
  }),
})
const mostShown = 15

export const historyCommands = (needs: Needs): readonly Command<Person>[] => [
  {
    names: [
      'mine kurs',
      'kursene mine',
      'kursa mine',
      'my courses',
      'kursbevis',
      'mitt kursbevis',
      'kursbeviset mitt',
    ],
    needs: everyone,
    alone: true,
    does: (_, who) => ownCourses(who, needs),
  },
]

export const certifying = (needs: Needs): Presses<Person> =>
  onPress(getCertificate, async ({ id }, who: Person) => {
    const say = speak(who.language)
    const event = await eventFor(id, who, needs)
    const file = event && (await certificateFor(event, who.id, who.language, needs))
    if (!event || !file) return { text: say('noCertificate') }
    const data = { courseCertificate: { id, person: who.id, language: who.language } }
    return offered(file, data, say('certificateIs', { title: event.content.title }), {
      linkTo: needs.linkTo,
      open: say('openFile'),
    })
  })

/** What was offered to a person, or what a link opens. */
export async function certificateOf(
  data: unknown,
  who: Person | undefined,
  needs: Needs,
): Promise<CourseFile | undefined> {
  const asked = wanted.safeParse(data).data?.courseCertificate
  if (!asked || (who !== undefined && who.id !== asked.person)) return undefined
  const event = eventIn(await needs.events.of(asked.id))
  return event && certificateFor(event, asked.person, asked.language, needs)
}

/** Of the sessions that somebody was at; undefined where they were at none. */
async function certificateFor(
  event: CourseEvent,
  person: string,
  language: Language,
  needs: Needs,
): Promise<CourseFile | undefined> {
  const attendance = await needs.events.attendanceOf(event.id)
  const there = attendance.filter((one) => one.person === person).map(({ session }) => session)
  const attended = event.content.sessions.filter(({ id }) => there.includes(id))
  if (attended.length === 0 || event.state !== 'open' || !isOver(event.content, needs.now())) return undefined
  const name = (await needs.people.nameOf(person)) ?? ''
  const { municipality } = needs
  // Dated when it was held, so that what is fetched is what was offered.
  const at = endingOf(event.content) ?? 0
  return {
    name: certificateName(event, language),
    content: await certificate({ event, name, attended, municipality, at, language }),
    type: wordType,
  }
}

async function ownCourses(who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const at = needs.now()
  const mine = (await needs.events.ofPerson(who.id)).flatMap(({ event: kept, seat }) => {
    const event = eventIn(kept)
    return event && event.tenant === tenantOf(who.id) ? [{ event, seat: seatsIn(seat ? [seat] : [])[0] }] : []
  })
  const known = mine.map(({ event }) => event)
  const there = await needs.events.attendedBy(
    [who.id],
    known.map(({ id }) => id),
  )
  const wasAt = new Set(there.map(({ event }) => event))
  const coming = mine.filter(
    ({ event, seat }) =>
      event.state === 'open' && !isOver(event.content, at) && seat !== undefined && isIn(seat),
  )
  const held = mine.filter(
    ({ event }) => event.state === 'open' && isOver(event.content, at) && wasAt.has(event.id),
  )
  const heading = say('mine', { coming: coming.length, held: held.length })
  if (coming.length + held.length === 0) return { text: say('noneMine') }
  const lines: Element[] = []
  for (const { event } of coming) {
    const own = ownIn(event, await seatsOf(event.id, needs), who.id, say)
    lines.push(lineOf(event, own ?? '', showEvent.button(say('show'), { id: event.id })))
  }
  return {
    text: heading,
    card: card([
      title(heading),
      ...(coming.length > 0
        ? [text(say('comingUp'), { weight: 'Bolder' }), ...lines.slice(0, mostShown)]
        : []),
      ...(held.length > 0 ? [text(say('wasAt'), { weight: 'Bolder' })] : []),
      ...held
        .slice(0, mostShown)
        .map(({ event }) => lineOf(event, '', getCertificate.button(say('certificate'), { id: event.id }))),
      held.length > mostShown ? note(say('more', { count: held.length - mostShown })) : undefined,
    ]),
  }
}
