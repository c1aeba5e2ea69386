import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Who did what to what. `before` and `after` are plain data; undefined where there was nothing. */
export type AuditEntry = { actor: string; act: string; object: string; before?: unknown; after?: unknown }
export type KeptEntry = AuditEntry & { at: number }

const written = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
const read = (value: string | null): unknown => (value === null ? undefined : JSON.parse(value))

/** Administrative acts and decisions, in the order they were done. There is no way to change one. */
export const createAudit = (db: Kysely<Tables>) => ({
  async note({ actor, act, object, before, after }: AuditEntry, at: number): Promise<void> {
    await db
      .insertInto('audit')
      .values({ id: randomUUID(), at, actor, act, object, before: written(before), after: written(after) })
      .execute()
  },

  /** Newest first, at most `limit`. */
  async newest(limit: number): Promise<KeptEntry[]> {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ at, actor, act, object, before, after }) => ({
      at,
      actor,
      act,
      object,
      before: read(before),
      after: read(after),
    }))
  },

  async forgetBefore(at: number): Promise<void> {
    await db.deleteFrom('audit').where('at', '<', at).execute()
  },
})
