/** What is kept of purchases, read past the bot, whether it lives or not. */
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { z } from 'zod'
import type { Database } from '../../src/store/store.ts'

/** A draft, with the request that it became; a draft that became two is there twice. */
export type Kept = z.output<typeof kept>

const kept = z
  .object({
    id: z.string(),
    state: z.string(),
    replies: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
    number: z.string().nullable(),
    value: z.coerce.number().nullable(),
  })
  // What was sent is what counts from then on.
  .transform(({ value, replies, ...rest }) => ({
    ...rest,
    replies: value === null ? replies : { ...replies, amount: `${value} kr` },
  }))

const sql =
  'select draft.id, draft.state, draft.replies, request.number, request.value from draft left join request on request.draft = draft.id'

export const keptIn = async (database: Database): Promise<Kept[]> =>
  z.array(kept).parse(await rowsIn(database, sql))

/** What a query gives, past the bot. */
export const rowsIn = async (database: Database, query: string): Promise<unknown[]> =>
  database.kind === 'sqlite' ? sqliteRows(database.file, query) : postgresRows(database.url, query)

/** Opened anew each time: a reader that stays would do the recovery that the bot must do after its death. */
function sqliteRows(file: string, query: string): unknown[] {
  const db = new DatabaseSync(file, { timeout: 5_000 })
  try {
    return db.prepare(query).all()
  } finally {
    db.close()
  }
}

async function postgresRows(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}
