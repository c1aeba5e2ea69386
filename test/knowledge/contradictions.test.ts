import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkKnowledge, writeFault } from '../../src/knowledge/knowledge.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contradictions-'))
  await cp('knowledge', folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

const today = '2026-11-22'
async function found(sentence: string, day = today): Promise<string[]> {
  const file = join(folder, 'routines/r-nylev.md')
  await writeFile(file, `${await readFile(file, 'utf8')}\n\n${sentence}\n`)
  return (await checkKnowledge(folder, day)).contradictions.map(writeFault)
}

test('a text that gives an old limit as the present one is found, with its sentence and what holds', async () => {
  const [fault, ...others] = await found(
    'Husk dette. Anskaffelsesloven gjelder fra 100 000 kroner. Ring oss.',
  )
  expect(others).toEqual([])
  expect(fault).toContain('routines/r-nylev.md')
  expect(fault).toContain('«Anskaffelsesloven gjelder fra 100 000 kroner.»')
  expect(fault).toContain('500\u00a0000\u00a0kroner fra 2026-07-01 (Anskaffelsesloven § 2')
})

test.each([
  'Kjøp over 1,1 millioner skal lyses ut i Doffin.',
  'Alt over kr 500 000,- skal kunngjøres i Doffin.',
  'EØS-terskelen er 2,3 mill.',
  'Skatteattest kreves fra 100 000 kroner.',
])('%s contradicts a rule', async (sentence) => {
  expect(await found(sentence)).toHaveLength(1)
})

test.each([
  'Anskaffelsesloven gjelder fra 500 000 kroner.',
  'Kjøp fra 1,3 millioner skal lyses ut i Doffin.',
  'Før 1. juli 2026 gjaldt: anskaffelsesloven gjelder fra 100 000 kroner.',
  'Direktekjøp under 100 000 kroner kan gjøres hos én leverandør.',
  'Doffin er en nettside.',
])('%s contradicts none', async (sentence) => {
  expect(await found(sentence)).toEqual([])
})

test('what is right depends on the day', async () => {
  expect(await found('Anskaffelsesloven gjelder fra 100 000 kroner.', '2026-06-30')).toEqual([])
})

test('the sample knowledge contradicts nothing', async () => {
  expect((await checkKnowledge(folder, today)).contradictions).toEqual([])
})
