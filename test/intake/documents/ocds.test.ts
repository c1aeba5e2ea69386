import { describe, expect, test } from 'vitest'
import { type Municipality, write } from '../../../src/intake/documents/documents.ts'
import type { SubmittedRequest } from '../../../src/intake/request.ts'
import { codesOf, faultsOf } from './ocds-schema.ts'
import { bare, full, inBand, municipality } from './requests.ts'

const read = async (request: SubmittedRequest, own: Municipality = municipality) =>
  JSON.parse(new TextDecoder().decode(await write('ocds', request, own)))

test('the official schema finds nothing wrong in any band', async () => {
  for (const request of [full, bare, ...(['1', '2', '3', '4', 'S'] as const).map(inBand)])
    expect(faultsOf(await read(request))).toEqual([])
})

test('the schema does find what is wrong', async () => {
  const release = await read(full)
  expect(faultsOf({ ...release, tag: ['plan'] })).not.toEqual([])
  expect(faultsOf({ ...release, date: '22.11.2026' })).not.toEqual([])
  expect(faultsOf({ ...release, tender: { ...release.tender, procurementMethod: 'three' } })).not.toEqual([])
})

test('codes are those of the official open codelists', async () => {
  const { parties, planning, tender } = await read(full)
  expect(codesOf('partyRole')).toEqual(expect.arrayContaining(parties[0].roles))
  for (const { documentType } of [...planning.documents, ...tender.documents])
    expect(codesOf('documentType')).toContain(documentType)
  for (const { type } of planning.milestones) expect(codesOf('milestoneType')).toContain(type)
})

test('it is a planning release with the value, the buyer and what is bought', async () => {
  const release = await read(full)
  expect(release).toMatchObject({
    ocid: 'ocds-xxxxxx-987654321-2026-0042',
    tag: ['planning'],
    initiationType: 'tender',
    language: 'nb',
    date: '2026-11-22T11:05:00.000Z',
    buyer: { id: 'NO-BRC-987654321', name: 'Eksempelkommunen' },
    planning: { budget: { amount: { amount: 432_000, currency: 'NOK' } } },
    tender: { id: '2026-0042', status: 'planning', value: { amount: 432_000, currency: 'NOK' } },
  })
  expect(release.tender.title).toBe(full.title)
  expect(release.tender.tenderPeriod).toBeUndefined()
})

test('references are to the party that is there', async () => {
  for (const own of [municipality, { name: 'Eksempelkommunen', organisationNumber: undefined }]) {
    const { parties, buyer, tender } = await read(full, own)
    expect(buyer).toEqual({ id: parties[0].id, name: parties[0].name })
    expect(tender.procuringEntity).toEqual(buyer)
  }
})

test('an organisation number in groups is written as one', async () => {
  const { parties } = await read(full, { name: 'Eksempelkommunen', organisationNumber: '987 654 321' })
  expect(parties[0].identifier).toEqual({
    scheme: 'NO-BRC',
    id: '987654321',
    legalName: 'Eksempelkommunen',
  })
})

describe('what is not decided is left out', () => {
  test('a method is given only where three suppliers are asked', async () => {
    expect((await read(full)).tender.procurementMethod).toBe('limited')
    for (const request of [bare, ...(['1', '2', '3', '4', 'S'] as const).map(inBand)])
      expect((await read(request)).tender.procurementMethod).toBeUndefined()
  })

  test.for([
    ['2', 'Åpen eller begrenset tilbudskonkurranse'],
    ['3', 'Åpen eller begrenset anbudskonkurranse'],
    ['4', 'Kommunen fastsetter framgangsmåten'],
  ] as const)('band %s says in words which are possible', async ([band, words]) => {
    expect((await read(inBand(band))).tender.procurementMethodDetails).toContain(words)
  })

  test.for([
    ['goods', 'goods'],
    ['health', 'services'],
    ['special', 'services'],
    ['works', 'works'],
    ['utilities-works', 'works'],
    ['utilities', undefined],
    ['concession', undefined],
  ] as const)('the main category of %s is %s', async ([kind, category]) => {
    expect((await read({ ...full, kind })).tender.mainProcurementCategory).toBe(category)
  })
})

describe('time', () => {
  test('a contract starts when it is wanted and lasts its months', async () => {
    expect((await read(full)).tender.contractPeriod).toEqual({
      startDate: '2026-12-15T00:00:00Z',
      durationInDays: 1460,
    })
  })

  test('a single purchase ends with its delivery', async () => {
    expect((await read({ ...full, months: undefined })).tender.contractPeriod).toEqual({
      endDate: '2026-12-15T23:59:59Z',
    })
  })

  test('neither is made up', async () => {
    const { tender, planning } = await read(bare)
    expect(tender.contractPeriod).toBeUndefined()
    expect(planning.milestones.map(({ id }: { id: string }) => id)).toEqual(['request'])
  })
})

test('documents are named without an address', async () => {
  const { planning, tender } = await read(full)
  expect(planning.documents).toEqual([
    {
      id: 'needs',
      documentType: 'needsAssessment',
      title: '2026-0042 Behovsbeskrivelse.docx',
      format: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      language: 'nb',
    },
  ])
  expect(tender.documents.map(({ id }: { id: string }) => id)).toEqual(['inquiry'])
})

test('it names no person', async () => {
  const text = JSON.stringify(await read(full))
  for (const name of ['Kari', 'Høgås', 'Aasen']) expect(text).not.toContain(name)
})
