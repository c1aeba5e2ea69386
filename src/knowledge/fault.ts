import type { z } from 'zod'
import type { Place } from './item.ts'

/** Something wrong in a knowledge file, told to the one who keeps it: where, which field, and what is permitted. */
export type KnowledgeFault = { file: string; line: number; field: string; problem: string }

/** A fault in one field of an item. */
export const faultAt = ({ file, line, fieldLines }: Place, field: string, problem: string): KnowledgeFault => ({
  file,
  line: fieldLines?.[field] ?? line,
  field,
  problem,
})

export const writeFault = (fault: KnowledgeFault): string =>
  `${fault.file}:${fault.line}  ${fault.field}: ${fault.problem}`

/** zod's issues as faults. `lineOf` tells on which line a field stands. */
export function faultsOf(
  issues: readonly z.core.$ZodIssue[],
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): KnowledgeFault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        file,
        line: lineOf([...issue.path, key]),
        field: key,
        problem: 'er ikke et kjent felt. Rett skrivemåten eller fjern det',
      }))
    const field = issue.path.filter((part) => typeof part === 'string').join(' › ') || 'innhold'
    return [{ file, line: lineOf(issue.path), field, problem: problemOf(issue) }]
  })
}

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
  array: 'en liste i hakeparenteser',
  object: 'navn og verdi',
}
