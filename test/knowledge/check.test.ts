import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkKnowledge, openKnowledge, writeFault } from '../../src/knowledge/knowledge.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innkjop-knowledge-'))
  cpSync('knowledge', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const change = (file: string, from: string | RegExp, to: string) => {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  expect(after, `${file} holds ${from}`).not.toBe(before)
  writeFileSync(path, after)
}
const faults = async () => (await checkKnowledge(folder, '2026-11-22')).faults.map(writeFault)

test('the sample has no faults', async () => {
  expect(await checkKnowledge(folder, '2026-11-22')).toEqual({
    count: 228,
    groups: expect.arrayContaining(['Rørleggertjenester', 'Matvarer']),
    faults: [],
    contradictions: [],
    warnings: [],
  })
})

describe('in the register', () => {
  test.each([
    [
      'a date that does not exist',
      '01.03.2024',
      '31.02.2024',
      /agreements\.csv:2 {2}Gyldig fra: er ikke en dato/,
    ],
    [
      'an unknown call-off method',
      ';direkte;',
      ';på sparket;',
      /:2 {2}Avropsmåte: må være «direkte» eller «rangert»/,
    ],
    ['a field left empty', 'Brekkfoss Rekvisita AS', '', /:2 {2}Leverandør: er tomt/],
    [
      'yes and no written otherwise',
      ';ja;direkte',
      ';kanskje;direkte',
      /:2 {2}E-handel: må være «ja» eller «nei»/,
    ],
    ['an agreement number of its own kind', '2024/1000', 'A-1000', /:2 {2}Avtalenummer: .*2024\/1000/],
    [
      'an end before the start',
      '01.03.2027',
      '01.03.2023',
      /:2 {2}gyldig til: er 2023-03-01, før «gyldig fra» 2024-03-01/,
    ],
    [
      'a latest end before the end',
      '2+1+1;1;01.03.2028',
      '2+1+1;1;01.03.2026',
      /:2 {2}Seneste slutt: er 2026-03-01, før/,
    ],
    [
      'more options than there are',
      '2+1+1;1;',
      '2+1+1;9;',
      /:2 {2}Opsjoner brukt: er 9, men «Varighet» 2\+1\+1 har 2/,
    ],
    [
      'a rank that is used twice',
      'Muffe og Mester AS;2;',
      'Muffe og Mester AS;1;',
      /:80 {2}Rangering: 1 på «Rørleggertjenester» er brukt av Dråpetett VVS AS/,
    ],
    [
      'a link to nothing',
      'Avtaleregisteret;r-ehandel',
      'Avtaleregisteret;r-borte',
      /:2 {2}lenker: viser til «r-borte»/,
    ],
    ['an id that is used', 'papir1;', 'kontor1;', /:3 {2}id: «kontor1» står også i agreements\.csv:2/],
    ['an unknown column', 'Faggruppe', 'Fagområde', /:1 {2}Fagområde: er ikke en kjent kolonne/],
    ['a missing column', 'Faggruppe', 'Fagområde', /:1 {2}Faggruppe: mangler/],
    ['a row with too many fields', /(\r\nkontor1;.*)\r\n/, '$1;x\r\n', /:2 {2}rad: har 24 felt. Skal ha 23/],
    [
      'a quote without its mate',
      ';Rammeavtale kontorrekvisita;',
      ';"Rammeavtale kontorrekvisita;',
      /rad: kan ikke leses/,
    ],
  ])('%s is told with line and what is permitted', async (_, from, to, fault) => {
    change('agreements.csv', from, to)
    expect((await faults()).join('\n')).toMatch(fault)
  })
})

describe('in an article', () => {
  test.each([
    [
      'an unknown field',
      'tittel: Rutine',
      'farge: rød\ntittel: Rutine',
      /routines\/r-mini\.md:3 {2}farge: er ikke et kjent felt/,
    ],
    [
      'a wrong date',
      'revideres: 2027-07-01',
      'revideres: 2027-17-01',
      /r-mini\.md:7 {2}revideres: er ikke en dato/,
    ],
    ['a missing owner', /^eier: .*\n/m, '', /r-mini\.md:\d+ {2}eier: mangler/],
    [
      'an end before the start',
      'gyldig til:',
      'gyldig til: 2020-01-01',
      /r-mini\.md:6 {2}gyldig til: er 2020-01-01/,
    ],
    ['a dead link', 'lenker: [m-mini', 'lenker: [m-borte', /r-mini\.md:\d+ {2}lenker: viser til «m-borte»/],
    ['a number where text is wanted', 'versjon: "3"', 'versjon: 3', /r-mini\.md:9 {2}versjon: har feil type/],
    ['no front matter', '---\n', '', /r-mini\.md:1 {2}hode: mangler/],
    ['YAML that cannot be read', 'id: r-mini', 'id: [r-mini', /r-mini\.md:\d+ {2}yaml: kan ikke leses/],
  ])('%s is told', async (_, from, to, fault) => {
    change('routines/r-mini.md', from, to)
    expect((await faults()).join('\n')).toMatch(fault)
  })

  test('a file in another folder is told: only what stands beside the template is handed out', async () => {
    change('templates/m-prot.md', 'fil: anskaffelsesprotokoll.docx', 'fil: ../README.md')
    expect((await faults()).join('\n')).toMatch(/m-prot\.md:\d+ {2}fil: har feil form\. Skriv bare navnet/)
  })

  test('a template without its file is told', async () => {
    rmSync(join(folder, 'templates/anskaffelsesprotokoll.docx'))
    expect(await faults()).toEqual([
      expect.stringMatching(/m-prot\.md:\d+ {2}fil: «templates\/anskaffelsesprotokoll\.docx» finnes ikke/),
    ])
  })

  test('an article without text is told', async () => {
    writeFileSync(
      join(folder, 'routines/r-mini.md'),
      readFileSync(join(folder, 'routines/r-mini.md'), 'utf8').replace(/\n---\n[\s\S]*/, '\n---\n\n'),
    )
    expect((await faults()).join('\n')).toMatch(/r-mini\.md:\d+ {2}tekst: er tom/)
  })
})

describe('in the rules', () => {
  test.each([
    [
      'a period that ends before it begins',
      'til: 2018-04-05',
      'til: 2016-04-05',
      /law\.yaml:\d+ {2}t-nasj › perioder: .*før den begynner/,
    ],
    [
      'periods that overlap',
      'til: 2018-04-05',
      'til: 2018-04-06',
      /law\.yaml:\d+ {2}t-nasj › perioder: .*overlapper/,
    ],
    [
      'an amount that is no number',
      'terskel: 1300000',
      'terskel: mye',
      /law\.yaml:\d+ {2}perioder › beløp › terskel: har feil type. Skriv et helt tall/,
    ],
    [
      'an unknown status',
      'status: bekreftet',
      'status: sikkert',
      /status: må være «bekreftet» eller «må bekreftes»/,
    ],
    [
      'an unknown field',
      'revideres: 2027-03-01',
      'revideres: 2027-03-01\n  farge: rød',
      /farge: er ikke et kjent felt/,
    ],
  ])('%s is told', async (_, from, to, fault) => {
    change('rules/law.yaml', from, to)
    expect((await faults()).join('\n')).toMatch(fault)
  })
})

describe('in what is not answered here', () => {
  test.each([
    ['elsewhere.yaml', / {2}spør: .*\n/, '', /elsewhere\.yaml:\d+ {2}spør: mangler/],
    ['elsewhere.yaml', / {2}tittel: .*\n/, '  tittel: Lønn\n  farge: rød\n', /farge: er ikke et kjent felt/],
    [
      'no-agreement.yaml',
      / {2}tittel: .*\n/,
      '  tittel: Fly\n  spør: Noen\n',
      /no-agreement\.yaml:\d+ {2}spør: /,
    ],
    ['no-agreement.yaml', /id: \S+/, 'id: kontor1', /id: «kontor1» står også i agreements\.csv:2/],
    ['no-agreement.yaml', /^- id/m, 'id', /no-agreement\.yaml:\d+ {2}yaml: kan ikke leses/],
  ])('%s: a fault is told', async (file, from, to, fault) => {
    change(file, from, to)
    expect((await faults()).join('\n')).toMatch(fault)
  })
})

describe('about search words it is advised, and nothing is stopped', () => {
  const advice = async () => {
    const { faults: wrong, warnings } = await checkKnowledge(folder, '2026-11-22')
    expect(wrong).toEqual([])
    return warnings.map(writeFault)
  }

  test('when an item has too few', async () => {
    change('routines/r-avvik.md', /søkeord:\n {2}\[[\s\S]*?\n {2}\]/, 'søkeord: [mangler, svikt]')
    expect(await advice()).toEqual([
      expect.stringMatching(/r-avvik\.md:\d+ {2}søkeord: har 2 ord\. Skriv minst 10/),
    ])
  })

  test('when a word stands on so many that it separates nothing', async () => {
    for (const name of readdirSync(join(folder, 'templates')).filter((file) => file.endsWith('.md')))
      change(`templates/${name}`, /\n {2}\[\n/, '\n  [\n    zeppelin,\n')
    for (const name of readdirSync(join(folder, 'routines')))
      change(`routines/${name}`, /\n {2}\[\n/, '\n  [\n    zeppelin,\n')
    expect(await advice()).toEqual([
      expect.stringMatching(/«zeppelin» står på 4\d ting og skiller ingen av dem/),
    ])
  })
})

test('synonyms of more than one word are told', async () => {
  change('knowledge/synonyms.yaml'.replace('knowledge/', ''), '[leie, rent]', '[leie, rent a car]')
  expect((await faults()).join('\n')).toMatch(/synonyms\.yaml:\d+ {2}.*Skriv hvert ord som ett ord/)
})

test.each([
  ['rules/2027.yaml', 'a rule file of another name'],
  ['routines/r-ny.MD', 'an ending in capitals'],
  ['rutiner/r-ny.md', 'a folder of another name'],
  ['templates/gammel/mal.docx', 'a folder in a folder'],
])('%s is told to be read by nobody: %s', async (file) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), 'x')
  expect((await faults()).join('\n')).toContain(`${file}:1  fil: leses ikke`)
})

