import type { ExpressionBuilder, Kysely } from 'kysely'
import { type Draft, draftOf } from './draft.ts'
import type { Tables } from './tables.ts'

/** Drafts that their people have left: who is to be reminded, and what ends when that did not help. */
export const createReminders = (db: Kysely<Tables>) => ({
  /** Takes one open draft that was not touched lately and of which nobody has been reminded; nobody else gets it until `leaseUntil`. */
  async claimReminder({ leaseUntil, ...when }: Due & { leaseUntil: number }): Promise<Draft | undefined> {
    for (;;) {
      const due = db.selectFrom('draft').select('id').where(isDue(when)).orderBy('touched_at').limit(1)
      const next = await due.executeTakeFirst()
      if (!next) return undefined
      const taken = await db
        .updateTable('draft')
        .set({ reminder_taken_until: leaseUntil })
        .where('id', '=', next.id)
        .where(isDue(when))
        .returningAll()
        .executeTakeFirst()
      // Where somebody else was quicker it is not due any more, and the next one is looked for.
      if (taken) return draftOf(taken)
    }
  },

  /** Notes that the person was reminded of a claimed draft; not where they touched it meanwhile. */
  async reminded(id: string, at: number): Promise<void> {
    await db
      .updateTable('draft')
      .set({ reminded_at: at, reminder_taken_until: null })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .where('reminder_taken_until', 'is not', null)
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

type Due = { touchedBefore: number; at: number }

const isDue =
  ({ touchedBefore, at }: Due) =>
  (draft: ExpressionBuilder<Tables, 'draft'>) =>
    draft.and([
      draft('state', '=', 'open'),
      draft('touched_at', '<', touchedBefore),
      draft('reminded_at', 'is', null),
      draft.or([draft('reminder_taken_until', 'is', null), draft('reminder_taken_until', '<=', at)]),
    ])
