import type { Kysely, Transaction } from 'kysely'
import { type Draft, draftOf, stepsAsKept, touched } from './draft.ts'
import { takeTurn } from './engine.ts'
import { createReminders } from './reminders.ts'
import type { Tables } from './tables.ts'

export const createDrafts = (db: Kysely<Tables>) => ({
  /** Begins one, as the person's active one. The same id again gives the one that is there, as it is. */
  begin: ({ id, person, replies, at }: Pick<Draft, 'id' | 'person' | 'replies'> & { at: number }) =>
    db.transaction().execute(async (tx): Promise<Draft> => {
      await takeTurn(tx, person)
      const there = tx.selectFrom('draft').selectAll().where('id', '=', id).where('person', '=', person)
      const before = await there.executeTakeFirst()
      if (before) return draftOf(before)
      await restOthers(tx, { id, person })
      const begun = tx.insertInto('draft').values({
        id,
        person,
        replies: JSON.stringify(replies),
        reopened: null,
        asking: 0,
        active: 1,
        state: 'open',
        started_at: at,
        version: 1,
        ...touched(at),
      })
      return draftOf(await begun.returningAll().executeTakeFirstOrThrow())
    }),

  /** Somebody else's is undefined, as one that is not there. */
  async of(id: string, person: string): Promise<Draft | undefined> {
    const theirs = db.selectFrom('draft').selectAll().where('id', '=', id).where('person', '=', person)
    const row = await theirs.executeTakeFirst()
    return row && draftOf(row)
  },

  /** The one that is open and active, if it was touched at `since` or later. */
  async activeOf(person: string, since: number): Promise<Draft | undefined> {
    const active = openDrafts(db, person).where('active', '=', 1).where('touched_at', '>=', since)
    const row = await active.executeTakeFirst()
    return row && draftOf(row)
  },

  /** Last touched first. */
  async openOf(person: string): Promise<Draft[]> {
    return (await openDrafts(db, person).execute()).map(draftOf)
  },

  /** Whatever has become of them, oldest first. */
  async allOf(person: string): Promise<Draft[]> {
    const theirs = db.selectFrom('draft').selectAll().where('person', '=', person)
    return (await theirs.orderBy('started_at').execute()).map(draftOf)
  },

  /**
   * Writes a person's own draft, whose version is then one more; false when it was changed meanwhile, also by another one
   * becoming active. Whether it is submitted is never written here. One that is not open cannot be active.
   */
  async keep(draft: Draft, at: number): Promise<boolean> {
    const { id, person, replies, reopened, asking, state, version } = draft
    if (state === 'submitted') return false
    const active = draft.active && state === 'open'
    return db.transaction().execute(async (tx) => {
      await takeTurn(tx, person)
      const { numUpdatedRows } = await tx
        .updateTable('draft')
        .set({ replies: JSON.stringify(replies), state, version: version + 1, ...touched(at) })
        .set({ asking: asking ? 1 : 0, active: active ? 1 : 0, reopened: stepsAsKept(reopened) })
        .where('id', '=', id)
        .where('person', '=', person)
        .where('version', '=', version)
        .where('state', '!=', 'submitted')
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return false
      if (active) await restOthers(tx, draft)
      return true
    })
  },

  /** Lets one be filled in again that was submitted, or put away since; nothing where it is open already. */
  async openAgain(id: string, person: string, at: number): Promise<void> {
    await db
      .updateTable('draft')
      .set((row) => ({ state: 'open', reopened: null, version: row('version', '+', 1), ...touched(at) }))
      .where('id', '=', id)
      .where('person', '=', person)
      .where('state', '!=', 'open')
      .execute()
  },

  ...createReminders(db),
})

const openDrafts = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom('draft')
    .selectAll()
    .where('person', '=', person)
    .where('state', '=', 'open')
    .orderBy('touched_at', 'desc')
    .orderBy('started_at', 'desc')

/** A person's other drafts are active no more, and count as changed: a turn that still goes on in one of them is refused. */
async function restOthers(
  tx: Transaction<Tables>,
  { id, person }: Pick<Draft, 'id' | 'person'>,
): Promise<void> {
  await tx
    .updateTable('draft')
    .set((draft) => ({ active: 0, version: draft('version', '+', 1) }))
    .where('person', '=', person)
    .where('active', '=', 1)
    .where('id', '!=', id)
    .execute()
}
