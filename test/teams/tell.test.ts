import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/kit/message.ts'
import { failureIn } from '../../src/teams/service.ts'
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
const notLetIn = { kind: 'unreachable', because: 'not let in' }
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
    const told = await door.tell(JSON.stringify(kept.get('entra-ola')), message)
    const sent = door.connector.sent.slice(before)
    expect(sent).toHaveLength(1)
    expect(told).toEqual({ kind: 'told', activity: sent[0]?.id })
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
    const three = inARow({ text: 'en' }, { text: 'to' }, { text: 'tre' })
    const told = await door.tell(JSON.stringify(place(door)), three)
    const sent = door.connector.sent.slice(before)
    expect(sent.map(({ text }) => text)).toEqual(['en', 'to', 'tre'])
    expect(told).toEqual({ kind: 'told', activity: sent[0]?.id })
  })

  test.each([403, 404])('who Teams answers %d for is unreachable', async (status) => {
    const door = open()
    door.connector.answerNext({ status, code: 'ConversationBlockedByUser' })
    const told = await door.tell(JSON.stringify(place(door)), message)
    expect(told).toEqual({ kind: 'unreachable', because: 'ConversationBlockedByUser' })
    expect(answered).toEqual([])
  })

  const passes = { never: false, throttled: false, mayHaveCome: false, waitSeconds: undefined }
  const wrong = { ...passes, never: true }
  const unclear = { ...passes, mayHaveCome: true }
  test.each([
    [400, undefined, wrong],
    [413, undefined, wrong],
    [401, undefined, passes],
    [408, undefined, unclear],
    [412, undefined, passes],
    [429, undefined, { ...passes, throttled: true }],
    [429, '30', { ...passes, throttled: true, waitSeconds: 30 }],
    [429, 'Sun, 22 Nov 2026 12:00:00 GMT', { ...passes, throttled: true }],
    [429, '99999999', { ...passes, throttled: true, waitSeconds: 3600 }],
    [503, '7', { ...passes, waitSeconds: 7 }],
    [502, undefined, unclear],
    [504, undefined, unclear],
  ])('%d with Retry-After %s is a fault: %o', async (status, wait, expected) => {
    const door = open()
    const before = door.connector.authorizations.length
    door.connector.answerNext({ status, ...(wait && { retryAfter: wait }) })
    const failure = await door.tell(JSON.stringify(place(door)), message).catch((error: unknown) => error)
    expect(failure).toMatchObject({ statusCode: status })
    expect(failureIn(failure)).toEqual(expected)
    expect(door.connector.authorizations.length - before, 'requests: it is tried once').toBe(1)
  })

  test('whether a service that cannot be reached took it is told', async () => {
    const door = open()
    const nobody = place(door, { serviceUrl: 'http://127.0.0.1:9' })
    const failure = await door.tell(JSON.stringify(nobody), message).catch((error: unknown) => error)
    expect(failureIn(failure)).toEqual(passes)
  })

  test('what was told is taken back, also where it is gone', async () => {
    const door = open()
    const where = JSON.stringify(place(door))
    const told = await door.tell(where, message)
    const activity = told.kind === 'told' ? (told.activity ?? '') : ''
    const takeBack = (at = where) => door.takeBack(at, activity, { text: 'Trukket tilbake.' })
    door.connector.answerNext({ status: 501, code: 'NotImplemented' })
    expect(await takeBack(), 'where nothing is deleted it is replaced').toEqual({ kind: 'told', activity })
    expect(door.connector.sent.at(-1)).toMatchObject({
      id: activity,
      replaced: true,
      text: 'Trukket tilbake.',
    })
    expect(door.connector.deleted).toEqual([])
    expect(await takeBack()).toEqual({ kind: 'told', activity })
    expect(door.connector.deleted).toEqual([activity])
    expect(await takeBack()).toEqual({ kind: 'told', activity })
    expect(await takeBack(JSON.stringify(place(door, { channelId: 'sms' })))).toEqual(notLetIn)
  })

  test('a chat is opened with somebody who never wrote, beside one of the same tenant', async () => {
    const door = open()
    const begun = await door.begin(JSON.stringify(place(door)), 'entra-nina')
    const conversation = begun.kind === 'begun' ? begun.conversation : ''
    expect(JSON.parse(conversation)).toMatchObject({
      conversation: { id: 'a:entra-nina', tenantId: 'tenant-1' },
    })
    await door.tell(conversation, message)
    expect(door.connector.sent.at(-1)).toMatchObject({ to: 'a:entra-nina', recipient: { id: 'entra-nina' } })
    door.connector.answerNext({ status: 403, code: 'ForbiddenOperationException' })
    expect(await door.begin(JSON.stringify(place(door)), 'entra-per')).toEqual({
      kind: 'unreachable',
      because: 'ForbiddenOperationException',
    })
  })

  test('what was told is changed in its place, and what stands after it is told', async () => {
    const door = open()
    const where = JSON.stringify(place(door))
    const told = await door.tell(where, { text: 'før' })
    const activity = told.kind === 'told' ? told.activity : undefined
    const before = door.connector.sent.length
    const changed = inARow({ text: 'etter', answers: 'q-1' }, { text: 'og så' })
    expect(await door.tell(where, changed, activity)).toEqual(told)
    const [inPlace, after] = door.connector.sent.slice(before)
    expect(inPlace).toMatchObject({ id: activity, replaced: true, to: 'a:kari', text: 'etter' })
    expect(after).toMatchObject({ text: 'og så', to: 'a:kari' })
    expect(after?.id).not.toBe(activity)
    expect(answered).toEqual([['q-1', activity]])
  })

  test.each([
    { status: 404 },
    { status: 404, code: 'ActivityNotFoundInConversation' },
    { status: 400, code: 'ActivityNotFound' },
  ])('where it is gone (%o) it is told anew', async (gone) => {
    const door = open()
    door.connector.answerNext(gone)
    const told = await door.tell(JSON.stringify(place(door)), message, 'borte')
    const sent = door.connector.sent.at(-1)
    expect(told).toEqual({ kind: 'told', activity: sent?.id })
    expect(sent).not.toHaveProperty('replaced')
    expect(sent?.text).toBe(message.text)
  })

  test('where the conversation is gone as well, nobody is there', async () => {
    const door = open()
    door.connector.failWith(404)
    const told = await door.tell(JSON.stringify(place(door)), message, 'borte')
    door.connector.failWith(200)
    expect(told).toMatchObject({ kind: 'unreachable' })
  })

  test('a change that fails otherwise is a fault, and nothing new is told', async () => {
    const door = open()
    const before = door.connector.sent.length
    door.connector.answerNext({ status: 503 })
    await expect(door.tell(JSON.stringify(place(door)), message, 'finnes')).rejects.toThrow()
    expect(door.connector.sent.length).toBe(before)
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
    expect(await door.tell(JSON.stringify(place(door, changed)), message)).toEqual(notLetIn)
    expect(door.connector.authorizations.length).toBe(before)
  })

  test.each(['', 'null', '7', '[]', '{}', '{"channelId":', 'hei'])('%j is no place', async (stored) => {
    expect(await open().tell(stored, message)).toEqual(notLetIn)
  })
})

test.each([
  ['people', {}],
  ['channels', { id: '19:innkjop@thread.tacv2', conversationType: 'channel', isGroup: true }],
])('%s of a tenant that is no longer let in are not written to', async (_, changed) => {
  const conversation = { ...place(authenticated).conversation, tenantId: 'other', ...changed }
  const before = authenticated.connector.authorizations.length
  const where = JSON.stringify(place(authenticated, { conversation }))
  expect(await authenticated.tell(where, message)).toEqual(notLetIn)
  expect(authenticated.connector.authorizations.length).toBe(before)
})
