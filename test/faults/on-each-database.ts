/** For the programs that kill: runs one on an empty SQLite and an empty PostgreSQL, or on the one that is asked for. */
import type { Database } from '../../src/store/store.ts'
import { testConfig } from '../support/config.ts'
import { noPostgres, startPostgres } from '../support/postgres.ts'

/** An empty one; undefined where it is not installed. */
type Open = () => Promise<{ database: Database; close(): Promise<void> } | undefined>
const databases: Record<string, Open> = {
  async sqlite() {
    const { config, remove } = testConfig()
    return { database: config.database, close: async () => remove() }
  },
  async postgres() {
    const server = await startPostgres()
    return server && { database: { kind: 'postgres', url: server.url }, close: server.stop }
  },
}

/** `counted` is said of a run in one line, `faults` below it. */
type Run = (
  database: Database,
  given: { kills: number; seed: number },
) => Promise<{ counted: string; faults: readonly string[] }>

/**
 * Arguments: how many kills, the seed (1), `sqlite` or `postgres` (both, where PostgreSQL is installed). Exit 1 when there was a
 * fault, or the one asked for is not there.
 */
export async function onEachDatabase(usualKills: number, run: Run): Promise<void> {
  const said = process.argv.slice(2)
  const [kills = usualKills, seed = 1] = said.map(Number).filter(Number.isFinite)
  const only = said.find((word) => Number.isNaN(Number(word)))
  for (const name of only ? [only] : Object.keys(databases)) {
    const open = databases[name]
    if (!open) throw new Error(`${name} is none of ${Object.keys(databases).join(', ')}`)
    const place = await open()
    if (!place) {
      console.log(`${name}: skipped, ${noPostgres}`)
      if (only) process.exitCode = 1
      continue
    }
    try {
      const { counted, faults } = await run(place.database, { kills, seed })
      console.log(`${name}, seed ${seed}: ${counted}`)
      for (const fault of faults) console.log(`  ${fault}`)
      if (faults.length > 0) process.exitCode = 1
    } finally {
      await place.close()
    }
  }
}
