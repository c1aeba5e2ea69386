import pg from 'pg'
import { wordsOf } from '../../src/search/search.ts'
import { startPostgres } from '../../test/support/postgres.ts'
import { allFields, type Engine, fieldNames } from './engine.ts'

/** PostgreSQL has four weights; ours are put on them from the heaviest down. */
const weightOf: Record<string, string> = {
  covers: 'A',
  group: 'B',
  searchWords: 'A',
  supplier: 'C',
  title: 'B',
  body: 'D',
}
const ranked = `ts_rank_cd('{0.3, 0.6, 0.8, 1}', words, query)`

const postgresEngine = (name: string, order: string, where: string): Engine => ({
  name,
  packages: [],
  async build(texts) {
    const server = await startPostgres()
    if (!server) return undefined
    const client = new pg.Client(server.url)
    await client.connect()
    await client.query(`create extension if not exists pg_trgm;
      create table text (id text primary key, words tsvector, plain text);`)
    const vector = fieldNames
      .map((field, at) => `setweight(to_tsvector('norwegian', $${at + 2}), '${weightOf[field] ?? 'D'}')`)
      .join(' || ')
    await client.query('begin')
    for (const text of texts) {
      const fields = Object.values(allFields(text))
      await client.query(`insert into text select $1, ${vector}, $${fields.length + 2}`, [
        text.id,
        ...fields,
        fields.join(' ').toLowerCase(),
      ])
    }
    await client.query(
      'commit; create index on text using gin (words); create index on text using gin (plain gin_trgm_ops); analyze text',
    )
    return {
      async search(question, most) {
        const words = [...new Set(wordsOf(question))]
        if (words.length === 0) return []
        const { rows } = await client.query<{ id: string; score: string }>(
          `with query as (select to_tsquery('norwegian', $1) as query)
           select id, ${order} as score from text, query where ${where} order by score desc, id limit $3`,
          [words.map((word) => `'${word}'`).join(' | '), words.join(' '), most],
        )
        return rows.map(({ id, score }) => ({ id, score: Number(score) }))
      },
      async close() {
        await client.end()
        await server.stop()
      },
    }
  },
})

export const postgresWords = postgresEngine(
  "PostgreSQL full text, 'norwegian'",
  `${ranked} + 0 * length($2::text)`,
  'words @@ query',
)
export const postgresTrigrams = postgresEngine(
  "PostgreSQL full text, 'norwegian', and pg_trgm",
  `${ranked} + strict_word_similarity($2, plain)`,
  'true',
)
