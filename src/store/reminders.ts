import type { Kysely } from 'kysely'
import { type Draft, draftOf } from './draft.ts'
import type { Tables } from './tables.ts'

/** Drafts that their people have left: who is to be reminded, and what ends when that did not help. */
export const createReminders = (db: Kysely<Tables>) => ({
  /** Open drafts that were not touched lately and of which nobody has been reminded, the oldest first. */
  async left(touchedBefore: number): Promise<Draft[]> {
    const rows = await db
      .selectFrom('draft')
      .selectAll()
      .where('state', '=', 'open')
      .where('touched_at', '<', touchedBefore)
      .where('reminded_at', 'is', null)
      .orderBy('touched_at')
      .execute()
    return rows.map(draftOf)
  },

  /** Notes that the person was reminded of a draft; not where they touched it meanwhile. */
  async reminded({ id, touchedAt }: Pick<Draft, 'id' | 'touchedAt'>, at: number): Promise<void> {
    await db
      .updateTable('draft')
      .set({ reminded_at: at })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .where('touched_at', '=', touchedAt)
      .execute()
  },

  /**
   * Ends open drafts that the person was reminded of before `remindedBefore` and has not touched since; gives how many.
   * One that nobody was reminded of never expires.
   */
  async expire(remindedBefore: number, at: number): Promise<number> {
    const old = db.selectFrom('draft').select('id').where('state', '=', 'open')
    let ended = 0
    // One at a time: a statement that holds several of a person's drafts could wait for `keep`, and `keep` for it.
    for (const { id } of await old.where('reminded_at', '<', remindedBefore).execute()) {
      const { numUpdatedRows } = await db
        .updateTable('draft')
        .set((draft) => ({ state: 'expired', active: 0, touched_at: at, version: draft('version', '+', 1) }))
        .where('id', '=', id)
        .where('state', '=', 'open')
        .where('reminded_at', '<', remindedBefore)
        .executeTakeFirst()
      ended += Number(numUpdatedRows)
    }
    return ended
  },
})
