/** How every document looks: A4, a calm sans serif, few colours, all of them readable when printed in grey. */
import {
  AlignmentType,
  type IBaseParagraphStyleOptions,
  type IPageBordersOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  type ITableBordersOptions,
  LevelFormat,
  LineRuleType,
  PageBorderOffsetFrom,
  ShadingType,
} from 'docx'
import type { Language } from '../kit/say.ts'

/** Twips, a twentieth of a point. */
export const page = { width: 11_906, height: 16_838, side: 1247, top: 1531, bottom: 1361, edge: 680 }
export const textWidth = page.width - 2 * page.side

export const colours = {
  ink: '1F2933',
  heading: '17375E',
  quiet: '545F6B',
  rule: 'B8C2CC',
  head: 'E6ECF2',
  notice: 'F2F5F8',
  fill: 'FFF2B3',
} as const

export const filledWith = (fill: string) => ({ type: ShadingType.CLEAR, color: 'auto', fill })

const line = { style: 'single', size: 4, color: colours.rule } as const
const none = { style: 'none', size: 0, color: 'auto' } as const
/** Lines between the rows and none between the columns. */
export const borders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
}

const frameLine = { style: 'single', size: 18, color: colours.heading, space: 24 } as const
/** Round a page, in points from its edge. */
export const frame: IPageBordersOptions = {
  pageBorders: { offsetFrom: PageBorderOffsetFrom.PAGE },
  pageBorderTop: frameLine,
  pageBorderBottom: frameLine,
  pageBorderLeft: frameLine,
  pageBorderRight: frameLine,
}

/** Room within the shading, above the first line and below the last. */
const inNotice = { style: 'single', size: 48, color: colours.notice, space: 0 } as const

const font = 'Calibri'
/** Half-points. */
const sizes = { small: 18, about: 28, heading2: 23, display: 64 }
/** What a framed sheet has otherwise than the rest. Sizes in half-points, distances in twips. */
const looks = {
  plain: {
    body: 21,
    title: { size: 44, before: 120, after: 80 },
    heading1: { size: 28, before: 360, after: 120 },
    paragraph: { spacing: { after: 120, line: 269 } },
    cell: {},
  },
  framed: {
    body: 22,
    title: { size: 60, before: 1300, after: 0 },
    heading1: { size: 36, before: 0, after: 560 },
    paragraph: {
      spacing: { after: 120, line: 269, lineRule: LineRuleType.AUTO },
      alignment: AlignmentType.CENTER,
    },
    cell: { alignment: AlignmentType.LEFT },
  },
} as const

type Around = { size: number; before: number; after: number }
const headingLook = ({ size, before, after }: Around): IBaseParagraphStyleOptions => ({
  run: { font, size, bold: true, color: colours.heading },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
})

/** As Word and screen readers name a language. */
export const languageTags = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const satisfies Record<
  Language,
  string
>

export function stylesOf({ language, framed }: { language: Language; framed: boolean }): IStylesOptions {
  const look = framed ? looks.framed : looks.plain
  const { size, before, after } = look.title
  return {
    default: {
      document: {
        run: { font, size: look.body, color: colours.ink, language: { value: languageTags[language] } },
        paragraph: look.paragraph,
      },
      title: {
        run: { font, size, bold: true, color: colours.heading },
        paragraph: { keepNext: true, spacing: { before, after } },
      },
      heading1: headingLook(look.heading1),
      heading2: headingLook({ size: sizes.heading2, before: 240, after: 100 }),
    },
    paragraphStyles: [
      {
        id: 'About',
        name: 'Om',
        basedOn: 'Normal',
        run: { size: sizes.about, color: colours.quiet },
        paragraph: { keepNext: true, spacing: { after: 280 } },
      },
      {
        id: 'Notice',
        name: 'Merk',
        basedOn: 'Normal',
        paragraph: {
          keepLines: true,
          indent: { left: 200, right: 0 },
          spacing: { after: 60 },
          shading: filledWith(colours.notice),
          border: {
            top: inNotice,
            bottom: inNotice,
            left: { style: 'single', size: 24, color: colours.heading, space: 8 },
          },
        },
      },
      {
        id: 'Cell',
        name: 'Celle',
        basedOn: 'Normal',
        paragraph: { spacing: { before: 50, after: 50 }, ...look.cell },
      },
      {
        id: 'Edge',
        name: 'Topp og bunn',
        basedOn: 'Normal',
        run: { size: sizes.small, color: colours.quiet },
        paragraph: { spacing: { after: 0 } },
      },
      ...(framed ? [displayStyle] : []),
    ],
    characterStyles: [
      { id: 'Fill', name: 'Fylles ut', run: { bold: true, shading: filledWith(colours.fill) } },
      { id: 'Quiet', name: 'Dempet', run: { size: sizes.small, color: colours.quiet } },
    ],
  }
}

const displayStyle: IParagraphStyleOptions = {
  id: 'Display',
  name: 'Stor',
  basedOn: 'Normal',
  run: { size: sizes.display, color: colours.ink },
  paragraph: {
    keepLines: true,
    spacing: { before: 560, after: 280, line: 240, lineRule: LineRuleType.AUTO },
  },
}

export const bullets = {
  config: [
    {
      reference: 'points',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 397, hanging: 284 }, spacing: { after: 60 } } },
        },
      ],
    },
  ],
}
