import { describe, expect, test } from 'vitest'
import { write } from '../../../src/intake/documents/documents.ts'
import type { SubmittedRequest } from '../../../src/intake/request.ts'
import type { Band } from '../../../src/rules/rules.ts'
import { readWord } from '../../support/read-word.ts'
import { full, inBand, municipality } from './requests.ts'

const read = async (request: SubmittedRequest) => readWord(await write('protocol', request, municipality))

/** The points as reference, what is asked and what is written. */
const pointsOf = async (request: SubmittedRequest) => {
  const { tables } = await read(request)
  return tables.find(([head]) => head?.[1] === 'Punkt')?.slice(1) ?? []
}
const letters = (last: string) =>
  Array.from({ length: last.charCodeAt(0) - 96 }, (_, at) => String.fromCharCode(97 + at))

describe('the points', () => {
  test('part II, special services and part IV have all fifteen of § 10-5', async () => {
    for (const band of ['2', 'S', '4'] as const) {
      expect((await pointsOf(inBand(band))).map(([letter]) => letter)).toEqual([...letters('o'), '§ 7-1'])
      expect((await read(inBand(band))).text).toContain('Anskaffelsesforskriften § 10-5 andre ledd')
    }
    expect((await read(inBand('4'))).text).toContain('§ 30-1 sjuende ledd')
  })

  test('part III has all sixteen of § 25-5', async () => {
    expect((await pointsOf(inBand('3'))).map(([letter]) => letter)).toEqual([...letters('p'), '§ 7-1'])
    expect((await read(inBand('3'))).text).toContain('Anskaffelsesforskriften § 25-5 andre ledd')
  })

  test.for([
    ['2', 'h', /dialogen ble en annen/],
    ['2', 'k', /ble valgt/],
    ['2', 'n', /ideelle organisasjoner/],
    ['3', 'c', /ikke er delt/],
    ['3', 'd', /forhandling eller dialog/],
    ['3', 'k', /falt fra underveis/],
    ['3', 'm', /ble valgt/],
  ] as const)(
    'band %s: letter %s is the one that the paragraph gives that letter',
    async ([band, letter, asks]) => {
      expect((await pointsOf(inBand(band))).find(([at]) => at === letter)?.[1]).toMatch(asks)
    },
  )

  test('part I has the short form of § 7-1, with a table of those who were asked', async () => {
    const word = await read(inBand('1'))
    expect(word.text).toContain('Anskaffelsesforskriften § 7-1')
    expect(new Set((await pointsOf(inBand('1'))).map(([at]) => at))).toEqual(
      new Set(['–', 'første ledd', 'andre ledd', 'tredje ledd']),
    )
    expect(word.headings.map(({ text }) => text)).toContain('Leverandører som er spurt')
  })

  test('below the act it is a note, and no paragraph is said to ask for it', async () => {
    const word = await read(full)
    expect(word.headings[0]?.text).toBe('Notat om kjøpet')
    expect(word.text).toContain('Kommunens eget notat. Anskaffelsesloven gjelder ikke for kjøpet.')
    expect(word.text).toContain('Leverandører som er spurt')
    expect(word.text).not.toContain('Slik er pliktene ivaretatt')
  })

  test('utilities and concessions have the points of their own regulations', async () => {
    const utilities = await read({ ...inBand('3'), kind: 'utilities-works' })
    expect(utilities.text).toContain('Forsyningsforskriften § 21-5')
    expect(utilities.text).toContain('Innkjøpsseksjonen avklarer om den gjelder.')
    const concession = await read({ ...inBand('3'), kind: 'concession' })
    expect(concession.text).toContain('Konsesjonskontraktforskriften § 7-1')
    expect(concession.text).not.toContain('§ 25-5')
  })
})

describe('what is filled in', () => {
  test.for(['0', '1', '2', '3', '4', 'S'] as const)(
    'band %s: who buys, what, the value and the agreement',
    async (band) => {
      const text = (await read(inBand(band))).text
      expect(text).toContain('Eksempelkommunen, organisasjonsnummer 987 654 321')
      expect(text).toContain('Transporttjeneste for brukere av dagsenteret på Åsbråten')
      expect(text).toMatch(/Anslått verdi: [\d ]+ kroner uten merverdiavgift/)
      expect(text).toContain('Buss og turbuss (A-067) dekker ikke behovet.')
    },
  )

  test('all else is a marked place with a hint', async () => {
    const known = { '2': ['a', 'b', 'j', 'n', 'o'], '3': ['a', 'b', 'l', 'p'] } as const
    for (const band of ['2', '3'] as const)
      for (const [letter = '', , content] of await pointsOf(inBand(band)))
        if (!(known[band] as readonly string[]).includes(letter))
          expect(content).toMatch(/^\[Fylles ut\]\u00a0 \S/)
  })

  test('that a competition is reserved is asked of health and social services alone', async () => {
    const reserved = async (band: Band) =>
      (await pointsOf(inBand(band))).find(([letter]) => letter === 'n')?.[2]
    expect(await reserved('4')).toMatch(/^\[Fylles ut\]/)
    expect(await reserved('2')).toBe('Ikke relevant: gjelder bare helse- og sosialtjenester.')
  })

  test('what was said of ties to suppliers stands where it is asked', async () => {
    for (const [band, letter] of [
      ['2', 'j'],
      ['3', 'l'],
    ] as const)
      expect((await pointsOf(inBand(band))).find(([at]) => at === letter)?.[2]).toMatch(
        /^Kjenner du eller noen nær deg en leverandør\? Nei\n\[Fylles ut\]/,
      )
  })

  test('an agreement that is deviated from waits for consent', async () => {
    const agreement = { id: 'A-1', title: 'Buss', use: 'deviation', reason: 'Fullt' } as const
    const text = (await read({ ...inBand('1'), agreement })).text
    expect(text).toContain('[Fylles ut]  samtykke fra innkjøpsseksjonen, dato')
  })

  test('a date that is too soon and earlier requests are among what mattered', async () => {
    const [, , content] = (await pointsOf(inBand('2'))).find(([letter]) => letter === 'o') ?? []
    expect(content).toContain('Ønsket dato, 15.12.2026, er tidligere enn et slikt kjøp vanligvis tar.')
    expect(content).toContain('2026-0017')
  })

  test('each duty of the law has room for how it was met', async () => {
    const { tables } = await read(inBand('3'))
    const met = tables.find(([head]) => head?.[2] === 'Slik er det gjort')?.slice(1) ?? []
    expect(met).toHaveLength(full.duties.filter(({ authority }) => authority === 'law').length)
    for (const [, , how] of met) expect(how).toMatch(/\[Fylles ut\]/)
    expect(met[0]?.[2]).toMatch(/^Hvordan tar dere hensyn til klima og miljø\? Vi stiller krav\n/)
  })
})

test('it says at the top that it is a draft that a person completes', async () => {
  for (const band of ['0', '1', '2', '3', '4', 'S'] as const) {
    const { paragraphs } = await read(inBand(band))
    expect(paragraphs.slice(0, 5)).toContain('Dette er et utkast.')
    expect(paragraphs.slice(0, 5).join(' ')).toContain(
      'En person fyller ut resten, kontrollerer alt og signerer.',
    )
  }
})

test('without an organisation number there is a place for it', async () => {
  const own = { name: 'Eksempelkommunen', organisationNumber: undefined }
  expect(readWord(await write('protocol', full, own)).text).toContain('[Fylles ut]  organisasjonsnummer')
})
