import { PostgresAdapter, type QueryExecutorProvider, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export const isPostgres = (db: QueryExecutorProvider): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter

/** Until the transaction ends, others that take a turn for this person wait. On SQLite every transaction waits anyway. */
export async function takeTurn(tx: Transaction<Tables>, person: string): Promise<void> {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(hashtextextended(${person}, 0))`.execute(tx)
}
