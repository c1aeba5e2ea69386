import type { Kysely } from 'kysely'
import { createAudit, type KeptEntry } from './audit.ts'
import type { Tables } from './tables.ts'

/** Everything that is kept about one person, as it is kept. */
export type OwnData = {
  person: Omit<Tables['person'], 'id'> | undefined
  questions: readonly Pick<
    Tables['question'],
    'asked_at' | 'text' | 'language' | 'outcome' | 'sources' | 'shown'
  >[]
  feedback: readonly Pick<Tables['feedback'], 'reaction' | 'reason' | 'given_at'>[]
  sectionQuestions: readonly { number: number; asked_at: number }[]
  /** Administrative acts that the person did, or that were done to them. */
  acts: readonly KeptEntry[]
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
        .select(['asked_at', 'text', 'language', 'outcome', 'sources', 'shown'])
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
      acts: await createAudit(db).of(person),
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
    if (found.length > 0) return found.length === 1 ? found[0]?.id : undefined
    // Questions may be kept longer than who asked them; they go by the id alone.
    const asked = await db
      .selectFrom('question')
      .select('person')
      .where('person', '=', named)
      .executeTakeFirst()
    return asked?.person
  },

  /**
   * Deletes all that is kept about a person and notes who did it, in one go. Gives how many questions went with it. Ids of
   * activities stay for their seven days: without them a person could begin anew as often as they like.
   */
  erase: (person: string, actor: string, at: number): Promise<number> =>
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
      await tx.deleteFrom('person').where('id', '=', person).execute()
      const questions = Number(numDeletedRows)
      await createAudit(tx).note({ actor, act: 'erased', object: person, after: { questions } }, at)
      return questions
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
