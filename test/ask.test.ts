import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Ran = { code: number | null; out: string; err: string }

/** Runs a program of the product as its npm script does. */
function run(program: string, args: string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args])
    const ran = { out: '', err: '' }
    child.stdout.on('data', (part) => {
      ran.out += part
    })
    child.stderr.on('data', (part) => {
      ran.err += part
    })
    child.once('close', (code) => resolve({ code, ...ran }))
    child.stdin.end(input)
  })
}
/** As of a fixed day, unless the arguments say another. */
const ask = (args: string[], input?: string) =>
  run('src/ask.ts', args.includes('--date') ? args : [...args, '--date', '2026-11-22'], input)

test('prints the answer as a person would read it, with its source', async () => {
  const { code, out } = await ask(['hvem leverer kontorstoler?'])
  expect(code).toBe(0)
  expect(out).toMatch(/^Bruk avtalen \*\*Rammeavtale kontormøbler\*\*/)
  expect(out).toContain('Kilde: Avtaleregisteret, avtale 2025/1091')
})

test('with --json writes one object for each line, in the same order', async () => {
  const questions = [
    'hvem leverer kontorstoler?',
    'hvordan søker jeg om barnehageplass',
    '',
    'kven ringjer eg om rotter',
    'hvem brøyter',
  ]
  const { code, out } = await ask(['--json'], `${questions.join('\n')}\n`)
  expect(code).toBe(0)
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map(({ question }) => question)).toEqual(questions)
  expect(answers.map(({ kind }) => kind)).toEqual([
    'answer',
    'refuse',
    'refuse',
    expect.any(String),
    'choose',
  ])
  expect(answers[3].lang).toBe('nn')
  expect(answers[0].sources[0]).toEqual({
    id: 'mobl1',
    type: 'agreement',
    title: 'Rammeavtale kontormøbler',
    score: expect.any(Number),
  })
  expect(answers[1].sources.length, 'what it would have offered').toBeGreaterThan(0)
  for (const { sources, text } of answers) {
    expect(sources.length).toBeLessThanOrEqual(10)
    expect(text).not.toBe('')
    const scores = sources.map(({ score }: { score: number }) => score)
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a))
  }
})

test('an amount or a limit that was read is told as data', async () => {
  const questions = [
    '520 000 inkl mva, må det på Doffin?',
    'helsetjeneste på 3 mill eks mva',
    'kjøp på 1.300',
    'rørlegger for 600 000 eks mva',
    'gjelder 100 000 grensa fortsatt?',
    'kan vi dele opp i to fakturaer',
    'hvem leverer kontorstoler?',
  ]
  const { out } = await ask(['--json'], questions.join('\n'))
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map(({ kind }) => kind)).toEqual([
    'answer',
    'answer',
    'choose',
    'answer',
    'answer',
    'refuse',
    'answer',
  ])
  expect(answers[0].rule).toEqual({
    band: '0',
    value: 416_000,
    kind: 'goods',
    date: '2026-11-22',
    paragraphs: [
      'Anskaffelsesloven § 2 og anskaffelsesforskriften § 1-1',
      'Anskaffelsesloven § 2',
      'Anskaffelsesforskriften § 5-4',
      'Offentleglova § 10; arkivlova',
    ],
    assumed: ['usual VAT rate', 'goods or services'],
  })
  expect(answers[1].rule).toMatchObject({ band: '1', value: 3_000_000, kind: 'health', assumed: [] })
  expect(answers[2].rule).toMatchObject({ band: null, value: null })
  expect(answers[3].sources[0].type, 'the agreement leads').toBe('agreement')
  expect(answers[3].rule).toMatchObject({ band: '1', value: 600_000, kind: 'works' })
  expect(answers[4].rule).toMatchObject({ value: null, paragraphs: [expect.stringContaining('§ 2')] })
  expect(answers.slice(5).map(({ rule }) => rule)).toEqual([undefined, undefined])
})

test('only a line feed ends a question, and a greeting is no refusal', async () => {
  const { out } = await ask(['--json'], 'hei\r\nhvem leverer\u2028kontorstoler?')
  const [greeting, question] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(greeting.text).toContain('Jeg hjelper deg med å kjøpe riktig')
  expect(question).toMatchObject({ kind: 'answer', question: 'hvem leverer\u2028kontorstoler?' })
})

