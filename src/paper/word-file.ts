import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { legible } from './legible.ts'
import type { Paper } from './paper.ts'
import { blockParts, lineRuns } from './word-blocks.ts'
import { bullets, page, styles, textWidth } from './word-look.ts'

/** A paper as a Word file. `from` is who it comes from, `at` the time that it is dated with, epoch milliseconds. */
export async function wordFile(
  paper: Paper,
  { from, at }: { from: string; at: number },
): Promise<Uint8Array> {
  const { title, about, number, draft, cover = [], blocks } = paper
  const named = `${number} ${title}`
  const document = new Document({
    title: legible(named),
    subject: legible(typeof about === 'string' ? about : ''),
    creator: 'Innkjøpsassistenten',
    lastModifiedBy: 'Innkjøpsassistenten',
    styles,
    numbering: bullets,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              bottom: page.bottom,
              left: page.side,
              right: page.side,
              header: page.edge,
              footer: page.edge,
            },
          },
        },
        headers: { default: new Header({ children: [edge(from, draft ? ['Utkast'] : [])] }) },
        footers: {
          default: new Footer({
            children: [edge(named, ['Side ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES])],
          }),
        },
        children: [
          ...cover.flatMap(blockParts),
          new Paragraph({
            heading: HeadingLevel.TITLE,
            pageBreakBefore: cover.length > 0,
            children: lineRuns(title),
          }),
          new Paragraph({ style: 'About', children: lineRuns(about) }),
          ...blocks.flatMap(blockParts),
        ],
      },
    ],
  })
  return dated(await Packer.toBuffer(document), at)
}

type EdgeText = ConstructorParameters<typeof TextRun>[0]

/** What stands to the left and to the right at the top or the bottom of every page. */
const edge = (left: string, right: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): Paragraph => {
  const rightText: EdgeText = { children: [new Tab(), ...right] }
  return new Paragraph({
    style: 'Edge',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [new TextRun(legible(left).replaceAll('\n', ' ')), new TextRun(rightText)],
  })
}

/** The library dates what it writes with the time now. Here it gets the time it is given, so that the same gives the same. */
function dated(bytes: Uint8Array, at: number): Uint8Array {
  const files = unzipSync(bytes)
  const ordered = Object.entries(files)
    .sort(([a], [b]) => Number(b === types) - Number(a === types))
    .map(([path, content]) => [
      path,
      path === properties ? strToU8(withTime(strFromU8(content), at)) : content,
    ])
  return zipSync(Object.fromEntries(ordered), { mtime: firstZipDay })
}

/** What stands first in the file tells other programs what it is. */
const types = '[Content_Types].xml'
const properties = 'docProps/core.xml'
/** In the machine's own time zone, as zip files keep it. */
const firstZipDay = new Date(1980, 0, 1)

const withTime = (core: string, at: number): string =>
  core
    .replace(/(?<=<dcterms:(?:created|modified)[^>]*>)[^<]*/g, new Date(at).toISOString())
    .replace('</cp:coreProperties>', '<dc:language>nb-NO</dc:language></cp:coreProperties>')
