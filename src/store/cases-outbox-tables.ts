import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './engine.ts'

export const casesAndOutbox: Migration = {
  async up(db: Kysely<unknown>) {
    await addCases(db)
    await addOutbox(db)
    await addChannels(db)
    await addClosedGaps(db)
    await takeOver(db)
    await keepEvents(db)
  },
}

async function addCases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('section_case')
    .addColumn('number', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('requester', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('unit', 'text')
    .addColumn('topic', 'text')
    .addColumn('owner', 'text')
    .addColumn('approver', 'text')
    .addColumn('approval', 'text', (c) => c.notNull())
    .addColumn('due_on', 'text')
    .addColumn('reference', 'text')
    .addColumn('question', 'text', (c) => c.unique())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute()
  for (const columns of [
    ['state', 'due_on'],
    ['owner', 'state'],
    ['requester', 'opened_at'],
    ['approver', 'approval'],
    ['opened_at'],
  ])
    await db.schema.createIndex(`section_case_by_${columns[0]}`).on('section_case').columns(columns).execute()
  await db.schema
    .createTable('case_event')
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('case_event_order', ['number', 'seq'])
    .execute()
  await db.schema
    .createTable('case_card')
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('activity', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('case_card_one_each', ['number', 'place'])
    .execute()
}

async function addOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('seq', isPostgres(db) ? 'bigserial' : 'integer', (c) =>
      isPostgres(db) ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.unique())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('lease', 'text')
    .addColumn('because', 'text')
    .addColumn('posted_at', 'bigint', (c) => c.notNull())
    .addColumn('settled_at', 'bigint')
    .execute()
  for (const [name, columns] of [
    ['outbox_due', ['due_at', 'seq']],
    ['outbox_place', ['place', 'due_at', 'seq']],
  ] as const)
    await db.schema
      .createIndex(name)
      .on('outbox')
      .columns([...columns])
      .where(sql`settled_at`, 'is', null)
      .execute()
}

const addChannels = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable('channel')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute()

async function addClosedGaps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('closed_gap')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('closed_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_by', 'text')
    .addColumn('how', 'text', (c) => c.notNull())
    .execute()
}

/** What was submitted and asked before there were cases becomes cases: nobody has them, and nobody is told anew. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  await sql`insert into section_case (number, kind, state, requester, title, unit, topic, approval, version, opened_at, changed_at)
    select number, 'purchase', 'submitted', person, title, unit, grouped_by, 'none',
      (select max(seq) from request_event where request_event.request = request.number), submitted_at, submitted_at
    from request`.execute(db)
  await sql`insert into case_event (number, seq, at, actor, kind, data)
    select request, seq, at, actor, kind, data from request_event`.execute(db)
  await sql`insert into section_case (number, kind, state, requester, title, approval, question, version, opened_at, changed_at)
    select 'S-' || section_question.number, 'question', 'asked', question.person, question.text, 'none', question.id, 1,
      section_question.asked_at, section_question.asked_at
    from section_question join question on question.id = section_question.question`.execute(db)
  await sql`insert into case_event (number, seq, at, actor, kind, data)
    select number, 1, opened_at, requester, 'asked', 'null' from section_case where kind = 'question'`.execute(
    db,
  )
  await db.schema.dropTable('request_event').execute()
  if (isPostgres(db)) await sql`drop function request_event_is_kept()`.execute(db)
  await db.schema.dropTable('section_question').execute()
  // The outbox sees to it that one process alone reminds.
  await db.schema.alterTable('draft').dropColumn('reminder_taken_until').execute()
}

/**
 * What has happened to a case is never changed, and never taken away while the case is there. Retention removes the case
 * first and what is left of it afterwards: so events have no foreign key, and no case is rid of its history.
 */
async function keepEvents(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql`create function case_event_is_kept() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' then
          if not exists (select 1 from section_case where number = old.number) then return old; end if;
        end if;
        raise exception 'the events of a case are append-only';
      end $$`.execute(db)
    await sql`create trigger case_event_no_change before update or delete on case_event
      for each row execute function case_event_is_kept()`.execute(db)
    await sql`create trigger case_event_no_truncate before truncate on case_event
      for each statement execute function case_event_is_kept()`.execute(db)
    return
  }
  const refuse = sql`begin select raise(abort, 'the events of a case are append-only'); end`
  await sql`create trigger case_event_no_update before update on case_event ${refuse}`.execute(db)
  await sql`create trigger case_event_no_delete before delete on case_event
    when exists (select 1 from section_case where number = old.number) ${refuse}`.execute(db)
  // "insert or replace" deletes without asking the trigger above.
  await sql`create trigger case_event_no_replace before insert on case_event
    when exists (select 1 from case_event where number = new.number and seq = new.seq) ${refuse}`.execute(db)
}
