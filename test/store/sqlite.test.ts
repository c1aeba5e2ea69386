import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqlite } from '../../src/store/sqlite.ts'
import { openStore } from '../../src/store/store.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innkjop-'))
  file = join(folder, 'store.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a second owner is refused and told what to do', async () => {
  const store = await openStore({ kind: 'sqlite', file })
  await expect(openStore({ kind: 'sqlite', file })).rejects.toThrow(
    /er i bruk av en annen prosess \(pid \d+\).*DATABASE_URL/,
  )
  await store.close()
  await (await openStore({ kind: 'sqlite', file })).close()
})

test('writes reach the disk before they are acknowledged, and a transaction writes from its beginning', async () => {
  const { dialect, release } = sqlite(file)
  const db = new Kysely<{ t: { a: number } }>({ dialect })
  await db.schema.createTable('t').addColumn('a', 'integer').execute()
  const settingOf = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db)).rows[0]
  expect(await settingOf('journal_mode')).toEqual({ journal_mode: 'wal' })
  expect(await settingOf('synchronous'), 'full').toEqual({ synchronous: 2 })
  const other = new DatabaseSync(file)
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('t').selectAll().execute()
    expect(() => other.exec('begin immediate'), 'the reader already holds the right to write').toThrow(
      'locked',
    )
  })
  other.close()
  await db.destroy()
  release()
})

test('loses no acknowledged write when killed in the middle, and lets the next owner in', async () => {
  for (let round = 0; round < 4; round++) {
    const acknowledged = await writeUntilKilled(file, round, 60 + round * 25)
    const store = await openStore({ kind: 'sqlite', file })
    for (let written = 0; written <= acknowledged; written++)
      if (await store.seen.firstTime(`round-${round}`, `a${written}`, 't:kari', 1)) {
        expect.fail(`write ${written} of round ${round} was acknowledged and lost`)
      }
    await store.close()
  }
})

/** Starts a process that writes and says so, kills it after some writes, and gives the last that it acknowledged. */
async function writeUntilKilled(database: string, round: number, killAfter: number): Promise<number> {
  const program = `
    import { openStore } from '${new URL('../../src/store/store.ts', import.meta.url).href}'
    const store = await openStore({ kind: 'sqlite', file: ${JSON.stringify(database)} })
    for (let n = 0; ; n++) { await store.seen.firstTime('round-${round}', 'a' + n, 't:kari', 1); process.stdout.write(n + '\\n') }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = -1
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line)
    if (last === killAfter) child.kill('SIGKILL')
  }
  expect(last).toBeGreaterThanOrEqual(killAfter)
  return last
}
