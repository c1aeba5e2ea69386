import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readArticle } from '../../src/knowledge/articles.ts'
import {
  articleFile,
  articleFromAnswer,
  checkArticle,
  checkKnowledge,
  openKnowledge,
  writeArticle,
  writeFault,
} from '../../src/knowledge/knowledge.ts'
import { followKnowledge, type LiveKnowledge } from '../../src/knowledge/live.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innkjop-articles-'))
  cpSync('knowledge', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const answered = {
  title: 'Leie av zeppelin',
  body: 'Ja, du kan leie zeppelin.\n\n1. Spør flyplassen.\n2. Send kopi til innkjøpsseksjonen.',
  question: 'Kan vi leie et luftskip til 17. mai?',
  owner: 'Innkjøpsrådgiver',
  source: 'Svar fra innkjøpsseksjonen',
  section: 'S-12',
  links: ['r-avrop'],
  day: '2026-11-22',
}
const written = () => readdirSync(join(folder, 'answers'))

/** What people may type, and what would end a text, a field or a file if it were not looked after. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '\n',
          '\r\n',
          '---',
          '\n---\n',
          ': ',
          '# ',
          '"',
          "'",
          '\\',
          '{{a}}',
          '[x](https://e.no)',
          '&a *a !!t',
        ],
        ...[
          '\u2028',
          '\u0085',
          '\uFEFF',
          '\0',
          '\t',
          '\ud83d',
          '🙂',
          'å',
          'ÆØ',
          '- ',
          '|',
          '> ',
          '%YAML',
          '...',
          'id: x',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

describe('an article as a file', () => {
  test('comes back through the reader as it was written, whatever is typed', () => {
    fc.assert(
      fc.property(typed, typed, fc.array(typed), typed, (title, body, searchWords, source) => {
        const [heading, text] = [title.toWellFormed().trim(), body.toWellFormed().trim()]
        fc.pre(heading !== '' && text !== '' && source !== '')
        const article = {
          ...articleFromAnswer({ ...answered, title, body, source }),
          searchWords,
        }
        const read = readArticle(
          articleFile({ ...article, id: 'a-2026-0001' }),
          'answers/a-2026-0001.md',
          'guideline',
        )
        expect(read.faults).toEqual([])
        expect(read.item).toMatchObject({
          ...article,
          id: 'a-2026-0001',
          title: heading,
          body: text,
          source: source.toWellFormed(),
          searchWords: searchWords.map((word) => word.toWellFormed()),
        })
      }),
      { numRuns: 500 },
    )
  })

  test('is found by the telling words of the question, and of no other', () => {
    fc.assert(
      fc.property(typed, (question) => {
        const { searchWords } = articleFromAnswer({ ...answered, question })
        for (const word of searchWords)
          expect(question.normalize('NFC').toLowerCase().replace(/[-/]/g, '')).toContain(word)
      }),
    )
    expect(articleFromAnswer(answered).searchWords).toEqual(['leie', 'luftskip'])
    expect(articleFromAnswer({ ...answered, question: 'hva kan vi kjøpe?' }).searchWords).toEqual(['kjøpe'])
  })

  test('looks like those that people write', () => {
    expect(articleFile({ ...articleFromAnswer(answered), id: 'a-2026-0001' })).toBe(`---
id: a-2026-0001
tittel: "Leie av zeppelin"
eier: "Innkjøpsrådgiver"
gyldig fra: 2026-11-22
gyldig til:
revideres: 2027-11-22
kilde: "Svar fra innkjøpsseksjonen"
versjon: "1"
punkt: "S-12"
datert: 2026-11-22
lenker: ["r-avrop"]
søkeord: ["leie", "luftskip"]
---
Ja, du kan leie zeppelin.

1. Spør flyplassen.
2. Send kopi til innkjøpsseksjonen.
`)
  })
})

describe('written', () => {
  let live: LiveKnowledge
  beforeEach(async () => {
    live = await followKnowledge(folder, () => {}, 20)
  })
  afterEach(() => live.close())

  test('it is found as soon as the knowledge is renewed, by its text and by the words of the question', async () => {
    const kept = await writeArticle(folder, articleFromAnswer(answered))
    expect(kept).toEqual({ kind: 'kept', id: 'a-2026-0001', file: 'answers/a-2026-0001.md' })
    expect(await live.renewNow()).toEqual({ kind: 'renewed', count: 229 })
    for (const question of ['leie zeppelin', 'hvor finner jeg luftskip'])
      expect(live.now().search(question).hits[0]?.item).toMatchObject({
        id: 'a-2026-0001',
        type: 'guideline',
      })
    expect(await checkKnowledge(folder, '2026-11-22')).toMatchObject({ faults: [], contradictions: [] })
  })

  test('it is kept though the knowledge has a fault elsewhere, and the fault is told', async () => {
    rmSync(join(folder, 'agreements.csv'))
    expect(await writeArticle(folder, articleFromAnswer(answered))).toMatchObject({ kind: 'kept' })
    expect(await live.renewNow()).toMatchObject({
      kind: 'kept',
      because: expect.stringContaining('agreements.csv'),
    })
    expect(live.now().item('r-avrop'), 'what was whole before is used').toBeDefined()
  })
})

describe('ids', () => {
  test('are counted within the year, and two that are written at once get one each', async () => {
    const texts = ['en', 'to', 'tre', 'fire', 'fem']
    const kept = await Promise.all(
      texts.map((body) => writeArticle(folder, articleFromAnswer({ ...answered, body }))),
    )
    const ids = kept.flatMap((one) => (one.kind === 'kept' ? [one.id] : []))
    expect(ids.toSorted()).toEqual([1, 2, 3, 4, 5].map((number) => `a-2026-000${number}`))
    const knowledge = await openKnowledge(folder)
    expect(ids.map((id) => (knowledge.item(id) as { body?: string }).body)).toEqual(texts)
    expect(written().toSorted()).toEqual(ids.toSorted().map((id) => `${id}.md`))
    expect(await writeArticle(folder, articleFromAnswer({ ...answered, day: '2027-01-02' }))).toMatchObject({
      id: 'a-2027-0001',
    })
  })

  test('of what was left half done are passed over, and no file is written over', async () => {
    await writeArticle(folder, articleFromAnswer(answered))
    writeFileSync(join(folder, 'answers/.a-2026-0002.tmp'), 'halv')
    const first = readFileSync(join(folder, 'answers/a-2026-0001.md'), 'utf8')
    expect(await writeArticle(folder, articleFromAnswer(answered))).toMatchObject({ id: 'a-2026-0003' })
    expect(readFileSync(join(folder, 'answers/a-2026-0001.md'), 'utf8')).toBe(first)
    expect((await checkKnowledge(folder, '2026-11-22')).faults).toEqual([])
  })
})

describe('what is wrong', () => {
  test.each([
    ['no text', { body: ' \n ' }, /^answers\/a-2026-0001\.md:\d+ {2}tekst: er tom/],
    ['no title', { title: ' ' }, /tittel: er tomt/],
    ['a link to nothing', { links: ['r-finnes-ikke'] }, /lenker: viser til «r-finnes-ikke»/],
    ['a day that is none', { day: '2026-02-31' }, /gyldig fra: er ikke en dato/],
  ])('is told and not written: %s', async (_, change, fault) => {
    const article = { ...articleFromAnswer(answered), ...articleChange(change) }
    const kept = await writeArticle(folder, article)
    expect(kept.kind === 'faulty' && kept.faults.map(writeFault).join('\n')).toMatch(fault)
    expect(written(), 'nothing is left behind').toEqual([])
    const { faults } = await checkArticle(folder, article)
    expect(faults.map(({ problem }) => problem)).toEqual(
      kept.kind === 'faulty' && kept.faults.map(({ problem }) => problem),
    )
  })

  test('is told before: a sentence that says something else than the dated rules', async () => {
    const article = articleFromAnswer({
      ...answered,
      body: 'Alt over kr 500 000,- skal kunngjøres i Doffin.',
    })
    const { faults, contradictions } = await checkArticle(folder, article)
    expect(faults).toEqual([])
    expect(contradictions.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('sier noe annet enn regelen'),
    ])
    expect((await checkArticle(folder, articleFromAnswer(answered))).contradictions).toEqual([])
    expect(existsSync(join(folder, 'answers')), 'a check writes nothing').toBe(false)
  })

  test('with the folder is a fault of its own', async () => {
    writeFileSync(join(folder, 'answers'), 'en fil')
    await expect(writeArticle(folder, articleFromAnswer(answered))).rejects.toMatchObject({
      kind: 'knowledge',
    })
  })
})

const articleChange = ({ day, ...change }: Partial<typeof answered>) => ({
  ...change,
  ...(day && { validFrom: day }),
})
