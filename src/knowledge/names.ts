import Fuse from 'fuse.js'
import { termOf, type Variant } from '../search/search.ts'
import type { Item } from './item.ts'

/** fuse.js reads no more than 32 letters of a pattern; distance 0 is the same, 1 is nothing alike. */
const longestPattern = 32
const shortestPattern = 5
const farthest = 0.2
/** A name is as long as what was meant by it, give or take this many letters. */
const lengthApart = 2

/** Company forms, which say nothing about who it is. */
const companyForms = /^(as|asa|sa|da|ans)$/i

export type Names = {
  /** What an unknown word of a question may mean: a supplier or an agreement number written nearly right. */
  alsoMeans(word: string): Variant[]
  /** Whether a question is nothing but this item's title, written nearly right. */
  isTitle(question: string, item: Item): boolean
}

/** Finds names written nearly right: suppliers, agreement numbers and titles. */
export function nameFinder(items: readonly Item[]): Names {
  const names = items.flatMap((item) =>
    item.type === 'agreement'
      ? [item.agreementNumber.replace('/', ''), ...item.supplier.split(/\s+/)].filter(
          (name) => !companyForms.test(name),
        )
      : [],
  )
  const fuse = new Fuse([...new Set(names)], { threshold: farthest, includeScore: true })
  return {
    alsoMeans: (word) =>
      word.length < shortestPattern
        ? []
        : fuse
            .search(word.slice(0, longestPattern))
            .filter(({ item }) => Math.abs(item.length - word.length) <= lengthApart)
            .map(({ item, score = 1 }) => ({
              term: termOf(item.toLowerCase()),
              how: 'name',
              sure: 1 - score,
            })),
    isTitle: (question, { title }) =>
      Math.abs(title.length - question.trim().length) <= lengthApart &&
      new Fuse([title.slice(0, longestPattern)], { threshold: farthest }).search(
        question.trim().slice(0, longestPattern),
      ).length > 0,
  }
}
