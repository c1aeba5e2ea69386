import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseRow, casesSheet } from '../../src/cases/sheet.ts'
import { dayOfSerial, readSheet } from '../support/read-sheet.ts'

const purchase: CaseRow = {
  number: '2026-0042',
  kind: 'Kjøp',
  title: 'Nye møbler til lærerværelset',
  unit: 'Skogen skole',
  topic: 'Møbler og inventar',
  state: 'Under arbeid',
  requester: 'Kari Ansatt',
  owner: 'Ola Innkjøper',
  approver: 'Per Rektor',
  value: 1_300_000,
  // half past midnight in Oslo, the day before in UTC
  openedAt: Date.parse('2026-11-25T23:30:00Z'),
  dueOn: '2026-12-03',
  changedAt: Date.parse('2026-06-30T22:15:00Z'),
  reference: '26/1234',
}
const question: CaseRow = {
  ...purchase,
  number: 'S-2026-0007',
  kind: 'Spørsmål',
  unit: null,
  topic: null,
  owner: null,
  approver: null,
  value: null,
  dueOn: null,
  reference: null,
}
const sheetOf = async (...rows: CaseRow[]) => readSheet(await casesSheet(rows))

test('the first row is the headings: bold, frozen, with a filter over all rows', async () => {
  const { name, rows, frozenRows, filtered, widths } = await sheetOf(purchase, question)
  expect(name).toBe('Saker')
  expect(rows[0]?.map(({ value }) => value)).toEqual([
    'Nummer',
    'Slag',
    'Tittel',
    'Enhet',
    'Emne',
    'Status',
    'Meldt av',
    'Saksbehandler',
    'Godkjenner',
    'Verdi uten mva',
    'Meldt',
    'Frist',
    'Sist endret',
    'Referanse',
  ])
  expect(rows[0]?.every(({ kind, bold }) => kind === 'text' && bold)).toBe(true)
  expect(rows[1]?.some(({ bold }) => bold)).toBe(false)
  expect(frozenRows).toBe(1)
  expect(filtered).toBe('A1:N3')
  expect(widths).toHaveLength(14)
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(10)
})

test('a case is a row of texts, a number and days', async () => {
  const { rows } = await sheetOf(purchase)
  expect(rows[1]?.map(({ kind, format }) => `${kind} ${format}`)).toEqual([
    ...Array(9).fill('text @'),
    'number #,##0',
    ...Array(3).fill('number dd.mm.yyyy'),
    'text @',
  ])
  expect(
    rows[1]?.map(({ value, format }) => (format === 'dd.mm.yyyy' ? dayOfSerial(Number(value)) : value)),
  ).toEqual([
    '2026-0042',
    'Kjøp',
    'Nye møbler til lærerværelset',
    'Skogen skole',
    'Møbler og inventar',
    'Under arbeid',
    'Kari Ansatt',
    'Ola Innkjøper',
    'Per Rektor',
    1_300_000,
    '2026-11-26T00:00:00.000Z',
    '2026-12-03T00:00:00.000Z',
    '2026-07-01T00:00:00.000Z',
    '26/1234',
  ])
})

test('what a case does not have is an empty cell, in the format of its column', async () => {
  const { rows } = await sheetOf(question)
  expect(rows[1]?.flatMap(({ kind, format }, at) => (kind === 'empty' ? [`${at} ${format}`] : []))).toEqual([
    '3 @',
    '4 @',
    '7 @',
    '8 @',
    '9 #,##0',
    '11 dd.mm.yyyy',
    '13 @',
  ])
})

test('no cases are the headings alone', async () => {
  const { rows, filtered } = await sheetOf()
  expect(rows).toHaveLength(1)
  expect(filtered).toBe('A1:N1')
})

test.each([
  '=HYPERLINK("https://ond.example";"Klikk")',
  '=1+1',
  '+47 12 34 56 78',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '12',
  '2026-07-01',
  'TRUE',
  // names that every JavaScript object has: another library wrote them as something else
  'constructor',
  '__proto__',
])('the title %j stays that text', async (title) => {
  const { rows } = await sheetOf({ ...purchase, title, requester: title })
  expect(rows[1]?.[2]).toMatchObject({ kind: 'text', value: title, format: '@' })
  expect(rows[1]?.[6]).toMatchObject({ kind: 'text', value: title, format: '@' })
})

test('whatever people write gives a file that can be read, with no formula in it', async () => {
  const written = fc.string({ unit: 'binary', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(written, written), { maxLength: 5 }), async (pairs) => {
      const { rows } = await sheetOf(...pairs.map(([title, unit]) => ({ ...purchase, title, unit })))
      expect(rows).toHaveLength(pairs.length + 1)
      expect(rows.flat().filter(({ kind }) => kind === 'formula')).toEqual([])
    }),
  )
})

test('a thousand cases keep their order', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => ({ ...purchase, number: String(at) }))
  const { rows } = await sheetOf(...many)
  expect(rows.slice(1).map(([number]) => Number(number?.value))).toEqual(many.map((_, at) => at))
})
