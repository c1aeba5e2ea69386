import { describe, expect, test } from 'vitest'
import { readComingDay } from '../../src/intake/coming-day.ts'

const today = '2026-11-22'

describe('a day to come', () => {
  test.each([
    ['så fort som mulig', today],
    ['snarest', today],
    ['så snart som råd', today],
    ['til jul', '2026-12-24'],
    ['mars', '2027-03-01'],
    ['i mars', '2027-03-01'],
    ['mars 2027', '2027-03-01'],
    ['slutten av mars', '2027-03-31'],
    ['november', today],
    ['neste uke', '2026-11-23'],
    ['neste måned', '2026-12-01'],
    ['om to uker', '2026-12-06'],
    ['om et par uker', '2026-12-06'],
    ['innen 3 uker', '2026-12-13'],
    ['om ein månad', '2026-12-22'],
    ['om halvannen måned', '2026-12-22'],
    ['om et halvt år', '2027-05-22'],
    ['01.02.27', '2027-02-01'],
    ['1/2/2027', '2027-02-01'],
    ['1.2', '2027-02-01'],
    ['1. mars', '2027-03-01'],
    ['helst 1. juni', '2027-06-01'],
    ['ikke før 1. mars 2027', '2027-03-01'],
    ['before March 1, 2027', '2027-03-01'],
    ['fra 1. mars 2027 til 30. juni 2027', '2027-03-01'],
    ['fra 1. mars til 30. juni', '2027-03-01'],
    ['2020-01-01', '2020-01-01'],
  ])('%s', (text, day) => {
    expect(readComingDay(text, today)).toBe(day)
  })

  test('is the next such day', () => {
    expect(readComingDay('til jul', '2026-12-28')).toBe('2027-12-24')
    expect(readComingDay('i mars', '2026-03-10')).toBe('2026-03-10')
  })

  test.each(['kanskje', 'vet ikke', '32. mai', 'til sommeren'])('%s is none', (text) => {
    expect(readComingDay(text, today)).toBeUndefined()
  })
})
