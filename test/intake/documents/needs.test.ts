import { describe, expect, test } from 'vitest'
import { write } from '../../../src/intake/documents/documents.ts'
import type { SubmittedRequest } from '../../../src/intake/request.ts'
import { readWord, rowOf } from '../../support/read-word.ts'
import { bare, full, municipality } from './requests.ts'

const read = async (request: SubmittedRequest) => readWord(await write('needs', request, municipality))
const plain = (cells: readonly string[] | undefined) => cells?.map((cell) => cell.replaceAll('\u00a0', ' '))

test('says who asks, when, and for whom', async () => {
  const word = await read(full)
  expect(word.headings[0]?.text).toBe('Behovsbeskrivelse')
  expect(rowOf(word, 'Nummer')).toEqual(['Nummer', '2026-0042'])
  expect(rowOf(word, 'Sendt inn')).toEqual(['Sendt inn', '22.11.2026 12:05'])
  expect(rowOf(word, 'Meldt av')).toEqual(['Meldt av', 'Kari Nordmann'])
  expect(rowOf(word, 'På vegne av')).toEqual(['På vegne av', 'Ola Høgås'])
  expect(rowOf(word, 'Enhet')).toEqual(['Enhet', 'Åsbråten dagsenter'])
})

test('shows the arithmetic, the value and which rules hold', async () => {
  const word = await read({ ...full, near: 'Regn som om grensen er nådd.' })
  expect(plain(rowOf(word, 'Slik ble det sagt'))?.[1]).toBe('«9000 i måneden i 2+1+1 år uten mva»')
  expect(plain(rowOf(word, 'Regnestykket'))?.[1]).toBe('9 000 kroner × 48 måneder = 432 000 kroner')
  expect(plain(rowOf(word, 'Anslått verdi'))?.[1]).toBe('432 000 kroner uten merverdiavgift')
  expect(plain(rowOf(word, 'Varighet'))?.[1]).toBe('4 år, opsjoner medregnet')
  expect(plain(rowOf(word, 'Regler'))?.[1]).toContain('Under anskaffelsesloven')
  expect(plain(rowOf(word, 'Nær en grense'))?.[1]).toBe('Regn som om grensen er nådd.')
})

describe('the agreement', () => {
  test('none found is not the same as none there is', async () => {
    const { text } = await read({ ...full, agreement: undefined })
    expect(text).toContain('Det ble ikke funnet noen rammeavtale for kjøpet.')
    expect(text).toContain('Innkjøpsseksjonen bekrefter at ingen avtale gjelder.')
  })

  test('one that does not cover it is named with the reason', async () => {
    const word = await read(full)
    expect(rowOf(word, 'Avtale')?.[1]).toBe('Buss og turbuss (A-067)')
    expect(rowOf(word, 'Bruk')?.[1]).toContain('dekker ikke behovet')
    expect(rowOf(word, 'Begrunnelse')?.[1]).toContain('ikke faste ruter med rullestol')
  })

  test('a deviation must be agreed to before anything is ordered', async () => {
    const agreement = { id: 'A-1', title: 'Buss', use: 'deviation', reason: ' ' } as const
    const word = await read({ ...full, agreement })
    expect(rowOf(word, 'Bruk')?.[1]).toContain('avklares skriftlig med innkjøpsseksjonen')
    expect(rowOf(word, 'Begrunnelse')?.[1]).toMatch(/^\[Fylles ut\]/)
  })
})

describe('time', () => {
  test('a date that is too soon is marked', async () => {
    expect(rowOf(await read(full), 'Ønsket dato')?.[1]).toBe(
      '15.12.2026\nTidligere enn et slikt kjøp vanligvis tar.',
    )
  })

  test('one that is not is not', async () => {
    expect(rowOf(await read({ ...full, tooSoon: false }), 'Ønsket dato')?.[1]).toBe('15.12.2026')
  })
})

describe('answers', () => {
  test('what stands in the document already is not said twice', async () => {
    const { tables } = await read(full)
    const questions = tables.find(([head]) => head?.[0] === 'Spørsmål')?.map(([question]) => question)
    expect(questions).toEqual([
      'Spørsmål',
      'Kan dere låne, reparere eller bruke noe kommunen har?',
      'Kjenner du eller noen nær deg en leverandør?',
      'Hvordan tar dere hensyn til klima og miljø?',
      'Er det dekning i budsjettet?',
    ])
  })

  test('one that was read as something else is shown as it was said', async () => {
    const answers = [{ step: 'need', question: 'Hva trenger du?', answer: 'Noe å sitte på' }]
    expect(rowOf(await read({ ...full, answers }), 'Hva trenger du?')?.[1]).toBe('Noe å sitte på')
  })
})

describe('duties', () => {
  test('the law and the own rules stand apart', async () => {
    const { tables, headings } = await read(full)
    const [law, own] = tables.filter(([head]) => head?.[0] === 'Plikt')
    expect(law?.map(([name]) => name)).toContain('Personvern')
    expect(law?.map(([name]) => name)).not.toContain('Tilbud')
    expect(own?.map(([name]) => name)).toEqual(['Plikt', 'Tilbud', 'Gjenbruk, lån og reparasjon'])
    expect(headings.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Lov og forskrift', 'Kommunens egne regler']),
    )
  })

  test('each has its legal basis, and what is unconfirmed is marked', async () => {
    const word = await read(full)
    expect(plain(rowOf(word, 'Klima og miljø'))?.[2]).toBe('Anskaffelsesloven § 5b')
    expect(plain(rowOf(word, 'Lønns- og arbeidsvilkår'))?.[2]).toBe(
      'Anskaffelsesloven §§ 5e og 5i\nmå bekreftes',
    )
  })
})

test('earlier requests are shown, and what they come to with this one', async () => {
  const word = await read(full)
  expect(plain(rowOf(word, '2026-0029'))).toEqual([
    '2026-0029',
    'Leie av minibuss i høstferien',
    'Åsbråten dagsenter',
    '18.09.2026',
    '21 500 kroner',
  ])
  expect(word.text).toContain('Sammen med denne: 491 500 kroner')
})

test('attachments are named with their size', async () => {
  const { text } = await read(full)
  expect(text).toContain('Ruteplan og brukere.xlsx (24 kB)')
  expect(text).toContain('Kart over hentesteder.pdf (1,3 MB)')
})

test('there is room to sign for both', async () => {
  const word = await read(full)
  expect(rowOf(word, 'Godkjenner')).toEqual(['Godkjenner', 'Per Aasen, virksomhetsleder', '', ''])
})

test('what is not known is a marked place', async () => {
  const word = await read(bare)
  for (const name of ['Enhet', 'Problemet det løser', 'Ønsket dato', 'Følger opp avtalen', 'Godkjenner'])
    expect(rowOf(word, name)?.[1]).toMatch(/^\[Fylles ut\]/)
  expect(word.text).not.toMatch(/undefined|null|NaN|\[object/)
  expect(word.text).toContain('Ikke undersøkt')
  expect(rowOf(word, 'På vegne av')).toBeUndefined()
})
