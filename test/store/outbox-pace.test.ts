import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pace } from '../../src/store/outbox-pace.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { letter } from '../support/purchases.ts'

/** How much may be sent, and what goes before what. */
onEveryDatabase((here) => {
  const pace: Pace = { perSecond: 10, burst: 3, perPlace: [{ count: 2, withinMs: 1_000 }] }
  const one = (what: unknown, place: string, batch?: string) =>
    letter(what, { place, ...(batch && { batch }) })
  const people = (count: number, tenant = 't') =>
    Array.from({ length: count }, (_, at) => one(at, `person:${tenant}:${at}`))
  const claim = (at: number, most = 100, limits: Pace | null = pace) =>
    here.store.outbox.claim({ at, leaseUntil: at + 60_000, most, pace: limits ?? undefined })
  const send = async (at: number, most = 100, limits: Pace | null = pace) => {
    const { letters, nextAt } = await claim(at, most, limits)
    await here.store.outbox.settle(
      letters.map((sent) => ({ letter: sent, outcome: { how: 'sent', because: null } })),
      at,
    )
    return { sent: letters.map(({ what }) => what), nextAt }
  }

  describe('to a tenant', () => {
    test('goes what the bucket holds, and then one each interval, over all processes', async () => {
      await here.store.outbox.post(people(9), 1)
      const other = await here.other()
      expect((await send(10_000)).sent).toEqual([0, 1, 2])
      expect(await claim(10_000)).toEqual({ letters: [], nextAt: 10_100 })
      const { letters } = await other.outbox.claim({ at: 10_099, leaseUntil: 1e6, most: 9, pace })
      expect(letters).toEqual([])
      expect(await send(10_100)).toEqual({ sent: [3], nextAt: 10_200 })
      expect((await send(10_250)).sent).toEqual([4])
      expect((await send(10_300)).sent, 'what was not used is not lost').toEqual([5])
      expect((await send(99_000)).sent, 'and no more than the bucket holds').toEqual([6, 7, 8])
    })

    test('whatever is asked for when, never goes more than the rate and a bucket', async () => {
      const looks = fc.array(fc.record({ afterMs: fc.nat(400), most: fc.integer({ min: 1, max: 9 }) }), {
        minLength: 5,
        maxLength: 25,
      })
      let round = 0
      await fc.assert(
        fc.asyncProperty(looks, async (all) => {
          const tenant = `t${++round}`
          await here.store.outbox.post(people(60, tenant), 1)
          const times: number[] = []
          let at = 1_000_000
          for (const { afterMs, most } of all) {
            at += afterMs
            for (const _ of (await send(at, most)).sent) times.push(at)
          }
          for (const from of times)
            for (const to of times.filter((time) => time >= from)) {
              const within = times.filter((time) => from <= time && time <= to).length
              expect(within).toBeLessThanOrEqual(pace.burst + (to - from) / 100 + 0.01)
            }
          await here.store.outbox.pause(`person:${tenant}:0`, 1e12) // the next round is another's
        }),
        { numRuns: 6 },
      )
    })

    test('does not go where another one has used up its own, nor while Teams wants nothing', async () => {
      await here.store.outbox.post([...people(5, 'full'), ...people(2, 'other')], 1)
      expect((await send(10_000)).sent).toEqual([0, 1, 2, 0, 1])
      await here.store.outbox.pause('person:full:0', 60_000)
      await here.store.outbox.pause('person:full:0', 20_000)
      expect(await send(59_999), 'the longer one holds').toEqual({ sent: [], nextAt: 60_000 })
      expect((await send(60_000)).sent).toEqual([3, 4])
    })
  })

  test('to one place go no more than it takes, and others do not wait for it', async () => {
    await here.store.outbox.post([...[1, 2, 3].map((n) => one(n, 'channel:a')), one('b', 'channel:b')], 1)
    const slow = { ...pace, perSecond: 1_000, burst: 1_000 }
    const all = [10_000, 10_100, 10_200, 10_999, 11_000]
    const sent: unknown[] = []
    for (const at of all) sent.push((await send(at, 100, slow)).sent)
    expect(sent).toEqual([[1, 'b'], [2], [], [], [3]])
  })

  describe('a batch', () => {
    test('goes after what is in none, also at its own place', async () => {
      await here.store.outbox.post([one('many', 'person:t:a', 'k'), one('more', 'person:t:b', 'k')], 1)
      await here.store.outbox.post([one('case', 'person:t:b')], 2)
      expect((await send(10, 1, null)).sent).toEqual(['case'])
      expect((await send(10, 9, null)).sent).toEqual(['many', 'more'])
    })

    test('does not wait for what is due later at its place, whatever that is', async () => {
      const later = { ...one('later', 'person:t:a'), dueAt: 50 }
      await here.store.outbox.post([later, one('many', 'person:t:a', 'k')], 1)
      expect((await send(10, 9, null)).sent).toEqual(['many'])
    })

    test('that is held back waits until it is let go, and nothing waits for it', async () => {
      await here.store.outbox.post([one('held', 'person:t:a', 'k'), one('other', 'person:t:a', 'l')], 1)
      await here.store.outbox.hold('k', true)
      await here.store.outbox.hold('k', true)
      expect((await send(10, 9, null)).sent).toEqual(['other'])
      expect((await send(11, 9, null)).sent).toEqual([])
      await here.store.outbox.hold('k', false)
      expect((await send(12, 9, null)).sent).toEqual(['held'])
    })

    test('counts what may have come twice: sent when a process died, or with an answer that was lost', async () => {
      await here.store.outbox.post(
        ['a', 'b', 'c', 'd'].map((at) => one(at, `person:t:${at}`, 'k')),
        1,
      )
      const { letters } = await here.store.outbox.claim({ at: 10, leaseUntil: 100, most: 9 })
      const put = (mayHaveCome: boolean) => ({ how: 'again', nextAt: 20, because: 'x', mayHaveCome }) as const
      const [a, b, ...rest] = letters
      if (!a || !b) throw new Error('not claimed')
      await here.store.outbox.settle(
        [
          { letter: a, outcome: put(true) },
          { letter: b, outcome: put(false) },
        ],
        11,
      )
      expect(await here.store.outbox.doubtful('k')).toBe(1)
      await claim(100, 9, null) // the leases of the others have run out
      expect(rest).toHaveLength(2)
      expect(await here.store.outbox.doubtful('k')).toBe(3)
      await here.store.outbox.takeOver()
      expect(await here.store.outbox.doubtful('k')).toBe(4)
    })
  })
})
