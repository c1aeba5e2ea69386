import type { Kysely, Transaction } from 'kysely'
import { touched } from './draft.ts'
import type { Tables } from './tables.ts'

export type NewAttachment = {
  id: string
  draft: string
  person: string
  name: string
  contentType: string
  content: Uint8Array
  at: number
  /** How many a draft may have. */
  most: number
}

/** Files that go with a draft. They change while it is open, and stay as they are once it is submitted. */
export const createAttachments = (db: Kysely<Tables>) => ({
  /** `gone`: there is no such open draft of theirs. The same id again is kept once. */
  add: ({ id, draft, person, name, contentType, content, at, most }: NewAttachment) =>
    db.transaction().execute(async (tx): Promise<'kept' | 'too-many' | 'gone'> => {
      if (!(await hold(tx, draft, person, touched(at)))) return 'gone'
      const there = await tx
        .selectFrom('attachment')
        .select(['id', 'seq'])
        .where('draft', '=', draft)
        .execute()
      if (there.some((one) => one.id === id)) return 'kept'
      if (there.length >= most) return 'too-many'
      const seq = Math.max(0, ...there.map((one) => one.seq)) + 1
      const bytes = content.byteLength
      await tx
        .insertInto('attachment')
        .values({ id, draft, seq, name, content_type: contentType, bytes, content, added_at: at })
        .execute()
      return 'kept'
    }),

  /** In the order they were added. */
  of: (draft: string) =>
    db
      .selectFrom('attachment')
      .select(['id', 'name', 'content_type as contentType', 'bytes'])
      .where('draft', '=', draft)
      .orderBy('seq')
      .execute(),

  /** False where it is not theirs, or its draft is not open. */
  remove: (id: string, person: string): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      const attachment = await tx
        .selectFrom('attachment')
        .select('draft')
        .where('id', '=', id)
        .executeTakeFirst()
      if (!attachment || !(await hold(tx, attachment.draft, person, { state: 'open' }))) return false
      const { numDeletedRows } = await tx.deleteFrom('attachment').where('id', '=', id).executeTakeFirst()
      return numDeletedRows > 0n
    }),

  /** Whoever asks must have been found to be allowed it. */
  async content(id: string): Promise<{ name: string; contentType: string; content: Uint8Array } | undefined> {
    const row = await db
      .selectFrom('attachment')
      .select(['name', 'content_type as contentType', 'content'])
      .where('id', '=', id)
      .executeTakeFirst()
    // One database gives a Buffer, the other does not.
    return row && { ...row, content: new Uint8Array(row.content) }
  },
})

/** Writes to an open draft of theirs, so that others wait until the transaction ends; false where there is none. */
async function hold(
  tx: Transaction<Tables>,
  draft: string,
  person: string,
  change: Partial<Tables['draft']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('draft')
    // What is sent must be what was seen, also its files.
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', draft)
    .where('person', '=', person)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
