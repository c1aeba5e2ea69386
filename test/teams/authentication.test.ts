import { createHmac, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, start } from '../../src/main.ts'
import { activityFrom } from '../support/chat.ts'
import { noon, testConfig } from '../support/config.ts'
import { type Connector, openConnector } from '../support/connector.ts'
import { type Identity, openIdentity } from '../support/identity.ts'

/** The whole way in as in production: real keys, real tokens, an identity service and a connector on loopback. */
const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const tenant = 'tenant-1'
const ownToken = 'the-bot-itself'

let identity: Identity
let connector: Connector
let bot: Running
let remove: () => void
/** Time goes by between any two questions, so that nobody is held back but who is meant to be. */
let minutes = 0
beforeAll(async () => {
  ;[identity, connector] = await Promise.all([openIdentity(), openConnector()])
  const { config, remove: removeFolder } = testConfig()
  remove = removeFolder
  bot = await start(
    {
      ...config,
      credentials: { kind: 'secret', appId, tenant, secret: 'hemmelig-nøkkel' },
      mostInAMinute: 5,
      tenants: [tenant],
      authority: { openIdMetadataUrl: identity.metadataUrl, tokenIssuer: identity.issuer, ownToken },
    },
    () => {
      minutes += 5
      return noon + minutes * 60_000
    },
  )
})
afterAll(async () => {
  await bot.stop()
  await Promise.all([identity.close(), connector.close()])
  remove()
})

const seconds = () => Math.floor(Date.now() / 1000)
const good = () => ({
  iss: identity.issuer,
  aud: appId,
  serviceurl: connector.url,
  iat: seconds() - 10,
  nbf: seconds() - 10,
  exp: seconds() + 600,
})
const message = (changed: object = {}) => ({
  ...activityFrom(connector.url),
  type: 'message',
  text: 'hei',
  ...changed,
})
const post = (authorization: string | undefined, body: object = message()) =>
  fetch(`http://127.0.0.1:${bot.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(body),
  })

test('a token of Teams lets an activity in, and the reply carries the own token of the bot', async () => {
  const before = connector.sent.length
  expect((await post(`Bearer ${identity.token(good())}`)).status).toBe(200)
  expect(connector.sent.length).toBe(before + 1)
  expect(connector.authorizations.at(-1)).toBe(`Bearer ${ownToken}`)
})

describe('nobody else is let in, and nothing is sent', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const without = (claim: string) => {
    const { [claim]: _, ...rest } = good() as Record<string, unknown>
    return rest
  }
  const unsigned = (claims: object) =>
    `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`
  const sharedSecret = (claims: object) => {
    const signed = `${Buffer.from('{"alg":"HS256","typ":"JWT","kid":"teams"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
    return `${signed}.${createHmac('sha256', 'teams').update(signed).digest('base64url')}`
  }

  test.each<[string, () => string | undefined]>([
    ['no authorization', () => undefined],
    ['an empty one', () => 'Bearer '],
    ['another scheme', () => 'Basic a2FyaTprYXJp'],
    ['no token at all', () => 'Bearer nope'],
    ['two tokens', () => `Bearer ${identity.token(good())} ${identity.token(good())}`],
    ['a token for another app', () => `Bearer ${identity.token({ ...good(), aud: 'someone-else' })}`],
    ['a token without an audience', () => `Bearer ${identity.token(without('aud'))}`],
    [
      'a token of another issuer',
      () => `Bearer ${identity.token({ ...good(), iss: 'https://evil.example' })}`,
    ],
    ['a token that ran out', () => `Bearer ${identity.token({ ...good(), exp: seconds() - 3600 })}`],
    ['a token that never runs out', () => `Bearer ${identity.token(without('exp'))}`],
    [
      'a token that does not hold yet',
      () => `Bearer ${identity.token({ ...good(), nbf: seconds() + 3600 })}`,
    ],
    [
      'a token for another service',
      () => `Bearer ${identity.token({ ...good(), serviceurl: 'https://evil.example' })}`,
    ],
    ['a token for no service', () => `Bearer ${identity.token(without('serviceurl'))}`],
    ['a key that nobody knows', () => `Bearer ${identity.token(good(), { kid: 'unknown' })}`],
    ['a signature by another key', () => `Bearer ${identity.token(good(), { key: other })}`],
    ['a key that is not endorsed for Teams', () => `Bearer ${identity.token(good(), { kid: 'webchat' })}`],
    ['no signature', () => `Bearer ${unsigned(good())}`],
    ['a signature by a shared secret', () => `Bearer ${sharedSecret(good())}`],
    ['a token with one letter changed', () => `Bearer ${identity.token(good()).slice(0, -8)}AAAAAAAA`],
  ])('%s', async (_, authorization) => {
    const before = connector.sent.length
    const response = await post(authorization())
    expect([401, 403]).toContain(response.status)
    expect(await response.text()).not.toMatch(/at .*\.(js|ts)|node_modules|Error|botbuilder/)
    expect(connector.sent.length).toBe(before)
  })

  test.each([
    ['another tenant', { conversation: { id: 'a:1', tenantId: 'other' }, channelData: {} }],
    ['a tenant in one place and another in the other', { channelData: { tenant: { id: 'other' } } }],
    ['another channel', { channelId: 'webchat' }],
    ['the emulator', { channelId: 'emulator' }],
    ['a service of somebody else', { serviceUrl: 'https://evil.example/' }],
    ['no service', { serviceUrl: undefined }],
    ['an empty service', { serviceUrl: '' }],
  ])('a good token with %s', async (_, changed) => {
    const before = connector.sent.length
    expect((await post(`Bearer ${identity.token(good())}`, message(changed))).status).toBe(403)
    expect(connector.sent.length).toBe(before)
  })

  test('the same activity again: it is taken politely and acted on once', async () => {
    const again = message()
    const token = `Bearer ${identity.token(good())}`
    expect((await post(token, again)).status).toBe(200)
    const before = connector.sent.length
    expect((await post(token, again)).status).toBe(200)
    expect(connector.sent.length).toBe(before)
  })
})

