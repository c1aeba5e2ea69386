import type { z } from 'zod'
import type { Place } from './item.ts'

/** Something wrong in a knowledge file, told to the one who keeps it: where, which field, and what is permitted. */
export type KnowledgeFault = {
  file: string
  line: number
  field: string
  problem: string
  /** The id of the item that is left out because of it: links to it are not dead. */
  leftOut?: string
}

/** A fault in one field of an item. */
export const faultAt = (
  { file, line, fieldLines }: Place,
  field: string,
  problem: string,
): KnowledgeFault => ({
  file,
  line: fieldLines?.[field] ?? line,
  field,
  problem,
})

export const writeFault = (fault: KnowledgeFault): string =>
  `${fault.file}:${fault.line}  ${fault.field}: ${fault.problem}`

/** Where a schema's issues belong: the file, the line of each field, and the id that the item gives itself. */
type Written = { file: string; lineOf(path: readonly PropertyKey[]): number; id?: unknown }

/** Reads what stands in a file by its schema; what is wrong comes back as faults. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { file, lineOf, id }: Written,
): { data: z.output<Schema>; faults?: never } | { data?: never; faults: KnowledgeFault[] } {
  const read = schema.safeParse(value, { reportInput: true })
  if (read.success) return { data: read.data }
  const faults = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: [...issue.path, key],
          field: key,
          problem: 'er ikke et kjent felt. Rett skrivemåten eller fjern det',
        }))
      : [{ path: issue.path, field: fieldAt(issue.path), problem: problemOf(issue) }],
  )
  return {
    faults: faults.map(({ path, field, problem }) => ({
      file,
      line: lineOf(path),
      field,
      problem,
      ...(typeof id === 'string' && { leftOut: id }),
    })),
  }
}

const fieldAt = (path: readonly PropertyKey[]): string =>
  path.filter((part) => typeof part === 'string').join(' › ') || 'innhold'

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'mangler. Feltet må fylles ut'
        : `har feil type. Skriv ${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `må være ${issue.values.map((value) => `«${String(value)}»`).join(' eller ')}`
    case 'too_small':
      return 'er tomt. Feltet må fylles ut'
    case 'invalid_format':
      return `har feil form. ${issue.message}`
    default:
      return issue.message
  }
}

const kinds: Record<string, string> = {
  string: 'tekst (i anførselstegn hvis den ser ut som et tall)',
  number: 'et helt tall',
  boolean: 'true eller false',
  array: 'en liste i hakeparenteser',
  object: 'navn og verdi',
}
