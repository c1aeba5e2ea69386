import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClaimedLetter } from '../../src/store/outbox.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { atOnce, letter } from '../support/purchases.ts'

onEveryDatabase((here) => {
  /** All letters are to one person, unless said otherwise. */
  const place = 'person:t:kari'
  const post = (...letters: { what: unknown; dueAt?: number; key?: string; place?: string }[]) =>
    here.store.outbox.post(
      letters.map((one) => letter(one.what, { place, ...one })),
      1,
    )
  /** Leases last 100. */
  const claim = async (at: number, most = 100) =>
    (await here.store.outbox.claim({ at, leaseUntil: at + 100, most })).letters
  const settle = (
    one: ClaimedLetter,
    how: 'sent' | 'dropped' | 'failed',
    { at, because = null }: { at: number; because?: string | null },
  ) => here.store.outbox.settle([{ letter: one, outcome: { how, because } }], at)
  const again = (one: ClaimedLetter, { nextAt, because }: { nextAt: number; because: string }) =>
    here.store.outbox.settle(
      [{ letter: one, outcome: { how: 'again', nextAt, because, mayHaveCome: false } }],
      0,
    )
  const claimOne = async (at: number): Promise<ClaimedLetter> => {
    const [one, ...more] = await claim(at)
    if (!one || more.length > 0) throw new Error(`not one letter at ${at}`)
    return one
  }
  const whatAt = async (at: number) => (await claim(at)).map(({ what }) => what)
  const nextDue = () => here.store.outbox.nextDue()

  describe('letters', () => {
    test('are claimed in order, of each place the first, and no more than asked for', async () => {
      await post(
        { what: { tell: 'æøå', to: ['a'] } },
        { what: 2 },
        { what: 3, place: 'channel:a' },
        { what: 4, place: 'channel:b' },
      )
      const [first, ...more] = await claim(10, 2)
      expect(first).toEqual({
        seq: first?.seq,
        place,
        what: { tell: 'æøå', to: ['a'] },
        attempts: 1,
        lease: first?.lease,
      })
      expect(more.map(({ what }) => what)).toEqual([3])
      expect(await whatAt(10)).toEqual([4])
      expect(await whatAt(10)).toEqual([])
    })

    test('are not claimed before they are due', async () => {
      await post({ what: 1, dueAt: 50 })
      expect(await whatAt(49)).toEqual([])
      expect(await whatAt(50)).toEqual([1])
    })

    test('to one place wait for the first while it is sent, and while it is to be tried again', async () => {
      await post({ what: 1 }, { what: 2 })
      const first = await claimOne(10)
      expect(await whatAt(10)).toEqual([])
      await again(first, { nextAt: 60, because: 'throttled' })
      expect(await whatAt(59)).toEqual([])
      const tried = await claimOne(60)
      expect(tried).toMatchObject({ what: 1, attempts: 2 })
      await settle(tried, 'sent', { at: 61 })
      expect(await whatAt(61)).toEqual([2])
    })

    test('go on after the first however it was settled', async () => {
      for (const how of ['sent', 'dropped', 'failed'] as const) {
        await post({ what: how })
        const one = await claimOne(10)
        expect(one.what).toBe(how)
        await settle(one, how, { at: 11, because: 'tested' })
      }
      expect(await whatAt(1_000)).toEqual([])
    })

    test('do not wait for one that is due later, which waits for what is being sent when its time has come', async () => {
      await post({ what: 'later', dueAt: 50 }, { what: 'now' })
      const sending = await claimOne(10)
      expect(sending.what).toBe('now')
      expect(await whatAt(50), 'two would be sent to one place').toEqual([])
      await settle(sending, 'sent', { at: 51 })
      expect(await whatAt(51)).toEqual(['later'])
    })

    test('are posted once under a key, also at once, also when it was settled', async () => {
      await atOnce(10, () => post({ what: 'overdue', key: 'overdue 1' }, { what: 'other', key: 'other 1' }))
      await post({ what: 'overdue', key: 'overdue 1' }, { what: 'overdue', key: 'overdue 2' })
      const told: unknown[] = []
      for (let at = 10; at < 20; at++)
        for (const one of await claim(at)) {
          told.push(one.what)
          await settle(one, 'sent', { at })
          await post({ what: 'overdue', key: 'overdue 1' })
        }
      expect(told).toEqual(['overdue', 'other', 'overdue'])
    })
  })

  describe('many who claim at once, from two processes', () => {
    const numbers = Array.from({ length: 40 }, (_, at) => at)
    type Outbox = typeof here.store.outbox
    const atOnceFromTwo = async (does: (outbox: Outbox) => Promise<void>) => {
      const other = await here.other()
      await atOnce(20, (at) => does((at % 2 ? other : here.store).outbox))
    }
    /** Sends what is due, and gives it; fails where something else is being sent to the same place. */
    const sendDue = async (outbox: Outbox, inFlight: Set<string>, sent: ClaimedLetter[] = []) => {
      const { letters: claimed } = await outbox.claim({ at: 10, leaseUntil: 100, most: 2 })
      sent.push(...claimed)
      for (const { place } of claimed) {
        expect(inFlight.has(place), 'two at once').toBe(false)
        inFlight.add(place)
      }
      await new Promise(setImmediate)
      for (const one of claimed) {
        inFlight.delete(one.place)
        await outbox.settle([{ letter: one, outcome: { how: 'sent', because: null } }], 11)
      }
    }

    test('take each letter once', async () => {
      await post(...numbers.map((what) => ({ what, place: `person:${what}` })))
      const taken: unknown[] = []
      await atOnceFromTwo(async (outbox) => {
        const { letters } = await outbox.claim({ at: 10, leaseUntil: 100, most: 3 })
        taken.push(...letters.map(({ what }) => what))
      })
      expect(taken.toSorted((a, b) => Number(a) - Number(b))).toEqual(numbers)
    })

    test('send to each place one after another, in order', async () => {
      await post(...numbers.map((what) => ({ what, place: `person:${what % 4}` })))
      const inFlight = new Set<string>()
      const sent: ClaimedLetter[] = []
      await atOnceFromTwo(async (outbox) => {
        for (let round = 0; round < 12; round++) await sendDue(outbox, inFlight, sent)
      })
      for (const to of ['person:0', 'person:1', 'person:2', 'person:3']) {
        const told = sent.flatMap(({ place, what }) => (place === to ? [what] : []))
        expect(told).toEqual(numbers.filter((what) => to === `person:${what % 4}`))
      }
    })

    test('send to a place one after another, also when what was due before is posted meanwhile', async () => {
      const inFlight = new Set<string>()
      await atOnceFromTwo(async (outbox) => {
        for (let round = 0; round < 12; round++) {
          await outbox.post([letter(round, { place, dueAt: -round })], 1)
          await sendDue(outbox, inFlight)
        }
      })
    })
  })

  describe('a lease', () => {
    test('that runs out lets another take the letter, and the first one can do nothing to it', async () => {
      await post({ what: 1 })
      const lost = await claimOne(10)
      expect(await whatAt(109)).toEqual([])
      const taken = await claimOne(110)
      expect(taken).toMatchObject({ seq: lost.seq, attempts: 2 })
      expect(taken.lease).not.toBe(lost.lease)
      await settle(lost, 'sent', { at: 111 })
      await again(lost, { nextAt: 112, because: 'late' })
      expect(await whatAt(150)).toEqual([])
      await again(taken, { nextAt: 160, because: 'throttled' })
      expect(await whatAt(160)).toEqual([1])
    })

    test('that runs out is good for as long as nobody else has taken the letter', async () => {
      await post({ what: 1 })
      const late = await claimOne(10)
      await settle(late, 'sent', { at: 500 })
      expect(await whatAt(501)).toEqual([])
    })

    test('that runs out keeps the order of its place', async () => {
      await post({ what: 'later', dueAt: 50 }, { what: 'now' })
      await claimOne(10)
      expect(await whatAt(110)).toEqual(['now'])
    })

    test('ends when the one process that owns the database begins anew', async () => {
      await post({ what: 1 }, { what: 2 }, { what: 3, place: 'channel:a', dueAt: 60 })
      const dead = await claimOne(10)
      await here.store.outbox.takeOver()
      const taken = await claimOne(11)
      expect(taken).toMatchObject({ what: 1, attempts: 2 })
      await settle(dead, 'sent', { at: 12 })
      expect(await whatAt(13)).toEqual([])
      expect(await whatAt(60), 'what nobody was sending is due when it was').toEqual([3])
    })
  })

  test('when something can be claimed next is known', async () => {
    expect(await nextDue()).toBeUndefined()
    await post({ what: 'later', dueAt: 50 }, { what: 'now', dueAt: 10 }, { what: 'third', dueAt: 20 })
    expect(await nextDue()).toBe(10)
    const now = await claimOne(10)
    expect(await nextDue(), 'when the lease runs out, and not before').toBe(110)
    await again(now, { nextAt: 30, because: 'throttled' })
    expect(await nextDue(), 'the third one waits').toBe(30)
    await settle(await claimOne(30), 'sent', { at: 31 })
    expect(await nextDue()).toBe(20)
    await settle(await claimOne(31), 'sent', { at: 32 })
    expect(await nextDue()).toBe(50)
    await settle(await claimOne(50), 'dropped', { at: 51 })
    expect(await nextDue()).toBeUndefined()
  })

  test('whatever has happened, something can be claimed when it is said, and nothing before', async () => {
    const does = fc.constantFrom('post', 'claim', 'settle', 'again')
    const steps = fc.array(fc.record({ does, place: fc.nat(2), ms: fc.nat(150) }), { maxLength: 25 })
    const claimNext = async (now: number) => {
      const due = await nextDue()
      if (due === undefined) return []
      expect(await whatAt(due - 1)).toEqual([])
      const claimed = await claim(Math.max(now, due))
      expect(claimed).not.toEqual([])
      return claimed
    }
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        let held: ClaimedLetter[] = []
        for (const [now, { does, place, ms }] of all.entries()) {
          const [one, ...others] = held
          if (does === 'post') await post({ what: now, place: `${place}`, dueAt: now + ms })
          else if (does === 'claim') held.push(...(await claimNext(now)))
          else if (one) {
            if (does === 'settle') await settle(one, 'sent', { at: now })
            else await again(one, { nextAt: now + ms, because: 'tested' })
            held = others
          }
        }
        for (let left = await claimNext(0); left.length > 0; left = await claimNext(0))
          for (const one of left) await settle(one, 'sent', { at: 0 })
      }),
      { numRuns: 15 },
    )
  })
})
