import type { Kysely } from 'kysely'
import { createAudit } from './audit.ts'
import type { Tables } from './tables.ts'

/** A logged question that may not have been answered well, with what the one who asked said of the answer. */
export type DoubtfulQuestion = {
  id: string
  person: string
  askedAt: number
  text: string
  outcome: string
  /** The item that was shown last. */
  shown: string | null
  reaction: string | null
  reason: string | null
}

/** `key` is what the questions were about; `how` is plain JSON, and names an item where one answers them now. */
export type Closing = {
  key: string
  closedAt: number
  closedBy: string
  how: { kind: string; item?: string | undefined }
}

export const createGaps = (db: Kysely<Tables>) => ({
  /**
   * Questions from `since` on, newest first, at most so many. Left out is what was answered by the rules alone, and not
   * called bad: how sure a search is says nothing of it.
   */
  async doubtful(since: number, most: number): Promise<DoubtfulQuestion[]> {
    return db
      .selectFrom('question')
      .leftJoin('feedback', (on) =>
        on.onRef('feedback.question', '=', 'question.id').onRef('feedback.person', '=', 'question.person'),
      )
      .select(['id', 'question.person', 'asked_at as askedAt', 'text', 'outcome', 'shown'])
      .select(['reaction', 'reason'])
      .where('asked_at', '>=', since)
      .where((by) =>
        by.or([by('outcome', '!=', 'answer'), by('shown', 'is not', null), by('reaction', '=', 'dislike')]),
      )
      .orderBy('asked_at', 'desc')
      .orderBy('id')
      .limit(most)
      .execute()
  },

  /** Notes that a gap is closed, also one that was closed before, and who did it. */
  close: ({ key, closedAt, closedBy, how }: Closing): Promise<void> =>
    db.transaction().execute(async (tx) => {
      const closing = { closed_at: closedAt, closed_by: closedBy, how: JSON.stringify(how) }
      await tx
        .insertInto('closed_gap')
        .values({ key, ...closing })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(closing))
        .execute()
      const act = { actor: closedBy, act: 'gap-closed', object: how.item ?? 'gap', after: how }
      await createAudit(tx).note(act, closedAt)
    }),

  /** Every gap that was closed and is remembered, newest first. */
  closed: (): Promise<{ key: string; closedAt: number }[]> =>
    db
      .selectFrom('closed_gap')
      .select(['key', 'closed_at as closedAt'])
      .orderBy('closed_at', 'desc')
      .orderBy('key')
      .execute(),
})
