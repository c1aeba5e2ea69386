import type { Kysely, Transaction } from 'kysely'
import { type CaseChange, caseToChange, changeCase, type KeptCase, openCase, type Told } from './cases.ts'
import { touched } from './draft.ts'
import { nextNumber } from './engine.ts'
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

/** What a submission does to its case; both are worked out inside the transaction, from what is then true. */
export type Handling = {
  /** How the case of a new request begins. */
  opens(number: string): Opening
  /** What a request that was changed does to its case; undefined where that is not permitted any more. */
  changes(read: KeptCase): Changing | undefined
}
export type Opening = Pick<KeptCase, 'state' | 'topic' | 'approver' | 'approval' | 'dueOn'> & Told
type Changing = { change: CaseChange } & Told

export const createRequests = (db: Kysely<Tables>) => ({
  /**
   * Submits a person's draft, once: pressed again, or twice at the same moment, it gives the same number. A draft that was
   * opened again changes its request; where that is not permitted any more it is closed, and the request is as it was
   * `before`. Undefined where the draft is not theirs, was changed meanwhile, or is neither open nor submitted.
   */
  submit: (
    submission: Submission,
    handling: Handling,
  ): Promise<{ number: string; before: boolean } | undefined> =>
    db.transaction().execute(async (tx) => {
      const { draft, person } = submission
      const became = tx.selectFrom('request').select('number').where('draft', '=', draft)
      const theirs = became.where('person', '=', person)
      // The case is taken before its draft, as where a draft is opened again: otherwise each could wait for the other.
      const sent = await theirs.executeTakeFirst()
      const read = sent && (await caseToChange(tx, sent.number))
      if (!(await closeDraft(tx, submission))) {
        const before = sent ?? (await theirs.executeTakeFirst())
        return before && { number: before.number, before: true }
      }
      if (read) return { number: read.number, before: !(await changeRequest(tx, read, submission, handling)) }
      const number = await requestNumber(tx, submission.year)
      await openRequest(tx, number, submission, handling)
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
})

/** False where there is no such open draft of theirs, as it was seen. Two presses at once wait for each other here. */
async function closeDraft(
  tx: Transaction<Tables>,
  { draft, person, version, at }: Submission,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('draft')
    .set({ state: 'submitted', active: 0, version: version + 1, ...touched(at) })
    .where('id', '=', draft)
    .where('person', '=', person)
    .where('state', '=', 'open')
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const rowOf = ({ unit, group, title, value, content }: Submission) => ({
  unit,
  grouped_by: group,
  title,
  value,
  content: JSON.stringify(content),
})

async function openRequest(
  tx: Transaction<Tables>,
  number: string,
  submission: Submission,
  { opens }: Handling,
): Promise<void> {
  const { draft, person, at, title, unit } = submission
  await tx
    .insertInto('request')
    .values({ number, draft, person, submitted_at: at, ...rowOf(submission) })
    .execute()
  const { happening, letters, ...opening } = opens(number)
  const opened = {
    ...opening,
    number,
    kind: 'purchase',
    requester: person,
    title,
    unit,
    question: null,
  } as const
  await openCase(tx, opened, { happening, letters })
}

/**
 * What was sent again is kept in the place of what was there, which goes with the event. False where the case has gone on
 * meanwhile: nothing is then.
 */
async function changeRequest(
  tx: Transaction<Tables>,
  read: KeptCase,
  submission: Submission,
  { changes }: Handling,
): Promise<boolean> {
  const changing = changes(read)
  if (!changing) return false
  const sent = await tx
    .selectFrom('request')
    .select('content')
    .where('number', '=', read.number)
    .executeTakeFirstOrThrow()
  await tx.updateTable('request').set(rowOf(submission)).where('number', '=', read.number).execute()
  const { title, unit } = submission
  const happening = { ...changing.happening, data: { before: JSON.parse(sent.content) } }
  return changeCase(tx, read, { ...changing.change, title, unit }, { ...changing, happening })
}

const requestNumber = async (tx: Transaction<Tables>, year: number): Promise<string> =>
  `${year}-${String(await nextNumber(tx, `request-${year}`)).padStart(4, '0')}`

const requestOf = (row: Tables['request']): KeptRequest => ({
  number: row.number,
  draft: row.draft,
  person: row.person,
  title: row.title,
  submittedAt: row.submitted_at,
  content: JSON.parse(row.content),
})
