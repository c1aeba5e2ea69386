import { readFileSync } from 'node:fs'
import draft4 from 'ajv-draft-04'
import formats from 'ajv-formats'
import { parse } from 'csv-parse/sync'

const folder = new URL('ocds/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

// The schema has words of its own, such as `codelist`, that say nothing of what is valid.
const ajv = new draft4.default({ strict: false, allErrors: true })
formats.default(ajv)
const valid = ajv.compile(JSON.parse(read('release-schema.json')))

/** What the official schema of OCDS 1.1.5 finds wrong with a release. */
export const faultsOf = (release: unknown): string[] =>
  valid(release) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

/** The codes of an official open codelist, such as `partyRole`. */
export const codesOf = (codelist: string): string[] =>
  parse(read(`${codelist}.csv`), { columns: true }).map((row) => String((row as { Code: string }).Code)) // its own column
