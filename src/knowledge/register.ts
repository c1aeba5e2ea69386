import { type Info, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { daySchema } from '../kit/day.ts'
import { type KnowledgeFault, readBy } from './fault.ts'
import { type Agreement, callOffMethods } from './item.ts'

const filled = z.string().trim().min(1)
const list = z.string().transform((written) =>
  written
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)
const methods = Object.keys(callOffMethods) as (keyof typeof callOffMethods)[] // keys of a const object

/** One row of the register; the keys are its headings, in the order in which they are written. */
const rowSchema = z.strictObject({
  Id: filled,
  Avtalenummer: z.string().regex(/^\d{4}\/\d+$/, 'Skriv årstall/løpenummer, for eksempel 2024/1000'),
  Tittel: filled,
  Hovedgruppe: filled,
  Faggruppe: filled,
  Leverandør: filled,
  Rangering: z.string().regex(/^([1-9]\d?)?$/, 'Skriv 1, 2, 3 … eller la feltet stå tomt'),
  Dekker: list.refine((parts) => parts.length > 0, 'er tomt. Skriv det avtalen dekker, med komma mellom'),
  Omfang: filled,
  Bestilling: filled,
  'E-handel': z.enum(['ja', 'nei']),
  Avropsmåte: z.enum(methods),
  'Minikonkurranse over': z
    .string()
    .regex(/^\d*$/, 'Skriv kroner uten mva, for eksempel 200000, eller la feltet stå tomt'),
  'Gyldig fra': daySchema,
  'Gyldig til': daySchema,
  Varighet: z.string().regex(/^\d+(\+\d+)*$/, 'Skriv antall år og opsjoner, for eksempel 2+1+1'),
  'Opsjoner brukt': z.string().regex(/^\d+$/, 'Skriv et helt tall, 0 eller mer'),
  'Seneste slutt': daySchema,
  Avtaleansvarlig: filled,
  Revideres: daySchema,
  Kilde: filled,
  Lenker: list,
  Søkeord: list,
})
const headings = Object.keys(rowSchema.shape)

/** Reads the agreement register: CSV with semicolons, UTF-8, headings in bokmål. Rows with faults are left out and told. */
export function readRegister(csv: string, file: string): { items: Agreement[]; faults: KnowledgeFault[] } {
  const faults: KnowledgeFault[] = []
  const items: Agreement[] = []
  const lines = parseLines(csv, file, faults)
  const [header, ...rows] = lines
  if (!header && faults.length === 0)
    faults.push({
      file,
      line: 1,
      field: 'innhold',
      problem: `er tomt. Første linje må være: ${headings.join(';')}`,
    })
  if (!header) return { items, faults }
  faults.push(...headingFaults(header.cells, file))
  if (faults.length > 0) return { items, faults }
  for (const { cells, line } of rows) {
    const row = Object.fromEntries(header.cells.map((heading, at) => [heading, cells[at] ?? '']))
    const read = readBy(rowSchema, row, { file, lineOf: () => line, id: row.Id })
    if (cells.length !== header.cells.length)
      faults.push({
        file,
        line,
        field: 'rad',
        problem: `har ${cells.length} felt. Skal ha ${header.cells.length}`,
        leftOut: row.Id ?? '',
      })
    else if (read.faults) faults.push(...read.faults)
    else items.push(toAgreement(read.data, { file, line }))
  }
  return { items, faults }
}

type Line = { cells: string[]; line: number }
function parseLines(csv: string, file: string, faults: KnowledgeFault[]): Line[] {
  try {
    const read = parse(csv, {
      delimiter: ';',
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    // csv-parse types `info: true` rows as plain rows; this is the shape it documents.
    return (read as unknown as { info: Info; record: string[] }[]).map(({ info, record }) => ({
      cells: record,
      line: info.lines,
    }))
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1
    faults.push({ file, line, field: 'rad', problem: 'kan ikke leses. Et anførselstegn mangler sin make' })
    return []
  }
}

function headingFaults(found: string[], file: string): KnowledgeFault[] {
  const missing = headings.filter((heading) => !found.includes(heading))
  const unknown = found.filter((heading) => !headings.includes(heading))
  const twice = found.filter((heading, at) => found.indexOf(heading) !== at)
  return [
    ...missing.map((field) => ({ file, line: 1, field, problem: 'mangler. Kolonnen må være med' })),
    ...unknown.map((field) => ({
      file,
      line: 1,
      field,
      problem: `er ikke en kjent kolonne. Kjente kolonner: ${headings.join(', ')}`,
    })),
    ...twice.map((field) => ({ file, line: 1, field, problem: 'står to ganger. Behold én kolonne' })),
  ]
}

const toAgreement = (row: z.output<typeof rowSchema>, place: Agreement['place']): Agreement => ({
  type: 'agreement',
  id: row.Id,
  title: row.Tittel,
  owner: row.Avtaleansvarlig,
  validFrom: row['Gyldig fra'],
  validTo: row['Gyldig til'],
  reviewDate: row.Revideres,
  source: row.Kilde,
  links: row.Lenker,
  searchWords: row.Søkeord,
  place,
  agreementNumber: row.Avtalenummer,
  group: row.Hovedgruppe,
  subgroup: row.Faggruppe,
  supplier: row.Leverandør,
  rank: row.Rangering ? Number(row.Rangering) : null,
  covers: row.Dekker,
  scope: row.Omfang,
  ordering: row.Bestilling,
  eOrdering: row['E-handel'] === 'ja',
  callOff: callOffMethods[row.Avropsmåte],
  miniCompetitionOver: row['Minikonkurranse over'] ? Number(row['Minikonkurranse over']) : null,
  term: row.Varighet,
  optionsTaken: Number(row['Opsjoner brukt']),
  latestEnd: row['Seneste slutt'],
})
