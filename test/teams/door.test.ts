import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
    expect(refusal?.summary).toBe('Jeg fant ikke noe sikkert svar.')
    expect(refusal?.text).toBeUndefined()
  })

  test('an answer asks for feedback, a greeting does not', async () => {
    expect((await chat.say('rørlegger'))[0]?.channelData).toEqual({ feedbackLoop: { type: 'default' } })
    expect((await chat.say('hei'))[0]?.channelData).toBeUndefined()
  })

  test('citations keep within what Teams permits', async () => {
    for (const question of [
      'utlyse anskaffelse doffin',
      'rutine for minikonkurranse',
      'mal for konkurransegrunnlag',
    ])
      for (const { entities = [] } of await chat.say(question))
        for (const { name, abstract } of appearancesIn(entities)) {
          expect(name.length).toBeLessThanOrEqual(80)
          expect(abstract.length).toBeLessThanOrEqual(160)
        }
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
      expect((await chat.post({ ...message(), value })).status).toBe(200)
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
      'attachment; filename="anskaffelsesprotokoll.docx"',
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
