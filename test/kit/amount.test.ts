import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmounts } from '../../src/kit/amount.ts'
import { readDurations } from '../../src/kit/duration.ts'
import { writeAmount, writeKroner } from '../../src/kit/money.ts'

const kroner = (text: string) => readAmounts(text, readDurations(text)).map((amount) => amount.kroner)
const only = (text: string) => {
  const [amount, ...others] = readAmounts(text, readDurations(text))
  expect(others, text).toEqual([])
  return amount
}

describe('an amount is read as people write it', () => {
  test.each([
    ['50k', 50_000],
    ["50'", 50_000],
    ['50 tusen', 50_000],
    ['kr 250.000,-', 250_000],
    ['250 000', 250_000],
    ['250000', 250_000],
    ['1,2 mill', 1_200_000],
    ['1.2 mill', 1_200_000],
    ['1.300.000', 1_300_000],
    ['1,300,000', 1_300_000],
    ['2.5M', 2_500_000],
    ['3 MNOK'.toLowerCase(), 3_000_000],
    ['en halv mill', 500_000],
    ['en kvart million', 250_000],
    ['halvannen million', 1_500_000],
    ['to og en halv million', 2_500_000],
    ['half a million', 500_000],
    ['one and a half million', 1_500_000],
    ['hundre tusen', 100_000],
    ['femhundretusen', 500_000],
    ['to hundre og femti tusen kroner', 250_000],
    ['kr 1.300,-', 1_300],
    ['kr 600', 600],
    ['under en million', 1_000_000],
    ['1300 000 kr', 1_300_000],
    ['1 300000', 1_300_000],
    ['MNOK 3', 3_000_000],
    ['900 KNOK', 900_000],
    ['NOK 1.4m', 1_400_000],
    ['tre kvart million', 750_000],
    ['6 hundre tusen', 600_000],
    ['to-tre hundre tusen', 300_000],
    ['150 000 m/mva', 150_000],
    ['400 000 til 30 skoler', 400_000],
  ])('%s', (text, expected) => {
    expect(only(text)?.kroner).toEqual([expected])
  })

  test.each([
    ['rundt 600', [600, 600_000]],
    ['1.300', [1_300, 1_300_000]],
    ['1,300', [1_300, 1_300_000]],
    ['kjøp på 450', [450, 450_000]],
    ['1 300 00', [130_000, 1_300_000]],
    ['1.500.00', [1_500, 1_500_000]],
  ])('%s can be read in two ways, and both are given', (text, both) => {
    expect(only(text)?.kroner).toEqual(both)
  })

  test.each([
    ['8-10.000 i mnd', 8_000, 10_000],
    ['2-3 mill', 2_000_000, 3_000_000],
    ['1,5 til 2 millioner', 1_500_000, 2_000_000],
    ['mellom 300 og 400 tusen', 300_000, 400_000],
    ['100 000-200 000 kr', 100_000, 200_000],
  ])('%s is a range', (text, low, high) => {
    expect(only(text)).toMatchObject({ low, kroner: [high] })
  })
})

test.each([
  'tusen takk',
  'leie buss kl 10 den 22.11.2026',
  'ring 90 12 34 56',
  'orgnr 987 654 321',
  'avtale 2024/123',
  '30 chromebook',
  'til 20 personer',
  '§ 5-3 og 30 % miljø',
  'for 2026',
  'over 18 år',
  '€100 000 for et system',
  '100 000 dollar',
  'løpenummer 1300000',
  'postnummer 1470',
  'hei, vi er 50 000 innbyggere',
  'noen hundre tusen',
  'flere hundre tusen kroner',
  'et par millioner',
])('%s names no amount', (text) => {
  expect(kroner(text)).toEqual([])
})

