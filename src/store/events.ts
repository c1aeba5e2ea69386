import type { Kysely, Transaction } from 'kysely'
import { inParts, nextNumber, takeTurn } from './engine.ts'
import { type Letter, post } from './outbox.ts'
import type { Tables } from './tables.ts'

/** A course or another event as it is kept; `content` is plain JSON of the room that knows it. */
export type KeptEvent = {
  id: string
  tenant: string
  lead: string
  state: string
  content: unknown
  /** Counts every change of the event itself, from 1. */
  revision: number
  sequence: number
  announcements: readonly string[]
  heldAnyway: boolean
  because: string | null
}

export type KeptSeat = {
  person: string
  state: string
  /** The order in which they asked. */
  turn: number
  answerBy: number | null
  by: string | null
  because: string | null
}

export type EventChange = Partial<
  Pick<KeptEvent, 'state' | 'content' | 'sequence' | 'announcements' | 'heldAnyway' | 'because'>
> & { beginsAt?: number | null; endsAt?: number | null }

type Decision<Result> = {
  change?: EventChange
  seats?: readonly KeptSeat[]
  letters?: readonly Letter[]
  result: Result
}

type EventFilter = { tenant: string; states?: readonly string[]; lead?: string; from?: number; to?: number }

export const createEvents = (db: Kysely<Tables>) => ({
  /** Keeps a new one, and gives its id: `A-` and a running number. */
  create: (made: Pick<KeptEvent, 'tenant' | 'lead' | 'state' | 'content'>, at: number): Promise<string> =>
    db.transaction().execute(async (tx) => {
      const id = `A-${await nextNumber(tx, 'event')}`
      await tx
        .insertInto('event')
        .values({
          id,
          tenant: made.tenant,
          lead: made.lead,
          state: made.state,
          content: JSON.stringify(made.content),
          revision: 1,
          sequence: 0,
          announcements: '[]',
          held_anyway: 0,
          because: null,
          begins_at: null,
          ends_at: null,
          created_at: at,
          changed_at: at,
        })
        .execute()
      return id
    }),

  async of(id: string): Promise<KeptEvent | undefined> {
    const row = await db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst()
    return row && keptOf(row)
  },

  seatsOf: (id: string): Promise<KeptSeat[]> => seatsOf(db, id),

  /**
   * Decides one event one press at a time, also between processes: what `how` gives of it and its seats as they are is kept
   * together, with its letters, or not at all where it throws. Undefined where there is no such event.
   */
  decide: <Result>(
    id: string,
    at: number,
    how: (found: KeptEvent, seats: KeptSeat[]) => Decision<Result>,
  ): Promise<Result | undefined> =>
    db.transaction().execute(async (tx) => {
      await takeTurn(tx, `event ${id}`)
      const row = await tx.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const { change, seats = [], letters = [], result } = how(keptOf(row), await seatsOf(tx, id))
      if (change)
        await tx
          .updateTable('event')
          .set({ ...columnsOf(change), revision: row.revision + 1, changed_at: at })
          .where('id', '=', id)
          .execute()
      await keepSeats(tx, id, seats, at)
      await post(tx, letters, at)
      return result
    }),

  /** Those that end at `from` or later and begin before `to`, the first to begin first; those without a time last. */
  async list({ tenant, states, lead, from, to }: EventFilter, most: number): Promise<KeptEvent[]> {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('tenant', '=', tenant)
      .$if(states !== undefined, (found) => found.where('state', 'in', [...(states ?? [])]))
      .$if(lead !== undefined, (found) => found.where('lead', '=', lead ?? ''))
      .$if(from !== undefined, (found) =>
        found.where((by) => by.or([by('ends_at', 'is', null), by('ends_at', '>=', from ?? 0)])),
      )
      .$if(to !== undefined, (found) =>
        found.where((by) => by.or([by('begins_at', 'is', null), by('begins_at', '<', to ?? 0)])),
      )
      .orderBy((by) => by.case().when('begins_at', 'is', null).then(1).else(0).end())
      .orderBy('begins_at')
      .orderBy('created_at')
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(keptOf)
  },

  /** Those that somebody has a seat at or was at, with the seat, the last to begin first. */
  async ofPerson(person: string): Promise<{ event: KeptEvent; seat: KeptSeat | undefined }[]> {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where((by) =>
        by.or([
          by('id', 'in', by.selectFrom('event_seat').select('event').where('person', '=', person)),
          by('id', 'in', by.selectFrom('event_attendance').select('event').where('person', '=', person)),
        ]),
      )
      .orderBy('begins_at', 'desc')
      .orderBy('id')
      .execute()
    const seats = await db.selectFrom('event_seat').selectAll().where('person', '=', person).execute()
    return rows.map((row) => {
      const seat = seats.find(({ event }) => event === row.id)
      return { event: keptOf(row), seat: seat && seatOf(seat) }
    })
  },

  /** Deletes a draft that nobody has answered; false for any other. */
  remove: (id: string): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      await takeTurn(tx, `event ${id}`)
      const { numDeletedRows } = await tx
        .deleteFrom('event')
        .where('id', '=', id)
        .where('state', '=', 'draft')
        .where((by) =>
          by.not(by.exists(by.selectFrom('event_seat').select('person').where('event', '=', id))),
        )
        .executeTakeFirst()
      return numDeletedRows > 0n
    }),

  /** Which entries of their calendar somebody has of an event, by session. */
  async entriesOf(event: string, person: string): Promise<Record<string, string>> {
    const row = await db
      .selectFrom('event_seat')
      .select('entries')
      .where('event', '=', event)
      .where('person', '=', person)
      .executeTakeFirst()
    return row?.entries ? JSON.parse(row.entries) : {}
  },

  async keepEntries(event: string, person: string, entries: Record<string, string>): Promise<void> {
    await db
      .updateTable('event_seat')
      .set({ entries: JSON.stringify(entries) })
      .where('event', '=', event)
      .where('person', '=', person)
      .execute()
  },
})

