import MiniSearch from 'minisearch'
import {
  allFields,
  type Engine,
  fieldNames,
  fieldWeights,
  ownWords,
  shelfWords,
  type Words,
} from './engine.ts'

const withWords = (name: string, words: Words): Engine => ({
  name,
  packages: ['minisearch'],
  async build(texts) {
    const index = new MiniSearch({
      fields: fieldNames,
      idField: 'id',
      processTerm: words,
      searchOptions: { boost: fieldWeights, fuzzy: 0.2, prefix: true, combineWith: 'OR' },
    })
    index.addAll(texts.map((text) => ({ id: text.id, ...allFields(text) })))
    return {
      search: (question, most) =>
        index
          .search(question)
          .slice(0, most)
          .map(({ id, score }) => ({ id: String(id), score })),
    }
  },
})

export const miniSearch = withWords('MiniSearch, Snowball, fuzzy, prefix', shelfWords)
export const miniSearchOwnWords = withWords("MiniSearch, this search's words, fuzzy, prefix", ownWords)
