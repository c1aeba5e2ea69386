import type { Kysely } from 'kysely'
import type { Language } from '../kit/say.ts'
import type { Tables } from './tables.ts'

/** `timeZone` is empty where the client does not say. */
export type KnownPerson = { id: string; tenant: string; entraId: string; name: string; timeZone: string }

/** `conversation` is as it was remembered, in JSON; `unreachable` is why the bot cannot write to them any more. */
export type Reach = {
  conversation: string | undefined
  language: Language | undefined
  unreachable: string | undefined
}

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
      ...(person.timeZone !== '' && { time_zone: person.timeZone }),
      // Who writes can be written to.
      ...(conversation && { conversation: JSON.stringify(conversation), unreachable: null }),
    }
    const kept = await db
      .insertInto('person')
      .values({
        conversation: null,
        language: null,
        time_zone: null,
        unreachable: null,
        guest: null,
        guest_checked_at: null,
        ...row,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .returning('language')
      .executeTakeFirstOrThrow()
    return (kept.language as Language | null) ?? undefined // written only by `speaks`
  },

  /** As Teams gave it; undefined for nobody, or where Teams gave none. */
  async nameOf(id: string): Promise<string | undefined> {
    const row = await db.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst()
    return row?.name || undefined
  },

  async speaks(id: string, language: Language): Promise<void> {
    await db.updateTable('person').set({ language }).where('id', '=', id).execute()
  },

  /** Notes why the bot cannot write first any more. */
  async unreachable(id: string, because: string): Promise<void> {
    await db.updateTable('person').set({ unreachable: because }).where('id', '=', id).execute()
  },

  /** Whether it is a guest, and when Teams last said so; undefined where it never did. */
  async guest(id: string): Promise<{ guest: boolean; checkedAt: number } | undefined> {
    const row = await db
      .selectFrom('person')
      .select(['guest', 'guest_checked_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.guest == null || row.guest_checked_at === null
      ? undefined
      : { guest: row.guest === 1, checkedAt: row.guest_checked_at }
  },

  async isGuest(id: string, guest: boolean, at: number): Promise<void> {
    await db
      .updateTable('person')
      .set({ guest: guest ? 1 : 0, guest_checked_at: at })
      .where('id', '=', id)
      .execute()
  },

  /** The newest conversation reference, as it was remembered. */
  async conversationOf(id: string): Promise<unknown> {
    const row = await db.selectFrom('person').select('conversation').where('id', '=', id).executeTakeFirst()
    return row?.conversation ? JSON.parse(row.conversation) : undefined
  },

  /** All of a tenant that the bot knows. */
  async known(tenant: string): Promise<string[]> {
    const rows = await db.selectFrom('person').select('id').where('tenant', '=', tenant).execute()
    return rows.map(({ id }) => id)
  },

  /** Those of a tenant that Teams last called guests. */
  async guests(tenant: string): Promise<Set<string>> {
    const rows = await db
      .selectFrom('person')
      .select('id')
      .where('tenant', '=', tenant)
      .where('guest', '=', 1)
      .execute()
    return new Set(rows.map(({ id }) => id))
  },

  /** The tenants that the bot has heard from. */
  async tenants(): Promise<string[]> {
    const rows = await db.selectFrom('person').select('tenant').distinct().execute()
    return rows.map(({ tenant }) => tenant)
  },

  /** How to write first to whoever was heard from last, as JSON; undefined where nobody can be reached. */
  async newestReach(tenant?: string): Promise<string | undefined> {
    const row = await db
      .selectFrom('person')
      .select('conversation')
      .where('conversation', 'is not', null)
      .where('unreachable', 'is', null)
      .$if(tenant !== undefined, (people) => people.where('tenant', '=', tenant ?? ''))
      .orderBy('seen_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.conversation ?? undefined
  },

  /** Where to write to each of some people first, in their order; undefined for nobody that is known. */
  async reachesOf(ids: readonly string[]): Promise<(Reach | undefined)[]> {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'conversation', 'language', 'unreachable'])
      .where('id', 'in', [...ids])
      .execute()
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => {
      const row = found.get(id)
      return (
        row && {
          conversation: row.conversation ?? undefined,
          language: (row.language as Language | null) ?? undefined, // as in `remember`
          unreachable: row.unreachable ?? undefined,
        }
      )
    })
  },

  /** Keeps how to write to somebody who never wrote, or why that cannot be done. */
  async met(
    { id, tenant, entraId }: Pick<KnownPerson, 'id' | 'tenant' | 'entraId'>,
    how: { conversation?: string; unreachable?: string },
    at: number,
  ): Promise<void> {
    const reach = { conversation: how.conversation ?? null, unreachable: how.unreachable ?? null }
    const row = { id, tenant, entra_id: entraId, name: '', seen_at: at, ...reach }
    await db
      .insertInto('person')
      .values({ ...row, language: null, time_zone: null, guest: null, guest_checked_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(reach))
      .execute()
  },
})
