import type { Kysely } from 'kysely'
import type { Language } from '../kit/say.ts'
import type { Tables } from './tables.ts'

export type KnownPerson = { id: string; tenant: string; entraId: string; name: string }

export const createPeople = (db: Kysely<Tables>) => ({
  /** Keeps who it is and, where given, the newest way to reach them. Gives the language they last wrote in. */
  async remember(
    person: KnownPerson,
    conversation: object | undefined,
    at: number,
  ): Promise<Language | undefined> {
    const row = {
      id: person.id,
      tenant: person.tenant,
      entra_id: person.entraId,
      name: person.name,
      seen_at: at,
      ...(conversation && { conversation: JSON.stringify(conversation) }),
    }
    const kept = await db
      .insertInto('person')
      .values({ conversation: null, language: null, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .returning('language')
      .executeTakeFirstOrThrow()
    return (kept.language as Language | null) ?? undefined // written only by `speaks`
  },

  async speaks(id: string, language: Language): Promise<void> {
    await db.updateTable('person').set({ language }).where('id', '=', id).execute()
  },

  /** The newest conversation reference, as it was remembered. */
  async conversationOf(id: string): Promise<unknown> {
    const row = await db.selectFrom('person').select('conversation').where('id', '=', id).executeTakeFirst()
    return row?.conversation ? JSON.parse(row.conversation) : undefined
  },
})
