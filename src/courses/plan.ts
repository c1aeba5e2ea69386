/** What there is to go to, and for officers the year's plan: how many are held of those there are to be. */
import type { Command } from '../kit/action.ts'
import { box, card, type Element, note, text, title } from '../kit/card.ts'
import { dayAt, dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { instantOf } from '../kit/moment.ts'
import { everyone, isPermitted, type Person, tenantOf } from '../people/people.ts'
import { exportEvents, newEvent, showEvent, steerEvent } from './actions.ts'
import { isFor } from './audience.ts'
import { begin } from './compose.ts'
import type { CourseEvent } from './event.ts'
import { lineOf, ownIn, placesIn } from './event-card.ts'
import type { KeptEvent, Needs } from './needs.ts'
import { eventIn, seatsOf } from './read.ts'
import { type Say, speak } from './sentences.ts'
import { stateIn } from './steer-card.ts'
import { isOver, yearOf } from './times.ts'

const mostShown = 20
/** Drafts without a time stand last, and only the newest. */
const mostDrafts = 5
const mostInAYear = 500
/** Whoever taught an event finds it for so long, to note who was there. */
const taughtMs = 14 * dayMs

/** As people ask for it. */
const comingNames = [
  ...['kurs', 'kursliste', 'kurs og arrangementer', 'arrangementer', 'arrangement', 'courses', 'events'],
  ...['hvilke kurs finnes', 'hvilke kurs har dere', 'når er neste kurs', 'neste kurs', 'kva kurs finst'],
  ...[
    'kurspåmelding',
    'påmelding kurs',
    'påmelding til kurs',
    'meld meg på kurs',
    'jeg vil melde meg på kurs',
  ],
  ...['eg vil melde meg på kurs', 'avmelding kurs', 'meld meg av kurs', 'jeg vil melde meg av kurs'],
]

export const planCommands = (needs: Needs): readonly Command<Person>[] => [
  {
    names: comingNames,
    needs: everyone,
    alone: true,
    does: (_, who) => comingUp(who, needs),
  },
  {
    names: ['nytt kurs', 'nytt arrangement', 'new course', 'new event'],
    needs: 'officer',
    alone: true,
    does: (_, who) => begin(who, needs),
  },
  {
    names: ['kursplan', 'kursplanen', 'styr kurs', 'course plan'],
    needs: 'officer',
    alone: true,
    does: (_, who) => plan(who, needs),
  },
]

const read = (all: readonly KeptEvent[]): CourseEvent[] => all.flatMap((kept) => eventIn(kept) ?? [])

async function comingUp(who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const at = needs.now()
  const coming = read(
    await needs.events.list({ tenant: tenantOf(who.id), states: ['open'], from: at - taughtMs }, mostInAYear),
  ).filter(({ content }) =>
    isOver(content, at)
      ? content.teacherId === who.id
      : isPermitted('officer', who.roles) ||
        content.teacherId === who.id ||
        isFor(content, who.id, needs.people),
  )
  if (coming.length === 0) return { text: say('noneComing') }
  const heading = say('coming', { count: coming.length })
  const lines: Element[] = []
  for (const event of coming.slice(0, mostShown)) {
    const seats = await seatsOf(event.id, needs)
    const status = ownIn(event, seats, who.id, say) ?? placesIn(seats, event.content.capacity, say)
    lines.push(lineOf(event, status, showEvent.button(say('show'), { id: event.id })))
  }
  return {
    text: heading,
    card: card([title(heading), ...lines, coming.length > mostShown ? note(say('moreComing')) : undefined]),
  }
}

/** From the first to the last moment of a year in Norway. */
const yearBounds = (year: number): { from: number; to: number } => ({
  from: instantOf(`${year}-01-01`, '00:00') ?? 0,
  to: instantOf(`${year + 1}-01-01`, '00:00') ?? 0,
})

/** All of a year, with drafts that have no time yet. */
export const eventsOfYear = async (tenant: string, year: number, needs: Needs): Promise<CourseEvent[]> =>
  read(await needs.events.list({ tenant, ...yearBounds(year) }, mostInAYear)).filter(({ content }) => {
    const first = content.sessions[0]
    return first === undefined || yearOf(first.day) === year
  })

/** Those that count as courses held: over and not cancelled; the forum is none. */
const heldIn = (events: readonly CourseEvent[], at: number): CourseEvent[] =>
  events.filter(({ state, content }) => isCourse(content) && state === 'open' && isOver(content, at))

const isCourse = ({ kind }: CourseEvent['content']): boolean => kind !== 'forum'

async function plan(who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const at = needs.now()
  const year = yearOf(dayAt(at))
  const events = await eventsOfYear(tenantOf(who.id), year, needs)
  const next = await eventsOfYear(tenantOf(who.id), year + 1, needs)
  const over = heldIn(events, at)
  const held = await withAttendance(over, needs)
  const planned = events.filter(
    ({ state, content }) => isCourse(content) && state === 'open' && !isOver(content, at),
  ).length
  const told = say('counter', { year, held, planned, least: needs.coursesAYear })
  const all = [...events, ...next.filter((event) => !events.some(({ id }) => id === event.id))]
  const [dated, undated] = [true, false].map((has) =>
    all.filter(({ content }) => content.sessions.length > 0 === has),
  )
  const shown = [...(dated ?? []).slice(-mostShown), ...(undated ?? []).slice(-mostDrafts)]
  return {
    text: told,
    card: card(
      [
        title(say('planTitle', { year })),
        box([
          text(told, { weight: 'Bolder' }),
          note(counted(held, planned, say, needs)),
          held < over.length ? note(say('notCounted')) : undefined,
        ]),
        ...shown.map((event) => planLine(event, at, say)),
        all.length > shown.length ? note(say('more', { count: all.length - shown.length })) : undefined,
        all.length === 0 ? note(say('nonePlanned')) : undefined,
      ],
      [newEvent.button(say('newEvent'), {}), exportEvents.button(say('exportYear', { year }), { year })],
    ),
  }
}

/** How many of them somebody was at. */
async function withAttendance(events: readonly CourseEvent[], { events: kept }: Needs): Promise<number> {
  const there = await Promise.all(events.map(({ id }) => kept.attendanceOf(id)))
  return there.filter((people) => people.length > 0).length
}

/** Whether there are enough of them, in words. */
function counted(held: number, planned: number, say: Say, { coursesAYear }: Needs): string {
  if (held >= coursesAYear) return say('counter.met')
  const lacks = coursesAYear - held - planned
  return lacks > 0 ? say('counter.lacks', { count: lacks }) : say('counter.onTheWay')
}

const planLine = (event: CourseEvent, at: number, say: Say): Element =>
  lineOf(
    { ...event, content: { ...event.content, title: event.content.title || say('untitled') } },
    stateIn(event, at, say),
    steerEvent.button(say('steer'), { id: event.id }),
  )
