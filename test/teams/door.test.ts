import { generateKeyPairSync } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBot } from '../../src/teams/bot.ts'
import { activityFrom, type Chat, cardIn, openChat } from '../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

describe('on the wire', () => {
  test('citations leave whole: the SDK would cut them away', async () => {
    const [sent] = await chat.say('hvem leverer kontorstoler?')
    expect(sent?.entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: expect.stringMatching(/^Rammeavtale kontormøbler – Avtaleregisteret/),
              abstract: expect.stringContaining('Møblering'),
            },
          },
        ],
      },
    ])
    expect(sent?.text).toContain('[1]')
  })

  test('the notification is the message itself, not "sent a card"', async () => {
    const [answer] = await chat.say('hvem leverer kontorstoler?')
    expect(answer?.summary).toBe('Bruk avtalen Rammeavtale kontormøbler. Leverandør: Furumo Interiør AS.')
    const [refusal] = await chat.say('hvordan søker jeg om barnehageplass')
    expect(refusal?.summary).toBe('Jeg tror dette gjelder barnehageplass.')
    expect(refusal?.text).toBeUndefined()
  })

  test('an answer asks for feedback, a greeting does not', async () => {
    expect((await chat.say('rørlegger'))[0]?.channelData).toEqual({ feedbackLoop: { type: 'default' } })
    expect((await chat.say('hei'))[0]?.channelData).toBeUndefined()
  })

  test('citations keep within what Teams permits', async () => {
    let clipped = false
    for (const question of [
      'karensperiode',
      'rutine for minikonkurranse',
      'Beregning av anskaffelsens verdi',
    ])
      for (const { entities = [] } of await chat.say(question))
        for (const { name, abstract } of appearancesIn(entities)) {
          expect(name.length).toBeLessThanOrEqual(80)
          expect(abstract.length).toBeLessThanOrEqual(160)
          clipped ||= abstract.endsWith('…')
        }
    expect(clipped, 'one of the passages is too long to be sent whole').toBe(true)
  })
})

