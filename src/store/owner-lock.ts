import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../kit/fault.ts'

/** SQLite's code for "somebody else holds it". */
const busy = 5

export type OwnerLock = { release(): void }

/**
 * One process owns the database. The lock is an exclusive transaction on a small file beside it, held for as long as
 * the process lives: the operating system lets go of it when the process dies, however it dies, so no lock is stale.
 */
export function takeOwnerLock(file: string): OwnerLock {
  const lock = new DatabaseSync(`${file}.owner`)
  const pidFile = `${file}.pid`
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (cause) {
    lock.close()
    if (!(cause instanceof Error && 'errcode' in cause && cause.errcode === busy))
      throw new Fault('store', `${file} kan ikke låses. Mappen må kunne skrives til`, cause)
    throw new Fault(
      'store',
      `${file} er i bruk av en annen prosess (${pidIn(pidFile)}). Stopp den, eller sett DATABASE_URL for flere prosesser`,
      cause,
    )
  }
  writeFileSync(pidFile, String(process.pid))
  return { release: () => lock.close() }
}

function pidIn(file: string): string {
  try {
    return `pid ${readFileSync(file, 'utf8')}`
  } catch {
    return 'pid ukjent'
  }
}
