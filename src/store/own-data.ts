import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { personPlace } from '../kit/place.ts'
import { createAnnouncements } from './announcements.ts'
import { createAudit, type KeptEntry } from './audit.ts'
import { type CaseEvent, createCases, type KeptCase } from './cases.ts'
import type { Draft } from './draft.ts'
import { createDrafts } from './drafts.ts'
import { takeTurn } from './engine.ts'
import { createAttendance } from './event-attendance.ts'
import { createEvents } from './events.ts'
import { createRequests, type KeptRequest } from './requests.ts'
import { deleteUnsubmitted, forgetOld, hasNoEntries, type Retention } from './retention.ts'
import type { Tables } from './tables.ts'

/** Everything that is kept about one person, as it is kept. */
export type OwnData = {
  person: Omit<Tables['person'], 'id'> | undefined
  questions: readonly Pick<
    Tables['question'],
    'asked_at' | 'text' | 'language' | 'outcome' | 'sources' | 'shown'
  >[]
  feedback: readonly Pick<Tables['feedback'], 'reaction' | 'reason' | 'given_at'>[]
  /** What the section handles of theirs, with what has happened, newest first. */
  cases: readonly (Pick<KeptCase, 'number' | 'kind' | 'state' | 'title' | 'openedAt'> & {
    events: readonly CaseEvent[]
  })[]
  /** Also those that were submitted. Of attachments their names, without what is in them. */
  drafts: readonly (Pick<Draft, 'id' | 'state' | 'startedAt' | 'touchedAt' | 'replies'> & {
    attachments: readonly string[]
  })[]
  /** Newest first. */
  requests: readonly Pick<KeptRequest, 'number' | 'title' | 'submittedAt' | 'content'>[]
  /** Announcements that they were sent, newest first; null is not known. */
  announcements: readonly {
    announcement: string
    state: string
    deliveredAt: number | null
    readAt: number | null
    understoodAt: number | null
  }[]
  /** Courses that they have answered or were at, the last to begin first, and at how many sessions they were. */
  courses: readonly {
    event: string
    title: string | null
    state: string | null
    /** Who said yes for them. */
    by: string | null
    because: string | null
    attended: number
  }[]
  /** What they do not want to be told of. */
  topicsOff: readonly string[]
  /** Administrative acts that the person did, or that were done to them. */
  acts: readonly KeptEntry[]
}

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
      cases: await casesOf(db, person),
      drafts: await draftsOf(db, person),
      requests: await requestsOf(db, person),
      announcements: await db
        .selectFrom('announcement_copy')
        .select(['announcement', 'state'])
        .select(['delivered_at as deliveredAt', 'read_at as readAt', 'understood_at as understoodAt'])
        .where('place', '=', personPlace(person))
        .orderBy('delivered_at', 'desc')
        .execute(),
      courses: await coursesOf(db, person),
      topicsOff: await createAnnouncements(db).optOutsOf(person),
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
    // What they left may be kept longer than they are; it goes by the id alone.
    for (const table of ['question', 'draft', 'request'] as const) {
      const left = db.selectFrom(table).select('person').where('person', '=', named)
      if (await left.executeTakeFirst()) return named
    }
    return (await createCases(db).count({ requester: named })) > 0 ? named : undefined
  },

  /**
   * Deletes all that is kept about a person and notes who did it, in one go. Gives how many questions went with it. Their
   * cases stay with what they submitted: it is documents of a case (arkivlova). Ids of activities stay for their seven
   * days: without them a person could begin anew as often as they like.
   */
  erase: (person: string, actor: string, at: number): Promise<number> =>
    db.transaction().execute(async (tx) => {
      await takeTurn(tx, person)
      await eraseCourses(tx, person, at)
      const theirs = tx.selectFrom('question').select('id').where('person', '=', person)
      await tx
        .deleteFrom('feedback')
        .where((by) => by.or([by('person', '=', person), by('question', 'in', theirs)]))
        .execute()
      await tx.updateTable('section_case').set({ question: null }).where('question', 'in', theirs).execute()
      const { numDeletedRows } = await tx
        .deleteFrom('question')
        .where('person', '=', person)
        .executeTakeFirst()
      const unsubmitted = await deleteUnsubmitted(tx).where('person', '=', person).executeTakeFirst()
      const drafts = Number(unsubmitted.numDeletedRows) // with their attachments
      await tx.updateTable('closed_gap').set({ closed_by: null }).where('closed_by', '=', person).execute()
      // What is still to be told them is of cases that stay.
      const told = tx.deleteFrom('outbox').where('place', '=', personPlace(person))
      await told.where('settled_at', 'is not', null).execute()
      // That they were told, and said that they understood, goes too; how many were told is counted without them.
      await tx.deleteFrom('announcement_copy').where('place', '=', personPlace(person)).execute()
      await tx.deleteFrom('topic_opt_out').where('person', '=', person).execute()
      await tx.deleteFrom('person').where('id', '=', person).execute()
      const questions = Number(numDeletedRows)
      await createAudit(tx).note({ actor, act: 'erased', object: person, after: { questions, drafts } }, at)
      return questions
    }),

  /** Deletes what is older than it may be. */
  forget: (limits: Retention): Promise<void> => db.transaction().execute((tx) => forgetOld(tx, limits)),

  /** Every question from `since` on, oldest first. */
  questionsSince: (since: number) =>
    db
      .selectFrom('question')
      .select(['person', 'asked_at', 'text', 'language', 'outcome', 'sources', 'shown'])
      .where('asked_at', '>=', since)
      .orderBy('asked_at')
      .execute(),
})

