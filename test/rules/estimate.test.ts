import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { bandOn, type Cost, estimate, mainKind, type Payment } from '../../src/rules/rules.ts'

const { limits } = (await openKnowledge('knowledge')).rules
const today = '2026-11-22'
type Plain = Omit<Cost, 'payments'> & {
  payments: readonly (Omit<Payment, 'vatRate'> & { vatRate?: number })[]
}
const withVat = ({ payments, ...cost }: Plain): Cost => ({
  ...cost,
  payments: payments.map((payment) => ({ vatRate: 0, ...payment })),
})
const valueIn = (cost: Plain) => {
  const result = estimate(limits, today, withVat(cost))
  return 'missing' in result ? result.missing : result.value
}

describe('the estimated value', () => {
  test('is without VAT', () => {
    expect(valueIn({ payments: [{ kroner: 520_000, vatRate: 25 }] })).toBe(416_000)
    expect(valueIn({ payments: [{ kroner: 115_000, vatRate: 15 }] })).toBe(100_000)
    expect(valueIn({ payments: [{ kroner: 125_000, vatRate: 25 }, { kroner: 400_000 }] })).toBe(500_000)
  })

  test('is what is paid over the whole duration, options included', () => {
    expect(valueIn({ payments: [{ kroner: 200_000, every: 'year' }], months: 48 })).toBe(800_000)
    expect(valueIn({ payments: [{ kroner: 400_000 }, { kroner: 400_000, times: 2 }] })).toBe(1_200_000)
    expect(valueIn({ payments: [{ kroner: 12_000, every: 'month' }], months: 36 })).toBe(432_000)
    expect(valueIn({ payments: [{ kroner: 1_000, every: 'week' }], months: 12 })).toBe(52_000)
  })

  test('counts 48 months where there is no end', () => {
    expect(valueIn({ payments: [{ kroner: 40_000, every: 'month' }], months: 'indefinite' })).toBe(1_920_000)
    expect(valueIn({ payments: [{ kroner: 240_000, every: 'year' }], months: 'indefinite' })).toBe(960_000)
  })

  test('counts 48 months of a service without a total price that runs longer, but all of what is delivered', () => {
    const payments = [{ kroner: 10_000, every: 'month' as const }]
    expect(valueIn({ payments, months: 72, kind: 'services' })).toBe(480_000)
    expect(valueIn({ payments, months: 72, kind: 'goods' })).toBe(720_000)
    const cut = estimate(limits, today, withVat({ payments, months: 72, kind: 'services' }))
    expect(cut).toMatchObject({ steps: [{ of: 'longest', months: 48, whole: 720_000 }, { of: 'payment' }] })
  })

  test('of a rental longer than a year has the rest value in it', () => {
    const payments = [{ kroner: 5_000, every: 'month' as const }]
    expect(valueIn({ payments, months: 12, restValue: 90_000 })).toBe(60_000)
    expect(valueIn({ payments, months: 36, restValue: 90_000 })).toBe(270_000)
    expect(valueIn({ payments, months: 'indefinite', restValue: 90_000 })).toBe(240_000)
  })

  test('is the sum of all units that buy the same', () => {
    expect(valueIn({ payments: [{ kroner: 90_000 }], units: 6 })).toBe(540_000)
  })

  test('asks how long where that is not said', () => {
    expect(valueIn({ payments: [{ kroner: 40_000, every: 'month' }] })).toBe('duration')
  })

  test('shows every line of the arithmetic, and what it stands on', () => {
    const result = estimate(limits, today, {
      payments: [{ kroner: 50_000, every: 'month', vatRate: 25 }],
      months: 'indefinite',
    })
    expect(result).toMatchObject({
      steps: [
        { of: 'longest', months: 48, whole: undefined },
        { of: 'payment', months: 48, result: 2_400_000 },
        { of: 'vat', rate: 25, from: 2_400_000, result: 1_920_000 },
      ],
      cited: [{ meaning: 'months-without-end', period: { legalBasis: 'Anskaffelsesforskriften § 5-4' } }],
    })
  })

  test('never shrinks when more is bought, longer, or by more units', () => {
    const positive = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(
        positive,
        positive,
        fc.integer({ min: 1, max: 48 }),
        fc.integer({ min: 1, max: 20 }),
        (a, b, months, units) => {
          const one = valueIn({ payments: [{ kroner: a, every: 'month' }], months })
          for (const more of [
            { payments: [{ kroner: a + b, every: 'month' as const }], months },
            { payments: [{ kroner: a, every: 'month' as const }], months: months + 1 },
            { payments: [{ kroner: a, every: 'month' as const }], months, units },
          ])
            expect(Number(valueIn(more))).toBeGreaterThanOrEqual(Number(one))
        },
      ),
    )
  })
})

test.each([
  ['520 000 with VAT', { payments: [{ kroner: 520_000, vatRate: 25 }] }, '0', false],
  ['200 000 a year for 4 years', { payments: [{ kroner: 200_000, every: 'year' }], months: 48 }, '1', false],
  [
    '40 000 a month without end',
    { payments: [{ kroner: 40_000, every: 'month' }], months: 'indefinite' },
    '2',
    false,
  ],
  [
    '400 000 and two options of as much',
    { payments: [{ kroner: 400_000 }, { kroner: 400_000, times: 2 }] },
    '1',
    true,
  ],
] as const)('%s ends in the right band', (_, cost, band, near) => {
  const value = Number(valueIn(cost))
  expect(bandOn(limits, { day: today, kind: 'services', value })).toMatchObject({ band, near })
})

describe('of a contract for several things', () => {
  test('goods or services decide by value', () => {
    expect(
      mainKind([
        { kind: 'goods', value: 300_000 },
        { kind: 'services', value: 400_000 },
      ]),
    ).toEqual({
      kind: 'services',
      value: 700_000,
      sure: true,
    })
  })

  test('the main object has to be judged where works or special services are in it', () => {
    expect(
      mainKind([
        { kind: 'works', value: 900_000 },
        { kind: 'goods', value: 400_000 },
      ]),
    ).toEqual({
      kind: 'works',
      value: 1_300_000,
      sure: false,
    })
  })
})
