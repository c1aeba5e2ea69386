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

/** Suppliers and agreement numbers written nearly right: gives what an unknown word of a question may mean. */
export function nameFinder(items: readonly Item[]): (word: string) => Variant[] {
  const names = items.flatMap((item) =>
    item.type === 'agreement'
      ? [item.agreementNumber.replace('/', ''), ...item.supplier.split(/\s+/)].filter(
          (name) => !companyForms.test(name),
        )
      : [],
  )
  const fuse = new Fuse([...new Set(names)], { threshold: farthest, includeScore: true })
  return (word) =>
    word.length < shortestPattern
      ? []
      : fuse
          .search(word.slice(0, longestPattern))
          .filter(({ item }) => Math.abs(item.length - word.length) <= lengthApart)
          .map(({ item, score = 1 }) => ({ term: termOf(item.toLowerCase()), how: 'name', sure: 1 - score }))
}
