/** A Word file read back with other libraries than the one that wrote it. */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

export type ReadWord = {
  /** All files by their path. */
  files: Readonly<Record<string, string>>
  /** Of the body, in order; tables included. */
  paragraphs: readonly string[]
  /** The tables as rows of cells. */
  tables: readonly (readonly (readonly string[])[])[]
  headings: readonly { style: string; text: string }[]
  /** All that a reader sees, the header and the footer included. */
  text: string
}

/** Throws where a part is not well-formed XML. */
export function readWord(bytes: Uint8Array): ReadWord {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  )
  for (const content of Object.values(files)) parse(content)
  const body = parse(files['word/document.xml'] ?? '')
  const paragraphs = all(body, 'w:p').map(textOf)
  const edges = ['word/header1.xml', 'word/footer1.xml'].flatMap((path) => {
    const edge = files[path]
    return edge === undefined ? [] : [textOf(parse(edge))]
  })
  return {
    files,
    paragraphs,
    tables: all(body, 'w:tbl').map((table) =>
      all(table, 'w:tr').map((row) =>
        all(row, 'w:tc').map((cell) => all(cell, 'w:p').map(textOf).join('\n')),
      ),
    ),
    headings: all(body, 'w:p').flatMap((paragraph) => {
      const style = all(paragraph, 'w:pStyle')[0]?.getAttribute('w:val') ?? ''
      return /^(Title|Heading\d)$/.test(style) ? [{ style, text: textOf(paragraph) }] : []
    }),
    text: [...paragraphs, ...edges].join('\n').replaceAll('\u00a0', ' '),
  }
}

/** The row of a table that begins with a cell. */
export const rowOf = ({ tables }: ReadWord, first: string): readonly string[] | undefined =>
  tables.flat().find(([cell]) => cell === first)

const parse = (xml: string): Element => {
  const fail = (_: string, message: string): never => {
    throw new Error(`not well-formed: ${message}`)
  }
  const root = new DOMParser({ onError: fail }).parseFromString(xml, 'text/xml').documentElement
  if (!root) throw new Error('no element')
  return root
}

const all = (within: Element, name: string): Element[] => [...within.getElementsByTagName(name)]

function textOf(node: Node): string {
  if (node.nodeName === 'w:t') return node.textContent ?? ''
  if (node.nodeName === 'w:br') return '\n'
  return [...node.childNodes].map(textOf).join('')
}
