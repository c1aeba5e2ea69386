import { describe, expect, test } from 'vitest'
import { documentsFor, write } from '../../../src/intake/documents/documents.ts'
import { bands } from '../../../src/rules/rules.ts'
import { asPdf, noOffice } from '../../support/office.ts'
import { bare, full, inBand, municipality } from './requests.ts'

const hostile = {
  ...full,
  number: '2026-0666',
  title: `${'x'.repeat(3000)} <script>alert(1)</script> \u202e\u0000 👩🏽‍🚒 ]]>`,
  problem: 'En linje\n'.repeat(200),
  unit: 'ÆØÅ '.repeat(300),
}
const requests = { bare, hostile, ...Object.fromEntries(bands.map((band) => [`band-${band}`, inBand(band)])) }

describe.skipIf(noOffice)('in LibreOffice', () => {
  test('every document opens and becomes a PDF', async () => {
    const files: Record<string, Uint8Array> = {}
    for (const [name, request] of Object.entries(requests))
      for (const kind of documentsFor(request))
        if (kind !== 'ocds') files[`${name}-${kind}`] = await write(kind, request, municipality)
    const pdfs = asPdf(files)
    expect(Object.keys(pdfs).sort()).toEqual(Object.keys(files).sort())
    for (const pdf of Object.values(pdfs)) {
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      // Its title is the one of the file, so it was read as what it is.
      expect(pdf.includes(`/Title<FEFF${utf16('2026-0')}`)).toBe(true)
    }
  }, 180_000)
})

const utf16 = (text: string): string =>
  [...text].map((sign) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')).join('')
