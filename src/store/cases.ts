import { type ExpressionBuilder, type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { stepsAsKept, touched } from './draft.ts'
import { isPostgres } from './engine.ts'
import { type Letter, post } from './outbox.ts'
import type { Tables } from './tables.ts'

/** Something that the section handles: a purchase that was sent, or a question. People are ids; days are `2026-11-26`. */
export type KeptCase = {
  number: string
  kind: 'purchase' | 'question'
  state: string
  requester: string
  title: string
  unit: string | null
  /** The group of agreements that it belongs to. */
  topic: string | null
  owner: string | null
  approver: string | null
  approval: 'none' | 'awaited' | 'given' | 'refused'
  dueOn: string | null
  /** Where it goes on: a number in the tendering tool (KGV). */
  reference: string | null
  /** The logged question that it came from. */
  question: string | null
  /** One more with each thing that happens. */
  version: number
  openedAt: number
  changedAt: number
}

export type CaseEvent = { seq: number; at: number; actor: string; kind: string; data: unknown }
/** What happens to a case: by whom, and what was said with it, as plain JSON. */
export type Happening = { actor: string; kind: string; data: unknown; at: number }

/** What happened, and what is to be told of it: kept together, or not at all. */
export type Told = { happening: Happening; letters: readonly Letter[] }

export type CaseChange = Partial<
  Pick<
    KeptCase,
    'state' | 'owner' | 'approval' | 'approver' | 'dueOn' | 'reference' | 'title' | 'unit' | 'topic'
  >
>

/** All that is given must be the case; `words`, as they stand, in number or title. `due` is the last day that counts as overdue. */
export type CaseFilter = {
  /** Of the requester. */
  tenant?: string
  kind?: KeptCase['kind']
  states?: readonly string[]
  owner?: string | null
  requester?: string
  approver?: string
  owners?: readonly string[]
  approvers?: readonly string[]
  approval?: KeptCase['approval']
  due?: string
  words?: string
  openedFrom?: number
  openedBefore?: number
}

/** Opens a case with what happened first, and posts what is told of it. */
export async function openCase(
  tx: Transaction<Tables>,
  opened: Omit<KeptCase, 'version' | 'openedAt' | 'changedAt' | 'owner' | 'reference'>,
  { happening, letters }: Told,
): Promise<void> {
  const { at } = happening
  const { dueOn, ...rest } = opened
  await tx
    .insertInto('section_case')
    .values({
      ...rest,
      due_on: dueOn,
      owner: null,
      reference: null,
      version: 1,
      opened_at: at,
      changed_at: at,
    })
    .execute()
  await note(tx, opened.number, 1, happening)
  await post(tx, letters, at)
}

/** Changes a case as it was read, with what happened, and posts what is told; false when it was changed meanwhile. */
export async function changeCase(
  tx: Transaction<Tables>,
  read: Pick<KeptCase, 'number' | 'version'>,
  change: CaseChange,
  { happening, letters }: Told,
): Promise<boolean> {
  const { dueOn, ...rest } = change
  const { numUpdatedRows } = await tx
    .updateTable('section_case')
    .set({
      ...rest,
      ...(dueOn !== undefined && { due_on: dueOn }),
      version: read.version + 1,
      changed_at: happening.at,
    })
    .where('number', '=', read.number)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await note(tx, read.number, read.version + 1, happening)
  await post(tx, letters, happening.at)
  return true
}

/** A case that is to be changed: nobody else changes it until the transaction ends. */
export async function caseToChange(tx: Transaction<Tables>, number: string): Promise<KeptCase | undefined> {
  const its = numbered(tx, number).$if(isPostgres(tx), (row) => row.forUpdate())
  const row = await its.executeTakeFirst()
  return row && caseOf(row)
}

const numbered = (db: Kysely<Tables>, number: string) =>
  db.selectFrom('section_case').selectAll().where('number', '=', number)

/** The draft that became a request can be filled in again, at some steps of it. */
async function reopenDraft(
  tx: Transaction<Tables>,
  number: string,
  steps: readonly string[],
  at: number,
): Promise<void> {
  const its = tx.selectFrom('request').select('draft').where('number', '=', number)
  await tx
    .updateTable('draft')
    .set((row) => ({
      state: 'open',
      reopened: stepsAsKept(steps),
      active: 0,
      version: row('version', '+', 1),
      ...touched(at),
    }))
    .where('id', 'in', its)
    .execute()
}

const note = (tx: Transaction<Tables>, number: string, seq: number, { actor, kind, data, at }: Happening) =>
  tx
    .insertInto('case_event')
    .values({ number, seq, at, actor, kind, data: JSON.stringify(data ?? null) })
    .execute()

export const createCases = (db: Kysely<Tables>) => ({
  async of(number: string): Promise<KeptCase | undefined> {
    const row = await numbered(db, number).executeTakeFirst()
    return row && caseOf(row)
  },

  /**
   * Changes a case as it was read, and opens steps of its draft again where that is asked for. False when it was changed
   * meanwhile: then nothing is kept.
   */
  change: (
    read: Pick<KeptCase, 'number' | 'version'>,
    change: CaseChange,
    told: Told,
    reopen?: { steps: readonly string[] },
  ): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      if (!(await changeCase(tx, read, change, told))) return false
      if (reopen) await reopenDraft(tx, read.number, reopen.steps, told.happening.at)
      return true
    }),

  /** The longest due first, then the oldest; those that are never due come last. */
  async list(filter: CaseFilter, most: number): Promise<KeptCase[]> {
    const rows = await db
      .selectFrom('section_case')
      .selectAll()
      .where(fits(filter))
      .orderBy('due_on', (day) => day.asc().nullsLast())
      .orderBy('opened_at')
      .orderBy('number')
      .limit(most)
      .execute()
    return rows.map(caseOf)
  },

  async count(filter: CaseFilter): Promise<number> {
    const { count } = await db
      .selectFrom('section_case')
      .select((by) => by.fn.countAll<number>().as('count'))
      .where(fits(filter))
      .executeTakeFirstOrThrow()
    return Number(count)
  },

  /** In the order they happened. There is no way to change one. */
  async eventsOf(number: string): Promise<CaseEvent[]> {
    const events = db.selectFrom('case_event').select(['seq', 'at', 'actor', 'kind', 'data'])
    const rows = await events.where('number', '=', number).orderBy('seq').execute()
    return rows.map((row) => ({ ...row, data: JSON.parse(row.data) }))
  },

  /** Which activity shows a case at a place; undefined where none does. */
  async cardAt(number: string, place: string): Promise<string | undefined> {
    const shown = db.selectFrom('case_card').select('activity').where('number', '=', number)
    return (await shown.where('place', '=', place).executeTakeFirst())?.activity
  },

  async cardShown(number: string, place: string, activity: string): Promise<void> {
    await db
      .insertInto('case_card')
      .values({ number, place, activity })
      .onConflict((conflict) => conflict.columns(['number', 'place']).doUpdateSet({ activity }))
      .execute()
  },
})

