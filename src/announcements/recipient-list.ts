/** A list of people that somebody uploads: e-mail addresses or ids, in whichever column they stand. */
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'

/** More than a municipality has employees. */
const mostRows = 20_000

const email = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/
const entraId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const isPerson = (cell: string): boolean => email.test(cell) || entraId.test(cell)

/**
 * The people a file names, each once and as written, and the rows that name nobody, by number and what stands there; undefined
 * for a file that is neither .xlsx nor text. A first row without a person is taken for headings.
 */
export async function readRecipients(
  name: string,
  content: Uint8Array,
): Promise<{ named: string[]; nobody: string[] } | undefined> {
  const rows = await rowsIn(name, content).catch(() => undefined)
  if (!rows) return undefined
  const named: string[] = []
  const nobody: string[] = []
  rows.slice(0, mostRows).forEach((cells, at) => {
    const filled = cells.map((cell) => cell.trim()).filter(Boolean)
    const person = filled.find((cell) => email.test(cell)) ?? filled.find(isPerson)
    if (person) named.push(person)
    else if (filled.length > 0 && at > 0) nobody.push(`${at + 1}: ${filled.join(' ').slice(0, 60)}`)
  })
  return { named: [...new Set(named)], nobody }
}

async function rowsIn(name: string, content: Uint8Array): Promise<string[][] | undefined> {
  if (content[0] === 0x50 && content[1] === 0x4b) {
    const { sheets } = await readXlsx(content)
    return sheets[0]?.rows.map((row) =>
      row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))),
    )
  }
  if (!/\.(csv|txt)$/i.test(name)) return undefined
  const text = decoded(content)
  const delimiter = [';', '\t', ','].find((sign) => text.includes(sign)) ?? ';'
  const how = { delimiter, bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: false }
  try {
    return parse(text, how)
  } catch {
    // A quote that is never closed: each line is then taken as it stands.
    return parse(text, { ...how, quote: false })
  }
}

/** Excel in Norway writes .csv in its own old alphabet where it is not told otherwise. */
function decoded(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}
