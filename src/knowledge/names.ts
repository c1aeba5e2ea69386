import Fuse from 'fuse.js'
import type { Item } from './item.ts'

type Name = { id: string; name: string }

/** fuse.js reads no more than 32 letters of a pattern; distance 0 is the same, 1 is nothing alike. */
const longestPattern = 32
const shortestPattern = 5
const farthest = 0.2

/** Company forms, which say nothing about who it is. */
const companyForms = /^(as|asa|sa|da|ans)$/i

/**
 * Finds suppliers and agreement numbers written nearly right. `near` takes words of a question and gives item id →
 * likeness between 0 and 1.
 */
export function nameFinder(items: readonly Item[]): { near(words: readonly string[]): Map<string, number> } {
  const names = items.flatMap((item): Name[] =>
    item.type === 'agreement'
      ? [item.agreementNumber, ...item.supplier.split(/\s+/)]
          .filter((name) => !companyForms.test(name))
          .map((name) => ({ id: item.id, name }))
      : [],
  )
  const fuse = new Fuse(names, { keys: ['name'], threshold: farthest, includeScore: true })
  return {
    near(words) {
      const likeness = new Map<string, number>()
      for (const word of words.filter((candidate) => candidate.length >= shortestPattern))
        for (const { item, score = 1 } of fuse.search(word.slice(0, longestPattern)))
          if (Math.abs(item.name.length - word.length) <= 2)
            likeness.set(item.id, Math.max(likeness.get(item.id) ?? 0, 1 - score))
      return likeness
    },
  }
}
