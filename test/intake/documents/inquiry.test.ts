import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { write } from '../../../src/intake/documents/documents.ts'
import { supplierRequirements } from '../../../src/intake/documents/supplier-requirements.ts'
import type { SubmittedRequest } from '../../../src/intake/request.ts'
import { openKnowledge } from '../../../src/knowledge/knowledge.ts'
import { type ReadWord, readWord, rowOf } from '../../support/read-word.ts'
import { anyRequest } from './any-request.ts'
import { bare, full, municipality } from './requests.ts'

const read = async (request: SubmittedRequest) => readWord(await write('inquiry', request, municipality))

test('says what is bought, when and for how long', async () => {
  const word = await read(full)
  expect(rowOf(word, 'Kjøpet')?.[1]).toBe('Transporttjeneste for brukere av dagsenteret på Åsbråten')
  expect(rowOf(word, 'Levering eller oppstart')?.[1]).toBe('15.12.2026')
  expect(rowOf(word, 'Varighet')?.[1]).toBe('4 år, opsjoner medregnet')
})

test('what the buyer must decide is a marked place', async () => {
  const word = await read(bare)
  for (const name of ['Til', 'Kontaktperson', 'Frist for tilbud', 'Levering eller oppstart', 'Sendes til'])
    expect(rowOf(word, name)?.[1]).toMatch(/^\[Fylles ut\]/)
  expect(rowOf(word, 'Kvalitet')?.[1]).toMatch(/^\[Fylles ut\]/)
})

test('the recipients stand on a sheet of their own, which goes before the rest is sent', async () => {
  const { files, paragraphs, headings } = await read(full)
  expect(headings.map(({ text }) => text).slice(0, 3)).toEqual([
    'Før du sender',
    'Mottakere',
    'Forespørsel om tilbud',
  ])
  expect(files['word/document.xml']?.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1)
  const cover = paragraphs.slice(0, paragraphs.indexOf('Forespørsel om tilbud')).join('\n')
  expect(cover).toContain('Slett denne siden før du sender.')
  for (const at of [1, 2, 3]) expect(cover).toContain(`Leverandør ${at}`)
})

const bareDuty = { title: '', text: '', legalBasis: '', authority: 'local', confirmed: true } as const

describe('requirements', () => {
  test('each duty that concerns suppliers is put to them', async () => {
    const word = await read(full)
    for (const name of ['Klima og miljø', 'Nullutslipp fra kjøretøy', 'Personvern', 'Faktura'])
      expect(rowOf(word, name)).toBeDefined()
    expect(rowOf(word, 'Personvern')?.[1]).toContain('Databehandleravtale')
  })

  test('where the municipality asks it of itself, its own handbook is not named', async () => {
    const own = { ...bareDuty, id: 'p-sarbare', legalBasis: 'Innkjøpshåndboka punkt 9' }
    const word = await read({ ...full, duties: [own] })
    expect(rowOf(word, 'Barn og sårbare')?.[2]).toBe('Kommunens eget krav')
    expect(word.text).not.toContain('Innkjøpshåndboka')
  })

  test('none is made up', async () => {
    const { text } = await read({ ...full, duties: [] })
    expect(text).not.toMatch(/EHF|Databehandleravtale|tariffavtale|Nullutslipp/)
  })

  test('one that is not confirmed must be, before it is sent', async () => {
    expect(rowOf(await read(full), 'Lønns- og arbeidsvilkår')?.[2]).toContain(
      'bekreft kravet med innkjøpsseksjonen før du sender',
    )
  })

  test('every duty in the rules is either put to suppliers or the municipality’s own', async () => {
    const { duties } = (await openKnowledge('knowledge')).rules
    const undecided = duties.map(({ id }) => id).filter((id) => !(id in supplierRequirements) && !own.has(id))
    expect(undecided).toEqual([])
    const ids = new Set(duties.map(({ id }) => id))
    expect(Object.keys(supplierRequirements).filter((id) => !ids.has(id))).toEqual([])
  })
})

