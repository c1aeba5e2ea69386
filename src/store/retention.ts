import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Limits of age, epoch milliseconds: what is older is deleted. */
export type Retention = {
  questionsBefore: number
  peopleBefore: number
  auditBefore: number
  /** Of drafts that are neither open nor submitted. */
  draftsBefore: number
  requestsBefore: number
}

export async function forgetOld(tx: Transaction<Tables>, limits: Retention): Promise<void> {
  const old = tx.selectFrom('question').select('id').where('asked_at', '<', limits.questionsBefore)
  await tx.deleteFrom('feedback').where('question', 'in', old).execute()
  await tx.deleteFrom('section_question').where('question', 'in', old).execute()
  await tx.deleteFrom('question').where('asked_at', '<', limits.questionsBefore).execute()
  await tx.deleteFrom('person').where('seen_at', '<', limits.peopleBefore).execute()
  await tx.deleteFrom('audit').where('at', '<', limits.auditBefore).execute()
  await forgetDrafts(tx, limits.draftsBefore)
  await forgetRequests(tx, limits.requestsBefore)
}

/** Attachments go with their draft. */
async function forgetDrafts(tx: Transaction<Tables>, before: number): Promise<void> {
  const unsubmitted = tx.deleteFrom('draft').where('state', 'not in', ['open', 'submitted'])
  await unsubmitted.where('touched_at', '<', before).execute()
}

/** The database lets events go only when their request is gone, so they come last. */
async function forgetRequests(tx: Transaction<Tables>, before: number): Promise<void> {
  const old = tx.selectFrom('request').select('draft').where('submitted_at', '<', before)
  await tx.deleteFrom('draft').where('id', 'in', old).execute()
  await tx.deleteFrom('request').where('submitted_at', '<', before).execute()
  const kept = tx.selectFrom('request').select('number')
  await tx.deleteFrom('request_event').where('request', 'not in', kept).execute()
}
