import { isPermitted, type Person, tenantOf } from '../people/people.ts'
import { type CourseEvent, contentSchema, states } from './event.ts'
import type { KeptEvent, KeptSeat, Needs } from './needs.ts'
import { type Seat, seatStates } from './seats.ts'

/** What was kept, as this room knows it; undefined for what it did not keep. */
export function eventIn(kept: KeptEvent | undefined): CourseEvent | undefined {
  const content = contentSchema.safeParse(kept?.content).data
  const state = states.find((one) => one === kept?.state)
  return kept && content && state && { ...kept, content, state }
}

export const seatsIn = (kept: readonly KeptSeat[]): Seat[] =>
  kept.flatMap((seat) => {
    const state = seatStates.find((one) => one === seat.state)
    return state ? { ...seat, state } : []
  })

/** One of the person's own municipality. Drafts are for officers. */
export async function eventFor(id: string, who: Person, needs: Needs): Promise<CourseEvent | undefined> {
  const found = eventIn(await needs.events.of(id))
  if (!found || found.tenant !== tenantOf(who.id)) return undefined
  return found.state === 'draft' && !isPermitted('officer', who.roles) ? undefined : found
}

export const seatsOf = async (id: string, needs: Needs): Promise<Seat[]> =>
  seatsIn(await needs.events.seatsOf(id))

/** Officers steer all events, and who teaches one notes who is there. */
export const mayNoteAttendance = ({ content }: CourseEvent, who: Person): boolean =>
  isPermitted('officer', who.roles) || content.teacherId === who.id
