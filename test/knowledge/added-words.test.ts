import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addedWordsFile, readAddedWords } from '../../src/knowledge/added-words.ts'
import { checkKnowledge, openKnowledge, writeFault, writeWords } from '../../src/knowledge/knowledge.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innkjop-words-'))
  cpSync('knowledge', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const addedOn = '2026-11-22'
const first = async (question: string) => (await openKnowledge(folder)).search(question).hits[0]?.item.id

test('words come back through the reader as they were written, but for space at their ends', () => {
  const word = fc.string({ unit: 'binary', minLength: 1 }).filter((typed) => typed.trim() !== '')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), word, (words, item) => {
      const { added, faults } = readAddedWords(addedWordsFile({ item, words, addedOn }), 'words/w.yaml')
      expect(faults).toEqual([])
      expect(added).toMatchObject([
        { item: item.toWellFormed(), words: words.map((one) => one.toWellFormed().trim()), addedOn },
      ])
    }),
  )
})

test('a word leads to the item that it was added to', async () => {
  expect(await first('dronningstol')).not.toBe('mobl1')
  expect(await writeWords(folder, { item: 'mobl1', words: ['dronningstol'], addedOn })).toEqual({
    kind: 'kept',
    id: 'w-2026-0001',
    file: 'words/w-2026-0001.yaml',
  })
  expect(await first('dronningstol')).toBe('mobl1')
  expect(readFileSync(join(folder, 'words/w-2026-0001.yaml'), 'utf8')).toBe(
    'ting: "mobl1"\nord: ["dronningstol"]\nlagt til: 2026-11-22\n',
  )
})

test('words of an item that is gone are told, and stop nothing', async () => {
  await writeWords(folder, { item: 'borte', words: ['dronningstol'], addedOn })
  const { faults, warnings } = await checkKnowledge(folder, addedOn)
  expect(faults).toEqual([])
  expect(warnings.map(writeFault)).toEqual([
    'words/w-2026-0001.yaml:1  ting: viser til «borte», som ikke finnes. Slett filen, eller rett id-en',
  ])
})

test('no word at all is a fault, and is not written', async () => {
  expect(await writeWords(folder, { item: 'mobl1', words: [' '], addedOn })).toMatchObject({
    kind: 'faulty',
    faults: [{ field: 'ord' }],
  })
  expect((await checkKnowledge(folder, addedOn)).warnings).toEqual([])
})

test('a strange file among the words is told', async () => {
  await writeWords(folder, { item: 'mobl1', words: ['dronningstol'], addedOn })
  writeFileSync(join(folder, 'words/notat.txt'), 'husk')
  writeFileSync(join(folder, 'words/feil.yaml'), 'ting: [')
  expect((await checkKnowledge(folder, addedOn)).faults.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['words/feil.yaml', 'words/notat.txt']),
  )
})
