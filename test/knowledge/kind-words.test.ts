import { describe, expect, test } from 'vitest'
import { readKindWords } from '../../src/knowledge/kind-words.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'

const { kindOf } = await openKnowledge('knowledge')

describe('the kind of purchase is told from the words', () => {
  test.each([
    ['helsetjeneste på 3 mill', 'health'],
    ['Vi skal kjøpe konsulent for 900k', 'services'],
    ['ny kontorstol', 'goods'],
    ['kjøpe varebil', 'goods'],
    ['rehabilitering av tak', 'works'],
    ['catering til 20 personer', 'special'],
    ['juridisk bistand', 'special'],
    ['vikarbyrå', 'services'],
    ['vikarbyrå sykepleier', 'special'],
    ['ny vannledning', 'utilities-works'],
    ['vannmålere til vannverket', 'utilities'],
    ['konsesjon for kafé', 'concession'],
    ['office chairs', 'goods'],
    ['hva er grensa nå', undefined],
    ['kjøp på 450.000 uten mva', undefined],
  ])('%s: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })
})

test('the longest phrase counts, and of several things the first', () => {
  const read = readKindWords('varer: [bord]\ntjenester: [vask, bord og stol]\n', 'kinds.yaml')
  expect([read.kindOf('et bord'), read.kindOf('bord og stol'), read.kindOf('vask av bord')]).toEqual([
    'goods',
    'services',
    'services',
  ])
})

test('a kind that does not exist is a fault that names those that do', () => {
  const { faults } = readKindWords('ting: [bord]\n', 'kinds.yaml')
  expect(faults).toHaveLength(1)
  expect(JSON.stringify(faults)).toContain('ting')
})
