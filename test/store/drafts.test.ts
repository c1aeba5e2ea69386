import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'
import { kari } from '../support/kept.ts'
import { atOnce, begun, handling, submission } from '../support/purchases.ts'

onEveryDatabase((here) => {
  describe('a draft', () => {
    test('is begun as the active one, and is there when it is asked for again', async () => {
      const first = begun()
      const draft = await here.store.drafts.begin(first)
      expect(draft).toEqual({
        id: first.id,
        person: kari.id,
        replies: { need: 'kontorstoler' },
        reopened: [],
        asking: false,
        active: true,
        state: 'open',
        startedAt: 1000,
        touchedAt: 1000,
        version: 1,
      })
      await here.reopen()
      expect(await here.store.drafts.of(first.id, kari.id)).toEqual(draft)
      expect(await here.store.drafts.activeOf(kari.id, 1000)).toEqual(draft)
      expect(await here.store.drafts.openOf(kari.id)).toEqual([draft])
    })

    test('that is begun twice is the one that is there', async () => {
      const first = begun()
      const draft = await here.store.drafts.begin(first)
      await here.store.drafts.keep({ ...draft, replies: { need: 'bord' } }, 1500)
      expect(await here.store.drafts.begin(first)).toMatchObject({ replies: { need: 'bord' }, version: 2 })
    })

    test('that is begun many times at once is begun once', async () => {
      const first = begun()
      const all = await atOnce(20, () => here.store.drafts.begin(first))
      expect(new Set(all.map(({ version }) => version))).toEqual(new Set([1]))
      expect(await here.store.drafts.openOf(kari.id)).toHaveLength(1)
    })

    test('of somebody else is not there, is not written, and its id is not taken', async () => {
      const draft = await here.store.drafts.begin(begun())
      expect(await here.store.drafts.of(draft.id, 't:ola')).toBeUndefined()
      expect(await here.store.drafts.of(randomUUID(), kari.id)).toBeUndefined()
      expect(await here.store.drafts.keep({ ...draft, person: 't:ola' }, 2000)).toBe(false)
      await expect(here.store.drafts.begin({ ...begun('t:ola'), id: draft.id })).rejects.toThrow()
      expect(await here.store.drafts.of(draft.id, kari.id)).toEqual(draft)
    })

    test('keeps what was replied, opened again and asked, and goes up one version', async () => {
      const draft = await here.store.drafts.begin(begun())
      const changed = {
        ...draft,
        replies: { need: 'stol 🪑', why: 'æøå "\\' },
        reopened: ['need', 'amount'],
        asking: true,
      }
      expect(await here.store.drafts.keep(changed, 2000)).toBe(true)
      const kept = await here.store.drafts.of(draft.id, kari.id)
      expect(kept).toEqual({ ...changed, touchedAt: 2000, version: 2 })
      expect(Object.keys(kept?.replies ?? {})).toEqual(['need', 'why'])
    })

    test('is written by exactly one of many who read the same version', async () => {
      const draft = await here.store.drafts.begin(begun())
      const all = await atOnce(20, (at) =>
        here.store.drafts.keep({ ...draft, replies: { need: `${at}` } }, 2000),
      )
      expect(all.filter(Boolean)).toHaveLength(1)
      const winner = String(all.indexOf(true))
      expect(await here.store.drafts.of(draft.id, kari.id)).toMatchObject({
        replies: { need: winner },
        version: 2,
      })
    })

    test('that is put away can be opened again', async () => {
      for (const state of ['cancelled', 'ended', 'expired'] as const) {
        const draft = await here.store.drafts.begin(begun())
        expect(await here.store.drafts.keep({ ...draft, state }, 2000)).toBe(true)
        const away = await here.store.drafts.of(draft.id, kari.id)
        expect(away).toMatchObject({ state, active: false })
        if (!away) continue
        expect(await here.store.drafts.keep({ ...away, state: 'open', active: true }, 3000), state).toBe(true)
        expect(await here.store.drafts.activeOf(kari.id, 0)).toMatchObject({ id: draft.id, version: 3 })
      }
    })

    test('that was submitted never changes, and none is submitted by writing it', async () => {
      const draft = await here.store.drafts.begin(begun())
      expect(await here.store.drafts.keep({ ...draft, state: 'submitted' }, 2000)).toBe(false)
      await here.store.requests.submit(submission(draft.id), handling)
      const submitted = await here.store.drafts.of(draft.id, kari.id)
      expect(submitted).toMatchObject({ state: 'submitted', active: false })
      for (const state of ['open', 'cancelled', 'submitted'] as const)
        expect(await here.store.drafts.keep({ ...draft, ...submitted, state }, 6000)).toBe(false)
      expect(await here.store.drafts.of(draft.id, kari.id)).toEqual(submitted)
    })
  })

  describe('the active draft', () => {
    test('is the one that was begun or taken up last, and what was read of the others is old', async () => {
      const first = await here.store.drafts.begin(begun(kari.id, 10))
      const second = await here.store.drafts.begin(begun(kari.id, 20))
      const others = await here.store.drafts.begin(begun('t:ola', 20))
      expect(await here.store.drafts.activeOf(kari.id, 0)).toEqual(second)
      expect(await here.store.drafts.keep(first, 30), 'read before it was put aside').toBe(false)
      const aside = (await here.store.drafts.of(first.id, kari.id)) ?? first
      expect(aside).toMatchObject({ active: false, touchedAt: 10 })
      expect(await here.store.drafts.keep({ ...aside, active: true }, 40)).toBe(true)
      expect(await here.store.drafts.activeOf(kari.id, 0)).toMatchObject({ id: first.id })
      const open = await here.store.drafts.openOf(kari.id)
      expect(open.map(({ id, active }) => [id, active])).toEqual([
        [first.id, true],
        [second.id, false],
      ])
      expect(await here.store.drafts.activeOf('t:ola', 0)).toEqual(others)
    })

    test('is none when it was not touched lately, put aside, or put away', async () => {
      const draft = await here.store.drafts.begin(begun(kari.id, 10))
      expect(await here.store.drafts.activeOf(kari.id, 11)).toBeUndefined()
      await here.store.drafts.keep({ ...draft, active: false }, 20)
      expect(await here.store.drafts.activeOf(kari.id, 0)).toBeUndefined()
      await here.store.drafts.keep({ ...draft, version: 2, state: 'cancelled' }, 30)
      expect(await here.store.drafts.activeOf(kari.id, 0)).toBeUndefined()
      expect(await here.store.drafts.openOf(kari.id)).toEqual([])
    })

    test('is one, however many are begun and taken up at once', async () => {
      const drafts = await atOnce(10, () => here.store.drafts.begin(begun()))
      await Promise.all([
        ...drafts.map(async ({ id }) => {
          const draft = await here.store.drafts.of(id, kari.id)
          return draft && here.store.drafts.keep({ ...draft, active: true }, 2000)
        }),
        atOnce(10, () => here.store.drafts.begin(begun())),
      ])
      const open = await here.store.drafts.openOf(kari.id)
      expect(open).toHaveLength(20)
      expect(open.filter(({ active }) => active)).toHaveLength(1)
    })
  })
})
