import { describe, expect, test, vi } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { postOffice } from '../support/outbox.ts'
import { nothingForgotten } from '../support/purchases.ts'

const leaseMs = 20_000
const never = () => new Promise<never>(() => undefined)
const soon = (holds: () => void | Promise<void>) => vi.waitFor(holds, { interval: 2, timeout: 10_000 })

/** What arrives, in which order, and how often. */
onEveryDatabase((here) => {
  const office = postOffice(here)
  const { post, told, later, outbox, letters } = office
  /** Somebody takes what is due and is never heard of again. */
  const takenAndLost = () =>
    here.store.outbox.claim({ at: office.now(), leaseUntil: office.now() + leaseMs, most: 100 })

  test('a letter that is due is told once and settled, without anybody asking', async () => {
    const { idle } = outbox()
    await post('kari', 'hei')
    await soon(() => expect(told()).toEqual(['hei']))
    await idle()
    expect(told()).toEqual(['hei'])
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 1, because: null, lease: null }])
  })

  test('one that is due later is told then', async () => {
    const { idle, wake } = outbox()
    await here.store.outbox.post([{ place: 'kari', what: 'senere', dueAt: office.now() + 100 }], 0)
    later(99)
    await idle()
    expect(told()).toEqual([])
    later(1)
    wake()
    await idle()
    expect(told()).toEqual(['senere'])
  })

  test('what is posted by one key is told once, also after it was told', async () => {
    const { idle } = outbox()
    const letter = { place: 'kari', what: 'purring', dueAt: office.now(), key: 'purring 2026-0001' }
    await here.store.outbox.post([letter, { ...letter, key: 'en annen' }], 0)
    await here.store.outbox.post([letter], 0)
    await idle()
    await here.store.outbox.post([letter], 0)
    await idle()
    expect(told()).toEqual(['purring', 'purring'])
  })

  test('it is worded when it is sent; where there is nothing to say it is dropped, and the next one goes', async () => {
    let state = 'sendt'
    await post('kari', 'sak', 'borte', 'sak')
    state = 'godkjent'
    const word = async (what: unknown) =>
      what === 'borte' ? undefined : { message: () => ({ text: `${what} ${state}` }) }
    await outbox({ word }).idle()
    expect(told()).toEqual(['sak godkjent', 'sak godkjent'])
    expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'dropped', 'sent'])
  })

  test('what was told is changed in its place, and told anew where that is gone', async () => {
    const shown: string[] = []
    const word = async (what: unknown) => ({
      message: () => ({ text: String(what) }),
      replaces: shown.at(-1),
      shown: async (activity: string) => void shown.push(activity),
    })
    await post('kari', 'ny', 'tatt')
    const { idle } = outbox({ word })
    await idle()
    expect(office.connector.sent.map(({ text, replaced }) => [text, replaced])).toEqual([
      ['ny', undefined],
      ['tatt', true],
    ])
    expect(shown[1]).toBe(shown[0])
    office.connector.forget(shown[0] ?? '')
    await post('kari', 'ferdig')
    await idle()
    expect(office.connector.sent.at(-1)).toMatchObject({ text: 'ferdig', id: shown[2] })
    expect(shown[2]).not.toBe(shown[0])
  })

  describe('at one place', () => {
    test('letters go in order, also where the first has to be tried again', async () => {
      const { idle } = outbox()
      office.connector.answerNext({ status: 503 })
      await post('kari', 'en', 'to', 'tre')
      await idle()
      await post('ola', 'hei')
      await idle()
      expect(told(), 'nobody else waits for it').toEqual(['hei'])
      later(1_999)
      await idle()
      expect(told('kari')).toEqual([])
      later(1)
      await idle()
      expect(told('kari')).toEqual(['en', 'to', 'tre'])
    })

    test('one goes at a time, and different places do not wait for each other', async () => {
      const held = office.connector.hold()
      for (const place of ['a', 'b', 'c']) await post(place, 'en', 'to')
      const { idle } = outbox()
      await soon(() => expect(held.most()).toBe(3))
      held.release()
      await idle()
      expect(held.most()).toBe(3)
      for (const place of ['a', 'b', 'c']) expect(told(place)).toEqual(['en', 'to'])
    })
  })

  test('no more go at once than may', async () => {
    const held = office.connector.hold()
    for (const place of ['a', 'b', 'c', 'd', 'e']) await post(place, 'hei')
    const { idle } = outbox({ pace: { mostAtOnce: 2 } })
    await soon(() => expect(held.most()).toBe(2))
    held.release()
    await idle()
    expect(held.most()).toBe(2)
    expect(told()).toHaveLength(5)
  })

  test('by however many processes, each letter is told once and in order', async () => {
    const other = here.database.kind === 'postgres' ? await openStore(here.database) : here.store
    const places = Array.from({ length: 12 }, (_, at) => `chat-${at}`)
    const what = Array.from({ length: 8 }, (_, at) => String(at))
    for (const place of places) await post(place, ...what)
    const all = [here.store, other, here.store, other].map(({ outbox: of }) => outbox({ letters: of }))
    // One that has nothing to do is idle, also where another is sending what comes before the next.
    await soon(async () => expect((await letters()).filter(({ state }) => state !== 'sent')).toEqual([]))
    await Promise.all(all.map(({ close }) => close()))
    if (other !== here.store) await other.close()
    for (const place of places) expect(told(place)).toEqual(what)
  })

  describe('when a process dies', () => {
    test('what it had claimed is told when its lease is over, and what was behind it after that', async () => {
      await post('kari', 'en')
      await takenAndLost()
      await post('kari', 'to')
      const { idle } = outbox()
      later(leaseMs - 1)
      await idle()
      expect(told()).toEqual([])
      later(1)
      await idle()
      expect(told()).toEqual(['en', 'to'])
      expect(await letters()).toMatchObject([
        { state: 'sent', attempts: 2 },
        { state: 'sent', attempts: 1 },
      ])
    })

    test('and it was alone, the next one need not wait', async () => {
      await post('kari', 'en', 'to')
      await takenAndLost()
      await outbox({ alone: true }).idle()
      expect(told()).toEqual(['en', 'to'])
    })

    test('after it had sent and before that was noted, it is told twice and no more', async () => {
      const died = outbox({ letters: { ...here.store.outbox, settle: never } })
      await post('kari', 'en', 'to')
      await soon(() => expect(told()).toEqual(['en']))
      office.kill(died)
      const { idle } = outbox()
      for (let times = 0; times < 3; times++) {
        later(leaseMs)
        await idle()
      }
      expect(told()).toEqual(['en', 'en', 'to'])
    })

    test('no more: one that is heard of again settles nothing that another has taken over', async () => {
      const held = office.connector.hold()
      const slow = outbox()
      await post('kari', 'en', 'to')
      await soon(() => expect(held.most()).toBe(1))
      later(leaseMs)
      const next = outbox()
      await soon(() => expect(held.most()).toBe(2))
      held.release()
      await Promise.all([slow.idle(), next.idle()])
      expect(told()).toEqual(['en', 'en', 'to'])
      expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'sent'])
    })
  })

  test('closed, it claims nothing more and waits for what is being sent', async () => {
    const held = office.connector.hold()
    await post('kari', 'en', 'to')
    // It looks once, and then not before something ends: a look under way could still take the next.
    const { close, idle, wake } = outbox({ pace: { pollMs: 60_000 } })
    await soon(() => expect(held.most()).toBe(1))
    const closed = close()
    held.release()
    await closed
    wake()
    await Promise.all([idle(), close()])
    expect(told()).toEqual(['en'])
    expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'waiting'])
  })

  test('what was told somebody goes with them, and what waits does not', async () => {
    await post('person:kari', 'fortalt')
    await post('person:ola', 'fortalt')
    await outbox().idle()
    await here.store.outbox.post([{ place: 'person:kari', what: 'senere', dueAt: office.now() + 1 }], 0)
    await here.store.ownData.erase('kari', 'kari', office.now())
    expect(await letters()).toMatchObject([{ what: '"fortalt"' }, { what: '"senere"' }])
  })

  test('what was settled is forgotten after a time, and what waits is not', async () => {
    await post('kari', 'gammel')
    await outbox().idle()
    await here.store.outbox.post([{ place: 'kari', what: 'senere', dueAt: office.now() + 1 }], 0)
    await here.store.ownData.forget({ ...nothingForgotten, outboxBefore: office.now() })
    expect(await letters()).toHaveLength(2)
    await here.store.ownData.forget({ ...nothingForgotten, outboxBefore: office.now() + 1 })
    expect(await letters()).toMatchObject([{ what: '"senere"' }])
  })
})
