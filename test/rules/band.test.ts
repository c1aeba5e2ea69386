import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayBefore } from '../../src/kit/day.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { allKinds, bandOn, bands, historyOf, type Kind, type Meaning } from '../../src/rules/rules.ts'

const { limits } = (await openKnowledge('knowledge')).rules
const today = '2026-11-22'
const band = (kind: Kind, value: number, day = today) => bandOn(limits, { day, kind, value })?.band

describe('the band of a purchase, one krone below a limit, at it and above it', () => {
  test.each<[Kind, number, string, string]>([
    ['goods', 500_000, '0', '1'],
    ['goods', 1_300_000, '1', '2'],
    ['goods', 2_500_000, '2', '3'],
    ['services', 500_000, '0', '1'],
    ['services', 1_300_000, '1', '2'],
    ['services', 2_500_000, '2', '3'],
    ['works', 500_000, '0', '1'],
    ['works', 1_300_000, '1', '2'],
    ['works', 62_900_000, '2', '3'],
    ['health', 500_000, '0', '1'],
    ['health', 8_700_000, '1', '4'],
    ['special', 500_000, '0', '1'],
    ['special', 1_300_000, '1', '2'],
    ['special', 8_700_000, '2', 'S'],
    ['utilities', 500_000, '0', '1'],
    ['utilities', 5_000_000, '1', '3'],
    ['utilities-works', 62_900_000, '1', '3'],
    ['concession', 500_000, '0', '1'],
    ['concession', 62_900_000, '1', '3'],
  ])('%s at %i goes from %s to %s', (kind, limit, below, from) => {
    expect([band(kind, limit - 1), band(kind, limit), band(kind, limit + 1)]).toEqual([below, from, from])
  })

  test.each<[string, Kind, number, string, string]>([
    // The act applies from 500 000 since 2026-07-01, from 100 000 before.
    ['2026-07-01', 'goods', 300_000, '1', '0'],
    ['2026-07-01', 'works', 499_999, '1', '0'],
    // EEA values changed on 2026-04-21, 2024-03-14, 2022-03-31, 2022-03-18, 2020-02-12 and 2018-04-06.
    ['2026-04-21', 'goods', 2_400_000, '3', '2'],
    ['2026-04-21', 'works', 60_000_000, '3', '2'],
    ['2026-04-21', 'health', 8_000_000, '4', '1'],
    ['2026-04-21', 'special', 8_000_000, 'S', '2'],
    ['2026-04-21', 'utilities', 4_800_000, '3', '1'],
    ['2026-04-21', 'concession', 60_000_000, '3', '1'],
    ['2024-03-14', 'goods', 2_250_000, '3', '2'],
    ['2022-03-31', 'goods', 2_300_000, '2', '3'],
    ['2022-03-18', 'goods', 2_300_000, '3', '2'],
    ['2020-02-12', 'goods', 2_020_000, '3', '2'],
    ['2018-04-06', 'goods', 1_200_000, '2', '1'],
  ])('from %s on %s for %i goes from %s to %s', (day, kind, value, before, from) => {
    expect([band(kind, value, dayBefore(day)), band(kind, value, day)]).toEqual([before, from])
  })

  test('is not told for days whose limits are not known', () => {
    expect(band('goods', 600_000, '2016-12-31')).toBeUndefined()
    expect(band('utilities', 600_000, '2018-04-05')).toBeUndefined()
  })
})

test('a value less than a tenth below a limit is near it', () => {
  const near = (value: number) => bandOn(limits, { day: today, kind: 'goods', value })?.near
  expect([near(1_169_999), near(1_170_000), near(1_200_000), near(1_299_999)]).toEqual([
    false,
    true,
    true,
    true,
  ])
  expect([near(1_300_000), near(450_000), near(449_999), near(9_000_000)]).toEqual([
    false,
    true,
    false,
    false,
  ])
})

const kind = fc.constantFrom(...allKinds)
const value = fc.integer({ min: 0, max: 200_000_000 })
const day = fc
  .date({ min: new Date('2018-04-06'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('bands never fall when the value grows', () => {
  fc.assert(
    fc.property(kind, day, value, value, (kind, day, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      const place = (value: number) => bands.indexOf(bandOn(limits, { day, kind, value })?.band ?? '0')
      expect(place(more)).toBeGreaterThanOrEqual(place(less))
    }),
  )
})

test('the same facts on the same day give the same result', () => {
  fc.assert(
    fc.property(kind, day, value, (kind, day, value) => {
      expect(bandOn(limits, { day, kind, value })).toEqual(bandOn(limits, { day, kind, value }))
    }),
  )
})

test('every result carries the limits that it stands on', () => {
  fc.assert(
    fc.property(kind, day, value, (kind, day, value) => {
      const found = bandOn(limits, { day, kind, value })
      expect(found?.reached ?? found?.next).toBeDefined()
      for (const cited of [found?.reached, found?.next])
        if (cited) {
          expect(cited.period.legalBasis).not.toBe('')
          expect(cited.period.from <= day && (cited.period.to === null || day <= cited.period.to)).toBe(true)
        }
    }),
  )
})

test.each<Meaning>([
  'act',
  'national',
  'eea-goods-services',
  'eea-works',
  'eea-special-health',
  'eea-state',
  'utilities-goods-services',
  'utilities-works',
  'utilities-special',
  'concession',
  'design-contest',
  'lot-goods-services',
  'lot-works',
])('the history of %s has neither gap nor overlap, and still goes on', (meaning) => {
  const [newest, ...older] = historyOf(limits, meaning)
  expect(newest?.period.to).toBeNull()
  let next = newest
  for (const earlier of older) {
    expect(earlier.period.to).toBe(dayBefore(next?.period.from ?? ''))
    next = earlier
  }
})
