import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inChannel, type Reachable } from '../../src/teams/envelope.ts'
import { noon } from '../support/config.ts'
import { type OpenDoor, openDoorWith } from '../support/door.ts'

/** Channels: how the bot comes to know them, and begins something there. */
const channel = '19:innkjop@thread.tacv2'
const remembered: [channel: string, where: Reachable, at: number][] = []
let door: OpenDoor
let near: Reachable | undefined
beforeAll(async () => {
  door = await openDoorWith({
    remember: async (_, where) => {
      near = where ?? near
      return undefined
    },
    rememberChannel: async (...heard) => void remembered.push(heard),
  })
})
afterAll(() => door.close())
beforeEach(() => {
  remembered.length = 0
})

const conversation = (id: string, conversationType = 'channel') => ({
  conversation: { id, conversationType, tenantId: 'tenant-1', isGroup: true },
})
const here = () => ({
  channelId: 'msteams',
  serviceUrl: door.connector.url,
  bot: { id: '28:bot' },
  conversation: { id: channel, tenantId: 'tenant-1', conversationType: 'channel', isGroup: true, name: '' },
})

test.each([
  ['a message in a thread', { type: 'message', text: 'hei' }, `${channel};messageid=1700000000000`],
  ['an installation', { type: 'installationUpdate', action: 'add' }, channel],
  [
    'a press',
    { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'x' } } },
    `${channel};messageid=17`,
  ],
])('%s tells how to write in the channel', async (_, activity, id) => {
  await door.send({ ...activity, ...conversation(id) })
  expect(remembered).toEqual([[channel, here(), noon]])
})

test('a group, a chat and what is not let in tell of no channel', async () => {
  await door.send({ type: 'message', text: 'hei', ...conversation('19:gruppe', 'groupChat') })
  await door.say('hei')
  await door.send({ type: 'message', text: 'hei', ...conversation(channel), channelId: 'webchat' })
  expect(remembered).toEqual([])
})

test('what is told in a channel begins a thread', async () => {
  const told = await door.tell(JSON.stringify(here()), { text: 'Ny sak' })
  const sent = door.connector.sent.at(-1)
  expect(told).toEqual({ kind: 'told', activity: sent?.id })
  expect(sent).toMatchObject({ to: channel, text: 'Ny sak', conversation: { id: channel } })
  expect(sent, 'it answers nothing').not.toHaveProperty('under')
  expect(sent).not.toHaveProperty('replyToId')
  expect(sent, 'it is for all').not.toHaveProperty('recipient')
})

test('what was told there is changed in its thread, and begins another where it is gone', async () => {
  const where = JSON.stringify(here())
  const told = await door.tell(where, { text: 'Ny sak' })
  const activity = told.kind === 'told' ? (told.activity ?? '') : ''
  expect(await door.tell(where, { text: 'Tatt' }, activity)).toEqual(told)
  const thread = `${channel};messageid=${activity}`
  expect(door.connector.sent.at(-1)).toMatchObject({ id: activity, replaced: true, to: thread, text: 'Tatt' })
  door.connector.forget(activity)
  const anew = await door.tell(where, { text: 'Ferdig' }, activity)
  const sent = door.connector.sent.at(-1)
  expect(anew).toEqual({ kind: 'told', activity: sent?.id })
  expect(sent).toMatchObject({ to: channel, text: 'Ferdig' })
})

test('a channel that was never heard from is written to as somebody near it is', async () => {
  await door.say('hei')
  const where = inChannel(JSON.stringify(near), channel)
  expect(JSON.parse(where ?? '')).toEqual(here())
  expect(await door.tell(where ?? '', { text: 'Ny sak' })).toMatchObject({ kind: 'told' })
  expect(inChannel('ingenting', channel)).toBeUndefined()
})

test.each([
  ['at a service of somebody else', { serviceUrl: 'https://evil.example/' }],
  ['without a bot', { bot: undefined }],
  ['that says it is a chat', { conversation: { ...conversation(channel), conversationType: 'personal' } }],
])('a channel %s is not written to', async (_, changed) => {
  const before = door.connector.authorizations.length
  const told = await door.tell(JSON.stringify({ ...here(), ...changed }), { text: 'Ny sak' })
  expect(told).toEqual({ kind: 'unreachable', because: 'not let in' })
  expect(door.connector.authorizations.length).toBe(before)
})