/**
 * Also who is still offered or has a place: whoever erases sees to it that it goes on. Of a course to come that stands in
 * their calendar the seat stays, as one that was left: the entry can be taken out by its id alone.
 */
async function eraseCourses(tx: Transaction<Tables>, person: string, at: number): Promise<void> {
  const seats = tx.selectFrom('event_seat').select('event').where('person', '=', person)
  // What is being decided would keep their seat anew.
  for (const { event } of await seats.orderBy('event').execute()) await takeTurn(tx, `event ${event}`)
  const toCome = tx.selectFrom('event').select('id').where('ends_at', '>', at)
  await tx
    .deleteFrom('event_seat')
    .where('person', '=', person)
    .where((seat) => seat.or([hasNoEntries(seat), seat('event', 'not in', toCome)]))
    .execute()
  await tx
    .updateTable('event_seat')
    .set({ state: 'left', answer_by: null, by_person: null, because: null })
    .where('person', '=', person)
    .execute()
  for (const table of ['event_attendance', 'event_evaluated'] as const)
    await tx.deleteFrom(table).where('person', '=', person).execute()
}

async function coursesOf(db: Kysely<Tables>, person: string): Promise<OwnData['courses']> {
  const theirs = await createEvents(db).ofPerson(person)
  const there = await createAttendance(db).attendedBy(
    [person],
    theirs.map(({ event }) => event.id),
  )
  return theirs.map(({ event, seat }) => ({
    event: event.id,
    title: titled.safeParse(event.content).data?.title ?? null,
    state: seat?.state ?? null,
    by: seat?.by ?? null,
    because: seat?.because ?? null,
    attended: there.filter((one) => one.event === event.id).length,
  }))
}

const titled = z.object({ title: z.string() })

async function casesOf(db: Kysely<Tables>, person: string): Promise<OwnData['cases']> {
  const theirs = await db
    .selectFrom('section_case')
    .select(['number', 'kind', 'state', 'title', 'opened_at as openedAt'])
    .where('requester', '=', person)
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const { eventsOf } = createCases(db)
  return Promise.all(theirs.map(async (one) => ({ ...one, events: await eventsOf(one.number) })))
}

async function draftsOf(db: Kysely<Tables>, person: string): Promise<OwnData['drafts']> {
  const attached = await db
    .selectFrom('attachment')
    .innerJoin('draft', 'draft.id', 'attachment.draft')
    .select(['draft', 'attachment.name'])
    .where('person', '=', person)
    .orderBy('seq')
    .execute()
  return (await createDrafts(db).allOf(person)).map(({ id, state, startedAt, touchedAt, replies }) => ({
    id,
    state,
    startedAt,
    touchedAt,
    replies,
    attachments: attached.flatMap(({ draft, name }) => (draft === id ? [name] : [])),
  }))
}

const requestsOf = async (db: Kysely<Tables>, person: string): Promise<OwnData['requests']> =>
  (await createRequests(db).ofPerson(person)).map(({ draft: _, person: __, ...request }) => request)
