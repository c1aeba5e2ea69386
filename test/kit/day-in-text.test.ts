import { expect, test } from 'vitest'
import { dayInText } from '../../src/kit/day-in-text.ts'

const today = '2026-11-22'

test.each([
  ['hva gjaldt 30.06.2026?', '2026-06-30'],
  ['verdi per 2026-04-20', '2026-04-20'],
  ['1. juli 2026', '2026-07-01'],
  ['on April 20, 2026', '2026-04-20'],
  ['hva gjaldt i mai 2026?', '2026-05-31'],
  ['what applied in March 2018', '2018-03-31'],
  ['i november 2026', today],
  ['hva var terskelverdien i 2023?', '2023-12-31'],
  ['i fjor', '2025-12-31'],
  ['kva er terskelverdien i 2026?', today],
  ['hva gjaldt før 1. juli 2026?', '2026-06-30'],
  ['what was the limit before July 2026?', '2026-06-30'],
  ['før 2024', '2023-12-31'],
  ['kjøp på 450 000', undefined],
  ['avtale 2025/1091', undefined],
  ['32. mai 2026', '2026-05-31'],
])('%s', (text, day) => {
  expect(dayInText(text, today)?.day).toBe(day)
})

test('says when a whole month or year was meant', () => {
  expect(dayInText('i mai 2026', today)?.whole).toBe('month')
  expect(dayInText('i 2023', today)?.whole).toBe('year')
  expect(dayInText('1. mai 2026', today)?.whole).toBeUndefined()
})