test('an answer tells neither what it runs on nor which version', async () => {
  for (const response of [await post(undefined), await post(`Bearer ${identity.token(good())}`)])
    for (const [name, value] of response.headers)
      expect(`${name}: ${value}`).not.toMatch(/restify|botbuilder|teams-ai|node|innkjop|x-powered-by/i)
})

describe('a guest of the tenant', () => {
  const guest = (changed: object = {}) => ({
    ...activityFrom(connector.url, { id: 'gjest' }),
    type: 'message',
    text: 'rørlegger',
    ...changed,
  })
  test('is told who is answered, and nothing else; a press is refused', async () => {
    connector.guests.add('29:gjest')
    const token = `Bearer ${identity.token(good())}`
    await post(token, guest())
    expect(connector.sent.at(-1)?.text).toBe('Jeg svarer bare ansatte i kommunen. Du er gjest her.')
    const press = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'answers.try', data: { question: 'rørlegger' } } },
    }
    const before = connector.sent.length
    expect((await post(token, guest(press))).status).toBe(403)
    expect(connector.sent.length).toBe(before)
  })

  test('is answered when Teams says that it is none any more, a day later', async () => {
    connector.guests.delete('29:gjest')
    minutes += 24 * 60
    await post(`Bearer ${identity.token(good())}`, guest())
    expect(connector.sent.at(-1)?.text).toContain('Rørleggertjenester')
  })
})

test.each([
  ['nothing', {}],
  ['that nobody is signed in', { userRole: 'anonymous' }],
  ['another tenant', { userRole: 'user', tenantId: 'elsewhere' }],
  ['the mark of a guest', { userRole: 'user', userPrincipalName: 'a_b.no#ext#@c.onmicrosoft.com' }],
])('somebody of whom the roster says %s is not answered', async (what, said) => {
  connector.roster.set(`29:${what}`, said)
  const before = connector.sent.length
  const activity = { ...activityFrom(connector.url, { id: what }), type: 'message', text: 'rørlegger' }
  await post(`Bearer ${identity.token(good())}`, activity)
  expect(JSON.stringify(connector.sent.slice(before))).not.toContain('Rørleggertjenester')
})

test.each([
  ['whose activities have no id', 'no-id', { id: '' }, 200],
  ['whose turns fail', 'failing', {}, 403],
])('somebody %s is held back too', async (_, id, changed, status) => {
  const token = `Bearer ${identity.token(good())}`
  const still = minutes
  const before = connector.authorizations.length
  connector.failWith(status)
  for (let sent = 0; sent < 20; sent++) {
    minutes = still
    await post(token, { ...activityFrom(connector.url, { id }), type: 'message', text: 'hei', ...changed })
  }
  connector.failWith(200)
  minutes += 10
  // five that are acted on, each with an apology when it fails, and once that it was too fast
  expect(connector.authorizations.length - before).toBeLessThanOrEqual(12)
})

test('who sends too much is told so once, and then not answered', async () => {
  const token = `Bearer ${identity.token(good())}`
  const rushed = () => ({ ...activityFrom(connector.url, { id: 'hissig' }), type: 'message', text: 'hei' })
  const from = connector.sent.length
  const still = minutes
  for (let sent = 0; sent < 12; sent++) {
    minutes = still
    expect((await post(token, rushed())).status).toBe(200)
  }
  const texts = connector.sent.slice(from).map(({ text, summary }) => text ?? summary)
  expect(texts.filter((text) => text?.includes('Det gikk litt fort'))).toHaveLength(1)
  expect(texts.length).toBeLessThanOrEqual(6)
  minutes += 10
  await post(token, rushed())
  expect(connector.sent.at(-1)?.summary).toContain('Hei!')
})
