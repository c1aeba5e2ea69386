import type { Kysely } from 'kysely'
import { openCase } from './cases.ts'
import { isPostgres, nextNumber } from './engine.ts'
import type { Opening } from './requests.ts'
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

export type SectionQuestion = { number: string; before: boolean; question: string }

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
      .select(['id', 'text', 'shown'])
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
   * (`activity` is empty): then it is the person's newest. Gives the question; undefined when there is no such answer to that
   * person.
   */
  async feedback(
    activity: string,
    person: string,
    reaction: string,
    reason: string,
    at: number,
  ): Promise<{ id: string; text: string } | undefined> {
    const theirs = db.selectFrom('question').select(['id', 'text']).where('person', '=', person)
    const question = await (activity === ''
      ? theirs.orderBy('asked_at', 'desc').limit(1)
      : theirs.where('answer_activity', '=', activity)
    ).executeTakeFirst()
    if (!question) return undefined
    await db
      .insertInto('feedback')
      .values({ question: question.id, person, reaction, reason, given_at: at })
      .onConflict((conflict) =>
        conflict.columns(['question', 'person']).doUpdateSet({ reaction, reason, given_at: at }),
      )
      .execute()
    return question
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
  askSection: (
    id: string,
    person: string,
    opens: (asked: { number: string; text: string; sources: readonly string[] }) => Opening,
  ): Promise<SectionQuestion | undefined> =>
    db.transaction().execute(async (tx) => {
      const theirs = tx
        .selectFrom('question')
        .select(['text', 'sources'])
        .where('id', '=', id)
        .where('person', '=', person)
      // Two presses at once wait for each other here, on the question's row.
      const asked = await theirs.$if(isPostgres(tx), (row) => row.forUpdate()).executeTakeFirst()
      if (!asked) return undefined
      const { text } = asked
      const opened = tx.selectFrom('section_case').select('number').where('question', '=', id)
      const there = await opened.executeTakeFirst()
      if (there) return { number: there.number, before: true, question: text }
      const number = `S-${await nextNumber(tx, 'section_question')}`
      const sources = (JSON.parse(asked.sources) as { id: string }[]).map((source) => source.id) // as `note` wrote them
      const { happening, letters, ...opening } = opens({ number, text, sources })
      const kase = {
        ...opening,
        number,
        kind: 'question',
        requester: person,
        title: text,
        unit: null,
        question: id,
      } as const
      await openCase(tx, kase, { happening, letters })
      return { number, before: false, question: text }
    }),
})
