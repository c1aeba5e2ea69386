import Fuse from 'fuse.js'
import { allFields, type Engine, fieldNames, fieldWeights, shelfWords } from './engine.ts'

/** fuse.js reads no more of a pattern than this. */
const longestPattern = 32

/** As it comes: the whole question is one pattern. */
export const fuseDefault: Engine = {
  name: 'fuse.js, default',
  packages: ['fuse.js'],
  async build(texts) {
    const fuse = new Fuse(
      texts.map((text) => ({ id: text.id, ...allFields(text) })),
      { keys: fieldNames, includeScore: true },
    )
    return {
      search: (question, limit) =>
        fuse
          .search(question.slice(0, longestPattern), { limit })
          .map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score })),
    }
  },
}

/** The best of several ways that were tried: each word of its own, anywhere in a field, fields weighed, scores added. */
export const fuseTuned: Engine = {
  name: 'fuse.js, tuned',
  packages: ['fuse.js'],
  async build(texts) {
    const fuse = new Fuse(
      texts.map((text) => ({ id: text.id, ...allFields(text) })),
      {
        keys: fieldNames.map((name) => ({ name, weight: fieldWeights[name] ?? 1 })),
        includeScore: true,
        ignoreLocation: true,
        threshold: 0.25,
        minMatchCharLength: 3,
      },
    )
    return {
      search(question, most) {
        const scores = new Map<string, number>()
        for (const word of new Set(shelfWords(question)))
          for (const { item, score = 1 } of fuse.search(word.slice(0, longestPattern)))
            scores.set(item.id, (scores.get(item.id) ?? 0) + (1 - score))
        return [...scores]
          .map(([id, score]) => ({ id, score }))
          .sort((a, b) => b.score - a.score)
          .slice(0, most)
      },
    }
  },
}
