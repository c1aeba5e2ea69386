import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Courses and events, who has a place at them, who was there and what they thought. */
export const events: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('event')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenant', 'text', (c) => c.notNull())
      .addColumn('lead', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('revision', 'bigint', (c) => c.notNull())
      .addColumn('sequence', 'integer', (c) => c.notNull())
      .addColumn('announcements', 'text', (c) => c.notNull())
      .addColumn('held_anyway', 'integer', (c) => c.notNull())
      .addColumn('because', 'text')
      .addColumn('begins_at', 'bigint')
      .addColumn('ends_at', 'bigint')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('event_begins').on('event').columns(['tenant', 'begins_at']).execute()
    await db.schema
      .createTable('event_seat')
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('turn', 'integer', (c) => c.notNull())
      .addColumn('answer_by', 'bigint')
      .addColumn('by_person', 'text')
      .addColumn('because', 'text')
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .addColumn('entries', 'text')
      .addPrimaryKeyConstraint('event_seat_one_each', ['event', 'person'])
      .execute()
    await db.schema.createIndex('event_seat_person').on('event_seat').column('person').execute()
    await db.schema
      .createTable('event_attendance')
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('session', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('by_person', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('event_attendance_once', ['event', 'session', 'person'])
      .execute()
    await db.schema.createIndex('event_attendance_person').on('event_attendance').column('person').execute()
    await db.schema
      .createTable('event_evaluation')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('answers', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('event_evaluation_of').on('event_evaluation').column('event').execute()
    await db.schema
      .createTable('event_evaluated')
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('event_evaluated_once', ['event', 'person'])
      .execute()
  },
}