describe('beside an amount stands', () => {
  test.each([
    ['520 000 inkl mva', { included: true }],
    ['520 000 inkl. 15 % mva', { included: true, rate: 15 }],
    ['520 000 med moms', { included: true }],
    ['450.000 uten mva', { included: false }],
    ['450 000 eks. mva', { included: false }],
    ['450 000 utan mva', { included: false }],
    ['NOK 450 000 excl. VAT', { included: false }],
    ['450 000 + mva', { included: false }],
    ['450 000 m/mva', { included: true }],
    ['450 000 inkl. opsjon', undefined],
    ['450 000 med eller uten mva', undefined],
    ['450 000', undefined],
  ])('its VAT: %s', (text, vat) => {
    expect(only(text)?.vat).toEqual(vat)
  })

  test.each([
    ['200 tusen i året', 'year'],
    ['200 000 pr. år', 'year'],
    ['200 000 a year', 'year'],
    ['årlig 200 000', 'year'],
    ['100 000 i kvartalet', 'quarter'],
    ['40 000 i halvåret', 'half-year'],
    ['12 000 i mnd', 'month'],
    ['12 000 hver måned', 'month'],
    ['12 000 per month', 'month'],
    ['5000 kr i uka', 'week'],
    ['is it 1.3 million', undefined],
  ])('how often it is paid: %s', (text, every) => {
    expect(only(text)?.every).toBe(every)
  })

  test.each([
    ['1200 kr timen', 'hour'],
    ['900 kr per elev', 'thing'],
    ['4000 kr stykket', 'thing'],
    ['1 200 kr per elev pr år', 'thing'],
    ['4000 kr', undefined],
  ])('what it is paid for: %s', (text, each) => {
    expect(only(text)?.each).toBe(each)
  })

  test('what follows an earlier amount belongs to that one', () => {
    const [rent, rest] = readAmounts('7 500 i mnd, restverdi 90 000')
    expect([rent?.every, rest?.every]).toEqual(['month', undefined])
  })

  test.each([
    ['opptil 300 000', 'at-most'],
    ['ca 300 000', 'about'],
    ['minst 300 000', 'at-least'],
  ])('whether it is about so much: %s', (text, bound) => {
    expect(only(text)?.bound).toBe(bound)
  })
})

describe('a duration is read', () => {
  const months = (text: string) => readDurations(text).map((one) => [one.months, one.optionMonths])
  test.each([
    ['200 tusen i året i 4 år', [[48, 0]]],
    ['2+1+1', [[48, 24]]],
    ['2 år + 1 + 1', [[48, 24]]],
    ['600 000 over 18 mnd', [[18, 0]]],
    ['i to år', [[24, 0]]],
    ['80 000 x 12', [[12, 0]]],
    ['hver måned på ubestemt tid', [['indefinite', 0]]],
    ['for 3 years', [[36, 0]]],
    ['3-årig avtale', [[36, 0]]],
    [
      '2 år med opsjon på 1 år',
      [
        [24, 0],
        [12, 12],
      ],
    ],
    [
      '2 år med opsjon på 1+1 år',
      [
        [24, 0],
        [24, 24],
      ],
    ],
    ['på ubestemt tid med 3 mnd oppsigelse', [['indefinite', 0]]],
    ['levering innen 2 måneder', []],
    ['vi har hatt avtalen i 3 år', []],
    ['kjøp på 450.000', []],
    ['opsjon 2×400 000', []],
  ])('%s', (text, expected) => {
    expect(months(text)).toEqual(expected)
  })
})

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (amount) => {
      expect(kroner(writeKroner(amount))).toEqual([[amount]])
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 999_999_999_999 }), (amount) => {
      expect(kroner(writeAmount(amount))).toEqual([[amount]])
      expect(kroner(`et kjøp på ${writeAmount(amount)} inkl. mva`)).toEqual([[amount]])
    }),
  )
})

test('two amounts are a range only between two ends', () => {
  expect(kroner('mellom 300 000 og 400 000')).toEqual([[400_000]])
  expect(kroner('to kjøp på 300 000 og 400 000')).toEqual([[300_000], [400_000]])
  expect(kroner('mellom 300 000 og 600 000')).toEqual([[600_000]])
})

test('a range never falls', () => {
  expect(kroner('60 000 - 10 000 rabatt')).toEqual([[60_000], [10_000]])
  expect(kroner('600 000 til 300 000 kr')).toEqual([[600_000], [300_000]])
})

test('a word of numbers without end is read in one go', () => {
  for (const word of [
    'femti'.repeat(500),
    `${'femti'.repeat(11)}x`,
    'mill'.repeat(1000),
    'tusen '.repeat(700),
  ])
    expect(kroner(word).length).toBeLessThanOrEqual(1)
})

test('no text makes the reader fail, and what was read stands in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { at, text: words } of readAmounts(text, readDurations(text)))
        expect(text.slice(at, at + words.length)).toBe(words)
    }),
  )
  const pieces = fc.constantFrom(
    '8',
    '-',
    '10.000',
    ' ',
    'kr',
    ',-',
    'mill',
    'og',
    'en',
    'halv',
    'x',
    '+',
    '1',
    'år',
    '%',
    'k',
  )
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const text = parts.join('')
      for (const { kroner: readings } of readAmounts(text, readDurations(text)))
        for (const reading of readings) expect(reading).toBeGreaterThanOrEqual(0)
    }),
  )
})

/** Read in quadratic time each of these takes minutes, and the test runs out. */
test.each(['9', 'a', '1 000 ', '1,'])('a hundred thousand letters of «%s» hold nobody up', (part) => {
  readAmounts(part.repeat(100_000 / part.length))
})
