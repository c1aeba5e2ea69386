import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Attendance = { session: string; person: string; by: string; at: number }

/** So many people in one statement: databases take only so many values. */
const atOnce = 5_000

/** Who was at an event, and what they thought of it. */
export const createAttendance = (db: Kysely<Tables>) => ({
  /** Said twice it stands once, as it was said first. */
  async attend(event: string, all: readonly Attendance[]): Promise<void> {
    if (all.length === 0) return
    await db
      .insertInto('event_attendance')
      .values(all.map(({ session, person, by, at }) => ({ event, session, person, by_person: by, at })))
      .onConflict((conflict) => conflict.columns(['event', 'session', 'person']).doNothing())
      .execute()
  },

  async unattend(event: string, session: string, people: readonly string[]): Promise<void> {
    if (people.length === 0) return
    await db
      .deleteFrom('event_attendance')
      .where('event', '=', event)
      .where('session', '=', session)
      .where('person', 'in', [...people])
      .execute()
  },

  async attendanceOf(event: string): Promise<Attendance[]> {
    const rows = await db
      .selectFrom('event_attendance')
      .select(['session', 'person', 'by_person as by', 'at'])
      .where('event', '=', event)
      .orderBy('session')
      .orderBy('person')
      .execute()
    return rows
  },

  /** Who of some people was at which of some events. */
  async attendedBy(
    people: readonly string[],
    events: readonly string[],
  ): Promise<{ event: string; person: string; session: string }[]> {
    if (events.length === 0) return []
    const found: { event: string; person: string; session: string }[] = []
    for (let from = 0; from < people.length; from += atOnce)
      found.push(
        ...(await db
          .selectFrom('event_attendance')
          .select(['event', 'person', 'session'])
          .where('person', 'in', people.slice(from, from + atOnce))
          .where('event', 'in', [...events])
          .execute()),
      )
    return found
  },

  /** Keeps what somebody thought, without who; false where they have said it before. */
  evaluate: (event: string, person: string, answers: unknown): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('event_evaluated')
        .values({ event, person })
        .onConflict((conflict) => conflict.columns(['event', 'person']).doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows === 0n) return false
      await tx
        .insertInto('event_evaluation')
        .values({ id: randomUUID(), event, answers: JSON.stringify(answers) })
        .execute()
      return true
    }),

  /** In no order that tells who said what. */
  async evaluationsOf(event: string): Promise<unknown[]> {
    const rows = await db
      .selectFrom('event_evaluation')
      .select('answers')
      .where('event', '=', event)
      .orderBy('id')
      .execute()
    return rows.map(({ answers }) => JSON.parse(answers))
  },
})
