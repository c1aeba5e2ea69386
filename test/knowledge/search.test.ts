import { describe, expect, test } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'

const knowledge = await openKnowledge('knowledge')
const first = (question: string) => knowledge.search(question).hits[0]?.item.id

describe('the search', () => {
  test.each([
    ['kontor1', 'gule lapper'],
    ['mobl1', 'hev/senk bord'],
    ['ror1', 'rorlegger akutt'],
    ['vask2', 'vaskemaskina på sykehjemmet er ødelagt'],
    ['bil3', 'rent a van for two days'],
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

  test('suppliers of one agreement stand in the order in which they are to be asked', () => {
    const ids = knowledge.search('Muffe og Mester rørlegger').hits.map(({ item }) => item.id)
    expect(ids.indexOf('ror1')).toBeLessThan(ids.indexOf('ror2'))
  })
})

describe('how sure it is', () => {
  const confidence = (question: string) => knowledge.search(question).confidence

  test('is a share, higher for what is plainly there than for what is not', () => {
    const sure = confidence('kontorstol')
    const unsure = confidence('hvordan søker jeg om barnehageplass')
    expect(sure).toBeLessThanOrEqual(1)
    expect(sure).toBeGreaterThan(0.8)
    expect(unsure).toBeLessThan(0.2)
    expect(confidence('')).toBe(0)
  })

  test('says whose matter it is when that is nearer than anything here', () => {
    expect(knowledge.search('hvordan søker jeg om barnehageplass').outside).toMatchObject({
      kind: 'elsewhere',
    })
    expect(knowledge.search('leie helikopter').outside).toMatchObject({ kind: 'no-agreement' })
    expect(knowledge.search('kontorstol').outside).toBeUndefined()
  })
})