test('a reader that has had enough ends it quietly', async () => {
  const child = spawn(process.execPath, ['src/ask.ts', '--json'])
  let err = ''
  child.stderr.on('data', (part) => {
    err += part
  })
  child.stdin.on('error', () => 'ended')
  child.stdin.end('hei\n'.repeat(20_000))
  child.stdout.once('data', () => child.stdout.destroy())
  await new Promise((resolve) => child.once('close', resolve))
  expect(err).toBe('')
})

test('goes on from an earlier question', async () => {
  expect((await ask(['og leverandør nummer to?', '--after', 'rørlegger akutt'])).out).toContain(
    'Muffe og Mester AS',
  )
})

test('explains why a source was found', async () => {
  const { out } = await ask(['--explain', 'rorlegger akutt'])
  expect(out).toMatch(/^Sikkerhet 0,9\d: svarer/)
  expect(out).toMatch(/1\. Rørleggertjenester \(ror1\) {2}\d+,\d\d poeng/)
  expect(out).toContain('rorlegg (samme ord, 1,00)')
  expect((await ask(['--explain', 'barnehageplass'])).out).toContain('Nærmest er noe boten ikke svarer på')
})

test('answers as of another day', async () => {
  const question = 'EØS-terskelverdi varer og tjenester'
  expect((await ask([question, '--date', '2026-04-20'])).out).toContain('2\u00a0300\u00a0000\u00a0kroner')
  expect((await ask([question, '--date', '2026-04-21'])).out).toContain('2\u00a0500\u00a0000\u00a0kroner')
  expect((await ask(['blomster til begravelse', '--date', '2026-08-31'])).out).toMatch(/^Bruk avtalen/)
  expect((await ask(['direktekjøp', '--date', '2020-01-01'])).out).toContain(
    'er ikke fastsatt for 01.01.2020',
  )
})

test.each([
  [
    'a date that is none',
    ['hei', '--date', 'i morgen'],
    /--date «i morgen» er ikke en dato\. Skriv åååå-mm-dd/,
  ],
  ['no question', [], /Bruk: npm run ask/],
  ['an unknown option', ['--fart', 'hei'], /--fart/],
])('%s is explained, exit 1', async (_, args, explained) => {
  const { code, out, err } = await ask(args)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(explained)
  expect(err).not.toContain('    at ')
})

test('npm run knowledge says that all is well, exit 0, and what is not, exit 1', async () => {
  expect(await run('src/check-knowledge.ts', [])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Alt er i orden: 228'),
  })
  const { code, err, out } = await run('src/check-knowledge.ts', ['test/support'])
  expect(code).toBe(1)
  expect(err).toContain('test/support/agreements.csv:1  fil: finnes ikke')
  expect(out).toMatch(/\d+ feil\. Rett dem/)
})

test('npm run knowledge finds what is wrong in who is who', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'innkjop-knowledge-'))
  cpSync('knowledge', folder, { recursive: true })
  writeFileSync(join(folder, 'people.yaml'), 'personer: [{ id: ola, navn: Ola, roller: [konge] }]')
  const { code, err } = await run('src/check-knowledge.ts', [folder])
  rmSync(folder, { recursive: true })
  expect(code).toBe(1)
  expect(err).toContain('people.yaml: personer › 0 › roller › 0: må være ansatt, godkjenner')
})

test('npm run knowledge finds a topic and a unit that are nowhere in which channel gets what', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'innkjop-knowledge-'))
  cpSync('knowledge', folder, { recursive: true })
  const channels = 'kanaler:\n  - { id: a, navn: A, emner: [Heis, Romfart], enheter: [eiendom, månen] }\n'
  writeFileSync(join(folder, 'channels.yaml'), channels)
  const { code, err, out } = await run('src/check-knowledge.ts', [folder])
  rmSync(folder, { recursive: true })
  expect(code).toBe(1)
  expect(err).toContain('channels.yaml:2  kanaler › emner: «Romfart» er ikke i avtaleregisteret')
  expect(err).toContain('channels.yaml:2  kanaler › enheter: «månen» er ikke i people.yaml. Skriv kommunen')
  expect(out).toContain('2 feil')
})
