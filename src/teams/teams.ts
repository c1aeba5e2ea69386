/**
 * The Teams door: takes activities in over HTTP, hands what they mean to the rooms, and carries the replies out.
 * The only room that knows the Teams SDK. It lets nothing in that is not JSON, too large, or not an activity.
 */
import type { Response as AdapterResponse } from 'botbuilder'
import restify from 'restify'
import { z } from 'zod'
import { Fault } from '../kit/fault.ts'
import type { Log } from '../kit/log.ts'
import { readActivity } from './arrival.ts'
import { type Bot, createBot } from './bot.ts'
import type { Needs as ConversationNeeds } from './conversation.ts'
import type { Authority, Credentials } from './credentials.ts'
import { type DownloadNeeds, serveDownloads } from './downloads.ts'
import { isWholeToken, type LetIn, turnedAway } from './guard.ts'
import type { Tell } from './tell.ts'

export type Needs = ConversationNeeds & DownloadNeeds
export type Door = Tell & { port: number; close(): Promise<void> }
export { inChannel } from './envelope.ts'
export { createLinks, createPasses, type Links } from './links.ts'
export { type PlaygroundPerson, startPlayground } from './playground.ts'
export { failureIn } from './service.ts'
export type { Authority, Credentials }

// restify's request always has a method; its types come from an older Node and say that it may not.
type AdapterRequest = Parameters<Bot['adapter']['process']>[0]

type DoorKeeper = { bot: Bot; letIn: LetIn; log: Log }

/** How long turns that have begun may take when the door closes, in milliseconds. */
const longestFarewellMs = 5_000
/** Activities are small; attachments come by link. In bytes. */
const largestBody = 256 * 1024
/** What a download link may carry, in letters: restify's own limit is 100. */
const longestPass = 2_000
/** How long a request may take to arrive, in milliseconds; looked at each half minute. Teams itself waits no longer. */
const longestRequestMs = 15_000

type Doorway = {
  host: string
  /** 0 = any free one. */
  port: number
  /** Without them nobody is authenticated, and only this machine is answered. */
  credentials: Credentials | undefined
  /** The tenants whose people are let in; with credentials there is at least one. */
  tenants: readonly string[]
  /** Another identity service than Microsoft's, on this machine. */
  authority?: Authority | undefined
}

/** Opens the door on a host and port. */
export async function openDoor(doorway: Doorway, needs: Needs, log: Log): Promise<Door> {
  const { host, port, credentials, tenants, authority } = doorway
  const letIn: LetIn = {
    tenants: credentials && tenants,
    servicesHere: credentials === undefined || authority !== undefined,
  }
  const bot = createBot({ credentials, authority, letIn }, needs, log)
  const server = restify.createServer({ name: 'innkjopsassistenten', maxParamLength: longestPass })
  server.pre((_: restify.Request, res: restify.Response, next: restify.Next) => {
    res.removeHeader('Server')
    next()
  })
  server.server.requestTimeout = longestRequestMs
  server.server.headersTimeout = longestRequestMs
  server.server.setTimeout(2 * longestRequestMs)
  server.use(restify.plugins.queryParser({ mapParams: false }))
  server.post(
    '/api/messages',
    onlyJson,
    ...restify.plugins.bodyParser({ maxBodySize: largestBody, mapParams: false, reviver: withoutNul }),
    async (req: restify.Request, res: restify.Response) => receive({ bot, letIn, log }, req, res),
  )
  serveDownloads(server, needs, log)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new Fault(
          'settings',
          `Port ${port} på ${host} kan ikke brukes. Stopp det som bruker den, eller sett PORT`,
          cause,
        ),
      ),
    )
    server.listen(port, host, resolve)
  })
  return {
    port: z.object({ port: z.number() }).parse(server.address()).port,
    ...bot.tell,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.race([bot.idle(), after(longestFarewellMs)])
      server.server.closeAllConnections()
      bot.close()
      await closed
    },
  }
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())

/** No text holds the character with number 0: PostgreSQL takes none that does. */
const withoutNul = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value

/** Packed bodies are turned away: their size is known only once they are unpacked, and a broken one ends the process. */
const onlyJson = (req: restify.Request, res: restify.Response, next: restify.Next): void => {
  const isPlainJson = req.getContentType() === 'application/json' && req.header('content-encoding', '') === ''
  if (!isPlainJson) res.send(415, { error: 'Send application/json, not packed' })
  next(isPlainJson ? undefined : false)
}

/** What is no activity, or of somebody else, never reaches the SDK. What the SDK cannot authenticate is 401. */
async function receive(door: DoorKeeper, req: restify.Request, res: restify.Response): Promise<void> {
  const arrival = readActivity(req.body)
  if (arrival.kind === 'no-activity') {
    // The SDK would let it in: a token speaks for one service, and this names none.
    const forged = door.letIn.tenants !== undefined && arrival.lacks.includes('serviceUrl')
    res.send(forged ? 403 : 400, {
      error: `Send a Bot Framework activity. Missing or wrong: ${arrival.lacks.join(', ')}`,
    })
    return
  }
  const because = turnedAway(req.body, door.letIn)
  if (because) {
    door.log.warn({ because }, 'an activity was turned away')
    res.send(403, { error: because })
    return
  }
  if (door.letIn.tenants && !isWholeToken(req.header('authorization', ''))) return unauthorized(res)
  let authenticated = false
  // The SDK answers some bad tokens with 500 and its own words: what it says is heard here and not passed on.
  const answer: { status: number; body?: unknown } = { status: 200 }
  const heard: AdapterResponse = {
    socket: undefined,
    header: () => heard,
    status: (status: number) => {
      answer.status = status
      return heard
    },
    send: (body?: unknown) => {
      answer.body = body
      return heard
    },
    end: () => heard,
  }
  try {
    await door.bot.adapter.process(req as AdapterRequest, heard, (context) => {
      authenticated = true
      return door.bot.run(context)
    })
  } catch (error) {
    door.log.warn({ err: error }, 'an activity was turned away')
  }
  if (!authenticated) return unauthorized(res)
  // A failed turn has been apologised for: Teams is not to send it again.
  if (answer.body === undefined) res.send(200)
  else res.send(answer.status, answer.body)
}

const unauthorized = (res: restify.Response): void => {
  res.send(401, { error: 'Not authorized' })
}
