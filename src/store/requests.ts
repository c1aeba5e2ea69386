import type { Kysely, Transaction } from 'kysely'
import { touched } from './draft.ts'
import type { Tables } from './tables.ts'

export type Submission = {
  draft: string
  /** The draft's version that `content` was made from. */
  version: number
  person: string
  /** Requests are counted in each year. */
  year: number
  at: number
  /** Plain JSON, kept as it is. */
  content: unknown
  unit: string | null
  group: string | null
  title: string
  /** Of this purchase alone, whole kroner without VAT: what is counted with it stands in requests of its own. */
  value: number
}

export type KeptRequest = {
  number: string
  draft: string
  person: string
  title: string
  submittedAt: number
  content: unknown
}

export const createRequests = (db: Kysely<Tables>) => ({
  /**
   * Submits a person's draft, once: pressed again, or twice at the same moment, it gives the same number. Undefined where
   * it is not theirs, was changed meanwhile, or is neither open nor submitted.
   */
  submit: ({ draft, version, person, year, at, content, unit, group, title, value }: Submission) =>
    db.transaction().execute(async (tx): Promise<{ number: string; before: boolean } | undefined> => {
      // Two presses at once wait for each other here, on the draft's row.
      const { numUpdatedRows } = await tx
        .updateTable('draft')
        .set((row) => ({ state: 'submitted', active: 0, version: row('version', '+', 1), ...touched(at) }))
        .where('id', '=', draft)
        .where('person', '=', person)
        .where('state', '=', 'open')
        .where('version', '=', version)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) {
        const theirs = tx.selectFrom('request').select('number').where('draft', '=', draft)
        const before = await theirs.where('person', '=', person).executeTakeFirst()
        return before && { number: before.number, before: true }
      }
      const number = await nextNumber(tx, year)
      await tx
        .insertInto('request')
        .values({
          number,
          draft,
          person,
          submitted_at: at,
          unit,
          grouped_by: group,
          title,
          value,
          content: JSON.stringify(content),
        })
        .execute()
      await tx
        .insertInto('request_event')
        .values({ request: number, seq: 1, at, actor: person, kind: 'submitted', data: JSON.stringify(null) })
        .execute()
      return { number, before: false }
    }),

  /** Requests of the same unit and group from `since` on, newest first, without the one that `draft` became. */
  similar: (to: { unit: string; group: string; since: number; draft?: string }) =>
    db
      .selectFrom('request')
      .select(['number', 'title', 'value', 'submitted_at as submittedAt'])
      .select((row) => row.ref('unit').$notNull().as('unit'))
      .where('unit', '=', to.unit)
      .where('grouped_by', '=', to.group)
      .where('submitted_at', '>=', to.since)
      .where('draft', '!=', to.draft ?? '')
      .orderBy('submitted_at', 'desc')
      .orderBy('number', 'desc')
      .execute(),

  async of(number: string): Promise<KeptRequest | undefined> {
    const row = await db.selectFrom('request').selectAll().where('number', '=', number).executeTakeFirst()
    return row && requestOf(row)
  },

  /** What a person's draft became; undefined where it was not submitted. */
  async ofDraft(draft: string, person: string): Promise<KeptRequest | undefined> {
    const theirs = db.selectFrom('request').selectAll().where('draft', '=', draft)
    const row = await theirs.where('person', '=', person).executeTakeFirst()
    return row && requestOf(row)
  },

  /** Newest first. */
  async ofPerson(person: string): Promise<KeptRequest[]> {
    const theirs = db.selectFrom('request').selectAll().where('person', '=', person)
    const rows = await theirs.orderBy('submitted_at', 'desc').orderBy('number', 'desc').execute()
    return rows.map(requestOf)
  },

  /** In the order they happened. There is no way to change one. */
  async eventsOf(
    number: string,
  ): Promise<{ seq: number; at: number; actor: string; kind: string; data: unknown }[]> {
    const events = db.selectFrom('request_event').select(['seq', 'at', 'actor', 'kind', 'data'])
    const rows = await events.where('request', '=', number).orderBy('seq').execute()
    return rows.map((row) => ({ ...row, data: JSON.parse(row.data) }))
  },
})

/** Counted up in the same transaction as its request is written: no number is left out. */
async function nextNumber(tx: Transaction<Tables>, year: number): Promise<string> {
  const { value } = await tx
    .insertInto('counter')
    .values({ name: `request-${year}`, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((set) => ({ value: set('counter.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return `${year}-${String(value).padStart(4, '0')}`
}

const requestOf = (row: Tables['request']): KeptRequest => ({
  number: row.number,
  draft: row.draft,
  person: row.person,
  title: row.title,
  submittedAt: row.submitted_at,
  content: JSON.parse(row.content),
})