test('an empty register is told', async () => {
  writeFileSync(join(folder, 'agreements.csv'), '')
  expect((await faults()).join('\n')).toMatch(
    /agreements\.csv:1 {2}innhold: er tomt. Første linje må være: Id;Avtalenummer/,
  )
})

test('YAML that unfolds without end is told', async () => {
  const bomb = [
    '- &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'.split('').map((n, at) => `- &${n} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
  ]
  writeFileSync(join(folder, 'synonyms.yaml'), bomb.join('\n'))
  expect((await faults()).join('\n')).toMatch(/synonyms\.yaml:1 {2}yaml: kan ikke leses/)
})

test('a missing folder is told', async () => {
  rmSync(join(folder, 'strategy'), { recursive: true })
  expect((await faults()).join('\n')).toContain('strategy:1  mappe: finnes ikke')
})

test('a missing file is told', async () => {
  rmSync(join(folder, 'agreements.csv'))
  expect((await faults())[0]).toMatch(/agreements\.csv:1 {2}fil: finnes ikke/)
})

test('all faults of a file are told at once, and links to it are not called dead', async () => {
  writeFileSync(
    join(folder, 'routines/r-utenom.md'),
    readFileSync(join(folder, 'routines/r-utenom.md'), 'utf8')
      .replace('revideres: 2027-07-01', 'revideres: snart')
      .replace(/\n---\n[\s\S]*/, '\n---\n\n'),
  )
  expect(await faults()).toEqual([
    expect.stringMatching(/r-utenom\.md:7 {2}revideres: er ikke en dato/),
    expect.stringMatching(/r-utenom\.md:\d+ {2}tekst: er tom/),
  ])
})

test('a folder with faults is not opened, and says which', async () => {
  change('agreements.csv', '01.03.2024', '31.02.2024')
  await expect(openKnowledge(folder)).rejects.toThrow(/agreements\.csv:2 {2}Gyldig fra/)
})

test('a register saved by another program opens too: without mark, with Unix line ends', async () => {
  writeFileSync(
    join(folder, 'agreements.csv'),
    readFileSync(join(folder, 'agreements.csv'), 'utf8').replace('\uFEFF', '').replaceAll('\r\n', '\n'),
  )
  expect(await faults()).toEqual([])
})
