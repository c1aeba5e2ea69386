import { describe, expect, test } from 'vitest'
import { write } from '../../../src/intake/documents/documents.ts'
import { readWord } from '../../support/read-word.ts'
import { full, inBand, municipality } from './requests.ts'

const kinds = ['needs', 'protocol', 'inquiry'] as const
const written = async (kind: (typeof kinds)[number], request = full) =>
  readWord(await write(kind, request, municipality))

describe('for those who read with other means than their eyes', () => {
  test.for(kinds)('headings are headings, and none is skipped: %s', async (kind) => {
    const { headings } = await written(kind, inBand('3'))
    const levels = headings.map(({ style }) => (style === 'Title' ? 0 : Number(style.slice(-1))))
    expect(levels.filter((level) => level === 0)).toHaveLength(1)
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test.for(kinds)('the title and the language are in the file: %s', async (kind) => {
    const { files } = await written(kind)
    expect(files['docProps/core.xml']).toMatch(/<dc:title>2026-0042 [^<]+<\/dc:title>/)
    expect(files['docProps/core.xml']).toContain('<dc:language>nb-NO</dc:language>')
    expect(files['word/styles.xml']).toContain('<w:lang w:val="nb-NO"/>')
  })

  test.for(kinds)('every table with columns repeats its header row: %s', async (kind) => {
    const { files } = await written(kind)
    const tables = (files['word/document.xml'] ?? '').split('<w:tbl>').slice(1)
    for (const table of tables.filter((table) => table.includes('w:firstRow="1"')))
      expect(table).toContain('<w:tblHeader/>')
  })
})

test('every page says which request it belongs to, and where in it one is', async () => {
  const { files } = await written('needs')
  expect(files['word/footer1.xml']).toMatch(/2026-0042 Behovsbeskrivelse.*PAGE.*NUMPAGES/s)
  expect(files['word/header1.xml']).toContain('Eksempelkommunen')
})

test('a draft that stays in the house says so on every page', async () => {
  expect((await written('protocol')).files['word/header1.xml']).toContain('Utkast')
  // Nobody remembers to clear the top of what is sent out: there the first sheet says it.
  expect((await written('inquiry')).files['word/header1.xml']).not.toContain('Utkast')
  expect((await written('needs')).files['word/header1.xml']).not.toContain('Utkast')
})
