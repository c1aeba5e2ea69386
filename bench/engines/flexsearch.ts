import { Charset, Document } from 'flexsearch'
import { type Engine, fieldNames, fieldsIn, fieldWeights, shelfWords } from './engine.ts'

export const flexSearch: Engine = {
  name: 'FlexSearch, Snowball, forward',
  packages: ['flexsearch'],
  async build(texts) {
    const index = new Document({
      document: {
        id: 'id',
        index: fieldNames.map((field) => ({
          field,
          tokenize: 'forward' as const,
          encoder: Charset.LatinBalance,
        })),
      },
    })
    for (const text of texts) index.add({ id: text.id, ...fieldsIn(shelfWords)(text) })
    return {
      search(question, most) {
        // It gives ids by field and no scores: a word's place in each list is what can be added up.
        const scores = new Map<string, number>()
        for (const word of new Set(shelfWords(question)))
          for (const { field, result } of index.search(word, { limit: 100, suggest: true }))
            result.forEach((id, at) => {
              const gain = (fieldWeights[field ?? ''] ?? 1) / (at + 1)
              scores.set(String(id), (scores.get(String(id)) ?? 0) + gain)
            })
        return [...scores]
          .map(([id, score]) => ({ id, score }))
          .sort((a, b) => b.score - a.score)
          .slice(0, most)
      },
    }
  },
}
