import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Activities that have arrived. Teams delivers some twice; each is acted on once, across processes and restarts. */
export const createSeen = (db: Kysely<Tables>) => ({
  /** True the first time an activity of a conversation is shown to it. */
  async firstTime(conversation: string, activity: string, person: string, at: number): Promise<boolean> {
    const kept = await db
      .insertInto('seen_activity')
      .values({ conversation, activity, person, seen_at: at })
      .onConflict((conflict) => conflict.columns(['conversation', 'activity']).doNothing())
      .returning('activity')
      .executeTakeFirst()
    return kept !== undefined
  },

  /** How many activities of a person were seen at `since` or later. */
  async countOf(person: string, since: number): Promise<number> {
    const { count } = await db
      .selectFrom('seen_activity')
      .select((by) => by.fn.countAll<number>().as('count'))
      .where('person', '=', person)
      .where('seen_at', '>=', since)
      .executeTakeFirstOrThrow()
    return Number(count)
  },

  /** Puts one whose turn failed aside: it is new when it comes again, and still counts as one that came. */
  async failed(conversation: string, activity: string): Promise<void> {
    await db
      .updateTable('seen_activity')
      .set({ activity: `${activity} failed ${randomUUID()}` })
      .where('conversation', '=', conversation)
      .where('activity', '=', activity)
      .execute()
  },

  /** Forgets those that are too old to come again. */
  async forgetBefore(at: number): Promise<void> {
    await db.deleteFrom('seen_activity').where('seen_at', '<', at).execute()
  },
})
