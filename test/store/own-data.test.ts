import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../src/store/store.ts'
import { databases, type FreshDatabase, rewrite } from '../support/databases.ts'
import { asked, kari } from '../support/kept.ts'

/** The audit, and what is kept about one person: the same on every database. */
describe.for(databases)('$name', ({ skipped, fresh }) => {
  if (skipped) {
    test.skip(`skipped: ${skipped}`)
    return
  }
  let place: FreshDatabase
  let store: Store
  beforeEach(async () => {
    place = await fresh()
    store = await openStore(place.database)
  })
  afterEach(async () => {
    await store.close()
    await place.drop()
  })

  describe('the audit', () => {
    test('keeps who did what, newest first', async () => {
      await store.audit.note({ actor: 'ida', act: 'erased', object: 'kari', after: { questions: 2 } }, 1)
      await store.audit.note(
        { actor: 'people.yaml', act: 'roles-changed', object: 'ola', before: [], after: ['officer'] },
        2,
      )
      expect(await store.audit.newest(5)).toEqual([
        { at: 2, actor: 'people.yaml', act: 'roles-changed', object: 'ola', before: [], after: ['officer'] },
        { at: 1, actor: 'ida', act: 'erased', object: 'kari', before: undefined, after: { questions: 2 } },
      ])
    })
  })

  test('what stands in the audit cannot be changed, whoever tries', async () => {
    await store.audit.note({ actor: 'ida', act: 'erased', object: 'kari' }, 1)
    await store.close()
    await expect(rewrite(place.database, "update audit set actor = 'nobody'")).rejects.toThrow('append-only')
    store = await openStore(place.database)
    expect(await store.audit.newest(1)).toMatchObject([{ actor: 'ida' }])
  })

  test('what was put in the audit lately cannot be taken away or written over', async () => {
    const far = Date.parse('2100-01-01T00:00:00Z')
    await store.audit.note({ actor: 'ida', act: 'erased', object: 'kari' }, far)
    await store.close()
    const over =
      place.database.kind === 'sqlite'
        ? "insert or replace into audit select id, at, 'nobody', act, object, before, after from audit"
        : 'truncate audit'
    for (const forbidden of ['delete from audit', over])
      await expect(rewrite(place.database, forbidden), forbidden).rejects.toThrow('append-only')
    store = await openStore(place.database)
    expect(await store.audit.newest(1)).toMatchObject([{ actor: 'ida' }])
  })

  test('questions of somebody who is not kept any more are still found, by id', async () => {
    await store.questions.note(asked('mine'))
    expect(await store.ownData.find(kari.id)).toBe(kari.id)
    expect(await store.ownData.find('%')).toBeUndefined()
  })

  describe('what is kept about one person', () => {
    test('is given whole, found by id or name, and deleted whole, and of nobody else', async () => {
      const ola = { ...kari, id: 't:ola', entraId: 'ola', name: 'Ola' }
      await store.people.remember(kari, {}, 1)
      await store.people.remember(ola, {}, 1)
      const [mine, others] = [asked('mine'), asked('others', ola.id)]
      await store.questions.note(mine)
      await store.questions.note(others)
      await store.questions.askSection(mine.id, kari.id, 3)
      await store.questions.feedback('', ola.id, 'like', 'fint', 4)
      await store.questions.feedback('', kari.id, 'dislike', 'nei', 4)
      expect(await store.ownData.find('Kari')).toBe(kari.id)
      expect(await store.ownData.find('kari')).toBe(kari.id)
      expect(await store.ownData.find('nobody')).toBeUndefined()
      expect(await store.ownData.of(kari.id)).toMatchObject({
        person: { name: 'Kari' },
        questions: [{ text: 'mine' }],
        feedback: [{ reason: 'nei' }],
        sectionQuestions: [{ number: 1 }],
      })
      expect(await store.ownData.erase(kari.id, 'ida', 5)).toBe(1)
      expect(await store.ownData.of(kari.id)).toEqual({
        person: undefined,
        questions: [],
        feedback: [],
        sectionQuestions: [],
        acts: [{ at: 5, actor: 'ida', act: 'erased', object: kari.id, after: { questions: 1 } }],
      })
      expect(await store.ownData.of(ola.id)).toMatchObject({
        questions: [{ text: 'others' }],
        feedback: [{ reason: 'fint' }],
      })
    })

    test('goes when it is too old, each kind at its own time', async () => {
      await store.people.remember(kari, {}, 100)
      const old = asked('old')
      await store.questions.note(old)
      await store.questions.askSection(old.id, kari.id, 3)
      await store.audit.note({ actor: 'a', act: 'b', object: 'c' }, 50)
      const at = old.askedAt
      await store.ownData.forget({ questionsBefore: at, peopleBefore: 100, auditBefore: 50 })
      expect((await store.ownData.of(kari.id)).questions).toHaveLength(1)
      expect(await store.audit.newest(5)).toHaveLength(1)
      await store.ownData.forget({ questionsBefore: at + 1, peopleBefore: 101, auditBefore: 51 })
      expect(await store.ownData.of(kari.id)).toMatchObject({
        person: undefined,
        questions: [],
        sectionQuestions: [],
      })
      expect(await store.audit.newest(5)).toHaveLength(0)
    })
  })
})
