import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Who has had to do with an agreement since: was shown it as an answer, called off under it or deviated from it in a purchase,
 * or sent a request that names it.
 */
export const createAgreementUsers = (db: Kysely<Tables>) => ({
  async of(tenant: string, agreement: string, since: number): Promise<string[]> {
    const shown = db
      .selectFrom('question')
      .select('person')
      .where('asked_at', '>=', since)
      .where((by) =>
        by.or([
          by('shown', '=', agreement),
          by.and([by('outcome', '=', 'answer'), contains('sources', `[{"id":"${agreement}"`)]),
        ]),
      )
    const bought = db
      .selectFrom('draft')
      .select('person')
      .where('touched_at', '>=', since)
      .where((by) =>
        by.or(
          ['use', 'deviate']
            .map((how) => contains('replies', `"${how}:${agreement}"`))
            .map((is) => by.and([is])),
        ),
      )
    const asked = db
      .selectFrom('request')
      .select('person')
      .where('submitted_at', '>=', since)
      .where(contains('content', `"agreement":{"id":"${agreement}"`))
    const rows = await shown.union(bought).union(asked).execute()
    return rows.map(({ person }) => person).filter((person) => person.startsWith(`${tenant}:`))
  },
})

const contains = (column: string, words: string) =>
  // The same in both databases: `like` does not tell capitals apart in one of them.
  sql<SqlBool>`replace(${sql.ref(column)}, ${words}, '') <> ${sql.ref(column)}`
