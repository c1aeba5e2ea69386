import { describe, expect, test } from 'vitest'
import { ruleAnswer } from '../../src/answers/rule-answer.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'

const knowledge = await openKnowledge('knowledge')
const day = '2026-11-22'
/** The value and the band once nothing more is asked; null where it cannot be told. */
const reckoned = (text: string, told: object = {}) => {
  const { reckoning } = ruleAnswer({ text, told, asked: 2 }, { knowledge, day }) ?? {}
  const found = reckoning && 'reckoned' in reckoning ? reckoning.reckoned : undefined
  return found ? [found.banded.value, found.banded.band] : null
}
const asked = (text: string) => {
  const { reckoning } = ruleAnswer({ text }, { knowledge, day }) ?? {}
  return reckoning?.kind === 'ask' ? reckoning.ask.fact : undefined
}

describe('a purchase is reckoned from plain words', () => {
  test.each<[string, number, string]>([
    ['30 000 i mnd på ubestemt tid med 3 mnd oppsigelse', 1_440_000, '2'],
    ['300 000 i året, avtale på 4 år (48 mnd)', 1_200_000, '1'],
    ['levering innen 2 måneder, 200 000 i året i 4 år', 800_000, '1'],
    ['to kjøp på 300 000 og 400 000 eks mva', 700_000, '1'],
    ['30 pc-er à 12 000 eks mva', 360_000, '0'],
    ['konsulent 1200 kr timen, 37,5 timer i uka i 40 uker', 1_800_000, '2'],
    ['100 000 i kvartalet i 4 år', 1_600_000, '2'],
    ['64 rom x 2 netter x 1 680 eks mva', 215_040, '0'],
    ['125 000 inkl mva + 400 000 eks mva', 500_000, '1'],
    ['500 000 eks. mva (625 000 inkl. mva)', 500_000, '1'],
    ['mat for 575 000 inkl mva', 500_000, '1'],
    ['hotell 560 000 inkl mva', 500_000, '1'],
    ['1,2 mill + 10 % opsjon eks mva', 1_320_000, '2'],
    ['kjøp av vare under 500 000 eks mva', 499_999, '0'],
    ['leie av bil 10 000 i mnd på ubestemt tid med restverdi 100 000', 480_000, '0'],
    ['renhold 10 000 i mnd i 6 år', 480_000, '0'],
    ['bygg og anlegg for 62 900 000 eks mva', 62_900_000, '3'],
    ['særlige tjenester 8 700 000 eks mva', 8_700_000, 'S'],
    ['helse- og sosialtjenester 8 700 000 eks mva', 8_700_000, '4'],
    ['kjøp på 300 000 eks mva i mai 2026', 300_000, '1'],
    ['kjøp av vare for 2000 kr eks mva', 2_000, '0'],
    ['8-10.000 i mnd i 4 år', 480_000, '0'],
    ['500kr x 12 mnd x 30 elever', 180_000, '0'],
    ['500 kr x 30 elever x 12 mnd', 180_000, '0'],
    ['500 kr per mnd x 30 elever x 12 mnd', 180_000, '0'],
    ['80 000 x 12 mnd', 960_000, '1'],
    ['10 000 i mnd x 12 mnd', 120_000, '0'],
    ['200 000 kvart år i 4 år', 800_000, '1'],
    ['1,2 mill, pluss to opsjoner på 600 000', 2_400_000, '2'],
    ['400 000 (opsjon 200 000)', 600_000, '1'],
    ['400 000, 200 000 i opsjon', 600_000, '1'],
    ['100 000 første året, deretter 20 000 i året i 4 år', 180_000, '0'],
    ['2 år med opsjon på ytterligere 2 år, 200 000 i året', 800_000, '1'],
  ])('%s', (text, value, band) => {
    expect(reckoned(text)).toEqual([value, band])
  })
})

describe('what decides and is not said is asked for', () => {
  test.each([
    ['kjøp på 1.300', 'amount'],
    ['120 stoler til 4 500 kr', 'amount'],
    ['enten 300 000 eller 600 000', 'amount'],
    ['30 stk pc til 8000', 'amount'],
    ['to nye pc til 18 000', 'amount'],
    ['60 000 - 10 000 rabatt', 'amount'],
    ['1 300 00', 'amount'],
    ['500 000 uten opsjon, 700 000 med opsjon', 'amount'],
    ['400 000 inkl opsjon på 200 000', 'amount'],
    ['noen hundre tusen', undefined],
    ['900 kr per elev', 'count'],
    ['200 000 i året', 'duration'],
    ['avtale på 2 år, 4 år, 200 000 i året', 'duration'],
    ['kjøp på 1,4 mill eks mva', 'kind'],
    ['konsulent for 550 000', 'vat'],
    ['konsulent for 600 000 inkl mva', 'rate'],
    ['konsulent for 900k', undefined],
    ['520 000 inkl mva', undefined],
  ])('%s: %s', (text, fact) => {
    expect(asked(text)).toBe(fact)
  })

  test('a chosen amount takes the place of the one that it is a reading of', () => {
    expect(reckoned('500 000 + 1.300 for frakt eks mva', { kroner: 1_300 })).toEqual([501_300, '1'])
    expect(reckoned('300 000 i året eller 2 mill totalt, 4 år', { kroner: 2_000_000 })).toEqual([
      2_000_000,
      '2',
    ])
    expect(reckoned('300 000 i året eller 2 mill totalt, 4 år', { kroner: 300_000 })).toEqual([
      1_200_000,
      '1',
    ])
  })
})