/** Duties that the municipality has by itself: procedure, publishing, documents, authority and its own routines. */
const own = new Set(
  `p-under-loven p-del1 p-del2 p-del3 p-del4 p-forsyning p-konsesjon p-uten-kunngjoring p-uten-kunngjoring-f
  p-uten-kunngjoring-k p-doffin p-ted p-ted-saerlige p-ted-helse p-karens2 p-karens3 p-karens-s p-karens4 p-dok1 p-dok2
  p-dok3 p-behov p-behov-f p-habil p-vikar p-verdi p-type p-arkiv p-rammeavtale p-gjenbruk p-budsjett p-ehandel p-oppfolging
  p-losning p-sektor p-seksjon p-direkte p-tre p-leder p-direktor p-enbruker p-bil-unntak p-krav-f p-behandling p-dpia
  p-verdi-f`.split(/\s+/),
)

describe('nothing of the inside reaches a supplier', () => {
  const secret = (at: string) => `hemmelig-${at}`
  const secretive = (request: SubmittedRequest): SubmittedRequest => ({
    ...request,
    title: 'Kontorstoler',
    number: '2026-0042',
    unit: 'Rådhuset',
    problem: secret('problem'),
    requester: secret('requester'),
    onBehalfOf: secret('behalf'),
    agreement: {
      id: secret('agreement'),
      title: secret('title'),
      use: 'not-covered',
      reason: secret('reason'),
    },
    group: secret('group'),
    valueLines: [secret('line')],
    valueAsSaid: secret('said'),
    conclusion: secret('conclusion'),
    near: secret('near'),
    duties: [
      ...full.duties,
      { ...bareDuty, id: 'p-leder', title: secret('duty'), text: secret('duty text') },
    ],
    approver: secret('approver'),
    followUp: secret('follow-up'),
    answers: [{ step: secret('step'), question: secret('question'), answer: secret('answer') }],
    earlier: [
      {
        number: secret('number'),
        title: secret('earlier'),
        unit: secret('unit'),
        value: 77_777,
        day: '2026-01-01',
      },
    ],
    attachments: [{ name: secret('file'), bytes: 1 }],
  })
  /** All that is read, and what stands in the properties of the file. */
  const told = ({ text, files }: ReadWord) =>
    `${text}\n${files['docProps/core.xml']?.replace(/xmlns\S+|\d{4}-\d\d-\d\dT[^<]*/g, '')}`
  const figuresIn = (word: ReadWord) =>
    told(word)
      .split('\n')
      .map((line) => line.replace(/[^\d]/g, ''))

  test('whatever the request', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, fc.integer({ min: 100_000, max: 99_999_999 }), async (request, value) => {
        const word = await read({ ...secretive(request), value })
        expect(Object.values(word.files).some((content) => content.includes('hemmelig'))).toBe(false)
        expect(figuresIn(word).filter((figures) => /77777/.test(figures))).toEqual([])
        expect(figuresIn(word).filter((figures) => figures.includes(String(value)))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test.for([
    ['Kontorstoler til 432 000 kr', 'Kontorstoler til'],
    ['20 kontorstoler, ca. 432000 kroner', '20 kontorstoler, ca.'],
    ['Kontorstoler for 0,432 mill', 'Kontorstoler for'],
    ['432k til kontorstoler', 'til kontorstoler'],
    ['Kontorstoler til fire hundre og trettito tusen kroner', 'Kontorstoler til'],
  ] as const)('nor an amount in what is bought: %s', async ([title, left]) => {
    const word = await read({ ...full, title, valueAsSaid: title })
    expect(rowOf(word, 'Kjøpet')?.[1]).toBe(left)
    expect(told(word)).not.toMatch(/432|trettito/)
  })

  test('and where the value may still be read out of the words, they are left out', async () => {
    const word = await read({ ...full, title: 'Stoler 4-3-2-0-0-0 432/000 x432000x', value: 432_000 })
    expect(rowOf(word, 'Kjøpet')?.[1]).toMatch(/^\[Fylles ut\]/)
  })
})
