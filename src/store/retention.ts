import type { Expression, ExpressionBuilder, SqlBool, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Limits of age, epoch milliseconds: what is older is deleted. */
export type Retention = {
  questionsBefore: number
  peopleBefore: number
  auditBefore: number
  /** Of drafts that were put away and never submitted or sent. */
  draftsBefore: number
  /** Of cases, with all that belongs to them, and of announcements. */
  requestsBefore: number
  /** Of courses that were held, with who was there. */
  eventsBefore: number
  /** Of letters that were sent, dropped or given up. */
  outboxBefore: number
}

export async function forgetOld(tx: Transaction<Tables>, limits: Retention): Promise<void> {
  const old = tx.selectFrom('question').select('id').where('asked_at', '<', limits.questionsBefore)
  await tx.deleteFrom('feedback').where('question', 'in', old).execute()
  await tx.updateTable('section_case').set({ question: null }).where('question', 'in', old).execute()
  await tx.deleteFrom('question').where('asked_at', '<', limits.questionsBefore).execute()
  // All that was asked before it was closed is gone by now.
  await tx.deleteFrom('closed_gap').where('closed_at', '<', limits.questionsBefore).execute()
  await tx.deleteFrom('person').where('seen_at', '<', limits.peopleBefore).execute()
  await tx.deleteFrom('outbox').where('settled_at', '<', limits.outboxBefore).execute()
  await tx.deleteFrom('audit').where('at', '<', limits.auditBefore).execute()
  await forgetAnnouncements(tx, limits)
  await forgetEvents(tx, limits)
  await forgetDrafts(tx, limits.draftsBefore)
  await forgetCases(tx, limits.requestsBefore)
}

/** An announcement is kept as long as a request; who got it, as long as people are known. A draft that was never sent, as drafts are. */
async function forgetAnnouncements(tx: Transaction<Tables>, limits: Retention): Promise<void> {
  const known = tx.selectFrom('announcement').select('id')
  await tx
    .deleteFrom('announcement')
    .where('begun_at', 'is', null)
    .where('state', 'in', ['draft', 'cancelled'])
    .where('changed_at', '<', limits.draftsBefore)
    .execute()
  await tx.deleteFrom('announcement').where('begun_at', '<', limits.requestsBefore).execute()
  const old = known.where('begun_at', '<', limits.peopleBefore)
  await tx.deleteFrom('announcement_copy').where('announcement', 'in', old).execute()
  for (const table of ['announcement_copy', 'announcement_version', 'announcement_file'] as const)
    await tx.deleteFrom(table).where('announcement', 'not in', known).execute()
}

/** One that was never opened goes as drafts do. */
async function forgetEvents(tx: Transaction<Tables>, limits: Retention): Promise<void> {
  await tx
    .deleteFrom('event')
    .where('state', '=', 'draft')
    .where('changed_at', '<', limits.draftsBefore)
    .execute()
  await tx.deleteFrom('event').where('ends_at', '<', limits.eventsBefore).execute()
  const kept = tx.selectFrom('event').select('id')
  for (const table of ['event_seat', 'event_attendance', 'event_evaluation', 'event_evaluated'] as const)
    await tx.deleteFrom(table).where('event', 'not in', kept).execute()
  // What was kept of who deleted their data, until it was out of their calendar.
  await tx
    .deleteFrom('event_seat')
    .where('state', '=', 'left')
    .where(hasNoEntries)
    .where('person', 'not in', tx.selectFrom('person').select('id'))
    .execute()
}

/** Nothing of it stands in their calendar, as far as the bot put it there. */
export const hasNoEntries = (seat: ExpressionBuilder<Tables, 'event_seat'>): Expression<SqlBool> =>
  seat.or([seat('entries', 'is', null), seat('entries', '=', '{}')])

/** Attachments go with their draft. */
async function forgetDrafts(tx: Transaction<Tables>, before: number): Promise<void> {
  const away = deleteUnsubmitted(tx).where('state', '!=', 'open')
  await away.where('touched_at', '<', before).execute()
}

/** A draft that is opened again, or put away after that, still belongs to the request that was made of it. */
export const deleteUnsubmitted = (tx: Transaction<Tables>) =>
  tx
    .deleteFrom('draft')
    .where('state', '!=', 'submitted')
    .where('id', 'not in', tx.selectFrom('request').select('draft'))

/** The database lets events go only when their case is gone, so they come last. */
async function forgetCases(tx: Transaction<Tables>, before: number): Promise<void> {
  const old = tx.selectFrom('request').select('draft').where('submitted_at', '<', before)
  await tx.deleteFrom('draft').where('id', 'in', old).execute()
  await tx.deleteFrom('request').where('submitted_at', '<', before).execute()
  await tx.deleteFrom('section_case').where('opened_at', '<', before).execute()
  const kept = tx.selectFrom('section_case').select('number')
  for (const table of ['case_event', 'case_card'] as const)
    await tx.deleteFrom(table).where('number', 'not in', kept).execute()
}
