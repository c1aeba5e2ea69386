import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { inParts } from './engine.ts'
import type { Tables } from './tables.ts'

export type Attendance = { session: string; person: string; by: string; at: number }

/** Who was at an event, and what they thought of it. */
export const createAttendance = (db: Kysely<Tables>) => ({
  /** Said twice it stands once, as it was said first. */
  attend: (event: string, all: readonly Attendance[]): Promise<void> =>
    db.transaction().execute(async (tx) => {
      for (const some of inParts(all))
        await tx
          .insertInto('event_attendance')
          .values(some.map(({ session, person, by, at }) => ({ event, session, person, by_person: by, at })))
          .onConflict((conflict) => conflict.columns(['event', 'session', 'person']).doNothing())
          .execute()
    }),

  unattend: (event: string, session: string, people: readonly string[]): Promise<void> =>
    db.transaction().execute(async (tx) => {
      for (const some of inParts(people))
        await tx
          .deleteFrom('event_attendance')
          .where('event', '=', event)
          .where('session', '=', session)
          .where('person', 'in', some)
          .execute()
    }),

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
    const found: { event: string; person: string; session: string }[] = []
    for (const some of inParts(people))
      for (const these of inParts(events))
        found.push(
          ...(await db
            .selectFrom('event_attendance')
            .select(['event', 'person', 'session'])
            .where('person', 'in', some)
            .where('event', 'in', these)
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
