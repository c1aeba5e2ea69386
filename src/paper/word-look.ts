/** How every document looks: A4, a calm sans serif, few colours, all of them readable when printed in grey. */
import {
  type IBaseParagraphStyleOptions,
  type IStylesOptions,
  type ITableBordersOptions,
  LevelFormat,
  ShadingType,
} from 'docx'

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

/** Room within the shading, above the first line and below the last. */
const inNotice = { style: 'single', size: 48, color: colours.notice, space: 0 } as const

const font = 'Calibri'
/** Half-points. */
const sizes = { body: 21, small: 18, title: 44, about: 28, heading1: 28, heading2: 23 }

const headingLook = (size: number, before: number, after: number): IBaseParagraphStyleOptions => ({
  run: { font, size, bold: true, color: colours.heading },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after } },
})

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: sizes.body, color: colours.ink, language: { value: 'nb-NO' } },
      paragraph: { spacing: { after: 120, line: 269 } },
    },
    title: {
      run: { font, size: sizes.title, bold: true, color: colours.heading },
      paragraph: { keepNext: true, spacing: { before: 120, after: 80 } },
    },
    heading1: headingLook(sizes.heading1, 360, 120),
    heading2: headingLook(sizes.heading2, 240, 100),
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
    { id: 'Cell', name: 'Celle', basedOn: 'Normal', paragraph: { spacing: { before: 50, after: 50 } } },
    {
      id: 'Edge',
      name: 'Topp og bunn',
      basedOn: 'Normal',
      run: { size: sizes.small, color: colours.quiet },
      paragraph: { spacing: { after: 0 } },
    },
  ],
  characterStyles: [
    { id: 'Fill', name: 'Fylles ut', run: { bold: true, shading: filledWith(colours.fill) } },
    { id: 'Quiet', name: 'Dempet', run: { size: sizes.small, color: colours.quiet } },
  ],
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
