import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
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

test('keeps a write-ahead log', async () => {
  const store = await openStore({ kind: 'sqlite', file })
  await store.close()
  const source = new DatabaseSync(file)
  expect(source.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  source.close()
})

test('loses no acknowledged write when killed in the middle, and lets the next owner in', async () => {
  for (let round = 0; round < 4; round++) {
    const acknowledged = await writeUntilKilled(file, round, 60 + round * 25)
    const store = await openStore({ kind: 'sqlite', file })
    for (let written = 0; written <= acknowledged; written++)
      if (await store.seen.firstTime(`round-${round}`, `a${written}`, 1)) {
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
    for (let n = 0; ; n++) { await store.seen.firstTime('round-${round}', 'a' + n, 1); process.stdout.write(n + '\\n') }`
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
