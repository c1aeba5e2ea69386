import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Everything that is kept about one person, as it is kept. */
export type OwnData = {
  person: Omit<Tables['person'], 'id'> | undefined
  questions: readonly Pick<Tables['question'], 'asked_at' | 'text' | 'language' | 'outcome'>[]
  feedback: readonly Pick<Tables['feedback'], 'reaction' | 'reason' | 'given_at'>[]
  sectionQuestions: readonly { number: number; asked_at: number }[]
}

/** Limits of age, epoch milliseconds: what is older is deleted. */
export type Retention = { questionsBefore: number; peopleBefore: number; auditBefore: number }

export const createOwnData = (db: Kysely<Tables>) => ({
  async of(person: string): Promise<OwnData> {
    const questions = db.selectFrom('question').where('person', '=', person)
    return {
      person: await db
        .selectFrom('person')
        .select([
          'tenant',
          'entra_id',
          'name',
          'language',
          'conversation',
          'seen_at',
          'time_zone',
          'unreachable',
        ])
        .select(['guest', 'guest_checked_at'])
        .where('id', '=', person)
        .executeTakeFirst(),
      questions: await questions
        .select(['asked_at', 'text', 'language', 'outcome'])
        .orderBy('asked_at')
        .execute(),
      feedback: await db
        .selectFrom('feedback')
        .select(['reaction', 'reason', 'given_at'])
        .where('person', '=', person)
        .orderBy('given_at')
        .execute(),
      sectionQuestions: await db
        .selectFrom('section_question')
        .innerJoin('question', 'question.id', 'section_question.question')
        .select(['section_question.number', 'section_question.asked_at'])
        .where('question.person', '=', person)
        .execute(),
    }
  },

  /** The id of a person that is known by id, Entra object id or whole name; undefined for nobody, or more than one. */
  async find(named: string): Promise<string | undefined> {
    const found = await db
      .selectFrom('person')
      .select('id')
      .where((by) => by.or([by('id', '=', named), by('entra_id', '=', named), by('name', '=', named)]))
      .limit(2)
      .execute()
    return found.length === 1 ? found[0]?.id : undefined
  },

  /** Deletes all that is kept about a person, in one go. Gives how many questions went with it. */
  erase: (person: string): Promise<number> =>
    db.transaction().execute(async (tx) => {
      const theirs = tx.selectFrom('question').select('id').where('person', '=', person)
      await tx
        .deleteFrom('feedback')
        .where((by) => by.or([by('person', '=', person), by('question', 'in', theirs)]))
        .execute()
      await tx.deleteFrom('section_question').where('question', 'in', theirs).execute()
      const { numDeletedRows } = await tx
        .deleteFrom('question')
        .where('person', '=', person)
        .executeTakeFirst()
      await tx.deleteFrom('seen_activity').where('person', '=', person).execute()
      await tx.deleteFrom('person').where('id', '=', person).execute()
      return Number(numDeletedRows)
    }),

  /** Deletes what is older than it may be. */
  forget: ({ questionsBefore, peopleBefore, auditBefore }: Retention): Promise<void> =>
    db.transaction().execute(async (tx) => {
      const old = tx.selectFrom('question').select('id').where('asked_at', '<', questionsBefore)
      await tx.deleteFrom('feedback').where('question', 'in', old).execute()
      await tx.deleteFrom('section_question').where('question', 'in', old).execute()
      await tx.deleteFrom('question').where('asked_at', '<', questionsBefore).execute()
      await tx.deleteFrom('person').where('seen_at', '<', peopleBefore).execute()
      await tx.deleteFrom('audit').where('at', '<', auditBefore).execute()
    }),

  /** Every question from `since` on, oldest first. */
  questionsSince: (since: number) =>
    db
      .selectFrom('question')
      .select(['person', 'asked_at', 'text', 'language', 'outcome', 'sources', 'shown'])
      .where('asked_at', '>=', since)
      .orderBy('asked_at')
      .execute(),
})
