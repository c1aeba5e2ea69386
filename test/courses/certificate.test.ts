import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Certified, certificate, certificateName } from '../../src/courses/certificate.ts'
import { emptyContent, kinds, languages, longest, most, type Session } from '../../src/courses/event.ts'
import { asPdf, noOffice } from '../support/office.ts'
import { readWord, rowOf } from '../support/read-word.ts'

const session = (id: string, day: string, from: string, to: string): Session => ({
  id,
  day,
  from,
  to,
  code: '482913',
})
const content = { ...emptyContent, title: 'Rammeavtaler og avrop', teacher: 'Ola Høgås' }
const full: Certified = {
  event: { content },
  name: 'Kari Nordmann',
  attended: [session('1', '2027-01-12', '09:00', '11:30'), session('3', '2027-01-26', '12:00', '15:00')],
  municipality: 'Eksempelkommunen',
  // half past midnight in Oslo, the day before in UTC
  at: Date.parse('2027-01-27T23:30:00Z'),
  language: 'nb',
}
const read = async (certified: Partial<Certified> = {}) =>
  readWord(await certificate({ ...full, ...certified }))

describe('a certificate', () => {
  test('says who was at which course', async () => {
    const { headings, paragraphs } = await read()
    expect(headings).toEqual([
      { style: 'Title', text: 'Kursbevis' },
      { style: 'Heading1', text: 'Rammeavtaler og avrop' },
    ])
    expect(paragraphs.slice(0, 4)).toEqual([
      'Kursbevis',
      'Kari Nordmann',
      'har deltatt på kurset',
      'Rammeavtaler og avrop',
    ])
  })

  test('says which days, from when to when, and how long in all', async () => {
    const { tables } = await read()
    expect(tables).toEqual([
      [
        ['Til stede', '12.01.2027 09:00–11:30\n26.01.2027 12:00–15:00'],
        ['Til sammen', '5 timer og 30 minutter'],
        ['Kursholder', 'Ola Høgås'],
        ['Utstedt av', 'Eksempelkommunen, innkjøpsseksjonen'],
        ['Dato', '28.01.2027'],
      ],
    ])
  })

  test('keeps what is for those in the room', async () => {
    const { files } = await read()
    expect(Object.values(files).join('')).not.toContain('482913')
  })

  test.for([
    ['09:00', '10:00', '1 time'],
    ['09:00', '09:45', '45 minutter'],
    ['09:00', '11:01', '2 timer og 1 minutt'],
  ] as const)('from %s to %s is %s', async ([from, to, inAll]) => {
    const found = await read({ attended: [session('1', '2027-01-12', from, to)] })
    expect(rowOf(found, 'Til sammen')?.[1]).toBe(inAll)
  })

  test('has no row for a teacher that nobody has named', async () => {
    expect(
      rowOf(await read({ event: { content: { ...content, teacher: ' ' } } }), 'Kursholder'),
    ).toBeUndefined()
  })

  test('is in the language of its reader', async () => {
    const leader = { content: { ...content, kind: 'leader-course' as const } }
    const nynorsk = await read({ event: leader, language: 'nn' })
    expect(nynorsk.text).toContain('har delteke på leiarkurset')
    expect(rowOf(nynorsk, 'Utferda av')?.[1]).toBe('Eksempelkommunen, innkjøpsseksjonen')
    const english = await read({ event: leader, language: 'en' })
    expect(english.text).toContain('took part in the course for leaders')
    expect(rowOf(english, 'In all')?.[1]).toBe('5 hours and 30 minutes')
    expect(english.files['docProps/core.xml']).toContain('<dc:language>en-GB</dc:language>')
  })

  test.for(kinds)('says of every kind that somebody took part: %s', async (kind) => {
    const texts = await Promise.all(
      languages.map(async (language) => {
        const { paragraphs } = await read({ event: { content: { ...content, kind } }, language })
        return paragraphs[2]
      }),
    )
    expect(texts).toEqual([
      expect.stringMatching(/^har deltatt på \w/),
      expect.stringMatching(/^har delteke på \w/),
      expect.stringMatching(/^took part in \w/),
    ])
  })
})

describe('the same certificate', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('gives the same bytes at any time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 0, 28) })
    const first = await certificate(full)
    vi.setSystemTime(Date.UTC(2031, 3, 1, 23, 59))
    expect(Buffer.from(await certificate(full)).equals(first)).toBe(true)
  })
})

test('whatever people write gives a file that can be read', async () => {
  const words = fc.string({ unit: 'binary', maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(words, words, words, words, async (name, title, teacher, municipality) => {
      const { headings } = await read({
        name,
        municipality,
        event: { content: { ...content, title, teacher } },
      })
      expect(headings).toHaveLength(2)
    }),
    { numRuns: 60 },
  )
})

describe('the name of the file', () => {
  test('is what it is and of which course', () => {
    expect(certificateName({ content }, 'nb')).toBe('Kursbevis Rammeavtaler og avrop.docx')
    expect(certificateName({ content }, 'en')).toBe('Course certificate Rammeavtaler og avrop.docx')
  })

  test('can be saved in Windows and SharePoint whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = certificateName({ content: { ...content, title } }, 'nb')
        expect(name).toMatch(/^Kursbevis[^\\/:*?"<>|#%\p{Cc}]*\.docx$/u)
        expect(name).not.toMatch(/[ .]\.docx$/)
        expect([...name].length).toBeLessThanOrEqual(105)
      }),
    )
  })
})

describe.skipIf(noOffice)('in LibreOffice', () => {
  const longEvent = {
    content: {
      ...content,
      title: 'Anskaffelser '.repeat(20).slice(0, longest.title),
      teacher: 'Professor Østlie '.repeat(20).slice(0, longest.teacher),
    },
  }
  const all = Array.from({ length: most.sessions }, (_, at) =>
    session(String(at), `2027-02-${at + 10}`, '09:00', '11:30'),
  )

  test('a certificate is one page, also of the longest course', async () => {
    const long = await certificate({
      ...full,
      name: 'Anne-Margrethe Christine Alexandra Øvrebø-Bjørnstjerne von Wittgenstein',
      event: longEvent,
      attended: all,
      municipality: 'Nord-Østerdal og Gudbrandsdalen interkommunale innkjøpssamarbeid',
    })
    const pdfs = asPdf({ full: await certificate(full), long })
    expect(Object.keys(pdfs).sort()).toEqual(['full', 'long'])
    for (const pdf of Object.values(pdfs))
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }, 180_000)
})
