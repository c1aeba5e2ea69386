import { type Kysely, sql } from 'kysely'
import type { Migration, MigrationProvider } from 'kysely/migration'
import { announcements } from './announcement-tables.ts'
import { casesAndOutbox } from './cases-outbox-tables.ts'
import { draftsAndRequests } from './drafts-requests-tables.ts'
import { isPostgres } from './engine.ts'
import { events } from './event-tables.ts'

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('person')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenant', 'text', (c) => c.notNull())
      .addColumn('entra_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('language', 'text')
      .addColumn('conversation', 'text')
      .addColumn('seen_at', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('question')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('asked_at', 'bigint', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('sources', 'text', (c) => c.notNull())
      .addColumn('answer_activity', 'text')
      .execute()
    await db.schema.createIndex('question_answer').on('question').column('answer_activity').execute()
    await db.schema
      .createTable('feedback')
      .addColumn('question', 'text', (c) => c.notNull().references('question.id'))
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('reaction', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('given_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('feedback_one_each', ['question', 'person'])
      .execute()
    await db.schema
      .createTable('section_question')
      .addColumn('question', 'text', (c) => c.primaryKey().references('question.id'))
      .addColumn('number', 'bigint', (c) => c.notNull().unique())
      .addColumn('asked_at', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('secret')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('counter')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('seen_activity')
      .addColumn('conversation', 'text', (c) => c.notNull())
      .addColumn('activity', 'text', (c) => c.notNull())
      .addColumn('seen_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('seen_activity_once', ['conversation', 'activity'])
      .execute()
    await db.schema.createIndex('seen_activity_age').on('seen_activity').column('seen_at').execute()
  },
}

const shownItem: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('question').addColumn('shown', 'text').execute()
    await db.schema.createIndex('question_newest').on('question').columns(['person', 'asked_at']).execute()
  },
}

const peopleAndAudit: Migration = {
  async up(db: Kysely<unknown>) {
    for (const [column, type] of [
      ['time_zone', 'text'],
      ['unreachable', 'text'],
      ['guest', 'bigint'],
      ['guest_checked_at', 'bigint'],
    ] as const)
      await db.schema.alterTable('person').addColumn(column, type).execute()
    await db.schema.alterTable('seen_activity').addColumn('person', 'text').execute()
    await db.schema
      .createIndex('seen_activity_person')
      .on('seen_activity')
      .columns(['person', 'seen_at'])
      .execute()
    await db.schema
      .createTable('audit')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('object', 'text', (c) => c.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text')
      .execute()
    await db.schema.createIndex('audit_age').on('audit').column('at').execute()
    await refuseChanges(db)
  },
}

/** What is in the audit stays as it was written, whatever code runs: only the oldest may go, by the retention time. */
async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql`create function audit_is_kept() returns trigger language plpgsql as
      $$ begin raise exception 'the audit is append-only'; end $$`.execute(db)
    await sql`create trigger audit_no_update before update on audit
      for each row execute function audit_is_kept()`.execute(db)
  } else
    await sql`create trigger audit_no_update before update on audit
      begin select raise(abort, 'the audit is append-only'); end`.execute(db)
}

const keptAudit: Migration = {
  async up(db: Kysely<unknown>) {
    await refuseRemovals(db)
  },
}

/** An act of the last day cannot be taken away, and none can be written over. Older ones go by the retention time. */
async function refuseRemovals(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql`create trigger audit_no_delete before delete on audit for each row
      when (old.at > extract(epoch from now()) * 1000 - 86400000) execute function audit_is_kept()`.execute(
      db,
    )
    await sql`create trigger audit_no_truncate before truncate on audit
      for each statement execute function audit_is_kept()`.execute(db)
    return
  }
  await sql`create trigger audit_no_delete before delete on audit
    when old.at > unixepoch('subsec') * 1000 - 86400000
    begin select raise(abort, 'the audit is append-only'); end`.execute(db)
  await sql`create trigger audit_no_replace before insert on audit
    when exists (select 1 from audit where id = new.id)
    begin select raise(abort, 'the audit is append-only'); end`.execute(db)
}

/** In order of their names; one that has run is never changed. */
export const migrations: MigrationProvider = {
  getMigrations: async () => ({
    '001-people-questions-activities': first,
    '002-question-shown': shownItem,
    '003-people-audit': peopleAndAudit,
    '004-audit-kept': keptAudit,
    '005-drafts-requests': draftsAndRequests,
    '006-cases-outbox': casesAndOutbox,
    '007-announcements': announcements,
    '008-events': events,
  }),
}
