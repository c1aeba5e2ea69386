import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readRecipients } from '../../src/announcements/recipient-list.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const csv = (...rows: string[]) => readRecipients('liste.csv', utf8(rows.join('\r\n')))
const xlsx = (rows: (string | number | null)[][]) => writeXlsx({ sheets: [{ name: 'Ark1', rows }] })
const workbook = async (rows: (string | number | null)[][]) => readRecipients('liste.xlsx', await xlsx(rows))

const kari = 'kari.ansatt@fjordvik.kommune.no'
const ola = 'ola@fjordvik.kommune.no'
const entraId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

describe('a .csv', () => {
  test.each([
    [';', 'a semicolon'],
    [',', 'a comma'],
    ['\t', 'a tab'],
  ])('with %j between its cells is read', async (sign) => {
    const rows = [
      ['Navn', 'E-post', 'Enhet'],
      ['Kari', kari, 'Skole'],
      ['Ola', ola, 'Helse'],
    ]
    const read = await csv(...rows.map((cells) => cells.join(sign)))
    expect(read).toEqual({ named: [kari, ola], nobody: [] })
  })

  test('of one column alone is read, with and without a heading', async () => {
    expect(await csv('E-post', kari, ola)).toEqual({ named: [kari, ola], nobody: [] })
    expect(await csv(kari, ola, '')).toEqual({ named: [kari, ola], nobody: [] })
  })

  test('that begins with a byte order mark is read from its first row', async () => {
    expect(await csv(`\uFEFF${kari};Kari`, `${ola};Ola`)).toEqual({ named: [kari, ola], nobody: [] })
    expect(await csv(`\uFEFF"${kari}";Kari`)).toEqual({ named: [kari], nobody: [] })
  })

  test('in the old alphabet of Excel is read with its æ, ø, å and dashes', async () => {
    const text = 'Navn;E-post\r\nBjørn;bjørn@fjordvik.kommune.no\r\nÅse \x96 vikar;'
    expect(await readRecipients('liste.csv', Buffer.from(text, 'latin1'))).toEqual({
      named: ['bjørn@fjordvik.kommune.no'],
      nobody: ['3: Åse – vikar'],
    })
  })

  test('may have quotes around what the sign between cells stands in, and within words', async () => {
    expect(
      await csv(
        '"Etternavn, fornavn","E-post"',
        `"Ansatt, Kari","${kari}"`,
        `Ola "Ole" Normann,${ola}`,
        '"Skole, ""Skogen""",',
      ),
    ).toEqual({ named: [kari, ola], nobody: ['4: Skole, "Skogen"'] })
  })

  test('with any end of line, and called .txt or .CSV, is read', async () => {
    for (const name of ['liste.txt', 'LISTE.CSV'])
      for (const end of ['\n', '\r\n', '\n\n'])
        expect(await readRecipients(name, utf8(`E-post;Navn${end}${kari};Kari${end}${ola};Ola`))).toEqual({
          named: [kari, ola],
          nobody: [],
        })
  })

  test('of 20 000 rows is read whole, in its order', async () => {
    const people = Array.from({ length: 19_999 }, (_, at) => `person${at}@fjordvik.kommune.no`)
    expect(await csv('Navn;E-post', ...people.map((one, at) => `Person ${at};${one}`))).toEqual({
      named: people,
      nobody: [],
    })
  })

  test('gives whoever it names, wherever in the row, each once and in order', async () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,8}$/)
    const person = fc.oneof(
      fc.uuid(),
      fc.tuple(word, word).map(([name, domain]) => `${name}@${domain}.no`),
    )
    const row = fc.record({ before: fc.array(word, { maxLength: 3 }), person, after: fc.array(word) })
    await fc.assert(
      fc.asyncProperty(fc.array(row), fc.constantFrom(';', ',', '\t'), async (rows, sign) => {
        const lines = rows.map(({ before, person, after }) => [...before, person, ...after].join(sign))
        const naive = new Set(rows.map((one) => one.person))
        expect(await csv(`Noe${sign}Mer`, ...lines)).toEqual({ named: [...naive], nobody: [] })
      }),
    )
  })
})

