import {
  HeadingLevel,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Line, Lines } from './blocks.ts'
import { legible } from './legible.ts'
import { borders, colours, filledWith, textWidth } from './word-look.ts'

/** The part of a fact's row that its name takes. */
const nameShare = 0.29
/** A row with more text than this may be parted between two pages; one that filled a page could not be shown else. */
const longestWhole = 1200
/** In letters; what is longer is written smaller, in half-points, so that it does not fill the sheet. */
const longestDisplay = 40
const smallerDisplay = 44
/** Room to sign, in twips. */
const signHeight = 680
/** Twips. */
const gapHeight = 160
const cellMargins = { top: 20, bottom: 20, left: 100, right: 100 }

export function blockParts(block: Block): (Paragraph | Table)[] {
  switch (block.is) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: lineRuns(block.text),
        }),
      ]
    case 'display':
      return [
        new Paragraph({
          style: 'Display',
          children: runs(block.text, block.text.length > longestDisplay ? { size: smallerDisplay } : {}),
        }),
      ]
    case 'text':
      return block.lines.map((line) => new Paragraph({ children: lineRuns(line) }))
    case 'notice':
      return [
        ...block.lines.map((line) => new Paragraph({ style: 'Notice', children: lineRuns(line) })),
        gap(),
      ]
    case 'list':
      return [
        ...block.items.map(
          (item) => new Paragraph({ numbering: { reference: 'points', level: 0 }, children: lineRuns(item) }),
        ),
        gap(),
      ]
    case 'facts':
      return [
        grid(
          [nameShare, 1 - nameShare],
          block.rows.map(([name, value]) => row([{ strong: name }, value])),
          { firstColumn: true },
        ),
        gap(),
      ]
    case 'table':
      return [grid(block.shares, [headRow(block.columns), ...block.rows.map(row)], { firstRow: true }), gap()]
    case 'signatures':
      return [
        grid(
          [1.1, 1.5, 0.9, 2],
          [
            headRow(['Rolle', 'Navn', 'Dato', 'Underskrift']),
            ...block.people.map(
              ([role, name]) =>
                new TableRow({
                  cantSplit: true,
                  height: { value: signHeight, rule: HeightRule.ATLEAST },
                  children: [cell({ strong: role }), cell(name), cell(''), cell('')],
                }),
            ),
          ],
          { firstRow: true, firstColumn: true },
        ),
      ]
  }
}

/** The text of one line; what a person wrote in several lines stays so. */
export function lineRuns(line: Line): TextRun[] {
  if (typeof line === 'string') return runs(line)
  if ('fill' in line)
    return [...runs('[Fylles ut]', { style: 'Fill' }), ...runs(`\u00a0 ${line.fill}`, { style: 'Quiet' })]
  if ('mark' in line) return runs(line.mark, { style: 'Fill' })
  if ('strong' in line) return runs(line.strong, { bold: true })
  return runs(line.quiet, { style: 'Quiet' })
}

const runs = (words: string, look: { style?: string; bold?: boolean; size?: number } = {}): TextRun[] =>
  legible(words)
    .split('\n')
    .map((text, at) => new TextRun({ ...look, text, ...(at > 0 && { break: 1 }) }))

const isLines = (lines: Lines): lines is readonly Line[] => Array.isArray(lines)

const cell = (lines: Lines): TableCell =>
  new TableCell({
    children: (isLines(lines) ? lines : [lines]).map(
      (line) => new Paragraph({ style: 'Cell', children: lineRuns(line) }),
    ),
  })

const row = (cells: readonly Lines[]): TableRow =>
  new TableRow({
    cantSplit: JSON.stringify(cells).length < longestWhole,
    children: cells.map((lines) => cell(lines)),
  })

const headRow = (columns: readonly string[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column) =>
        new TableCell({
          shading: filledWith(colours.head),
          verticalAlign: VerticalAlignTable.BOTTOM,
          children: [
            new Paragraph({ style: 'Cell', keepNext: true, children: lineRuns({ strong: column }) }),
          ],
        }),
    ),
  })

/** A table over the whole width. Its columns do not grow with a long word: that breaks instead. */
function grid(
  shares: readonly number[],
  rows: TableRow[],
  tableLook: { firstRow?: true; firstColumn?: true },
): Table {
  const total = shares.reduce((sum, share) => sum + share, 0)
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((share / total) * textWidth)),
    layout: TableLayoutType.FIXED,
    margins: cellMargins,
    borders,
    tableLook: { noHBand: true, noVBand: true, ...tableLook },
    rows,
  })
}

/** Between parts. Tables that follow each other would grow together without it. */
const gap = (): Paragraph =>
  new Paragraph({ spacing: { after: 0, line: gapHeight, lineRule: 'exact' }, children: [] })
