import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { inParts, takeTurn } from './engine.ts'
import { firstDue, isFirstAt } from './outbox-next.ts'
import { type Pace, paced } from './outbox-pace.ts'
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
  /** One of many that can be held back together. All that is in no batch goes first, also at its own place. */
  batch?: string
}

export type ClaimedLetter = { seq: number; place: string; what: unknown; attempts: number; lease: string }

/** `dropped`: there was nothing to say any more. `failed`: it cannot be delivered. */
type Settled = { how: 'sent' | 'dropped' | 'failed'; because: string | null }
/** Put back, to be tried again. `mayHaveCome`: it may have been taken all the same. */
type PutBack = { how: 'again'; nextAt: number; because: string; mayHaveCome: boolean }
type Ended = { letter: ClaimedLetter; outcome: Settled | PutBack }

/** A place is `person:` and a tenant and id, or `channel:` and an id, of which the tenant is not known. */
const tenantAt = (place: string): string => /^person:([^:]*):/.exec(place)?.[1] ?? ''

/** Posts letters in the transaction that they tell of: both are kept, or none. */
export async function post(tx: Transaction<Tables>, letters: readonly Letter[], at: number): Promise<void> {
  for (const some of inParts(letters))
    await tx
      .insertInto('outbox')
      .values(
        some.map(({ place, what, dueAt, key, batch }) => ({
          place,
          tenant: tenantAt(place),
          what: JSON.stringify(what),
          key: key ?? null,
          batch: batch ?? null,
          turn: batch === undefined ? 0 : 1,
          due_at: dueAt,
          next_at: dueAt,
          state: 'waiting' as const,
          attempts: 0,
          doubts: 0,
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
   * is taken when that one is settled, also where it has to be tried again. With a `pace`, no more than it permits to a tenant
   * and a place by all processes together; `nextAt` is when more is permitted.
   */
  claim: ({
    at,
    leaseUntil,
    most,
    pace,
  }: {
    at: number
    leaseUntil: number
    most: number
    pace?: Pace | undefined
  }): Promise<{ letters: ClaimedLetter[]; nextAt: number | undefined }> =>
    db.transaction().execute(async (tx) => {
      // Two that claim at once would not see what the other takes, and could both send to one place.
      await takeTurn(tx, 'outbox')
      const permitted = await paced(tx, pace, at)
      const found = await firstDue(tx, permitted, { at, most, pace }).execute()
      const taken = permitted.take(found)
      if (taken.length === 0) return { letters: [], nextAt: permitted.nextAt() }
      await permitted.note(tx)
      return { letters: await lease(tx, taken, leaseUntil), nextAt: permitted.nextAt() }
    }),

  /** What has become of claimed letters, in one transaction; nothing of those that another process has taken over. */
  settle: (ended: readonly Ended[], at: number): Promise<void> =>
    db.transaction().execute(async (tx) => {
      for (const [seqs, lease, outcome] of together(ended))
        await tx
          .updateTable('outbox')
          .set(
            outcome.how === 'again'
              ? (row) => ({
                  state: 'waiting' as const,
                  next_at: outcome.nextAt,
                  because: outcome.because,
                  lease: null,
                  doubts: row('doubts', '+', outcome.mayHaveCome ? 1 : 0),
                })
              : { state: outcome.how, settled_at: at, because: outcome.because, lease: null },
          )
          .where('seq', 'in', seqs)
          .where('lease', '=', lease)
          .execute()
    }),

  /** Nothing more is sent to the tenant of a place until then, by any process. */
  async pause(place: string, until: number): Promise<void> {
    await db
      .insertInto('outbox_pace')
      .values({ tenant: tenantAt(place), spent_until: 0, paused_until: until })
      .onConflict((conflict) =>
        conflict
          .column('tenant')
          .doUpdateSet({ paused_until: until })
          .where('outbox_pace.paused_until', '<', until),
      )
      .execute()
  },

  hold: (batch: string, held: boolean): Promise<void> =>
    db.transaction().execute((tx) => hold(tx, batch, held)),

  /** How many letters of a batch may have come twice: they were being sent when a process died or an answer was lost. */
  async doubtful(batch: string): Promise<number> {
    const { count } = await db
      .selectFrom('outbox')
      .select((by) => by.fn.countAll<number>().as('count'))
      .where('batch', '=', batch)
      .where('doubts', '>', 0)
      .executeTakeFirstOrThrow()
    return Number(count)
  },

  /** Whether anything of a batch that is due, or is to be done at the place `of` for all of it, is not settled. */
  async isOpen(batch: string, { of, at }: { of: string; at: number }): Promise<boolean> {
    const open = db
      .selectFrom('outbox')
      .select('seq')
      .where('settled_at', 'is', null)
      .where('due_at', '<=', at)
      .where((letter) => letter.or([letter('batch', '=', batch), letter('place', '=', of)]))
    return (await open.limit(1).executeTakeFirst()) !== undefined
  },

  /** Whether a letter that is not settled has a key that begins so. */
  async waits(key: string): Promise<boolean> {
    const waiting = db
      .selectFrom('outbox')
      .select('seq')
      .where('settled_at', 'is', null)
      .where('key', 'like', sql<string>`${`${key.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`)
    return (await waiting.limit(1).executeTakeFirst()) !== undefined
  },

  /** Where a single process owns the database, what another was sending when it died can be taken up at once. */
  async takeOver(): Promise<void> {
    await db
      .updateTable('outbox')
      .set((row) => ({
        state: 'waiting',
        next_at: row.ref('due_at'),
        lease: null,
        doubts: row('doubts', '+', 1),
      }))
      .where('state', '=', 'sending')
      .execute()
  },

  /** When there is something to claim again, unless more is posted or settled before; undefined where nothing waits. */
  async nextDue(): Promise<number | undefined> {
    const row = await db
      .selectFrom('outbox')
      .select((by) => by.fn.min('next_at').as('next'))
      .where('settled_at', 'is', null)
      .where(isFirstAt(sql.ref('outbox.next_at')))
      .executeTakeFirst()
    return row?.next ?? undefined
  },
})

/** Holds back what is not sent yet of a batch, or lets it go. */
export async function hold(tx: Transaction<Tables>, batch: string, held: boolean): Promise<void> {
  if (held)
    await tx
      .insertInto('outbox_held')
      .values({ batch })
      .onConflict((conflict) => conflict.column('batch').doNothing())
      .execute()
  else await tx.deleteFrom('outbox_held').where('batch', '=', batch).execute()
}

/** What is not sent yet of a batch will not be, and holds up nothing. */
export async function settleWaiting(tx: Transaction<Tables>, batch: string, at: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'dropped', settled_at: at })
    .where('batch', '=', batch)
    .where('state', '=', 'waiting')
    .execute()
}

async function lease(
  tx: Transaction<Tables>,
  taken: readonly { seq: number }[],
  leaseUntil: number,
): Promise<ClaimedLetter[]> {
  const lease = randomUUID()
  const claimed = await tx
    .updateTable('outbox')
    .set((row) => ({
      state: 'sending',
      lease,
      next_at: leaseUntil,
      attempts: row('attempts', '+', 1),
      // Somebody was sending it, and did not say what became of it.
      doubts: row('doubts', '+', row.case().when('state', '=', 'sending').then(1).else(0).end()),
    }))
    .where(
      'seq',
      'in',
      taken.map(({ seq }) => seq),
    )
    .returning(['seq', 'place', 'what', 'attempts'])
    .execute()
  return claimed
    .map((row) => ({ ...row, what: JSON.parse(row.what), lease }))
    .toSorted((a, b) => a.seq - b.seq)
}

/** Those that ended alike, as one; what is put back has a time of its own. */
function together(ended: readonly Ended[]): (readonly [number[], string, Settled | PutBack])[] {
  const alike = Map.groupBy(ended, ({ letter, outcome }) => `${letter.lease} ${JSON.stringify(outcome)}`)
  return [...alike.values()].flatMap((some) => {
    const [first] = some
    return first ? [[some.map(({ letter }) => letter.seq), first.letter.lease, first.outcome] as const] : []
  })
}
