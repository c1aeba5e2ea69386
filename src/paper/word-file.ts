import {
  AlignmentType,
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
import type { Language } from '../kit/say.ts'
import type { Paper } from './blocks.ts'
import { legible } from './legible.ts'
import { blockParts, lineRuns } from './word-blocks.ts'
import { bullets, frame, languageTags, page, stylesOf, textWidth } from './word-look.ts'

/** The media type of a Word file. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A paper as a Word file. `from` is who it comes from, `at` the time that it is dated with, epoch milliseconds. */
export async function wordFile(
  paper: Paper,
  { from, at }: { from: string; at: number },
): Promise<Uint8Array> {
  const { title, about, number, language = 'nb', framed = false, cover = [], blocks } = paper
  const named = number === undefined ? title : `${number} ${title}`
  const document = new Document({
    title: legible(named),
    subject: legible(typeof about === 'string' ? about : ''),
    creator: 'Innkjøpsassistenten',
    lastModifiedBy: 'Innkjøpsassistenten',
    styles: stylesOf({ language, framed }),
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
            ...(framed && { borders: frame }),
          },
        },
        ...edges(named, from, paper),
        children: [
          ...cover.flatMap(blockParts),
          new Paragraph({
            heading: HeadingLevel.TITLE,
            pageBreakBefore: cover.length > 0,
            children: lineRuns(title),
          }),
          ...(about === undefined ? [] : [new Paragraph({ style: 'About', children: lineRuns(about) })]),
          ...blocks.flatMap(blockParts),
        ],
      },
    ],
  })
  return dated(await Packer.toBuffer(document), { at, language })
}

const edges = (named: string, from: string, { draft, language = 'nb', framed }: Paper) => {
  const words = edgeWords[language]
  const marks = draft ? [words.draft] : []
  if (framed)
    return { headers: { default: new Header({ children: [centred([from, ...marks].join(' · '))] }) } }
  const pages = [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES]
  return {
    headers: { default: new Header({ children: [edge(from, marks)] }) },
    footers: { default: new Footer({ children: [edge(named, pages)] }) },
  }
}

const edgeWords = {
  nb: { draft: 'Utkast', page: 'Side', of: 'av' },
  nn: { draft: 'Utkast', page: 'Side', of: 'av' },
  en: { draft: 'Draft', page: 'Page', of: 'of' },
} as const satisfies Record<Language, object>

const centred = (words: string): Paragraph =>
  new Paragraph({ style: 'Edge', alignment: AlignmentType.CENTER, children: [new TextRun(inOneLine(words))] })

type EdgeText = ConstructorParameters<typeof TextRun>[0]

/** What stands to the left and to the right at the top or the bottom of every page. */
const edge = (left: string, right: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): Paragraph => {
  const rightText: EdgeText = { children: [new Tab(), ...right] }
  return new Paragraph({
    style: 'Edge',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [new TextRun(inOneLine(left)), new TextRun(rightText)],
  })
}

const inOneLine = (words: string): string => legible(words).replaceAll('\n', ' ')

/** The library dates what it writes with the time now. Here it gets the time it is given, so that the same gives the same. */
function dated(bytes: Uint8Array, how: { at: number; language: Language }): Uint8Array {
  const files = unzipSync(bytes)
  const ordered = Object.entries(files)
    .sort(([a], [b]) => Number(b === types) - Number(a === types))
    .map(([path, content]) => [
      path,
      path === properties ? strToU8(withTime(strFromU8(content), how)) : content,
    ])
  return zipSync(Object.fromEntries(ordered), { mtime: firstZipDay })
}

/** What stands first in the file tells other programs what it is. */
const types = '[Content_Types].xml'
const properties = 'docProps/core.xml'
/** In the machine's own time zone, as zip files keep it. */
const firstZipDay = new Date(1980, 0, 1)

const withTime = (core: string, { at, language }: { at: number; language: Language }): string =>
  core
    .replace(/(?<=<dcterms:(?:created|modified)[^>]*>)[^<]*/g, new Date(at).toISOString())
    .replace(
      '</cp:coreProperties>',
      `<dc:language>${languageTags[language]}</dc:language></cp:coreProperties>`,
    )
