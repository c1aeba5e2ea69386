import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/kit/message.ts'
import { activityFrom } from '../support/chat.ts'
import { type OpenDoor, openDoorWith } from '../support/door.ts'
import { type Identity, openIdentity } from '../support/identity.ts'
import { inARow } from '../support/in-a-row.ts'

const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const ownToken = 'the-bot-itself'

let identity: Identity
let embedded: OpenDoor
let authenticated: OpenDoor
const answered: [question: string, activity: string][] = []
const kept = new Map<string, object>()
const needs = {
  remember: async ({ entraId }: { entraId: string }, where: object | undefined) => {
    if (where) kept.set(entraId, where)
    return undefined
  },
  answeredWith: async (question: string, activity: string) => void answered.push([question, activity]),
}
beforeAll(async () => {
  identity = await openIdentity()
  ;[embedded, authenticated] = await Promise.all([
    openDoorWith(needs),
    openDoorWith(needs, {
      credentials: { kind: 'secret', appId, tenant: 'tenant-1', secret: 'hemmelig-nøkkel' },
      tenants: ['tenant-1'],
      authority: { openIdMetadataUrl: identity.metadataUrl, tokenIssuer: identity.issuer, ownToken },
    }),
  ])
})
afterAll(() => Promise.all([embedded.close(), authenticated.close(), identity.close()]))
beforeEach(() => {
  answered.length = 0
})

const message: Message = { text: 'Kjøpet ditt er godkjent.', answers: 'q-1' }
const place = (door: OpenDoor, changed: object = {}) => ({
  channelId: 'msteams',
  serviceUrl: door.connector.url,
  bot: { id: '28:bot' },
  user: { id: '29:kari' },
  conversation: {
    id: 'a:kari',
    tenantId: 'tenant-1',
    conversationType: 'personal',
    isGroup: false,
    name: '',
  },
  ...changed,
})
const seconds = () => Math.floor(Date.now() / 1000)

describe.each([
  ['without credentials', () => embedded, undefined],
  ['with them', () => authenticated, `Bearer ${ownToken}`],
])('%s', (_, open, authorization) => {
  test('a person is told where they last wrote, as it was kept', async () => {
    const door = open()
    const claims = {
      iss: identity.issuer,
      aud: appId,
      serviceurl: door.connector.url,
      nbf: seconds() - 10,
      exp: seconds() + 600,
    }
    const hello = { ...activityFrom(door.connector.url, { id: 'ola' }), type: 'message', text: 'hei' }
    await door.post(hello, authorization ? { authorization: `Bearer ${identity.token(claims)}` } : {})
    const before = door.connector.sent.length
    expect(await door.tell(JSON.stringify(kept.get('entra-ola')), message)).toBe('told')
    const sent = door.connector.sent.slice(before)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      type: 'message',
      text: 'Kjøpet ditt er godkjent.',
      conversation: { id: 'a:ola' },
      recipient: { id: '29:ola' },
    })
    expect(door.connector.authorizations.at(-1)).toBe(authorization)
    expect(answered).toEqual([['q-1', sent[0]?.id]])
  })

  test('what stands after it is told too, in order', async () => {
    const door = open()
    const before = door.connector.sent.length
    await door.tell(JSON.stringify(place(door)), inARow({ text: 'en' }, { text: 'to' }, { text: 'tre' }))
    expect(door.connector.sent.slice(before).map(({ text }) => text)).toEqual(['en', 'to', 'tre'])
  })

  test.each([403, 404])('who Teams answers %d for is unreachable', async (status) => {
    const door = open()
    door.connector.failWith(status)
    expect(await door.tell(JSON.stringify(place(door)), message)).toBe('unreachable')
    door.connector.failWith(200)
    expect(answered).toEqual([])
  })

  test.each([400, 401, 413])('an answer of %d is a fault', async (status) => {
    const door = open()
    door.connector.failWith(status)
    await expect(door.tell(JSON.stringify(place(door)), message)).rejects.toMatchObject({
      statusCode: status,
    })
    door.connector.failWith(200)
  })

  test.each([
    ['a service of somebody else', { serviceUrl: 'https://evil.example/' }],
    ['another channel', { channelId: 'webchat' }],
    ['no service', { serviceUrl: undefined }],
    ['a group', { conversation: { id: '19:x', tenantId: 'tenant-1', conversationType: 'groupChat' } }],
    ['nobody', { user: undefined }],
  ])('%s is not written to', async (_what, changed) => {
    const door = open()
    const before = door.connector.authorizations.length
    expect(await door.tell(JSON.stringify(place(door, changed)), message)).toBe('unreachable')
    expect(door.connector.authorizations.length).toBe(before)
  })

  test.each(['', 'null', '7', '[]', '{}', '{"channelId":', 'hei'])('%j is no place', async (stored) => {
    expect(await open().tell(stored, message)).toBe('unreachable')
  })
})

test('people of a tenant that is no longer let in are not written to', async () => {
  const conversation = { ...place(authenticated).conversation, tenantId: 'other' }
  const before = authenticated.connector.authorizations.length
  expect(await authenticated.tell(JSON.stringify(place(authenticated, { conversation })), message)).toBe(
    'unreachable',
  )
  expect(authenticated.connector.authorizations.length).toBe(before)
})
