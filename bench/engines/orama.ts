import { create, insertMultiple, search } from '@orama/orama'
import { stemmer } from '@orama/stemmers/norwegian'
import { stopwords } from '@orama/stopwords/norwegian'
import { allFields, type Engine, fieldNames, fieldWeights } from './engine.ts'

export const orama: Engine = {
  name: 'Orama, Norwegian',
  packages: ['@orama/orama', '@orama/stemmers', '@orama/stopwords'],
  async build(texts) {
    const db = create({
      schema: Object.fromEntries(fieldNames.map((name) => [name, 'string' as const])),
      components: { tokenizer: { language: 'norwegian', stemming: true, stemmer, stopWords: stopwords } },
    })
    await insertMultiple(
      db,
      texts.map((text) => ({ id: text.id, ...allFields(text) })),
    )
    return {
      async search(question, limit) {
        const { hits } = await search(db, {
          term: question,
          limit,
          boost: fieldWeights,
          tolerance: 1,
          threshold: 1,
        })
        return hits.map(({ id, score }) => ({ id, score }))
      },
    }
  },
}