const fits =
  ({ tenant, owners, approvers, states, due, words, openedFrom, openedBefore, ...same }: CaseFilter) =>
  (row: ExpressionBuilder<Tables, 'section_case'>) =>
    row.and([
      row.and(same),
      ...(tenant === undefined ? [] : [begins('requester', `${tenant}:`)]),
      ...(states ? [row.or(states.map((state) => row('state', '=', state)))] : []),
      ...(owners ? [row.or(owners.map((owner) => row('owner', '=', owner)))] : []),
      ...(approvers ? [row.or(approvers.map((approver) => row('approver', '=', approver)))] : []),
      ...(due === undefined ? [] : [row('due_on', '<=', due)]),
      ...(openedFrom === undefined ? [] : [row('opened_at', '>=', openedFrom)]),
      ...(openedBefore === undefined ? [] : [row('opened_at', '<', openedBefore)]),
      ...(words === undefined ? [] : [row.or([holds('title', words), holds('number', words)])]),
    ])

const begins = (column: 'requester', text: string): RawBuilder<boolean> =>
  sql`substr(${sql.ref(column)}, 1, ${sql.lit(text.length)}) = ${text}`

/** "%" and "_" stand for anything in a pattern, and here for themselves. */
const holds = (column: 'title' | 'number', words: string): RawBuilder<boolean> =>
  sql`${inLowerCase(column)} like ${`%${words.toLowerCase().replace(/[%_!]/g, '!$&')}%`} escape '!'`

/** The databases' own `lower` knows English letters alone. */
const inLowerCase = (column: string): RawBuilder<string> =>
  [...'ÆØÅÄÖÉÜÁČĐŊŠŦŽ'].reduce(
    (text, letter) => sql<string>`replace(${text}, ${letter}, ${letter.toLowerCase()})`,
    sql<string>`lower(${sql.ref(column)})`,
  )

const caseOf = ({ due_on, opened_at, changed_at, ...row }: Tables['section_case']): KeptCase => ({
  ...row,
  dueOn: due_on,
  openedAt: opened_at,
  changedAt: changed_at,
})
