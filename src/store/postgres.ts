import { type Dialect, PostgresDialect } from 'kysely'
import pg from 'pg'

/** Whole numbers are epoch milliseconds and counts, all below 2^53: read them as numbers, not as text. */
const int8 = 20

export function postgres(url: string): { dialect: Dialect; release(): void } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      getTypeParser: (type, format) =>
        Number(type) === int8 ? Number : pg.types.getTypeParser(type, format),
    },
  })
  // A connection that breaks while idle is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => undefined)
  return { dialect: new PostgresDialect({ pool }), release: () => undefined }
}
