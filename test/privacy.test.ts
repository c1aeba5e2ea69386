import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../src/store/store.ts'

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'innkjop-privacy-'))
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'innkjop.sqlite') })
  for (const [id, name] of [
    ['t:kari', 'Kari'],
    ['t:ola', 'Ola'],
  ] as const) {
    await store.people.remember({ id, tenant: 't', entraId: id.slice(2), name, timeZone: '' }, {}, 1)
    await store.questions.note({
      id: randomUUID(),
      person: id,
      askedAt: Date.parse('2026-11-22T12:00:00Z'),
      text: `spørsmål fra ${name}, ring 91234567`,
      language: 'nb',
      outcome: 'answer',
      sources: [{ id: 'kontor1', score: 1 }],
      shown: 'kontor1',
    })
  }
  await store.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The program as its npm script runs it. */
const privacy = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/privacy.ts', ...args], {
    env: { ...process.env, DATA_FOLDER: folder, DATABASE_URL: '', NODE_ENV: '' },
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr }
}

test('gives all that is kept about one person, and of nobody else', () => {
  const { status, out } = privacy('export', 'Kari')
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    id: 't:kari',
    person: { name: 'Kari' },
    questions: [{ language: 'nb' }],
  })
  expect(out).not.toContain('Ola')
})

test('deletes one person, notes it, and says so', () => {
  expect(privacy('erase', 'kari').out).toContain('Slettet alt om t:kari, også 1 spørsmål.')
  expect(privacy('export', 'Kari')).toMatchObject({
    status: 1,
    err: expect.stringContaining('«Kari» er ingen'),
  })
  expect(JSON.parse(privacy('audit').out)).toMatchObject({ act: 'erased', object: 't:kari' })
  expect(JSON.parse(privacy('export', 'Ola').out).questions).toHaveLength(1)
})

test('gives the question log without names, with personal data out of sight and one pseudonym for each', () => {
  const lines = privacy('questions')
    .out.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ text }) => text)).toEqual([
    'spørsmål fra Kari, ring [telefon]',
    'spørsmål fra Ola, ring [telefon]',
  ])
  expect(new Set(lines.map(({ person }) => person)).size).toBe(2)
  expect(JSON.stringify(lines)).not.toContain('t:kari')
  expect(
    privacy('questions')
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(lines)
  expect(privacy('questions', '--since', '2026-11-23').out).toBe('')
})

test.each([
  [[]],
  [['slett']],
  [['export']],
  [['export', 'Kari Nordmann']],
  [['questions', '--since', 'i går']],
])('says what is permitted: %j', (args) => {
  const { status, err } = privacy(...args)
  expect(status).toBe(1)
  expect(err).not.toBe('')
  expect(err).not.toContain('at ')
})
