import { randomUUID } from 'node:crypto'
import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely'
import { isPostgres, takeTurn } from './engine.ts'
import type { Tables } from './tables.ts'

/** Something to be told or done at one place, such as a person's chat. It is worded when it is sent, of what is then true. */
export type Letter = {
  /** Letters to one place are sent one at a time, in the order they are due; those due at once, as they were posted. */
  place: string
  /** Plain JSON, for the room that words it. */
  what: unknown
  /** Not before; epoch milliseconds. */
  dueAt: number
  /** Posted once, however often it is tried. */
  key?: string
}

export type ClaimedLetter = { seq: number; place: string; what: unknown; attempts: number; lease: string }

/** `dropped`: there was nothing to say any more. `failed`: it cannot be delivered. */
export type Settled = 'sent' | 'dropped' | 'failed'

/** Posts letters in the transaction that they tell of: both are kept, or none. */
export async function post(tx: Transaction<Tables>, letters: readonly Letter[], at: number): Promise<void> {
  if (letters.length === 0) return
  await tx
    .insertInto('outbox')
    .values(
      letters.map(({ place, what, dueAt, key }) => ({
        place,
        what: JSON.stringify(what),
        key: key ?? null,
        due_at: dueAt,
        next_at: dueAt,
        state: 'waiting' as const,
        attempts: 0,
        posted_at: at,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

export const createOutbox = (db: Kysely<Tables>) => ({
  post: (letters: readonly Letter[], at: number): Promise<void> =>
    db.transaction().execute((tx) => post(tx, letters, at)),

  /**
   * Takes what is due, at most `most`, for one process alone until `leaseUntil`. Of each place the first one only: the next
   * is taken when that one is settled, also where it has to be tried again.
   */
  claim: ({
    at,
    leaseUntil,
    most,
  }: {
    at: number
    leaseUntil: number
    most: number
  }): Promise<ClaimedLetter[]> =>
    db.transaction().execute(async (tx) => {
      // Two that claim at once would not see what the other takes, and could both send to one place.
      await takeTurn(tx, 'outbox')
      const found = await tx
        .selectFrom('outbox')
        .select('seq')
        .where('settled_at', 'is', null)
        .where('next_at', '<=', at)
        .where(isFirst)
        .orderBy('due_at')
        .orderBy('seq')
        .limit(most)
        .$if(isPostgres(tx), (letters) => letters.forUpdate().skipLocked())
        .execute()
      if (found.length === 0) return []
      const lease = randomUUID()
      const claimed = await tx
        .updateTable('outbox')
        .set((row) => ({
          state: 'sending',
          lease,
          next_at: leaseUntil,
          attempts: row('attempts', '+', 1),
        }))
        .where(
          'seq',
          'in',
          found.map(({ seq }) => seq),
        )
        .returning(['seq', 'place', 'what', 'attempts'])
        .execute()
      return claimed
        .map((row) => ({ ...row, what: JSON.parse(row.what), lease }))
        .toSorted((a, b) => a.seq - b.seq)
    }),

  /** Ends a claimed letter; nothing where another process has taken it over. */
  async settle(
    { seq, lease }: ClaimedLetter,
    how: Settled,
    { at, because = null }: { at: number; because?: string | null },
  ) {
    await held(db, seq, lease).set({ state: how, settled_at: at, because, lease: null }).execute()
  },

  /** Puts a claimed letter back, to be tried again at `nextAt`. */
  async again({ seq, lease }: ClaimedLetter, { nextAt, because }: { nextAt: number; because: string }) {
    await held(db, seq, lease).set({ state: 'waiting', next_at: nextAt, because, lease: null }).execute()
  },

  /** Where a single process owns the database, what another was sending when it died can be taken up at once. */
  async takeOver(): Promise<void> {
    await db
      .updateTable('outbox')
      .set(({ ref }) => ({ state: 'waiting', next_at: ref('due_at'), lease: null }))
      .where('state', '=', 'sending')
      .execute()
  },

  /** When there is something to claim again, unless more is posted or settled before; undefined where nothing waits. */
  async nextDue(): Promise<number | undefined> {
    const row = await db
      .selectFrom('outbox')
      .select((by) => by.fn.min('next_at').as('next'))
      .where('settled_at', 'is', null)
      .where(isFirst)
      .executeTakeFirst()
    return row?.next ?? undefined
  },
})

/** The one of its place that is being sent, or else the first of those that wait. */
const isFirst = (letter: ExpressionBuilder<Tables, 'outbox'>) =>
  letter.or([
    letter('state', '=', 'sending'),
    letter.not(
      letter.exists(
        letter
          .selectFrom('outbox as other')
          .select('other.seq')
          .whereRef('other.place', '=', 'outbox.place')
          .where('other.settled_at', 'is', null)
          .where((other) =>
            other.or([
              other('other.state', '=', 'sending'),
              sql<boolean>`(other.due_at, other.seq) < (outbox.due_at, outbox.seq)`,
            ]),
          ),
      ),
    ),
  ])

const held = (db: Kysely<Tables>, seq: number, lease: string) =>
  db.updateTable('outbox').where('seq', '=', seq).where('lease', '=', lease)
