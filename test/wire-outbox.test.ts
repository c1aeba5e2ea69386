import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outbox } from '../src/outbox/outbox.ts'
import { startOutbox, type Wording } from '../src/wire-outbox.ts'
import { noon } from './support/config.ts'
import { type OpenDoor, openDoorWith } from './support/door.ts'
import { onEveryDatabase } from './support/every-database.ts'
import { kari } from './support/kept.ts'
import { rowsOf } from './support/past-the-store.ts'

/** Which conversation a place is, and which room words a letter. */
onEveryDatabase((here) => {
  let door: OpenDoor
  beforeAll(async () => {
    door = await openDoorWith({
      remember: (...given) => here.store.people.remember(...given),
      rememberChannel: (...given) => here.store.channels.remember(...given),
    })
  })
  afterAll(() => door.close())

  const greetings: Wording = async (what, place) => ({
    message: (language) => ({ text: `${language} ${place} ${JSON.stringify(what)}` }),
  })
  const outbox = (): Outbox =>
    startOutbox({
      store: here.store,
      door,
      wordings: { greetings },
      alone: true,
      now: () => noon,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    })
  /** Where a letter arrives, and what has become of it. */
  const sent = async (place: string, what: unknown = { room: 'greetings' }) => {
    const before = door.connector.sent.length
    await here.store.outbox.post([{ place, what, dueAt: noon }], noon)
    const sending = outbox()
    await sending.idle()
    await sending.close()
    const [row] = await rowsOf(here.database, 'select state, because from outbox order by seq desc limit 1')
    return {
      ...row,
      arrived: door.connector.sent.slice(before).map(({ to, text }) => `${to}: ${text}`),
    }
  }
  const channel = '19:innkjop@thread.tacv2'
  const inThread = { id: `${channel};messageid=17`, conversationType: 'channel', tenantId: 'tenant-1' }

  test('a person is told in their own chat and language, as they last wrote', async () => {
    await door.say('hei', { id: 'ola' })
    await here.store.people.speaks('tenant-1:entra-ola', 'nn')
    expect(await sent('person:tenant-1:entra-ola')).toEqual({
      state: 'sent',
      because: null,
      arrived: ['a:ola: nn person:tenant-1:entra-ola {"room":"greetings"}'],
    })
  })

  test('a channel is told where it was heard from', async () => {
    await door.send({ type: 'message', text: 'hei', conversation: inThread })
    const text = `nb channel:${channel} {"room":"greetings"}`
    expect(await sent(`channel:${channel}`)).toMatchObject({ arrived: [`${channel}: ${text}`] })
  })

  test('and where it never was, as near as somebody was', async () => {
    expect(await sent(`channel:${channel}`)).toMatchObject({
      state: 'failed',
      because: 'no conversation is known',
    })
    await door.say('hei')
    const text = `nb channel:${channel} {"room":"greetings"}`
    expect(await sent(`channel:${channel}`)).toMatchObject({ arrived: [`${channel}: ${text}`] })
  })

  test.each(['person:tenant-1:ingen', 'person:', 'channel:', 'kari', '', 'constructor:x'])(
    '%j is nowhere',
    async (place) => {
      expect(await sent(place)).toEqual({
        state: 'failed',
        because: 'no conversation is known',
        arrived: [],
      })
    },
  )

  test('who cannot be reached any more is not written to', async () => {
    await here.store.people.remember(kari, { channelId: 'msteams' }, noon)
    await here.store.people.unreachable(kari.id, 'removed')
    expect(await sent(`person:${kari.id}`)).toMatchObject({ state: 'failed', arrived: [] })
  })

  test.each([{ room: 'elsewhere' }, { room: 'constructor' }, { room: 7 }, {}, null, 'greetings'])(
    'a letter of no room, such as %j, is dropped',
    async (what) => {
      await door.say('hei')
      expect(await sent('person:tenant-1:entra-kari', what)).toMatchObject({ state: 'dropped', arrived: [] })
    },
  )
})