describe('what comes in', () => {
  const message = () => ({ ...activityFrom(chat.connector.url), type: 'message', text: 'hei' })

  test.each([
    ['an empty object', '{}', 400],
    ['a list', '[]', 400],
    ['a number', '7', 400],
    ['nothing', '', 400],
    ['broken JSON', '{"type":', 400],
    ['an activity without a sender', JSON.stringify({ type: 'message', conversation: { id: 'c' } }), 400],
  ])('%s is turned away kindly', async (_, body, status) => {
    const response = await chat.post(body)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toMatch(/at .*\.(js|ts)|node_modules|Error:/)
  })

  test('anything but JSON is turned away', async () => {
    expect((await chat.post('hei', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await chat.post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  })

  test('a packed body is turned away unread: broken it would end the process, whole it would fill the memory', async () => {
    const packed = gzipSync(JSON.stringify({ ...message(), text: 'x'.repeat(5_000_000) }))
    for (const body of [Buffer.from('nope'), packed]) {
      const response = await fetch(`http://127.0.0.1:${chat.bot.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body,
      })
      expect(response.status).toBe(415)
    }
    expect((await chat.post(message())).status).toBe(200)
  })

  test.each([
    ['another channel', { channelId: 'emulator' }, 403],
    ['a service elsewhere', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }, 403],
    ['a service URL that is a number', { serviceUrl: 7 }, 400],
    ['a service URL that is none', { serviceUrl: 'hvor som helst' }, 400],
    ['no service URL', { serviceUrl: undefined }, 400],
  ])('%s is turned away before anything is sent', async (_, changed, status) => {
    const before = chat.connector.sent.length
    expect((await chat.post({ ...message(), ...changed })).status).toBe(status)
    expect(chat.connector.sent.length).toBe(before)
  })

  test('the character with number 0, which PostgreSQL does not take, is left out everywhere', async () => {
    const as = { id: 'nul' }
    await chat.say('rør\0legger', as)
    await chat.press(
      { type: 'Action.Execute', title: '', verb: 'answers.try', data: { question: 'kontor\0stol' } },
      as,
    )
    const { questions } = await chat.bot.store.ownData.of('tenant-1:entra-nul')
    expect(questions.map(({ text }) => text)).toEqual(['rørlegger', 'kontorstol'])
  })

  test('an id that is longer than any of Teams is turned away', async () => {
    const long = { ...message(), conversation: { id: 'x'.repeat(9000) } }
    expect((await chat.post(long)).status).toBe(400)
    expect((await chat.post({ ...message(), id: 'x'.repeat(9000) })).status).toBe(200)
  })

  test('a body over the limit is turned away', async () => {
    expect((await chat.post({ ...message(), text: 'x'.repeat(300_000) })).status).toBe(413)
  })

  test('an invoke that is not offered is answered, never 501', async () => {
    for (const name of [
      'task/fetch',
      'composeExtension/query',
      'adaptiveCard/action',
      'signin/verifyState',
      'finnes/ikke',
    ]) {
      const { status } = await chat.invoke(name, { nothing: 'known' })
      expect(status, name).toBe(404)
    }
  })

  test('a value of any kind in a message does no harm', async () => {
    for (const value of [null, 7, 'x', [], { action: null }]) {
      const before = chat.connector.sent.length
      expect((await chat.post({ ...message(), value })).status).toBe(200)
      expect(cardIn(chat.connector.sent.slice(before)).json).toContain('Prøv for eksempel')
    }
  })

  test('an activity delivered twice is acted on once', async () => {
    const twice = message()
    const before = chat.connector.sent.length
    await Promise.all([chat.post(twice), chat.post(twice)])
    await chat.post(twice)
    expect(chat.connector.sent.length - before).toBe(1)
  })

  test('twenty messages at once in one conversation are each answered', async () => {
    const before = chat.connector.sent.length
    const all = Array.from({ length: 20 }, () => ({ ...message(), text: 'rørlegger' }))
    expect((await Promise.all(all.map((one) => chat.post(one)))).map(({ status }) => status)).toEqual(
      all.map(() => 200),
    )
    expect(chat.connector.sent.length - before).toBe(20)
  })
})

describe('turns', () => {
  const message = (conversation: string) => ({
    ...activityFrom(chat.connector.url, { conversation }),
    type: 'message',
    text: 'rørlegger',
  })

  test('of one conversation never overlap, of two they do', async () => {
    const same = chat.connector.hold()
    const three = ['c', 'c', 'c'].map((conversation) => chat.post(message(conversation)))
    await expect.poll(same.most).toBe(1)
    same.release()
    await Promise.all(three)
    expect(same.most()).toBe(1)
    const different = chat.connector.hold()
    const two = ['d', 'e'].map((conversation) => chat.post(message(conversation)))
    await expect.poll(different.most).toBe(2)
    different.release()
    await Promise.all(two)
  })

  test('that failed may come again and are then answered', async () => {
    const activity = message('again')
    chat.connector.failWith(403)
    await chat.post(activity)
    chat.connector.failWith(200)
    const before = chat.connector.sent.length
    await chat.post(activity)
    expect(chat.connector.sent.length - before).toBe(1)
  })
})

describe('when Teams cannot be reached', () => {
  test('the request still ends well, and the bot lives on', async () => {
    chat.connector.failWith(403)
    expect(await chat.say('rørlegger')).toEqual([])
    chat.connector.failWith(200)
    expect(await chat.say('rørlegger')).toHaveLength(1)
  })
})

describe('a template link', () => {
  const link = async () => cardIn(await chat.say('mal for protokoll')).button('Last ned (Word)').url ?? ''

  test('gives the file under its own name', async () => {
    const response = await fetch(await link())
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''anskaffelsesprotokoll.docx",
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK')
  })

  test('opens nothing without its key, with another key, or for another template', async () => {
    const right = await link()
    for (const wrong of [
      right.replace(/key=.*/, ''),
      right.replace(/key=.*/, 'key=x'),
      right.replace('m-prot', 'm-dba'),
      right.replace('m-prot', '..%2f..%2fetc%2fpasswd'),
      `${right}x`,
      `${right}&key=x`,
    ])
      expect((await fetch(wrong)).status, wrong).toBe(404)
  })
})

const appearancesIn = (entities: Record<string, unknown>[]): { name: string; abstract: string }[] =>
  entities.flatMap(({ citation }) =>
    // the bot's own citation entity, whose shape the first test holds
    ((citation ?? []) as { appearance: { name: string; abstract: string } }[]).map(
      ({ appearance }) => appearance,
    ),
  )

describe('who the bot can reach', () => {
  test('is not lost when the app is removed from a team', async () => {
    const as = { id: 'in-team' }
    await chat.say('hei', as)
    const team = { ...activityFrom(chat.connector.url, as), type: 'installationUpdate', action: 'remove' }
    team.conversation.conversationType = 'channel'
    await chat.post(team)
    expect((await chat.bot.store.ownData.of('tenant-1:entra-in-team')).person?.unreachable).toBeNull()
  })

  const reach = async (id: string) =>
    (await chat.bot.store.ownData.of(`tenant-1:entra-${id}`)).person?.unreachable

  test('is noted when the app is removed, and mended when the person writes again', async () => {
    const as = { id: 'gone' }
    await chat.say('hei', as)
    await chat.post({ ...activityFrom(chat.connector.url, as), type: 'installationUpdate', action: 'remove' })
    expect(await reach('gone')).toBe('removed')
    await chat.say('hei', as)
    expect(await reach('gone')).toBeNull()
  })

  test('is noted when Teams refuses to take what is sent', async () => {
    chat.connector.failWith(403)
    await chat.say('hei', { id: 'blocked' })
    chat.connector.failWith(200)
    expect(await reach('blocked')).not.toBeNull()
  })
})

const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey
test.each([
  { kind: 'secret', secret: 's' },
  { kind: 'certificate', thumbprint: 'A'.repeat(40), privateKey },
  { kind: 'managed-identity' },
] as const)('an adapter is made for $kind', (way) => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const credentials = { appId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', tenant: 't', ...way }
  const letIn = { tenants: ['t'], servicesHere: false }
  const bot = createBot({ credentials, letIn }, {} as never, log as never) // nothing is asked of them here
  expect(bot.adapter).toBeDefined()
})
