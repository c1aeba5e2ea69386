/**
 * SQLite inside Node, in one file with one owning process. Every acknowledged write survives a power cut:
 * write-ahead log, `synchronous = FULL`, and every transaction takes the write lock when it begins.
 */
import { mkdirSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Dialect, SqliteDialect } from 'kysely'
import { Fault } from '../kit/fault.ts'
import { type OwnerLock, takeOwnerLock } from './owner-lock.ts'

/** Older versions lose committed data when a write-ahead log is reset at the wrong moment. */
const oldestSafe = '3.51.3'
/** File-system types on which SQLite's locks cannot be trusted: NFS, SMB, SMB2, CIFS. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42])

export function sqlite(file: string): { dialect: Dialect; release(): void } {
  refuseUnsafe(file)
  const lock: OwnerLock = takeOwnerLock(file)
  const database = new DatabaseSync(file)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  const prepared = keeping(mostPrepared, (sql: string) => database.prepare(sql))
  const dialect = new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(sql) {
        // A transaction that reads first and writes later fails at once; so every one begins as a writer.
        const statement = prepared(sql === 'begin' ? 'begin immediate' : sql)
        type Bound = Parameters<typeof statement.all>
        const bound = (parameters: readonly unknown[]) => parameters as Bound // Kysely binds what the tables' types permit
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...bound(parameters)),
          run: (parameters) => statement.run(...bound(parameters)),
          iterate: (parameters) => statement.iterate(...bound(parameters)),
        }
      },
    },
  })
  return { dialect, release: () => lock.release() }
}

/** So many statements are kept as they were prepared. */
const mostPrepared = 200

/** The same again for what was asked before; the oldest is forgotten. */
function keeping<Given, Made>(most: number, makes: (given: Given) => Made): (given: Given) => Made {
  const made = new Map<Given, Made>()
  return (given) => {
    const found = made.get(given) ?? makes(given)
    made.delete(given)
    made.set(given, found)
    for (const oldest of made.keys()) {
      if (made.size <= most) break
      made.delete(oldest)
    }
    return found
  }
}

function refuseUnsafe(file: string): void {
  const version = process.versions.sqlite ?? '0'
  if (version.localeCompare(oldestSafe, undefined, { numeric: true }) < 0)
    throw new Fault(
      'store',
      `SQLite ${version} i denne Node-versjonen kan miste data. Bruk Node 24.21 eller nyere`,
    )
  mkdirSync(dirname(file), { recursive: true })
  if (networkFileSystems.has(statfsSync(dirname(file)).type))
    throw new Fault(
      'store',
      `${dirname(file)} ligger på en nettverksdisk. Velg en lokal mappe, eller sett DATABASE_URL`,
    )
}
