import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { type OpenPlayground, openPlayground } from '../support/playground.ts'

/** The Playground's own protocol, without a browser: what its server shows is what a client would see. */
const shownSchema = z.object({
  action: z.string(),
  message: z.object({ messageId: z.string(), from: z.object({ id: z.string() }) }).loose(),
})
const configSchema = z.object({
  config: z.object({
    bot: z.object({ id: z.string() }),
    currentUser: z.object({ id: z.string() }),
    personalChat: z.object({ id: z.string() }),
  }),
})

let playground: OpenPlayground
let stream: WebSocket
let ids: z.output<typeof configSchema>['config']
const shown: z.output<typeof shownSchema>['message'][] = []

beforeAll(async () => {
  playground = await openPlayground()
  ids = configSchema.parse(await (await fetch(`${playground.address}/_internal/v1/testConfig`)).json()).config
  stream = new WebSocket(
    `${playground.address.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`,
  )
  stream.on('message', (data) => {
    const { success, data: event } = shownSchema.safeParse(JSON.parse(String(data)))
    if (success && event.action === 'createMessage' && event.message.from.id === ids.bot.id)
      shown.push(event.message)
  })
  await new Promise((resolve) => stream.once('open', resolve))
})
afterAll(async () => {
  stream?.close()
  await playground?.close()
})

const post = (path: string, body: object) =>
  fetch(`${playground.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
/** Does something and gives what the Playground has shown from the bot when `part` is there: it splits text and card. */
async function shownAfter(part: string, does: () => Promise<Response>): Promise<string> {
  const before = shown.length
  const response = await does()
  expect(response.ok, await response.text()).toBe(true)
  const since = () => JSON.stringify(shown.slice(before))
  await expect.poll(since, { timeout: 20_000 }).toContain(part)
  return since()
}
const say = (text: string, part: string) =>
  shownAfter(part, () =>
    post(`/_conversation/v1/conversations/${ids.personalChat.id}/messages`, {
      text,
      textFormat: 'plain',
      from: { id: ids.currentUser.id },
    }),
  )
const invoke = (name: string, value: object) =>
  post('/_conversation/v1/invoke', {
    name,
    value,
    replyToId: shown.at(-1)?.messageId,
    from: { id: ids.currentUser.id },
    conversation: { id: ids.personalChat.id },
  })

test('greets when it is installed', async () => {
  const install = () => post(`/_debug/conversation/${ids.personalChat.id}/installation`, {})
  await shownAfter('Jeg hjelper deg med å kjøpe riktig', install)
})

test('answers with a card, a citation and thumbs', async () => {
  const answer = await say('hvem leverer kontorstoler?', 'Avtaleregisteret, avtale 2025/1091')
  expect(answer).toContain('Bruk avtalen **Rammeavtale kontormøbler**')
  expect(answer).toContain('"citation":[{"position":1')
  expect(answer).toContain('"feedbackLoopEnabled":true')
})

test('answers a press with the next card', async () => {
  const press = {
    action: { type: 'Action.Execute', verb: 'answers.show', data: { item: 'r-mini' } },
    trigger: 'manual',
  }
  await shownAfter('Send skriftlig forespørsel til alle leverandørene', () =>
    invoke('adaptiveCard/action', press),
  )
})

test('keeps thumbs down with its reason', async () => {
  const answer = await say('rørlegger', 'answers.ask-section')
  const question =
    /"verb":"answers\.ask-section","data":\{"question":"([0-9a-f-]{36})"/.exec(answer)?.[1] ?? ''
  const value = {
    actionName: 'feedback',
    actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"feil"}' },
  }
  expect((await invoke('message/submitAction', value)).ok).toBe(true)
  expect(await playground.bot.store.questions.feedbackOn(question)).toMatchObject([
    { reaction: 'dislike', reason: 'feil' },
  ])
})

test('one can be anybody of the sample, and may do what that one may', async () => {
  const lead = await openPlayground('innkjøpssjef')
  try {
    const { config } = configSchema.parse(
      await (await fetch(`${lead.address}/_internal/v1/testConfig`)).json(),
    )
    expect(config.currentUser.id).toBe('user-ida')
  } finally {
    await lead.close()
  }
})
