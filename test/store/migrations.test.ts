import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrations } from '../../src/store/migrations.ts'
import { postgres } from '../../src/store/postgres.ts'
import { sqlite } from '../../src/store/sqlite.ts'
import { type Database, openStore } from '../../src/store/store.ts'
import { databases, type FreshDatabase } from '../support/databases.ts'
import { asked, kari } from '../support/kept.ts'
import { rewrite } from '../support/past-the-store.ts'
import { happened, opens, submitted } from '../support/purchases.ts'

/** A database as it was when a migration was the newest. */
async function migratedTo(name: string, database: Database): Promise<void> {
  const { dialect, release } = database.kind === 'sqlite' ? sqlite(database.file) : postgres(database.url)
  const db = new Kysely({ dialect })
  const { error } = await new Migrator({ db, provider: migrations }).migrateTo(name)
  await db.destroy()
  release()
  if (error) throw error
}

/** What was kept before there were cases. */
const before = `
  insert into draft (id, person, replies, asking, active, state, started_at, touched_at, version) values
    ('d1', 't:kari', '{}', 0, 0, 'submitted', 1, 2, 3), ('d2', 't:ola', '{}', 0, 0, 'submitted', 1, 2, 3);
  insert into request (number, draft, person, submitted_at, unit, grouped_by, title, value, content) values
    ('2026-0001', 'd1', 't:kari', 100, 'Fjordvik skole', 'furniture', 'Stoler', 50000, '{"a":1}'),
    ('2026-0002', 'd2', 't:ola', 200, null, null, 'Bord', 60000, '{}');
  insert into request_event (request, seq, at, actor, kind, data) values
    ('2026-0001', 1, 100, 't:kari', 'submitted', 'null'), ('2026-0001', 2, 150, 't:ida', 'noted', '{"words":"æ"}'),
    ('2026-0002', 1, 200, 't:ola', 'submitted', 'null');
  insert into question (id, person, asked_at, text, language, outcome, sources) values
    ('q1', 't:kari', 10, 'barnehageplass', 'nb', 'refuse', '[]'), ('q2', 't:kari', 20, 'stoler', 'nb', 'answer', '[]');
  insert into section_question (question, number, asked_at) values ('q1', 7, 30);
  insert into counter (name, value) values ('request-2026', 2), ('section_question', 7);`

describe.for(databases)('$name', ({ skipped, fresh }) => {
  let place: FreshDatabase
  beforeEach(async () => {
    if (skipped) return
    place = await fresh()
  })
  afterEach(() => place?.drop())

  test.skipIf(skipped)(
    'what was kept before there were cases becomes cases, with what happened',
    async () => {
      await migratedTo('005-drafts-requests', place.database)
      await rewrite(place.database, before)
      const store = await openStore(place.database)
      const { cases, requests, questions } = store
      const nobodyHasIt = { owner: null, approver: null, approval: 'none', dueOn: null, reference: null }
      const [question, first, second] = await cases.list({}, 10)
      expect(first).toEqual({
        number: '2026-0001',
        kind: 'purchase',
        state: 'submitted',
        requester: 't:kari',
        title: 'Stoler',
        unit: 'Fjordvik skole',
        topic: 'furniture',
        question: null,
        version: 2,
        openedAt: 100,
        changedAt: 100,
        ...nobodyHasIt,
      })
      expect(second).toMatchObject({
        number: '2026-0002',
        requester: 't:ola',
        unit: null,
        topic: null,
        version: 1,
      })
      expect(question).toEqual({
        number: 'S-7',
        kind: 'question',
        state: 'asked',
        requester: 't:kari',
        title: 'barnehageplass',
        unit: null,
        topic: null,
        question: 'q1',
        version: 1,
        openedAt: 30,
        changedAt: 30,
        ...nobodyHasIt,
      })
      expect(await cases.eventsOf('2026-0001')).toEqual([
        { seq: 1, at: 100, actor: 't:kari', kind: 'submitted', data: null },
        { seq: 2, at: 150, actor: 't:ida', kind: 'noted', data: { words: 'æ' } },
      ])
      expect(await cases.eventsOf('2026-0002')).toMatchObject([{ seq: 1, actor: 't:ola' }])
      expect(await cases.eventsOf('S-7')).toEqual([
        { seq: 1, at: 30, actor: 't:kari', kind: 'asked', data: null },
      ])
      expect(await requests.of('2026-0001')).toMatchObject({ draft: 'd1', content: { a: 1 } })
      expect(await store.outbox.nextDue(), 'nobody is told anew').toBeUndefined()

      expect(await questions.askSection('q1', kari.id, opens)).toMatchObject({ number: 'S-7', before: true })
      await questions.note(asked('helikopter'))
      expect(await questions.askSection('q2', kari.id, opens)).toMatchObject({ number: 'S-8' })
      expect((await submitted(store)).number).toBe('2026-0003')
      const taken = { happening: happened('take'), letters: [] }
      for (const read of [first, second, question])
        expect(read && (await cases.change(read, { owner: 't:ida' }, taken))).toBe(true)
      expect(await cases.eventsOf('2026-0001')).toHaveLength(3)
      await store.close()
      await expect(rewrite(place.database, 'delete from case_event')).rejects.toThrow('append-only')
    },
  )
})
