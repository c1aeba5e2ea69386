import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { buildIndex, variantsOf, weightIn } from '../../src/knowledge/search-index.ts'
import { fold, termOf, termsOf, wordsOf } from '../../src/knowledge/words.ts'

const knowledge = await openKnowledge('knowledge')
const first = (question: string) => knowledge.search(question)[0]?.item.id

describe('words', () => {
  test('come apart and whole at hyphens and slashes', () => {
    expect(wordsOf('Hev/senk-pult til E-handel')).toEqual([
      'hevsenkpult',
      'hev',
      'senk',
      'pult',
      'til',
      'ehandel',
      'e',
      'handel',
    ])
  })

  test('are the same with and without a Norwegian keyboard', () => {
    expect(fold('rørlegger')).toBe(fold('rorlegger'))
    expect(termOf('brøyting')).toBe(termOf('broyting'))
  })

  test('are the same in all their endings', () => {
    expect(new Set(['stol', 'stolen', 'stoler', 'stolene'].map(termOf)).size).toBe(1)
  })

  test('that carry no subject are left out in all three languages', () => {
    expect(termsOf('hvem kan jeg spørre om det')).toEqual(termsOf('spørre'))
    expect(termsOf('kven kan eg')).toEqual([])
    expect(termsOf('who can I')).toEqual([])
  })
})

describe('the index', () => {
  const document = (id: string, text: string) => ({ id, fields: [{ weight: 1, terms: termsOf(text) }] })
  const index = buildIndex([
    document('washer', 'industrivaskemaskiner'),
    document('place', 'barnehage'),
    document('toner', 'tonerkassetter kontor'),
    document('chair', 'kontor kontor stol'),
  ])
  const none = new Map()
  const sure = (word: string, known: string) => variantsOf(index, termOf(word), none).get(termOf(known)) ?? 0

  test('knows a word as the same, as part of a compound, and misspelt, in this order', () => {
    expect(sure('industrivaskemaskin', 'industrivaskemaskiner')).toBe(1)
    expect(sure('vaskemaskin', 'industrivaskemaskiner')).toBe(0.6)
    expect(sure('tonnerkasetter', 'tonerkassetter')).toBeGreaterThan(0.3)
    expect(sure('tonnerkasetter', 'tonerkassetter')).toBeLessThan(0.7)
    expect(sure('helikopter', 'tonerkassetter')).toBe(0)
  })

  test('holds a word that only begins like another for little', () => {
    expect(sure('barnehageplass', 'barnehage')).toBeLessThan(sure('barnehage', 'barnehage') / 2)
  })

  test('follows synonyms, also into compounds', () => {
    const synonyms = new Map([[termOf('washer'), new Set([termOf('vaskemaskin')])]])
    expect(variantsOf(index, termOf('washer'), synonyms).get(termOf('industrivaskemaskiner'))).toBeCloseTo(
      0.75 * 0.6,
    )
  })

  test('counts a rare word for more than a common one, and repetition for less each time', () => {
    const [common, rare] = [termOf('kontor'), termOf('stol')]
    expect(weightIn(index, rare, 3)).toBeGreaterThan(weightIn(index, common, 2))
    expect(weightIn(index, common, 3)).toBeLessThan(2 * weightIn(index, common, 2))
  })
})

describe('the search', () => {
  test.each([
    ['kontor1', 'post-it'],
    ['mobl1', 'hev/senk bord'],
    ['ror1', 'rorlegger lekkasje'],
    ['vask2', 'vaskemaskin for institusjon'],
    ['r-mini', 'rutine minikonkurranse'],
    ['m-dba', 'databehandleravtalle'],
    ['t-karens', 'karensperiode'],
    ['tolk1', 'interpreter'],
    ['rena1', 'reinhaldsmiddel'],
  ])('%s is found by «%s»', (id, question) => {
    expect(first(question)).toBe(id)
  })

  test('finds by supplier and by number, also written nearly right', () => {
    expect(first('Brekkfoss')).toMatch(/kontor1|print2/)
    expect(first('Brekfos Rekvisita')).toMatch(/kontor1|print2/)
    expect(first('2025/1091')).toBe('mobl1')
  })

  test('gives no more than ten, best first, each explained between nothing and all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (question) => {
        const hits = knowledge.search(question)
        const scores = hits.map(({ score }) => score)
        return (
          hits.length <= 10 &&
          scores.every((score, at) => Number.isFinite(score) && score <= (scores[at - 1] ?? Infinity)) &&
          hits.every(({ explained }) => explained > 0 && explained <= 1.000001)
        )
      }),
    )
  })

  test('gives the same for the same question', () => {
    expect(knowledge.search('rørlegger akutt')).toEqual(knowledge.search('rørlegger akutt'))
  })
})
