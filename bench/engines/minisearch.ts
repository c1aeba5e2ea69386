import MiniSearch from 'minisearch'
import { termsIn } from '../../src/search/search.ts'
import { allFields, type Engine, fieldNames, fieldWeights } from './engine.ts'

export const miniSearch: Engine = {
  name: 'MiniSearch, stems, fuzzy, prefix',
  packages: ['minisearch'],
  async build(texts) {
    const index = new MiniSearch({
      fields: fieldNames,
      idField: 'id',
      processTerm: (word) => termsIn(word),
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
}
