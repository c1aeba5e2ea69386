import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeAmount, writeKroner } from '../../src/kit/money.ts'

test('writes amounts in groups of three that never wrap', () => {
  expect(writeKroner(1_300_000)).toBe('1\u00a0300\u00a0000\u00a0kroner')
  expect(writeKroner(500)).toBe('500\u00a0kroner')
})

test('loses no digit', () => {
  fc.assert(fc.property(fc.nat(), (n) => writeAmount(n).replaceAll('\u00a0', '') === String(n)))
})