describe('a row', () => {
  test('names a person by e-mail address or Entra id, in whichever column, with blanks around', async () => {
    const read = await csv('A;B;C', `${kari};x;y`, `x; ${ola} ;y`, `x;y;${entraId.toUpperCase()}`)
    expect(read).toEqual({ named: [kari, ola, entraId.toUpperCase()], nobody: [] })
  })

  test('that has both is known by its address', async () => {
    expect(await csv('Id;E-post', `${entraId};${kari}`)).toEqual({ named: [kari], nobody: [] })
  })

  test('that says what another said is not counted twice', async () => {
    expect(await csv('E-post', kari, ola, kari)).toEqual({ named: [kari, ola], nobody: [] })
  })

  test.each([
    'Kari Ansatt',
    'kari@fjordvik',
    '@fjordvik.no',
    'kari ansatt@fjordvik.no',
    '3f2504e0-4f89',
    '12',
  ])('«%s» names nobody, and is told by its number', async (words) => {
    expect(await csv('Hvem;Hvor', `${words};Skole`, `${kari};Helse`)).toEqual({
      named: [kari],
      nobody: [`2: ${words} Skole`],
    })
  })

  test('that is long is told by its beginning', async () => {
    const { nobody } = (await csv('Hvem', 'x'.repeat(500))) ?? {}
    expect(nobody).toEqual([`2: ${'x'.repeat(60)}`])
  })

  test('that is blank is neither, and those after it keep their numbers', async () => {
    expect(await csv('Navn;E-post', '', ';', ' ; ', 'Ukjent;', `Kari;${kari}`, '')).toEqual({
      named: [kari],
      nobody: ['5: Ukjent'],
    })
  })

  test('that is first and names nobody is the headings; one that names somebody is not', async () => {
    expect(await csv('Navn;E-post', 'Navn;E-post')).toEqual({ named: [], nobody: ['2: Navn E-post'] })
    expect(await csv(`Kari;${kari}`, 'Ola;')).toEqual({ named: [kari], nobody: ['2: Ola'] })
  })
})

describe('a .xlsx', () => {
  test('is read as a .csv is: headings, blank rows, and rows that name nobody', async () => {
    const rows = [
      ['Nr', 'Navn', 'E-post'],
      [1, 'Kari', kari],
      [null, null, null],
      [2, 'Åse', null],
      [3, 'Ola', ` ${ola} `],
      [4, entraId, null],
      [5, 'Kari igjen', kari],
    ]
    expect(await workbook(rows)).toEqual({ named: [kari, ola, entraId], nobody: ['4: 2 Åse'] })
  })

  test('is known by what is in it, whatever it is called', async () => {
    expect(await readRecipients('liste', await xlsx([[kari]]))).toEqual({ named: [kari], nobody: [] })
    expect(await readRecipients('liste.csv', await xlsx([[kari]]))).toEqual({ named: [kari], nobody: [] })
  })

  test('of many thousand rows is read whole', async () => {
    const people = Array.from({ length: 8_000 }, (_, at) => `person${at}@fjordvik.kommune.no`)
    expect(await workbook([['E-post'], ...people.map((one) => [one])])).toEqual({ named: people, nobody: [] })
  })

  test('that is broken is not read', async () => {
    const whole = await xlsx([[kari], [ola]])
    expect(await readRecipients('liste.xlsx', whole.slice(0, whole.length / 2))).toBeUndefined()
    expect(await readRecipients('liste.xlsx', utf8('PK\x03\x04 og så noe annet'))).toBeUndefined()
  })
})

describe('another file', () => {
  test.each([
    ['liste.pdf', '%PDF-1.7 kari@fjordvik.no'],
    ['liste.xlsx', kari],
    ['liste.xls', '\xd0\xcf\x11\xe0'],
    ['liste', kari],
    ['', ''],
  ])('%s is not read', async (name, content) => {
    expect(await readRecipients(name, utf8(content))).toBeUndefined()
  })

  test('that is empty names nobody, and is no workbook', async () => {
    expect(await readRecipients('liste.csv', utf8(''))).toEqual({ named: [], nobody: [] })
    expect(await readRecipients('liste.xlsx', utf8(''))).toBeUndefined()
  })
})

test('what Excel calls Unicode text, a heading of one word and a quote that is never closed are read', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('kari@x.no\tKari\n', 'utf16le')])
  expect(await readRecipients('liste.txt', utf16)).toMatchObject({ named: ['kari@x.no'] })
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(await readRecipients('a.csv', bytes('E-post\nKari,kari@x.no\n'))).toMatchObject({
    named: ['kari@x.no'],
  })
  expect(await readRecipients('b.csv', bytes('"Kari;kari@x.no\nOla;ola@x.no\n'))).toMatchObject({
    named: ['kari@x.no', 'ola@x.no'],
  })
})
