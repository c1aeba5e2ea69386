import { type Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type { KnowledgeFault } from './fault.ts'

export type ReadYaml = {
  value: unknown
  /** The line in the file on which the value at a path stands, or its nearest parent's. */
  lineOf(path: readonly PropertyKey[]): number
  faults: KnowledgeFault[]
}

/** Reads YAML and remembers the lines. `firstLine` is the line of the file on which the YAML begins. */
export function readYaml(source: string, file: string, firstLine = 1): ReadYaml {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, schema: 'core' })
  const line = (offset: number) => lines.linePos(offset).line + firstLine - 1
  const fault = (offset: number, message: string) => ({
    file,
    line: line(offset),
    field: 'yaml',
    problem: `kan ikke leses: ${message.split('\n')[0]?.replace(/ at line .*$/, '')}`,
  })
  const faults = document.errors.map((error) => fault(error.pos[0], error.message))
  const lineOf = (path: readonly PropertyKey[]) => line(offsetOf(document, path))
  if (faults.length > 0) return { value: undefined, lineOf, faults }
  try {
    return { value: document.toJS(), lineOf, faults }
  } catch (error) {
    // Aliases that unfold without end are found only here.
    return {
      value: undefined,
      lineOf,
      faults: [fault(0, error instanceof Error ? error.message : String(error))],
    }
  }
}

/**
 * Text as a YAML value on one line, which is read as what it was: JSON's strings are YAML's too. Days and ids are left bare,
 * as people write them.
 */
export const quoted = (text: string): string =>
  /^([a-z]+-)?\d{4}-\d{2}(-\d{2}|\d{2,})$/.test(text) ? text : JSON.stringify(text.toWellFormed())

/** The id that an item gives itself, before anything else of it is read. */
export const idIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = startOf(node)
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(part))
      if (!pair) break
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(part)]
      offset = startOf(node) ?? offset
    } else break
  }
  return offset ?? 0
}

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined
