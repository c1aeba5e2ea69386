import { describe, expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'
import { kari } from '../support/kept.ts'
import { atOnce, begun } from '../support/purchases.ts'

onEveryDatabase((here) => {
  describe('a reminder', () => {
    test('is due of the open drafts that were left, the oldest first, until it is noted', async () => {
      const old = await here.store.drafts.begin(begun('t:a', 10))
      const older = await here.store.drafts.begin(begun('t:b', 5))
      await here.store.drafts.begin(begun('t:c', 100))
      const away = await here.store.drafts.begin(begun('t:d', 1))
      await here.store.drafts.keep({ ...away, state: 'cancelled' }, 1)
      expect(await here.store.drafts.left(100)).toEqual([older, old])
      await here.store.drafts.reminded(older, 210)
      expect(await here.store.drafts.left(100)).toEqual([old])
    })

    test('is cleared by a touch, also by one while it is sent', async () => {
      const draft = await here.store.drafts.begin(begun(kari.id, 10))
      await here.store.drafts.keep(draft, 250)
      await here.store.drafts.reminded(draft, 260)
      expect(await here.store.drafts.expire(1000, 1000), 'nobody was reminded of what it is now').toBe(0)
      const [again = draft] = await here.store.drafts.left(400)
      expect(again).toMatchObject({ id: draft.id, touchedAt: 250 })
      await here.store.drafts.reminded(again, 510)
      await here.store.drafts.keep(again, 520)
      expect(await here.store.drafts.expire(1000, 1000)).toBe(0)
    })
  })

  test('a draft expires some time after the reminder, and never without one', async () => {
    const left = await here.store.drafts.begin(begun('t:a', 10))
    const untold = await here.store.drafts.begin(begun('t:b', 20))
    await here.store.drafts.reminded(left, 210)
    expect(await here.store.drafts.expire(210, 900)).toBe(0)
    expect((await atOnce(5, () => here.store.drafts.expire(211, 900))).toSorted()).toEqual([0, 0, 0, 0, 1])
    expect(await here.store.drafts.of(left.id, 't:a')).toMatchObject({
      state: 'expired',
      active: false,
      touchedAt: 900,
      version: 2,
    })
    expect(await here.store.drafts.keep(left, 950), 'read before it expired').toBe(false)
    expect(await here.store.drafts.of(untold.id, 't:b')).toEqual(untold)
  })
})
