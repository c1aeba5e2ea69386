/** A question as the words that it is about, each with how much it counts. */
import { isCommon } from './common-words.ts'
import { comesBeforeI, isPreposition, isStopWord } from './stop-words.ts'
import { termOf, wordsOf } from './words.ts'

export type Word = { word: string; term: string; weight: number }

export type QuestionSettings = {
  /** What comes after "til", "på", "i": what it is for, or where. */
  afterPreposition: number
  /** Words that are said with any purchase, and in any sentence. */
  common: number
  /** More words than a question has: what comes after is not read, so that no question takes long. */
  longest: number
}

export const questionDefaults: QuestionSettings = {
  afterPreposition: 0.7,
  common: 0.6,
  longest: 60,
}

export function readQuestion(text: string, settings = questionDefaults): Word[] {
  const words = wordsOf(text).slice(0, settings.longest * 2)
  const byTerm = new Map<string, Word>()
  words.forEach((word, at) => {
    if (isStopWord(word) || /^\d{1,3}$/.test(word)) return
    const weight = isCommon(word)
      ? settings.common
      : isAfterPreposition(words, at)
        ? settings.afterPreposition
        : 1
    const term = termOf(word)
    const so = byTerm.get(term)
    if (!so || so.weight < weight) byTerm.set(term, { word, term, weight })
  })
  return [...byTerm.values()].slice(0, settings.longest)
}

const isAfterPreposition = (words: readonly string[], at: number): boolean => {
  const [before = '', earlier] = [words[at - 1], words[at - 2]]
  return isPreposition(before) && !(before === 'i' && (earlier === undefined || comesBeforeI(earlier)))
}
