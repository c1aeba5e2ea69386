import { PostgresAdapter, type QueryExecutorProvider, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export const isPostgres = (db: QueryExecutorProvider): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter

/** Until the transaction ends, others that take a turn at the same (a person, the outbox) wait. On SQLite every transaction waits anyway. */
export async function takeTurn(tx: Transaction<Tables>, at: string): Promise<void> {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(hashtextextended(${at}, 0))`.execute(tx)
}