const seatsOf = async (db: Kysely<Tables>, event: string): Promise<KeptSeat[]> =>
  (
    await db
      .selectFrom('event_seat')
      .selectAll()
      .where('event', '=', event)
      .orderBy('turn')
      .orderBy('person')
      .execute()
  ).map(seatOf)

async function keepSeats(
  tx: Transaction<Tables>,
  event: string,
  seats: readonly KeptSeat[],
  at: number,
): Promise<void> {
  for (const some of inParts(seats))
    await tx
      .insertInto('event_seat')
      .values(
        some.map(({ person, state, turn, answerBy, by, because }) => ({
          event,
          person,
          state,
          turn,
          answer_by: answerBy,
          by_person: by,
          because,
          changed_at: at,
          entries: null,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['event', 'person']).doUpdateSet((row) => ({
          state: row.ref('excluded.state'),
          turn: row.ref('excluded.turn'),
          answer_by: row.ref('excluded.answer_by'),
          by_person: row.ref('excluded.by_person'),
          because: row.ref('excluded.because'),
          changed_at: at,
        })),
      )
      .execute()
}

const columnsOf = (change: EventChange) => ({
  ...(change.state !== undefined && { state: change.state }),
  ...(change.content !== undefined && { content: JSON.stringify(change.content) }),
  ...(change.sequence !== undefined && { sequence: change.sequence }),
  ...(change.announcements !== undefined && { announcements: JSON.stringify(change.announcements) }),
  ...(change.heldAnyway !== undefined && { held_anyway: change.heldAnyway ? 1 : 0 }),
  ...(change.because !== undefined && { because: change.because }),
  ...(change.beginsAt !== undefined && { begins_at: change.beginsAt }),
  ...(change.endsAt !== undefined && { ends_at: change.endsAt }),
})

const keptOf = (row: Tables['event']): KeptEvent => ({
  id: row.id,
  tenant: row.tenant,
  lead: row.lead,
  state: row.state,
  content: JSON.parse(row.content),
  revision: row.revision,
  sequence: row.sequence,
  announcements: JSON.parse(row.announcements),
  heldAnyway: row.held_anyway === 1,
  because: row.because,
})

const seatOf = (row: Tables['event_seat']): KeptSeat => ({
  person: row.person,
  state: row.state,
  turn: row.turn,
  answerBy: row.answer_by,
  by: row.by_person,
  because: row.because,
})
