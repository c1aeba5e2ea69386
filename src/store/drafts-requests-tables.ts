import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './engine.ts'

export const draftsAndRequests: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('draft')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('replies', 'text', (c) => c.notNull())
      .addColumn('reopened', 'text')
      .addColumn('asking', 'integer', (c) => c.notNull())
      .addColumn('active', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('started_at', 'bigint', (c) => c.notNull())
      .addColumn('touched_at', 'bigint', (c) => c.notNull())
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addColumn('reminder_taken_until', 'bigint')
      .addColumn('reminded_at', 'bigint')
      .execute()
    await db.schema.createIndex('draft_person').on('draft').columns(['person', 'touched_at']).execute()
    await db.schema.createIndex('draft_age').on('draft').columns(['state', 'touched_at']).execute()
    await db.schema
      .createTable('attachment')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('draft', 'text', (c) => c.notNull().references('draft.id').onDelete('cascade'))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('content_type', 'text', (c) => c.notNull())
      .addColumn('bytes', 'bigint', (c) => c.notNull())
      .addColumn('content', isPostgres(db) ? 'bytea' : 'blob', (c) => c.notNull())
      .addColumn('added_at', 'bigint', (c) => c.notNull())
      .addUniqueConstraint('attachment_order', ['draft', 'seq'])
      .execute()
    await db.schema
      .createTable('request')
      .addColumn('number', 'text', (c) => c.primaryKey())
      .addColumn('draft', 'text', (c) => c.notNull().unique())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('submitted_at', 'bigint', (c) => c.notNull())
      .addColumn('unit', 'text')
      .addColumn('grouped_by', 'text')
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('value', 'bigint', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('request_person').on('request').columns(['person', 'submitted_at']).execute()
    await db.schema
      .createIndex('request_similar')
      .on('request')
      .columns(['unit', 'grouped_by', 'submitted_at'])
      .execute()
    await db.schema.createIndex('request_age').on('request').column('submitted_at').execute()
    await db.schema
      .createTable('request_event')
      .addColumn('request', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('data', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('request_event_order', ['request', 'seq'])
      .execute()
    await keepEvents(db)
  },
}

/**
 * What has happened to a request is never changed, and never taken away while the request is there. Retention removes the
 * request first and what is left of it afterwards: so events have no foreign key, and no request is rid of its history.
 */
async function keepEvents(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql`create function request_event_is_kept() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' then
          if not exists (select 1 from request where number = old.request) then return old; end if;
        end if;
        raise exception 'the events of a request are append-only';
      end $$`.execute(db)
    await sql`create trigger request_event_no_change before update or delete on request_event
      for each row execute function request_event_is_kept()`.execute(db)
    await sql`create trigger request_event_no_truncate before truncate on request_event
      for each statement execute function request_event_is_kept()`.execute(db)
    return
  }
  const refuse = sql`begin select raise(abort, 'the events of a request are append-only'); end`
  await sql`create trigger request_event_no_update before update on request_event ${refuse}`.execute(db)
  await sql`create trigger request_event_no_delete before delete on request_event
    when exists (select 1 from request where number = old.request) ${refuse}`.execute(db)
  // "insert or replace" deletes without asking the trigger above.
  await sql`create trigger request_event_no_replace before insert on request_event
    when exists (select 1 from request_event where request = new.request and seq = new.seq) ${refuse}`.execute(
    db,
  )
}
