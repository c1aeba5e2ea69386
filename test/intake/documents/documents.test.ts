import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  contentTypeOf,
  type DocumentKind,
  documentsFor,
  nameOf,
  write,
} from '../../../src/intake/documents/documents.ts'
import { bands } from '../../../src/rules/rules.ts'
import { readWord } from '../../support/read-word.ts'
import { anyRequest, anyWords } from './any-request.ts'
import { faultsOf } from './ocds-schema.ts'
import { bare, full, inBand, municipality } from './requests.ts'

const kinds: readonly DocumentKind[] = ['needs', 'protocol', 'inquiry', 'ocds']

describe('which documents a request gives', () => {
  test('a small purchase gives a needs description and a release', () => {
    expect(documentsFor(bare)).toEqual(['needs', 'ocds'])
  })

  test('where three suppliers are asked there is an inquiry, and a note to keep', () => {
    expect(documentsFor(full)).toEqual(['needs', 'protocol', 'inquiry', 'ocds'])
  })

  test('from the act on there is a protocol', () => {
    for (const band of bands.filter((band) => band !== '0'))
      expect(documentsFor(inBand(band))).toEqual(['needs', 'protocol', 'ocds'])
  })

  test('nobody is asked while an agreement covers the purchase and the deviation is not agreed to', () => {
    const agreement = { id: 'A-1', title: 'Buss', use: 'deviation', reason: 'Fullt' } as const
    expect(documentsFor({ ...full, agreement })).toEqual(['needs', 'protocol', 'ocds'])
  })
})

describe('names and types', () => {
  test('the name is the number and what it is', () => {
    expect(kinds.map((kind) => nameOf(kind, full))).toEqual([
      '2026-0042 Behovsbeskrivelse.docx',
      '2026-0042 Notat om kjøpet.docx',
      '2026-0042 Forespørsel om tilbud.docx',
      '2026-0042 OCDS.json',
    ])
    expect(nameOf('protocol', inBand('2'))).toBe('2026-0042 Anskaffelsesprotokoll.docx')
  })

  test('any number gives a name that Windows and SharePoint take', () => {
    fc.assert(
      fc.property(anyWords, fc.constantFrom(...kinds), (number, kind) => {
        const name = nameOf(kind, { ...full, number })
        expect(name).toMatch(/^[^\\/:*?"<>|#%\p{Cc}\s.~][^\\/:*?"<>|#%\p{Cc}]*\.(docx|json)$/u)
        expect(name).not.toMatch(/[ .]\.(docx|json)$/)
        expect(name.isWellFormed()).toBe(true)
        expect([...name].length).toBeLessThanOrEqual(105)
      }),
    )
  })

  test('each has its content type', () => {
    expect(contentTypeOf('needs')).toMatch(/wordprocessingml\.document$/)
    expect(contentTypeOf('ocds')).toBe('application/json')
  })
})

describe('the same request', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.for(kinds)('gives the same bytes at any time: %s', async (kind) => {
    vi.setSystemTime(Date.UTC(2026, 10, 22))
    const first = await write(kind, full, municipality)
    vi.setSystemTime(Date.UTC(2031, 3, 1, 23, 59))
    expect(Buffer.from(await write(kind, full, municipality)).equals(first)).toBe(true)
  })
})

test('any request gives Word files that can be read and a release that is valid', async () => {
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      for (const kind of kinds.filter((kind) => kind !== 'ocds')) {
        const { files } = readWord(await write(kind, request, municipality))
        expect(Object.values(files).join('')).not.toMatch(forbidden)
      }
      const release = JSON.parse(new TextDecoder().decode(await write('ocds', request, municipality)))
      expect(faultsOf(release)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

/** What XML has no place for, and marks that turn the reading direction. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|&#x?0*(?:[0-8bcef]|1[0-9a-f]);/iu
