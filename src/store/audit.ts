import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Who did what to what. `before` and `after` are plain data; undefined where there was nothing. */
export type AuditEntry = { actor: string; act: string; object: string; before?: unknown; after?: unknown }
export type KeptEntry = AuditEntry & { at: number }

const written = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
const read = (value: string | null): unknown => (value === null ? undefined : JSON.parse(value))

const entryOf = ({ at, actor, act, object, before, after }: Tables['audit']): KeptEntry => ({
  at,
  actor,
  act,
  object,
  before: read(before),
  after: read(after),
})

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
    const newest = db.selectFrom('audit').selectAll().orderBy('at', 'desc').orderBy('id')
    return (await newest.limit(limit).execute()).map(entryOf)
  },

  /** What a person did, or what was done to them, oldest first. A person is kept here by id or by Entra object id alone. */
  async of(person: string): Promise<KeptEntry[]> {
    const names = [person, person.slice(person.indexOf(':') + 1)]
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where((by) => by.or([by('actor', 'in', names), by('object', 'in', names)]))
      .orderBy('at')
      .execute()
    return rows.map(entryOf)
  },

  async forgetBefore(at: number): Promise<void> {
    await db.deleteFrom('audit').where('at', '<', at).execute()
  },
})
