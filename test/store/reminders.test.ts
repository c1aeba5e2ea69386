import { describe, expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'
import { kari } from '../support/kept.ts'
import { atOnce, begun } from '../support/purchases.ts'

onEveryDatabase((here) => {
  describe('a reminder', () => {
    const when = { touchedBefore: 100, at: 200, leaseUntil: 300 }

    test('is claimed of the open drafts that were left, the oldest first, and of each once', async () => {
      const old = await here.store.drafts.begin(begun('t:a', 10))
      const older = await here.store.drafts.begin(begun('t:b', 5))
      await here.store.drafts.begin(begun('t:c', 100))
      const away = await here.store.drafts.begin(begun('t:d', 1))
      await here.store.drafts.keep({ ...away, state: 'cancelled' }, 1)
      expect(await here.store.drafts.claimReminder(when)).toEqual(older)
      expect(await here.store.drafts.claimReminder(when)).toEqual(old)
      expect(await here.store.drafts.claimReminder(when)).toBeUndefined()
    })

    test('that was claimed and not sent is claimed again when the lease is out', async () => {
      const draft = await here.store.drafts.begin(begun(kari.id, 10))
      await here.store.drafts.claimReminder(when)
      expect(await here.store.drafts.claimReminder({ ...when, at: 299 })).toBeUndefined()
      expect(await here.store.drafts.claimReminder({ ...when, at: 300, leaseUntil: 400 })).toEqual(draft)
      await here.store.drafts.reminded(draft.id, 310)
      expect(await here.store.drafts.claimReminder({ ...when, at: 500 })).toBeUndefined()
    })

    test('is claimed by one alone, by however many processes', async () => {
      const drafts = await atOnce(8, (at) => here.store.drafts.begin(begun(`t:${at}`, at)))
      const other = await here.other()
      const all = await atOnce(20, (at) => (at % 2 ? other : here.store).drafts.claimReminder(when))
      const claimed = all.flatMap((one) => (one ? [one.id] : []))
      expect(claimed.toSorted()).toEqual(drafts.map(({ id }) => id).toSorted())
    })

    test('is cleared by a touch, also by one between the claim and the sending', async () => {
      const draft = await here.store.drafts.begin(begun(kari.id, 10))
      await here.store.drafts.claimReminder(when)
      await here.store.drafts.keep(draft, 250)
      await here.store.drafts.reminded(draft.id, 260)
      expect(await here.store.drafts.expire(1000, 1000), 'nobody was reminded of what it is now').toBe(0)
      const again = { touchedBefore: 400, at: 500, leaseUntil: 600 }
      expect(await here.store.drafts.claimReminder(again)).toMatchObject({ id: draft.id })
      await here.store.drafts.reminded(draft.id, 510)
      await here.store.drafts.keep({ ...draft, version: 2 }, 520)
      expect(await here.store.drafts.expire(1000, 1000)).toBe(0)
    })
  })

  test('a draft expires some time after the reminder, and never without one', async () => {
    const left = await here.store.drafts.begin(begun('t:a', 10))
    const untold = await here.store.drafts.begin(begun('t:b', 20))
    await here.store.drafts.claimReminder({ touchedBefore: 15, at: 200, leaseUntil: 300 })
    await here.store.drafts.reminded(left.id, 210)
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
