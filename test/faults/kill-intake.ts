/**
 * `npm run faults`: kills the bot at random moments while purchases are filled in, corrected and sent, and counts what was
 * acknowledged and is lost, and what was submitted twice. Arguments: how many kills (50), seed (1), `sqlite` or `postgres`
 * (both, where PostgreSQL is installed). Exit 1 when anything was lost or submitted twice, or the one asked for is not there.
 */
import type { Database } from '../../src/store/store.ts'
import { testConfig } from '../support/config.ts'
import { noPostgres, startPostgres } from '../support/postgres.ts'
import { killWhileBuying } from './kills.ts'

const said = process.argv.slice(2)
const [kills = 50, seed = 1] = said.map(Number).filter(Number.isFinite)
const only = said.find((word) => Number.isNaN(Number(word)))

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
    const { answers, submissions, lost, twice } = await killWhileBuying(place.database, { kills, seed })
    console.log(
      `${name}, seed ${seed}: ${kills} kills, ${answers} answers and ${submissions} submissions acknowledged; lost ${lost.length}, submitted twice ${twice.length}`,
    )
    for (const one of [...lost, ...twice]) console.log(`  ${one}`)
    if (lost.length + twice.length > 0) process.exitCode = 1
  } finally {
    await place.close()
  }
}
