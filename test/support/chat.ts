import { randomUUID } from 'node:crypto'
import type { Config } from '../../src/config.ts'
import type { Clock } from '../../src/kit/day.ts'
import { type Running, start } from '../../src/main.ts'
import { noon, testConfig } from './config.ts'
import { type Connector, openConnector, type Sent } from './connector.ts'

export type Button = { type: string; title: string; verb?: string; data?: unknown; url?: string }
export type Chat = Talk & {
  readonly bot: Running
  connector: Connector
  /** Ends the bot and starts it again on what it kept. */
  restart(): Promise<void>
  close(): Promise<void>
}
type Exchange = { sent: Sent[]; answer: unknown; status: number }
export type Talk = {
  /** Posts anything to the bot and gives the HTTP answer. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Says something as a person and gives what the bot said back. */
  say(text: string, as?: Partial<Who>): Promise<Sent[]>
  install(as?: Partial<Who>): Promise<Sent[]>
  press(button: Button, as?: Partial<Who>): Promise<Exchange>
  invoke(name: string, value: unknown, extra?: object): Promise<Exchange>
  /** Sends an activity as a person, whole but for who it is from. */
  send(activity: object, as?: Partial<Who>): Promise<Exchange>
}
type Who = { id: string; entraId: string; locale: string; conversation: string }

/** The real bot on loopback, with only the network beyond it made up: a connector that behaves like Teams'. */
export async function openChat(changed: Partial<Config> = {}, now: Clock = () => noon): Promise<Chat> {
  const { config, remove } = testConfig()
  const connector = await openConnector()
  let bot = await start({ ...config, ...changed }, now)
  const { port } = bot
  return {
    get bot() {
      return bot
    },
    connector,
    ...talkTo(port, connector),
    async restart() {
      await bot.stop()
      bot = await start({ ...config, ...changed, port }, now)
    },
    async close() {
      await bot.stop()
      await connector.close()
      remove()
    },
  }
}

/** The ways to talk to whatever answers on a port, as Teams would, and hear what it sends to the connector. */
export function talkTo(port: number, connector: Connector): Talk {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const exchange = async (activity: { conversation: { id: string }; [more: string]: unknown }) => {
    const before = connector.sent.length
    const response = await post(activity)
    const answer = await response.text()
    // Others may be told something at the same time.
    const here = ({ type, to }: Sent) =>
      type !== 'typing' && to.split(';')[0] === activity.conversation.id.split(';')[0]
    const sent = connector.sent.slice(before).filter(here)
    return { sent, status: response.status, answer: answer ? JSON.parse(answer) : undefined }
  }
  const from = (who: Partial<Who> = {}) => activityFrom(connector.url, who)
  return {
    post,
    say: async (text, as) => (await exchange({ ...from(as), type: 'message', text })).sent,
    install: async (as) => (await exchange({ ...from(as), type: 'installationUpdate', action: 'add' })).sent,
    press: ({ verb, data }, as) =>
      exchange({
        ...from(as),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    invoke: (name, value, extra) => exchange({ ...from(), type: 'invoke', name, value, ...extra }),
    send: (activity, as) => exchange({ ...from(as), ...activity }),
  }
}

/** The part of an activity that every kind shares, as Teams sends it. */
export const activityFrom = (
  serviceUrl: string,
  { id = 'kari', entraId = `entra-${id}`, locale = 'nb-NO', conversation }: Partial<Who> = {},
) => ({
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl,
  locale,
  from: { id: `29:${id}`, aadObjectId: entraId, name: id },
  recipient: { id: '28:bot', name: 'Innkjøpsassistenten' },
  conversation: { id: conversation ?? `a:${id}`, conversationType: 'personal', tenantId: 'tenant-1' },
  channelData: { tenant: { id: 'tenant-1' } },
})

/** The card in what was sent, its text with one element a line, and its buttons by title. */
export function cardIn(sent: readonly Sent[]): {
  json: string
  buttons: Button[]
  button(title: string): Button
} {
  const content = sent.at(-1)?.attachments?.[0]?.content ?? {}
  const buttons = [...buttonsIn(content.body), ...((content.actions ?? []) as Button[])] // an Adaptive Card's
  return {
    json: JSON.stringify(content),
    buttons,
    button(title) {
      const found = buttons.find((button) => button.title === title)
      if (!found) throw new Error(`no button «${title}», only: ${buttons.map((b) => b.title).join(' | ')}`)
      return found
    },
  }
}

/** The buttons in the body of a card, from the top: `any` is as JSON gives it. */
function buttonsIn(any: unknown): Button[] {
  if (Array.isArray(any)) return any.flatMap(buttonsIn)
  if (typeof any !== 'object' || any === null) return []
  return 'type' in any && any.type === 'ActionSet' && 'actions' in any
    ? (any.actions as Button[]) // an ActionSet's actions
    : Object.values(any).flatMap(buttonsIn)
}
