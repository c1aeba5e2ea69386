import { PostgresAdapter, type QueryExecutorProvider, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export const isPostgres = (db: QueryExecutorProvider): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter

/** Until the transaction ends, others that take a turn at the same (a person, the outbox) wait. On SQLite every transaction waits anyway. */
export async function takeTurn(tx: Transaction<Tables>, at: string): Promise<void> {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(hashtextextended(${at}, 0))`.execute(tx)
}

/** The next of a series, from 1. Counted up in the same transaction as what bears it: no number is left out, and none is given twice. */
export async function nextNumber(tx: Transaction<Tables>, series: string): Promise<number> {
  const { value } = await tx
    .insertInto('counter')
    .values({ name: series, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ value: row('counter.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

/** So many rows go into one statement: SQLite takes 32,766 values in all, PostgreSQL twice that. */
const rowsAtOnce = 1_000

/** Rows or ids, as many as may be, in parts that a statement takes. */
export const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, nth) =>
    all.slice(nth * rowsAtOnce, (nth + 1) * rowsAtOnce),
  )
