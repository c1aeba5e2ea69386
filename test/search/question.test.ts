import { expect, test } from 'vitest'
import { questionDefaults, readQuestion } from '../../src/search/question.ts'

const weights = (text: string) =>
  Object.fromEntries(readQuestion(text).map(({ word, weight }) => [word, weight]))

test('the thing counts most, what is said with any purchase least, and what it is for in between', () => {
  const { kontorstol = 0, bestille = 0, rektor = 0 } = weights('bestille kontorstol til rektor')
  expect(kontorstol).toBe(1)
  expect(rektor).toBe(questionDefaults.afterPreposition)
  expect(bestille).toBe(questionDefaults.common)
})

test('small numbers and words without a subject are left out, years and agreement numbers are not', () => {
  expect(Object.keys(weights('har vi 20 av de fra 2024'))).toEqual(['2024'])
})

test('a word said twice counts once, by the place where it tells most', () => {
  expect(readQuestion('til stolen, en stol')).toEqual([{ word: 'stol', term: 'stol', weight: 1 }])
})

test('a question that never ends is read only so far', () => {
  expect(readQuestion(Array.from({ length: 5000 }, (_, at) => `ord${at}x`).join(' ')).length).toBe(
    questionDefaults.longest,
  )
})

test('an English "I" is no Norwegian "i"', () => {
  expect(weights('how do I repair')).toMatchObject({ repair: 1 })
  expect(weights('reparasjon i kantina')).toMatchObject({ kantina: questionDefaults.afterPreposition })
})
