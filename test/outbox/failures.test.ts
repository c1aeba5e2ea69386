import { describe, expect, test } from 'vitest'
import { backOffMs, mostAttempts } from '../../src/outbox/deliver.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { postOffice } from '../support/outbox.ts'

const hourMs = 60 * 60 * 1000

test('what fails is tried again within hours, each time twice as late, and never all at once', () => {
  const waits = (random: number) =>
    Array.from({ length: mostAttempts - 1 }, (_, at) => backOffMs(at + 1, random))
  const inAll = (random: number) => waits(random).reduce((sum, wait) => sum + wait, 0)
  expect(waits(0.5).slice(0, 3)).toEqual([2_000, 4_000, 8_000])
  expect(inAll(0)).toBeGreaterThan(1.5 * hourMs)
  expect(inAll(1)).toBeLessThan(4 * hourMs)
  expect(backOffMs(1, 0)).toBe(1_500)
  expect(backOffMs(1, 0.999)).toBeLessThanOrEqual(2_500)
})

/** What Teams, the rooms and the store do that they should not. */
onEveryDatabase((here) => {
  const office = postOffice(here)
  const { post, told, later, outbox, letters, logged } = office

  describe('where Teams does not take it', () => {
    test('whoever is not there is not told, the reason is kept, and the next one goes', async () => {
      office.connector.answerNext({ status: 403, code: 'ConversationBlockedByUser' })
      await post('kari', 'en', 'to')
      await outbox().idle()
      expect(told()).toEqual(['to'])
      expect(await letters()).toMatchObject([
        { state: 'failed', because: 'ConversationBlockedByUser' },
        { state: 'sent' },
      ])
    })

    test.each([
      ['longer than it would wait', '60', 60_000],
      ['shorter', '1', 2_000],
    ])('it waits as long as Teams says: %s', async (_, retryAfter, waitMs) => {
      office.connector.answerNext({ status: 429, retryAfter })
      await post('kari', 'hei')
      const { idle } = outbox()
      await idle()
      later(waitMs - 1)
      await idle()
      expect(told()).toEqual([])
      later(1)
      await idle()
      expect(told()).toEqual(['hei'])
    })

    test('what it says is wrong is given up at once, and holds up nobody', async () => {
      office.connector.answerNext({ status: 413, code: 'MessageSizeTooBig' })
      await post('kari', 'lang', 'kort')
      await outbox().idle()
      expect(told()).toEqual(['kort'])
      expect((await letters()).map(({ state }) => state)).toEqual(['failed', 'sent'])
      expect(logged).toEqual(['a letter could not be sent and is given up'])
    })

    test('a letter is given up after many attempts, and the next one goes', async () => {
      office.connector.failWith(502)
      await post('kari', 'en')
      const { idle } = outbox()
      for (let times = 1; times < mostAttempts; times++) {
        await idle()
        expect(await letters()).toMatchObject([{ state: 'waiting', attempts: times }])
        later(2 * hourMs)
      }
      await idle()
      expect(await letters()).toMatchObject([{ state: 'failed', attempts: mostAttempts }])
      expect(logged.filter((words) => words === 'a letter could not be sent and is given up')).toHaveLength(1)
      office.connector.failWith(200)
      await post('kari', 'to')
      await idle()
      expect(told()).toEqual(['to'])
    })
  })

  test('one whose sending ends the process each time is given up unsent', async () => {
    await post('kari', 'en')
    for (let times = 0; times < mostAttempts; times++) {
      await here.store.outbox.claim({ at: office.now(), leaseUntil: office.now() + 1, most: 1 })
      later(1)
    }
    await outbox().idle()
    expect(told()).toEqual([])
    expect(await letters()).toMatchObject([{ state: 'failed', because: 'no attempt came to an end' }])
  })

  test('one that takes too long is tried again', async () => {
    let slow = true
    const word = async (what: unknown) => {
      if (slow) await new Promise(() => undefined)
      return { message: () => ({ text: String(what) }) }
    }
    await post('kari', 'hei')
    const { idle } = outbox({ word, pace: { sendMs: 5 } })
    await idle()
    expect(await letters()).toMatchObject([{ state: 'waiting', because: 'not done within 5 ms' }])
    slow = false
    later(5_000)
    await idle()
    expect(told()).toEqual(['hei'])
  })

  test('one that cannot be worded is tried again', async () => {
    const words = ['hei']
    const word = async () => {
      if (words.length === 1) throw new Error(`no ${words.push('nå')}`)
      return { message: () => ({ text: words.join(' ') }) }
    }
    await post('kari', 'x')
    const { idle } = outbox({ word })
    await idle()
    expect(await letters()).toMatchObject([{ state: 'waiting', because: 'no 2' }])
    later(5_000)
    await idle()
    expect(told()).toEqual(['hei nå'])
  })

  test('where it cannot be noted by which activity it was told, it is told once all the same', async () => {
    const shown = () => Promise.reject(new Error('locked'))
    await post('kari', 'hei')
    await outbox({ word: async () => ({ message: () => ({ text: 'hei' }), shown }) }).idle()
    expect(told()).toEqual(['hei'])
    expect(await letters()).toMatchObject([{ state: 'sent' }])
    expect(logged).toEqual(['where a letter is shown could not be noted'])
  })

  describe('when the store does not answer', () => {
    /** Fails so often, and then does it. */
    const failing = <Given extends unknown[], Done>(
      times: number,
      does: (...given: Given) => Promise<Done>,
    ): ((...given: Given) => Promise<Done>) => {
      let left = times
      return async (...given) => {
        if (left-- > 0) throw new Error('the store is away')
        return does(...given)
      }
    }

    test('it claims when it does', async () => {
      const { claim, takeOver, ...rest } = here.store.outbox
      const away = { ...rest, claim: failing(3, claim), takeOver: failing(2, takeOver) }
      await post('kari', 'hei')
      await outbox({ letters: away, alone: true }).idle()
      expect(told()).toEqual(['hei'])
      expect(logged).toHaveLength(5)
    })

    test('what was sent is settled when it does, however late, and not sent again', async () => {
      const { settle, ...rest } = here.store.outbox
      const late = failing(3, settle)
      const away = {
        ...rest,
        settle(...given: Parameters<typeof settle>) {
          later(15_000)
          return late(...given)
        },
      }
      await post('kari', 'en', 'to')
      await outbox({ letters: away }).idle()
      expect(told()).toEqual(['en', 'to'])
      expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'sent'])
    })

    test('what failed is put back when it does', async () => {
      const { settle, ...rest } = here.store.outbox
      office.connector.answerNext({ status: 503 })
      await post('kari', 'hei')
      const { idle } = outbox({ letters: { ...rest, settle: failing(2, settle) } })
      await idle()
      expect(await letters()).toMatchObject([{ state: 'waiting', attempts: 1 }])
      later(5_000)
      await idle()
      expect(told()).toEqual(['hei'])
    })

    test('closing does not wait for it, and the letter is told again', async () => {
      const closed = outbox({ letters: { ...here.store.outbox, settle: () => Promise.reject(new Error()) } })
      await post('kari', 'hei')
      await expect.poll(() => told(), { interval: 2 }).toEqual(['hei'])
      await closed.close()
      later(20_000)
      await outbox().idle()
      expect(told()).toEqual(['hei', 'hei'])
    })
  })
})
