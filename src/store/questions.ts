import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type LoggedQuestion = {
  id: string
  person: string
  askedAt: number
  text: string
  language: string
  outcome: string
  sources: readonly { id: string; score: number }[]
  /** The item that was shown as the answer. */
  shown: string | null
}

export type SectionQuestion = { number: number; before: boolean; question: string }

export const createQuestions = (db: Kysely<Tables>) => ({
  async note(question: LoggedQuestion): Promise<void> {
    const { askedAt, sources, ...rest } = question
    await db
      .insertInto('question')
      .values({ ...rest, asked_at: askedAt, sources: JSON.stringify(sources), answer_activity: null })
      .execute()
  },

  /** What a person asked; undefined when it is not theirs. */
  async textOf(id: string, person: string): Promise<string | undefined> {
    const theirs = db.selectFrom('question').select('text').where('id', '=', id).where('person', '=', person)
    return (await theirs.executeTakeFirst())?.text
  },

  /** Notes the item that was shown last for a person's own question; false when it is not theirs. */
  async showed(id: string, person: string, item: string): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('question')
      .set({ shown: item })
      .where('id', '=', id)
      .where('person', '=', person)
      .executeTakeFirst()
    return numUpdatedRows > 0
  },

  /** What a person asked last, if that was at `since` or later. */
  newestOf: (person: string, since: number) =>
    db
      .selectFrom('question')
      .select(['text', 'shown'])
      .where('person', '=', person)
      .where('asked_at', '>=', since)
      .orderBy('asked_at', 'desc')
      .limit(1)
      .executeTakeFirst(),

  /** Which Teams activity carried the answer, so that feedback on it finds its question. */
  async answeredWith(id: string, activity: string): Promise<void> {
    await db.updateTable('question').set({ answer_activity: activity }).where('id', '=', id).execute()
  },

  /**
   * Keeps a person's feedback on an answer, the newest of each person. Some clients do not say which answer they mean
   * (`activity` is empty): then it is the person's newest. False when there is no such answer to that person.
   */
  async feedback(
    activity: string,
    person: string,
    reaction: string,
    reason: string,
    at: number,
  ): Promise<boolean> {
    const theirs = db.selectFrom('question').select('id').where('person', '=', person)
    const question = await (activity === ''
      ? theirs.orderBy('asked_at', 'desc').limit(1)
      : theirs.where('answer_activity', '=', activity)
    ).executeTakeFirst()
    if (!question) return false
    await db
      .insertInto('feedback')
      .values({ question: question.id, person, reaction, reason, given_at: at })
      .onConflict((conflict) =>
        conflict.columns(['question', 'person']).doUpdateSet({ reaction, reason, given_at: at }),
      )
      .execute()
    return true
  },

  /** The newest feedback on any answer, at most `limit`. */
  newestFeedback: (limit = 10) =>
    db
      .selectFrom('feedback')
      .select(['question', 'reaction', 'reason'])
      .orderBy('given_at', 'desc')
      .limit(limit)
      .execute(),

  /** All feedback on a question, one from each person. */
  feedbackOn: (id: string) =>
    db
      .selectFrom('feedback')
      .select(['person', 'reaction', 'reason', 'given_at'])
      .where('question', '=', id)
      .orderBy('given_at')
      .execute(),

  /** Hands a person's own question to the section, once: pressed again it gives the same number. */
  askSection: (id: string, person: string, at: number): Promise<SectionQuestion | undefined> =>
    db.transaction().execute(async (tx) => {
      const asked = await tx
        .selectFrom('question')
        .leftJoin('section_question', 'section_question.question', 'question.id')
        .select(['question.text', 'section_question.number'])
        .where('question.id', '=', id)
        .where('question.person', '=', person)
        .executeTakeFirst()
      if (!asked) return undefined
      if (asked.number !== null) return { number: asked.number, before: true, question: asked.text }
      // Two presses at once wait for each other here, on the counter's row.
      const { value } = await tx
        .insertInto('counter')
        .values({ name: 'section_question', value: 1 })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet((set) => ({ value: set('counter.value', '+', 1) })),
        )
        .returning('value')
        .executeTakeFirstOrThrow()
      const kept = await tx
        .insertInto('section_question')
        .values({ question: id, number: value, asked_at: at })
        .onConflict((conflict) => conflict.column('question').doNothing())
        .returning('number')
        .executeTakeFirst()
      const { number } =
        kept ??
        (await tx
          .selectFrom('section_question')
          .select('number')
          .where('question', '=', id)
          .executeTakeFirstOrThrow())
      return { number, before: kept === undefined, question: asked.text }
    }),
})
