import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Database } from '../../src/store/store.ts'

/** What a query gives, past the store. */
export async function rowsOf(database: Database, sql: string): Promise<Record<string, unknown>[]> {
  if (database.kind === 'sqlite') {
    using db = new DatabaseSync(database.file)
    return db.prepare(sql).all()
  }
  const client = new pg.Client(database.url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Runs SQL past the store, as somebody with access to the database could. */
export async function rewrite(database: Database, sql: string): Promise<void> {
  if (database.kind === 'sqlite') {
    const db = new DatabaseSync(database.file)
    try {
      db.exec(sql)
    } finally {
      db.close()
    }
    return
  }
  const client = new pg.Client(database.url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
