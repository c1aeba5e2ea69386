import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { channelFor, readChannels, readChannelsFile } from '../../src/cases/channels-file.ts'
import { Fault } from '../../src/kit/fault.ts'

const read = (source: string, known = {}) => readChannelsFile(source, 'channels.yaml', known)
const faultIn = (source: string, known = {}): string => {
  try {
    read(source, known)
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    return error instanceof Fault ? error.message : ''
  }
  return 'no fault'
}

const sample = `
frister: { kjøp: 10, spørsmål: 2 }
kanaler:
  - { id: general, navn: General, standard: true }
  - { id: "19:bygg@thread.tacv2", navn: Bygg, emner: [Rørleggertjenester, Malertjenester], enheter: [eiendom] }
  - { id: skole, navn: Skole, enheter: [skogen] }
`

test('a file gives its channels and time limits', () => {
  const { channels, timeLimits } = read(sample)
  expect(timeLimits).toEqual({ purchase: 10, question: 2 })
  expect(channels[1]).toEqual({
    id: '19:bygg@thread.tacv2',
    name: 'Bygg',
    topics: ['Rørleggertjenester', 'Malertjenester'],
    units: ['eiendom'],
    isStandard: false,
  })
})

test.each(['', '# bare en kommentar\n', 'frister: {}\nkanaler: []\n'])(
  '%j is no channels, and the usual limits',
  (source) => {
    expect(read(source)).toEqual({ channels: [], timeLimits: { purchase: 5, question: 3 } })
  },
)

describe('a case is shown', () => {
  const shown = (topic: string | null, unit: string | null, source = sample) =>
    channelFor({ topic, unit }, read(source))?.id

  test('in the channel of its topic, also where its unit has another', () => {
    expect(shown('Malertjenester', 'skogen')).toBe('19:bygg@thread.tacv2')
  })

  test('in the channel of its unit, where its topic has none or it has no topic', () => {
    expect(shown('Matvarer', 'skogen')).toBe('skole')
    expect(shown(null, 'eiendom')).toBe('19:bygg@thread.tacv2')
  })

  test('in the standard channel, where neither has one', () => {
    expect(shown('Matvarer', 'helse')).toBe('general')
    expect(shown(null, null)).toBe('general')
  })

  test('nowhere, where none is standard', () => {
    expect(shown('Matvarer', 'helse', 'kanaler: [{ id: a, navn: A, emner: [Heis] }]')).toBeUndefined()
    expect(shown('Heis', null, '')).toBeUndefined()
  })
})

describe('a fault names the line, the field and what is permitted', () => {
  test.each([
    ['kanaler: [{ navn: A }]', /^channels\.yaml:1 {2}kanaler › id: mangler/],
    ['kanaler:\n  - id: a\n    navn: A\n    farge: rød', /:4 {2}farge: er ikke et kjent felt/],
    ['kanaler:\n  - id: a\n    navn: ""', /:3 {2}kanaler › navn: er tomt/],
    [
      'kanaler:\n  - id: a\n    navn: A\n    emner: Heis',
      /:4 {2}kanaler › emner: har feil type\. Skriv en liste/,
    ],
    [
      'kanaler:\n  - id: a\n    navn: A\n    standard: ja',
      /:4 .*standard: har feil type\. Skriv true eller false/,
    ],
    [
      'kanaler:\n  - id: 19%3Aabc%40thread.tacv2\n    navn: A',
      /:2 {2}kanaler › id: har feil form\. .*: for %3A/,
    ],
    [
      'kanaler:\n  - id: https://teams.microsoft.com/l/channel/a\n    navn: A',
      /:2 {2}kanaler › id: har feil form/,
    ],
    ['kanaler: general', /:1 {2}kanaler: har feil type\. Skriv en liste/],
    ['frister: { kjøp: 0 }', /:1 {2}frister › kjøp: må være et helt antall virkedager fra 1 til 250/],
    ['frister: { spørsmål: 2.5 }', /frister › spørsmål: må være et helt antall virkedager/],
    ['frister: { spørsmål: 1000000000 }', /frister › spørsmål: må være et helt antall virkedager/],
    ['frister: { spørsmål: tre }', /frister › spørsmål: har feil type\. Skriv et helt tall/],
    ['frister: 5', /:1 {2}frister: har feil type/],
    ['kanal: []', /:1 {2}kanal: er ikke et kjent felt/],
    ['- a', /:1 {2}innhold: har feil type/],
    ['kanaler: [', /:1 {2}yaml: kan ikke leses/],
    ['kanaler: [*borte]', /yaml: kan ikke leses/],
  ])('%j', (source, fault) => {
    expect(faultIn(source)).toMatch(fault)
  })

  test.each([
    ['a channel', '{ id: a, navn: A }', '{ id: a, navn: B }', /:3 {2}kanaler › id: «a» står to ganger\./],
    [
      'the standard',
      '{ id: a, navn: A, standard: true }',
      '{ id: b, navn: B, standard: true }',
      /:3 {2}.*Bare én kanal/,
    ],
    [
      'a topic',
      '{ id: a, navn: A, emner: [Heis] }',
      '{ id: b, navn: B, emner: [Heis] }',
      /:3 {2}.*emner: «Heis» står to/,
    ],
    [
      'a unit',
      '{ id: a, navn: A, enheter: [x] }',
      '{ id: b, navn: B, enheter: [x] }',
      /:3 {2}.*enheter: «x» står to/,
    ],
  ])('%s cannot be there twice', (_, first, second, fault) => {
    expect(faultIn(`kanaler:\n  - ${first}\n  - ${second}`)).toMatch(fault)
  })

  test('all faults are told at once', () => {
    expect(faultIn('frister: { kjøp: 0 }\nkanaler: [{ id: a }, { navn: B }]').split('\n')).toHaveLength(3)
  })
})

describe('topics and units', () => {
  const known = { topics: ['Heis', 'Malertjenester', 'Rørleggertjenester'], units: ['eiendom', 'skogen'] }

  test('that there are, are no fault', () => {
    expect(read(sample, known).channels).toHaveLength(3)
  })

  test('that there are not, are named', () => {
    const source = 'kanaler:\n  - { id: a, navn: A, emner: [heis], enheter: [eiendom, skauen] }'
    expect(faultIn(source, known).split('\n')).toEqual([
      'channels.yaml:2  kanaler › emner: «heis» er ikke i avtaleregisteret. Skriv det som i kolonnen Hovedgruppe',
      'channels.yaml:2  kanaler › enheter: «skauen» er ikke i people.yaml. Skriv eiendom, skogen',
    ])
    expect(read(source).channels, 'what is not known is not checked').toHaveLength(1)
  })
})

test('no file is no channels; a file that cannot be read is a fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'innkjop-channels-'))
  const file = join(folder, 'channels.yaml')
  expect(await readChannels(file)).toEqual({ channels: [], timeLimits: { purchase: 5, question: 3 } })
  writeFileSync(file, sample)
  expect((await readChannels(file)).channels).toHaveLength(3)
  await expect(readChannels(folder)).rejects.toThrow(Fault)
  rmSync(folder, { recursive: true })
})

test('the sample shows all cases in the channel of the Playground', async () => {
  const channels = await readChannels('knowledge/channels.yaml')
  expect(channelFor({ topic: 'Matvarer', unit: 'skogen' }, channels)?.id).toBe('channel-general')
})
