import { type Day, dayAt } from '../kit/day.ts'
import { type Column, dayColumn, sheetOf, textColumn } from '../kit/sheet.ts'

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

const columns: readonly Column<CaseRow>[] = [
  textColumn('Nummer', 12, ({ number }) => number),
  textColumn('Slag', 10, ({ kind }) => kind),
  textColumn('Tittel', 50, ({ title }) => title),
  textColumn('Enhet', 24, ({ unit }) => unit),
  textColumn('Emne', 24, ({ topic }) => topic),
  textColumn('Status', 20, ({ state }) => state),
  textColumn('Meldt av', 22, ({ requester }) => requester),
  textColumn('Saksbehandler', 22, ({ owner }) => owner),
  textColumn('Godkjenner', 22, ({ approver }) => approver),
  { heading: 'Verdi uten mva', width: 16, format: 'kroner', value: ({ value }) => value },
  dayColumn('Meldt', ({ openedAt }) => dayAt(openedAt)),
  dayColumn('Frist', ({ dueOn }) => dueOn),
  dayColumn('Sist endret', ({ changedAt }) => dayAt(changedAt)),
  textColumn('Referanse', 20, ({ reference }) => reference),
]

/** An Excel file with a row for each case in the order given. Days are those in Oslo. */
export const casesSheet = (rows: readonly CaseRow[]): Promise<Uint8Array> => sheetOf('Saker', columns, rows)
