import { describe, expect, test } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { periodFaults } from '../../src/knowledge/limits.ts'
import { type Period, periodBefore, periodOn, withAmounts } from '../../src/rules/rules.ts'

const knowledge = await openKnowledge('knowledge')
const limit = (id: string) => {
  const item = knowledge.item(id)
  if (item?.type !== 'limit') throw new Error(`${id} is no limit`)
  return item
}
const amountOn = (id: string, day: string) => Object.values(periodOn(limit(id), day)?.amounts ?? {})

describe('thresholds of law, on the day before and on the day that they change', () => {
  test.each([
    // national threshold (FOA § 5-1)
    ['t-nasj', '2018-04-05', 1_100_000],
    ['t-nasj', '2018-04-06', 1_300_000],
    ['t-nasj', '2026-11-22', 1_300_000],
    // EEA, goods and services, municipality (FOA § 5-3)
    ['t-eosv', '2018-04-05', 1_750_000],
    ['t-eosv', '2018-04-06', 2_000_000],
    ['t-eosv', '2020-02-12', 2_050_000],
    ['t-eosv', '2022-03-31', 2_200_000],
    ['t-eosv', '2024-03-14', 2_300_000],
    ['t-eosv', '2026-04-20', 2_300_000],
    ['t-eosv', '2026-04-21', 2_500_000],
    // EEA, works
    ['t-eosb', '2026-04-20', 57_800_000],
    ['t-eosb', '2026-04-21', 62_900_000],
    // special, health and social services
    ['t-helse', '2026-04-20', 7_800_000],
    ['t-helse', '2026-04-21', 8_700_000],
    // apprentices (LOA § 5h; before that FOR-2016-12-17-1708)
    ['t-larl', '2026-06-30', 2_050_000],
    ['t-larl', '2026-07-01', 1_300_000],
  ])('%s on %s is %i', (id, day, amount) => {
    expect(amountOn(id, day)).toEqual([amount])
  })

  test('nothing is set before the history begins', () => {
    expect(periodOn(limit('t-nasj'), '2016-12-31')).toBeUndefined()
  })

  test('no history overlaps, and that of a limit of law has no gap', () => {
    for (const item of knowledge.items) {
      if (item.type !== 'limit') continue
      expect(periodFaults(item)).toEqual([])
      // The municipality's own rules may pause: what is not set is said to be not set.
      if (item.authority === 'local') continue
      for (const period of item.periods.slice(0, -1))
        expect(periodBefore(item, period), item.id).toBeDefined()
    }
  })
})

describe('periods', () => {
  const period = (
    from: string,
    to: string | null,
    text = 'x',
    amounts: Period['amounts'] = { terskel: 1 },
  ): Period => ({
    from,
    to,
    text,
    amounts,
    numbers: {},
    decision: undefined,
    comparison: undefined,
    legalBasis: '',
    confirmed: true,
  })
  const faults = (...periods: Period[]) =>
    periodFaults({ title: 'Grense', periods, means: { terskel: 'act' } })

  test('one that ends before it begins is a fault', () => {
    expect(faults(period('2026-02-01', '2026-01-01'))).toEqual([expect.stringContaining('før den begynner')])
  })

  test('two that overlap are a fault, and so is an open one before another', () => {
    expect(faults(period('2026-02-01', null), period('2026-01-01', '2026-02-01'))).toHaveLength(1)
    expect(faults(period('2026-02-01', null), period('2026-01-01', null))).toHaveLength(1)
  })

  test('an amount that has a meaning must be given in every period', () => {
    expect(faults(period('2026-01-01', null, 'x', {}))).toEqual([
      expect.stringContaining('«betyr» nevner terskel'),
    ])
  })

  test('an amount that the text names must be given', () => {
    expect(faults(period('2026-01-01', null, 'fra {grense}'))).toEqual([expect.stringContaining('{grense}')])
  })

  test('amounts are put into the text as kroner; unknown names stay', () => {
    expect(
      withAmounts('fra {nedre} til {ukjent} i {måneder} måneder', {
        amounts: { nedre: 100_000 },
        numbers: { måneder: 48 },
      }),
    ).toBe('fra 100\u00a0000\u00a0kroner til {ukjent} i 48 måneder')
  })
})
