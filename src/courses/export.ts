/** Who comes to an event, or all events of a year, as an Excel file. */
import { z } from 'zod'
import { onPress, type Presses } from '../kit/action.ts'
import { dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { excel } from '../kit/sheet.ts'
import { isPermitted, type Person, tenantOf } from '../people/people.ts'
import { exportEvents } from './actions.ts'
import { answersOf, shownScore } from './evaluation.ts'
import type { CourseEvent } from './event.ts'
import type { Needs } from './needs.ts'
import { type CourseFile, offered } from './offered.ts'
import { eventsOfYear } from './plan.ts'
import { eventIn, seatsOf } from './read.ts'
import { speak } from './sentences.ts'
import { eventsSheet, participantsSheet } from './sheets.ts'
import { countOf } from './steer-card.ts'
import { yearOf } from './times.ts'

const wanted = z.strictObject({
  courseExport: z.strictObject({
    tenant: z.string(),
    id: z.string().optional(),
    year: z.number().optional(),
  }),
})

export const exporting = (needs: Needs): Presses<Person> =>
  onPress(exportEvents, async ({ id, year }, who: Person): Promise<Message> => {
    const say = speak(who.language)
    const data = { courseExport: { tenant: tenantOf(who.id), id, year } }
    const file = await exportOf(data, who, needs)
    if (!file) return { text: say('refused.gone') }
    return offered(file, data, say('exported', { name: file.name }), {
      linkTo: needs.linkTo,
      open: say('openFile'),
    })
  })

/** What was offered to an officer, or what a link opens. */
export async function exportOf(
  data: unknown,
  who: Person | undefined,
  needs: Needs,
): Promise<CourseFile | undefined> {
  const asked = wanted.safeParse(data).data?.courseExport
  if (!asked) return undefined
  if (who && !(isPermitted('officer', who.roles) && tenantOf(who.id) === asked.tenant)) return undefined
  if (asked.id === undefined) return yearFile(asked.tenant, asked.year ?? yearOf(dayAt(needs.now())), needs)
  const event = eventIn(await needs.events.of(asked.id))
  return event?.tenant === asked.tenant ? participantsFile(event, needs) : undefined
}

async function participantsFile(event: CourseEvent, needs: Needs): Promise<CourseFile> {
  const say = speak('nb')
  const seats = await seatsOf(event.id, needs)
  const attendance = await needs.events.attendanceOf(event.id)
  const without = attendance.filter(({ person }) => !seats.some((seat) => seat.person === person))
  const people = [
    ...seats.map(({ person, state, by, because }) => ({ person, state: say(`seats.${state}`), by, because })),
    ...[...new Set(without.map(({ person }) => person))].map((person) => ({
      person,
      state: say('cameWithout'),
      by: null,
      because: null,
    })),
  ]
  const rows = await Promise.all(
    people.map(async ({ person, state, by, because }) => ({
      name: (await needs.people.nameOf(person)) ?? person,
      unit: needs.people.unitNameOf(person) ?? null,
      state,
      registeredBy: by === null ? null : ((await needs.people.nameOf(by)) ?? by),
      because,
      attended: attendance.filter((one) => one.person === person).map(({ session }) => session),
    })),
  )
  return { name: `${event.id} deltakere.xlsx`, content: await participantsSheet(event, rows), type: excel }
}

async function yearFile(tenant: string, year: number, needs: Needs): Promise<CourseFile> {
  const events = await eventsOfYear(tenant, year, needs)
  const rows = await Promise.all(
    events.map(async (event) => {
      const seats = await seatsOf(event.id, needs)
      const there = await needs.events.attendanceOf(event.id)
      return {
        event,
        booked: countOf(seats, 'booked'),
        waiting: countOf(seats, 'waiting'),
        attended: new Set(there.map(({ person }) => person)).size,
        score: shownScore(await answersOf(event.id, needs)),
      }
    }),
  )
  return { name: `Kurs ${year}.xlsx`, content: await eventsSheet(rows, needs.now()), type: excel }
}
