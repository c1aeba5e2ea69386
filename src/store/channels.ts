import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Channels of Teams that the bot has heard from, and how to write there first. */
export const createChannels = (db: Kysely<Tables>) => ({
  async remember(id: string, where: object, at: number): Promise<void> {
    const newest = { conversation: JSON.stringify(where), seen_at: at }
    await db
      .insertInto('channel')
      .values({ id, ...newest })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(newest))
      .execute()
  },

  /** The newest conversation reference, as JSON; undefined of a channel that was never heard from. */
  async reachOf(id: string): Promise<string | undefined> {
    const heard = db.selectFrom('channel').select('conversation').where('id', '=', id)
    return (await heard.executeTakeFirst())?.conversation
  },
})
