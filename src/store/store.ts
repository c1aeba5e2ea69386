/**
 * Everything the product keeps, in SQLite (one process) or PostgreSQL (several). An acknowledged write survives
 * kill -9 and power loss; what happens twice is kept once. Only `main` hands the store to the rooms.
 */
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Fault } from '../kit/fault.ts'
import { createAgreementUsers } from './agreement-users.ts'
import { createCopies } from './announcement-copies.ts'
import { createAnnouncements } from './announcements.ts'
import { createAttachments } from './attachments.ts'
import { createAudit } from './audit.ts'
import { createCases } from './cases.ts'
import { createChannels } from './channels.ts'
import { createDrafts } from './drafts.ts'
import { createAttendance } from './event-attendance.ts'
import { createEvents } from './events.ts'
import { createGaps } from './gaps.ts'
import { migrations } from './migrations.ts'
import { createOutbox } from './outbox.ts'
import { createOwnData } from './own-data.ts'
import { createPeople } from './people.ts'
import { postgres } from './postgres.ts'
import { createQuestions } from './questions.ts'
import { createRequests } from './requests.ts'
import { createSeen } from './seen.ts'
import { sqlite } from './sqlite.ts'
import type { Tables } from './tables.ts'

export type Store = {
  people: ReturnType<typeof createPeople>
  channels: ReturnType<typeof createChannels>
  questions: ReturnType<typeof createQuestions>
  gaps: ReturnType<typeof createGaps>
  drafts: ReturnType<typeof createDrafts>
  attachments: ReturnType<typeof createAttachments>
  requests: ReturnType<typeof createRequests>
  cases: ReturnType<typeof createCases>
  outbox: ReturnType<typeof createOutbox>
  announcements: ReturnType<typeof createAnnouncements>
  copies: ReturnType<typeof createCopies>
  agreementUsers: ReturnType<typeof createAgreementUsers>
  events: ReturnType<typeof createEvents> & ReturnType<typeof createAttendance>
  seen: ReturnType<typeof createSeen>
  audit: ReturnType<typeof createAudit>
  ownData: ReturnType<typeof createOwnData>
  /** A key kept under a name: the one that was kept first, in whichever process. */
  secret(name: string, made: string): Promise<string>
  close(): Promise<void>
}

export type Database = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

/** Opens the database and brings its tables up to date. Throws a `store` Fault that says what to do. */
export async function openStore(database: Database): Promise<Store> {
  const { dialect, release } = database.kind === 'sqlite' ? sqlite(database.file) : postgres(database.url)
  const db = new Kysely<Tables>({ dialect })
  const close = async () => {
    await db.destroy()
    release()
  }
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest()
  if (error) {
    await close()
    throw new Fault(
      'store',
      `${placeOf(database)} kan ikke brukes. Er adressen riktig, og er databasen i gang?`,
      error,
    )
  }
  return {
    people: createPeople(db),
    channels: createChannels(db),
    questions: createQuestions(db),
    gaps: createGaps(db),
    drafts: createDrafts(db),
    attachments: createAttachments(db),
    requests: createRequests(db),
    cases: createCases(db),
    outbox: createOutbox(db),
    announcements: createAnnouncements(db),
    copies: createCopies(db),
    agreementUsers: createAgreementUsers(db),
    events: { ...createEvents(db), ...createAttendance(db) },
    seen: createSeen(db),
    audit: createAudit(db),
    ownData: createOwnData(db),
    async secret(name, made) {
      await db
        .insertInto('secret')
        .values({ name, value: made })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute()
      const { value } = await db
        .selectFrom('secret')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
      return value
    },
    close,
  }
}

/** Where the database is, without its password. */
function placeOf(database: Database): string {
  if (database.kind === 'sqlite') return database.file
  const { host, pathname } = new URL(database.url)
  return `PostgreSQL på ${host}${pathname}`
}
