import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './engine.ts'

export const announcements: Migration = {
  async up(db: Kysely<unknown>) {
    await addAnnouncements(db)
    await addCopies(db)
    await addToOutbox(db)
    await addPace(db)
  },
}

async function addAnnouncements(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('send_at', 'bigint')
    .addColumn('begun_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('approved_by', 'text')
    .addColumn('expires_on', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('announcement_newest')
    .on('announcement')
    .columns(['tenant', 'changed_at'])
    .execute()
  await db.schema
    .createTable('announcement_version')
    .addColumn('announcement', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('announcement_version_once', ['announcement', 'version'])
    .execute()
  await db.schema
    .createTable('announcement_file')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('announcement', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('content_type', 'text', (c) => c.notNull())
    .addColumn('content', isPostgres(db) ? 'bytea' : 'blob', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('announcement_file_of').on('announcement_file').column('announcement').execute()
  await db.schema
    .createTable('topic_opt_out')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('topic_opt_out_once', ['person', 'topic'])
    .execute()
}

async function addCopies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_copy')
    .addColumn('announcement', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('activity', 'text')
    .addColumn('because', 'text')
    .addColumn('delivered_at', 'bigint')
    .addColumn('read_at', 'bigint')
    .addColumn('understood_at', 'bigint')
    .addPrimaryKeyConstraint('announcement_copy_one_each', ['announcement', 'place'])
    .execute()
  await db.schema
    .createIndex('announcement_copy_state')
    .on('announcement_copy')
    .columns(['announcement', 'state'])
    .execute()
  await db.schema
    .createIndex('announcement_copy_place')
    .on('announcement_copy')
    .columns(['place', 'delivered_at'])
    .execute()
}

/** Letters can be held back many at once, go behind those of cases, and tell whether they may have come twice. */
async function addToOutbox(db: Kysely<unknown>): Promise<void> {
  for (const [column, type, usual] of [
    ['tenant', 'text', ''],
    ['turn', 'integer', 0],
    ['doubts', 'integer', 0],
  ] as const)
    await db.schema
      .alterTable('outbox')
      .addColumn(column, type, (c) => c.notNull().defaultTo(usual))
      .execute()
  await db.schema.alterTable('outbox').addColumn('batch', 'text').execute()
  for (const name of ['outbox_due', 'outbox_place']) await db.schema.dropIndex(name).execute()
  for (const [name, columns] of [
    ['outbox_due', ['turn', 'due_at', 'seq']],
    ['outbox_place', ['place', 'turn', 'due_at', 'seq']],
  ] as const)
    await db.schema
      .createIndex(name)
      .on('outbox')
      .columns([...columns])
      .where(sql`settled_at`, 'is', null)
      .execute()
  await db.schema.createIndex('outbox_sent').on('outbox').columns(['place', 'settled_at']).execute()
  await db.schema.createIndex('outbox_batch').on('outbox').columns(['batch', 'doubts']).execute()
}

async function addPace(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox_pace')
    .addColumn('tenant', 'text', (c) => c.primaryKey())
    .addColumn('spent_until', 'double precision', (c) => c.notNull())
    .addColumn('paused_until', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('outbox_held')
    .addColumn('batch', 'text', (c) => c.primaryKey())
    .execute()
}
