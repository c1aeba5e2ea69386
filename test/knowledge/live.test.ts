import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followKnowledge, type KnowledgeNews, type LiveKnowledge } from '../../src/knowledge/live.ts'

let folder: string
let live: LiveKnowledge
let news: KnowledgeNews[]
let heard: (() => void) | undefined

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'innkjop-live-'))
  cpSync('knowledge', folder, { recursive: true })
  news = []
  live = await followKnowledge(
    folder,
    (one) => {
      news.push(one)
      heard?.()
    },
    20,
  )
})
afterEach(async () => {
  await live.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Resolves when the next news is told: nothing here waits for a time. */
const nextNews = () =>
  new Promise<KnowledgeNews | undefined>((resolve) => {
    heard = () => resolve(news.at(-1))
  })
const change = async (file: string, write: (before: string) => string) => {
  const told = nextNews()
  const path = join(folder, file)
  writeFileSync(path, write(readFileSync(path, 'utf8')))
  return told
}
const first = (question: string) => live.now().search(question).hits[0]?.item.id

test('a changed file is found anew, and what was taken before stays as it was', async () => {
  const before = live.now()
  expect(first('zeppelinhangar')).not.toBe('r-avvik')
  expect(
    await change('routines/r-avvik.md', (text) => text.replace('Rutine for', 'Rutine for zeppelinhangar og')),
  ).toEqual({ kind: 'renewed', count: before.items.length })
  expect(first('zeppelinhangar')).toBe('r-avvik')
  expect(before.search('zeppelinhangar').hits[0]?.item.id).not.toBe('r-avvik')
})

test('a broken file is told with its line, and the old index stays until it is mended', async () => {
  const whole = readFileSync(join(folder, 'routines/r-avvik.md'), 'utf8')
  const told = await change('routines/r-avvik.md', (text) =>
    text.replace('revideres: 2027', 'revideres: snart'),
  )
  expect(told).toMatchObject({ kind: 'kept', because: expect.stringMatching(/r-avvik\.md:\d+ {2}revideres/) })
  expect(live.now().item('r-avvik')).toBeDefined()
  expect(first('kontorstol')).toBe('mobl1')
  expect(await change('routines/r-avvik.md', () => whole)).toMatchObject({ kind: 'renewed' })
})

test('a new file is read, and a removed one is forgotten', async () => {
  const routine = readFileSync(join(folder, 'routines/r-avvik.md'), 'utf8').replace('id: r-avvik', 'id: r-ny')
  const count = live.now().items.length
  const told = nextNews()
  writeFileSync(join(folder, 'routines/r-ny.md'), routine)
  expect(await told).toEqual({ kind: 'renewed', count: count + 1 })
  const gone = nextNews()
  rmSync(join(folder, 'routines/r-ny.md'))
  expect(await gone).toEqual({ kind: 'renewed', count })
  expect(live.now().item('r-ny')).toBeUndefined()
})

test('what was just written is in use once it was renewed, and what is wrong with it is told at once', async () => {
  const routine = readFileSync(join(folder, 'routines/r-avvik.md'), 'utf8')
  const count = live.now().items.length
  writeFileSync(join(folder, 'routines/r-ny.md'), routine.replace('id: r-avvik', 'id: r-ny'))
  const [first, second] = await Promise.all([live.renewNow(), live.renewNow()])
  expect([first, second]).toEqual([
    { kind: 'renewed', count: count + 1 },
    { kind: 'renewed', count: count + 1 },
  ])
  expect(live.now().item('r-ny')).toBeDefined()
  writeFileSync(join(folder, 'routines/r-ny.md'), routine)
  expect(await live.renewNow()).toMatchObject({ kind: 'kept', because: expect.stringContaining('r-ny.md') })
  expect(news.at(-1)).toMatchObject({ kind: 'kept' })
  expect(live.now().item('r-ny')).toBeDefined()
})

test('a folder with faults is not followed', async () => {
  writeFileSync(join(folder, 'agreements.csv'), '')
  await expect(followKnowledge(folder, () => {}, 20)).rejects.toThrow(/agreements\.csv/)
})
