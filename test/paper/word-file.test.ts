import { afterEach, describe, expect, test, vi } from 'vitest'
import { display, facts, heading, type Paper, text, wordFile } from '../../src/paper/paper.ts'
import { readWord } from '../support/read-word.ts'

const plain: Paper = { title: 'Notat', draft: false, blocks: [text('Tekst')] }
const issue = { from: 'Eksempelkommunen', at: Date.UTC(2026, 10, 22, 11, 5) }
const read = async (paper: Partial<Paper>) => readWord(await wordFile({ ...plain, ...paper }, issue))
const edgesOf = ({ files }: Awaited<ReturnType<typeof read>>) => [
  files['word/header1.xml'] ?? '',
  files['word/footer1.xml'] ?? '',
]

describe('what people wrote', () => {
  test('is there letter for letter', async () => {
    const words = 'Ståldører på Øya – «blåbær & kjøtt» <script>alert(1)</script> 🚒 漢字 &amp;'
    expect((await read({ blocks: [text(words)] })).text).toContain(words)
  })

  test('keeps its lines', async () => {
    expect((await read({ blocks: [facts([['Hvorfor', 'én\r\nto\u2028tre']])] })).text).toContain(
      'én\nto\ntre',
    )
  })

  test('loses what cannot be in a file, and what turns its direction', async () => {
    expect((await read({ title: 'a\u0000b\u202ec\ud800d\uffffe' })).text).toContain('abcde')
  })
})

describe('the edges of a page', () => {
  test('say who it is from, what it is and where in it one is', async () => {
    const [header, footer] = edgesOf(await read({ number: '2026-0042' }))
    expect(header).toContain('Eksempelkommunen')
    expect(footer).toMatch(/2026-0042 Notat.*Side .*PAGE.* av .*NUMPAGES/s)
  })

  test('name what has no number by its title alone', async () => {
    const found = await read({})
    expect(edgesOf(found)[1]).toContain('>Notat<')
    expect(found.files['docProps/core.xml']).toContain('<dc:title>Notat</dc:title>')
  })

  test('say that a draft is one', async () => {
    expect(edgesOf(await read({ draft: true }))[0]).toContain('Utkast')
    expect(edgesOf(await read({ draft: true, language: 'en' }))[0]).toContain('Draft')
    expect(edgesOf(await read({ draft: true, framed: true }))[0]).toContain('Eksempelkommunen · Utkast')
  })
})

test.for([
  ['nb', 'nb-NO', 'Side '],
  ['nn', 'nn-NO', 'Side '],
  ['en', 'en-GB', 'Page '],
] as const)('a paper in %s says so to screen readers and spell checkers', async ([language, tag, page]) => {
  const found = await read({ language })
  expect(found.files['docProps/core.xml']).toContain(`<dc:language>${tag}</dc:language>`)
  expect(found.files['word/styles.xml']).toContain(`<w:lang w:val="${tag}"/>`)
  expect(edgesOf(found)[1]).toContain(page)
})

describe('a framed sheet', () => {
  const framed = {
    framed: true,
    blocks: [display('Kari Nordmann'), heading('Kurs'), facts([['Dato', 'I dag']])],
  }

  test('has a frame, its text in the middle but not in its tables, and no page numbers', async () => {
    const found = await read(framed)
    expect(found.files['word/document.xml']).toContain('<w:pgBorders w:offsetFrom="page">')
    const styles = found.files['word/styles.xml'] ?? ''
    expect(styles).toMatch(/<w:pPrDefault>.*<w:jc w:val="center"\/>.*<\/w:pPrDefault>/s)
    expect(styles).toMatch(/w:styleId="Cell">(?:(?!<\/w:style>).)*<w:jc w:val="left"\/>/s)
    expect(found.files['word/footer1.xml']).toBeUndefined()
    expect(found.text).toContain('Kari Nordmann')
  })

  test('writes a long name smaller', async () => {
    const sizeOf = async (name: string) =>
      /<w:sz w:val="(\d+)"\/>/.exec(
        (await read({ ...framed, blocks: [display(name)] })).files['word/document.xml'] ?? '',
      )?.[1]
    expect(await sizeOf('Kari Nordmann')).toBeUndefined()
    expect(await sizeOf('Kari '.repeat(10))).toBe('44')
  })

  test('is what it is: nothing of it is in other papers', async () => {
    const { files } = await read({})
    expect(files['word/styles.xml']).not.toMatch(/"Display"|"center"/)
    expect(files['word/document.xml']).not.toContain('pgBorders')
  })
})

test('the file begins with its content types, as other programs expect', async () => {
  const bytes = await wordFile(plain, issue)
  expect(new TextDecoder().decode(bytes.slice(30, 49))).toBe('[Content_Types].xml')
})

describe('the same paper', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('gives the same bytes at any time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22) })
    const first = await wordFile(plain, issue)
    vi.setSystemTime(Date.UTC(2031, 3, 1, 23, 59))
    expect(Buffer.from(await wordFile(plain, issue)).equals(first)).toBe(true)
  })
})
