/** An Excel file read back with other libraries than the one that wrote it. */
import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

type ReadCell = {
  kind: 'text' | 'number' | 'formula' | 'empty'
  value: string | number | null
  format: string
  bold: boolean
}
type ReadSheet = {
  name: string
  rows: readonly (readonly ReadCell[])[]
  widths: readonly number[]
  frozenRows: number
  filtered: string
}

/** Reads the first sheet. Throws where a part is not well-formed, or a cell points to a text or style that is not there. */
export function readSheet(bytes: Uint8Array): ReadSheet {
  const files = unzipSync(bytes)
  const part = (path: string) => parse(strFromU8(there(files[path], path)))
  const sheet = part('xl/worksheets/sheet1.xml')
  const texts = all(part('xl/sharedStrings.xml'), 'si').map(({ textContent }) => textContent ?? '')
  const styles = stylesIn(part('xl/styles.xml'))
  const cellIn = (cell: Element): ReadCell => {
    const style = there(styles[Number(cell.getAttribute('s') ?? 0)], 'style')
    const written = all(cell, 'v')[0]?.textContent
    if (all(cell, 'f').length > 0) return { kind: 'formula', value: written ?? null, ...style }
    if (written === undefined || written === null) return { kind: 'empty', value: null, ...style }
    return cell.getAttribute('t') === 's'
      ? { kind: 'text', value: there(texts[Number(written)], `text ${written}`), ...style }
      : { kind: 'number', value: Number(written), ...style }
  }
  const pane = there(all(sheet, 'pane')[0], 'pane')
  return {
    name: all(part('xl/workbook.xml'), 'sheet')[0]?.getAttribute('name') ?? '',
    rows: all(sheet, 'row').map((row) => all(row, 'c').map(cellIn)),
    widths: all(sheet, 'col').map((column) => Number(column.getAttribute('width'))),
    frozenRows: pane.getAttribute('state') === 'frozen' ? Number(pane.getAttribute('ySplit')) : 0,
    filtered: all(sheet, 'autoFilter')[0]?.getAttribute('ref') ?? '',
  }
}

/** Excel counts days from the last of 1899, in the time that the reader's clock shows. */
export const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString()

function stylesIn(styles: Element): Pick<ReadCell, 'format' | 'bold'>[] {
  const formats = new Map(
    all(styles, 'numFmt').map((one) => [one.getAttribute('numFmtId'), one.getAttribute('formatCode') ?? '']),
  )
  const fonts = all(there(all(styles, 'fonts')[0], 'fonts'), 'font')
  return all(there(all(styles, 'cellXfs')[0], 'cellXfs'), 'xf').map((style) => ({
    format: formats.get(style.getAttribute('numFmtId')) ?? 'General',
    bold: all(there(fonts[Number(style.getAttribute('fontId'))], 'font'), 'b').length > 0,
  }))
}

function parse(xml: string): Element {
  const fail = (_: string, message: string): never => {
    throw new Error(`not well-formed: ${message}`)
  }
  return there(new DOMParser({ onError: fail }).parseFromString(xml, 'text/xml').documentElement, 'root')
}

const all = (within: Element, name: string): Element[] => [...within.getElementsByTagName(name)]

function there<Thing>(thing: Thing | undefined | null, what: string): Thing {
  if (thing === undefined || thing === null) throw new Error(`no ${what}`)
  return thing
}
