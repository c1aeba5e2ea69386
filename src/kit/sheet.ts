/** A list as an Excel file: headings, a filter, and days and amounts that can be reckoned with. */
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import type { Day } from './day.ts'

/** In Excel's words. `@` keeps what begins with = + - or @ text, also when somebody goes into the cell and out again. */
const formats = {
  text: '@',
  day: 'dd.mm.yyyy',
  time: 'dd.mm.yyyy hh:mm',
  kroner: '#,##0',
  count: '0',
  score: '0.0',
}
export type Column<Row> = {
  heading: string
  /** In characters. */
  width: number
  format: keyof typeof formats
  value(row: Row): CellValue
}

export const textColumn = <Row>(
  heading: string,
  width: number,
  value: (row: Row) => string | null,
): Column<Row> => ({ heading, width, format: 'text', value })

export const dayColumn = <Row>(heading: string, value: (row: Row) => Day | null): Column<Row> => ({
  heading,
  width: 14,
  format: 'day',
  value: (row) => midnight(value(row)),
})

/** `score` shows one decimal, and keeps them all. */
export const numberColumn = <Row>(
  heading: string,
  format: 'kroner' | 'count' | 'score',
  value: (row: Row) => number | null,
): Column<Row> => ({ heading, width: 14, format, value })

/** As the cells are written, and bold. */
const headingFont = { name: 'Calibri', size: 11, bold: true }

/** An Excel file of one sheet, with a row for each in the order given; at most 26 columns. */
export const sheetOf = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map(({ width, format }) => ({ width, numFmt: formats[format] })),
        rows: [
          columns.map(({ heading }) => heading),
          ...rows.map((row) => columns.map(({ value }) => value(row))),
        ],
        cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: headingFont } }])),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${letterOf(columns.length)}${rows.length + 1}` },
      },
    ],
  })

export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const letterOf = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column - 1)

/** Days are written by their midnight in UTC. */
const midnight = (on: Day | null): Date | null => (on === null ? null : new Date(`${on}T00:00Z`))
