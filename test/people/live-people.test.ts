import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Fault } from '../../src/kit/fault.ts'
import { followPeople, type LivePeople, type PeopleNews } from '../../src/people/live-people.ts'

let folder: string
let file: string
let live: LivePeople | undefined
let heard: ((news: PeopleNews) => void) | undefined
const nextNews = () =>
  new Promise<PeopleNews>((resolve) => {
    heard = resolve
  })
/** What was told while the first reading went on. */
const atStart: PeopleNews[] = []
const follow = async (members?: (group: string) => Promise<ReadonlySet<string>>) => {
  live = await followPeople(
    file,
    members && { membersOf: members },
    (news) => (heard ? heard(news) : atStart.push(news)),
    20,
  )
  return live
}
const officer = 'personer: [{ id: ola, navn: Ola, roller: [innkjøper] }]\n'

beforeEach(() => {
  heard = undefined
  atStart.length = 0
  folder = mkdtempSync(join(tmpdir(), 'innkjop-people-'))
  file = join(folder, 'people.yaml')
})
afterEach(async () => {
  await live?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('without a file nobody has a role', async () => {
  expect([...(await follow()).rolesOf('ola')]).toEqual(['employee'])
})

test('a changed file is in force at once, and tells whose roles it changed', async () => {
  writeFileSync(file, officer)
  const people = await follow()
  expect(people.rolesOf('ola').has('officer')).toBe(true)
  const told = nextNews()
  writeFileSync(file, 'personer: [{ id: ola, navn: Ola }]\n')
  expect(await told).toEqual({
    kind: 'changed',
    changes: [{ person: 'ola', act: 'roles-changed', before: ['employee', 'officer'], after: ['employee'] }],
  })
  expect(people.rolesOf('ola').has('officer')).toBe(false)
})

test('a changed authority limit is told too', async () => {
  writeFileSync(file, 'personer: [{ id: ola, navn: Ola, fullmakt: 1000 }]\n')
  await follow()
  const told = nextNews()
  writeFileSync(file, 'personer: [{ id: ola, navn: Ola, fullmakt: 100000 }]\n')
  expect(await told).toMatchObject({
    changes: [{ act: 'authority-changed', before: { approvesUpTo: 1000 }, after: { approvesUpTo: 100_000 } }],
  })
})

test('a broken file is told and changes nothing', async () => {
  writeFileSync(file, officer)
  const people = await follow()
  const told = nextNews()
  writeFileSync(file, 'personer: [{ id: ola, roller: [konge] }]\n')
  expect(await told).toMatchObject({ kind: 'kept' })
  expect(people.rolesOf('ola').has('officer')).toBe(true)
})

test('a file that is broken from the beginning lets nothing start', async () => {
  writeFileSync(file, 'folk: []')
  await expect(follow()).rejects.toThrow(Fault)
})

test('members of a group have its roles until they leave it; a group that cannot be read keeps its members', async () => {
  writeFileSync(file, 'grupper: [{ id: g, roller: [innkjøper] }]\n')
  let answer = async (): Promise<ReadonlySet<string>> => new Set(['kari'])
  const people = await follow(() => answer())
  expect(people.rolesOf('kari').has('officer')).toBe(true)
  expect(atStart, 'to be a member when the bot starts is no change').toEqual([])
  answer = async () => {
    throw new TypeError('terminated')
  }
  await people.refreshGroups()
  expect(people.rolesOf('kari').has('officer')).toBe(true)
  answer = async () => new Set()
  await people.refreshGroups()
  expect(people.rolesOf('kari').has('officer')).toBe(false)
})

test('groups that nothing can read give no roles, and that is told', async () => {
  writeFileSync(file, 'grupper: [{ id: g, roller: [innkjøper] }]\n')
  const told = nextNews()
  const people = await follow()
  expect(await told).toMatchObject({
    kind: 'kept',
    because: expect.stringContaining('gruppene i Entra leses ikke'),
  })
  expect(people.rolesOf('kari').has('officer')).toBe(false)
})
