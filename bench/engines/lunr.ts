import { createRequire } from 'node:module'
import { wordsOf } from '../../src/search/search.ts'
import { allFields, type Engine, fieldNames, fieldWeights } from './engine.ts'

type Builder = {
  ref(name: string): void
  field(name: string, options: { boost: number }): void
  add(document: object): void
  use(plugin: unknown): void
}
type Query = { term(term: string, options: object): void }
type Lunr = {
  (build: (this: Builder) => void): { query(build: (query: Query) => void): { ref: string; score: number }[] }
  no: unknown
  Query: { wildcard: { TRAILING: number } }
}

/** lunr and its languages are older than modules: they extend one another when they are required. */
const require = createRequire(import.meta.url)
const lunr = require('lunr') as Lunr // no types that know the language packages
require('lunr-languages/lunr.stemmer.support')(lunr)
require('lunr-languages/lunr.no')(lunr)

export const lunrNorwegian: Engine = {
  name: 'Lunr, Norwegian, fuzzy',
  packages: ['lunr', 'lunr-languages'],
  async build(texts) {
    const index = lunr(function () {
      this.use(lunr.no)
      this.ref('id')
      for (const name of fieldNames) this.field(name, { boost: fieldWeights[name] ?? 1 })
      for (const text of texts) this.add({ id: text.id, ...allFields(text) })
    })
    return {
      search: (question, most) =>
        index
          .query((query) => {
            for (const word of wordsOf(question)) {
              query.term(word, { boost: 10 })
              query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false, boost: 3 })
              if (word.length > 4) query.term(word, { editDistance: 1, usePipeline: false })
            }
          })
          .slice(0, most)
          .map(({ ref, score }) => ({ id: ref, score })),
    }
  },
}
