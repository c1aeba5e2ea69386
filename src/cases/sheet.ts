import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { type Day, dayAt } from '../kit/day.ts'

/** A case as people read it: names and words looked up, instants in epoch milliseconds. */
export type CaseRow = {
  number: string
  kind: string
  title: string
  unit: string | null
  topic: string | null
  state: string
  requester: string
  owner: string | null
  approver: string | null
  /** Whole kroner without VAT; a question has none. */
  value: number | null
  openedAt: number
  dueOn: Day | null
  changedAt: number
  reference: string | null
}

/** In Excel's words. `@` keeps what begins with = + - or @ text, also when somebody goes into the cell and out again. */
const formats = { text: '@', day: 'dd.mm.yyyy', kroner: '#,##0' }
type Column = {
  heading: string
  /** In characters. */
  width: number
  format: keyof typeof formats
  value(row: CaseRow): CellValue
}
const text = (heading: string, width: number, value: (row: CaseRow) => string | null): Column => ({
  heading,
  width,
  format: 'text',
  value,
})
const day = (heading: string, value: (row: CaseRow) => Day | null): Column => ({
  heading,
  width: 14,
  format: 'day',
  value: (row) => midnight(value(row)),
})

const columns: readonly Column[] = [
  text('Nummer', 12, ({ number }) => number),
  text('Slag', 10, ({ kind }) => kind),
  text('Tittel', 50, ({ title }) => title),
  text('Enhet', 24, ({ unit }) => unit),
  text('Emne', 24, ({ topic }) => topic),
  text('Status', 20, ({ state }) => state),
  text('Meldt av', 22, ({ requester }) => requester),
  text('Saksbehandler', 22, ({ owner }) => owner),
  text('Godkjenner', 22, ({ approver }) => approver),
  { heading: 'Verdi uten mva', width: 16, format: 'kroner', value: ({ value }) => value },
  day('Meldt', ({ openedAt }) => dayAt(openedAt)),
  day('Frist', ({ dueOn }) => dueOn),
  day('Sist endret', ({ changedAt }) => dayAt(changedAt)),
  text('Referanse', 20, ({ reference }) => reference),
]

/** As the cells are written, and bold. */
const headingFont = { name: 'Calibri', size: 11, bold: true }

/** An Excel file of one sheet, with a row for each case in the order given. Days are those in Oslo. */
export const casesSheet = (rows: readonly CaseRow[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'Saker',
        columns: columns.map(({ width, format }) => ({ width, numFmt: formats[format] })),
        rows: [
          columns.map(({ heading }) => heading),
          ...rows.map((row) => columns.map(({ value }) => value(row))),
        ],
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: headingFont } }])),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${lastColumn}${rows.length + 1}` },
      },
    ],
  })

const lastColumn = String.fromCharCode('A'.charCodeAt(0) + columns.length - 1)

/** Days are written by their midnight in UTC. */
const midnight = (on: Day | null): Date | null => (on === null ? null : new Date(`${on}T00:00Z`))
