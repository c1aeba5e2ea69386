/** Whether two questions are about the same, told from their words and their letters alone: today, next year, and in any order. */
import { readQuestion, trigramsOf } from '../search/search.ts'

/** What a question is about, in one normal form: its stems in order, each with its weight in tenths: `brannvesen=5 dron=10`. */
export type Key = string

/** As alike as this is the same. From 0, nothing in common, to 1. */
export const sameFrom = 0.55

/** Words of any purchase say little of what it is, where it is for says less than the thing, and nobody asks in more words. */
const reading = { afterPreposition: 0.5, common: 0.2, longest: 20 }
/** A word that both have counts as a whole by this much, and by the letters of it for the rest. */
const wholeWord = 0.3

export const keyOf = (question: string): Key =>
  readQuestion(question, reading)
    .filter(({ term }) => /\p{L}/u.test(term))
    .map(({ term, weight }) => `${term}=${Math.round(weight * 10)}`)
    .sort()
    .join(' ')

/** A question as what can be compared: words and three-letter groups, each with what it weighs; `weight` is that of all. */
export type Features = { weight: number; parts: ReadonlyMap<string, number> }

export function featuresOf(key: Key): Features {
  const parts = new Map<string, number>()
  let weight = 0
  const add = (part: string, more: number) => parts.set(part, (parts.get(part) ?? 0) + more)
  for (const [term = '', tenths] of key.split(' ').map((word) => word.split('='))) {
    const counts = Number(tenths ?? 10)
    const letters = trigramsOf(term)
    weight += counts
    add(` ${term}`, counts * (letters.length > 0 ? wholeWord : 1))
    for (const three of letters) add(three, (counts * (1 - wholeWord)) / letters.length)
  }
  return { weight, parts }
}

/** The share that two have in common, of all that they have (Dice); 1 for the same. */
export const alike = (a: Features, b: Features): number => {
  let common = 0
  for (const [part, weight] of a.parts) common += Math.min(weight, b.parts.get(part) ?? 0)
  return likeness(common, a, b)
}

export const likeness = (common: number, a: Features, b: Features): number =>
  (2 * common) / (a.weight + b.weight)
