import { DatabaseSync } from 'node:sqlite'
import { trigramsOf } from '../../src/search/spelling.ts'
import {
  type allFields,
  type Engine,
  fieldNames,
  fieldsIn,
  fieldWeights,
  ownWords,
  shelfWords,
  type Words,
} from './engine.ts'

/** SQLite's own full text; its tokenizers know no Norwegian, so words are stemmed before they go in. */
const ftsEngine = (
  name: string,
  tokenizer: string,
  fieldsOf: typeof allFields,
  partsOf: (question: string) => string[],
): Engine => ({
  name,
  packages: [],
  async build(texts) {
    const db = new DatabaseSync(':memory:')
    db.exec(
      `create virtual table text using fts5(id unindexed, ${fieldNames.join(', ')}, tokenize='${tokenizer}')`,
    )
    const insert = db.prepare(`insert into text values (?${', ?'.repeat(fieldNames.length)})`)
    db.exec('begin')
    for (const text of texts) insert.run(text.id, ...Object.values(fieldsOf(text)))
    db.exec('commit')
    const weights = [0, ...fieldNames.map((field) => fieldWeights[field] ?? 1)].join(', ')
    const find = db.prepare(
      `select id, -bm25(text, ${weights}) as score from text where text match ? order by bm25(text, ${weights}) limit ?`,
    )
    return {
      search(question, most) {
        const parts = [...new Set(partsOf(question))]
        if (parts.length === 0) return []
        const wanted = parts.map((part) => `"${part}"`).join(' OR ')
        return find.all(wanted, most).map(({ id, score }) => ({ id: String(id), score: Number(score) }))
      },
      close: async () => db.close(),
    }
  },
})

/** The trigrams of each of a question's words. */
const trigramsBy =
  (words: Words): Words =>
  (question) =>
    words(question).flatMap((word) =>
      trigramsOf(word)
        .map((gram) => gram.replace(/[\^$]/g, ''))
        .filter((gram) => gram.length === 3),
    )

export const sqliteWords = ftsEngine(
  'SQLite FTS5, words, Snowball',
  'unicode61',
  fieldsIn(shelfWords),
  shelfWords,
)
export const sqliteTrigrams = ftsEngine(
  'SQLite FTS5, trigrams',
  'trigram',
  fieldsIn(shelfWords),
  trigramsBy(shelfWords),
)
export const sqliteOwnWords = ftsEngine(
  "SQLite FTS5, words, this search's",
  'unicode61',
  fieldsIn(ownWords),
  ownWords,
)
export const sqliteOwnTrigrams = ftsEngine(
  "SQLite FTS5, trigrams of this search's words",
  'trigram',
  fieldsIn(ownWords),
  trigramsBy(ownWords),
)
