/**
 * The Teams door: takes activities in over HTTP, hands what they mean to the rooms, and carries the replies out.
 * The only room that knows the Teams SDK. It lets nothing in that is not JSON, too large, or not an activity.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import restify from 'restify'
import { z } from 'zod'
import { Fault } from '../kit/fault.ts'
import type { Log } from '../kit/log.ts'
import { readActivity } from './arrival.ts'
import { type Bot, type Credentials, createBot } from './bot.ts'
import type { Needs as ConversationNeeds } from './conversation.ts'

export type Needs = ConversationNeeds & {
  /** The file behind a template's download link; undefined when the link's key does not fit or it is gone. */
  templateFile(id: string, key: string): string | undefined
}
export type Door = { port: number; close(): Promise<void> }
export { createLinks, type Links } from './links.ts'
export { startPlayground } from './playground.ts'
export type { Credentials }

// restify's request always has a method; its types come from an older Node and say that it may not.
type AdapterRequest = Parameters<Bot['adapter']['process']>[0]

/** Activities are small; attachments come by link. In bytes. */
const largestBody = 256 * 1024

/** Opens the door on a host and port (0 = any free one). */
export async function openDoor(
  { host, port, credentials }: { host: string; port: number; credentials: Credentials | undefined },
  needs: Needs,
  log: Log,
): Promise<Door> {
  const bot = createBot(credentials, needs, log)
  const server = restify.createServer({ name: 'innkjopsassistenten' })
  server.use(restify.plugins.queryParser({ mapParams: false }))
  server.post(
    '/api/messages',
    onlyJson,
    ...restify.plugins.bodyParser({ maxBodySize: largestBody, mapParams: false }),
    async (req: restify.Request, res: restify.Response) => receive(bot, req, res, log),
  )
  server.get('/templates/:id/:name', async (req: restify.Request, res: restify.Response) =>
    sendTemplate(needs.templateFile(String(req.params.id), String(req.query.key ?? '')), res),
  )
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.server.closeAllConnections()
      }),
  }
}

const onlyJson = (req: restify.Request, res: restify.Response, next: restify.Next): void => {
  const isJson = req.getContentType() === 'application/json'
  if (!isJson) res.send(415, { error: 'Send application/json' })
  next(isJson ? undefined : false)
}

/** What is no activity never reaches the SDK, which would answer 500. What the SDK cannot authenticate is 401. */
async function receive(bot: Bot, req: restify.Request, res: restify.Response, log: Log): Promise<void> {
  const arrival = readActivity(req.body)
  if (arrival.kind === 'ignored' && arrival.because.startsWith('not an activity')) {
    res.send(400, {
      error: 'Send a Bot Framework activity: type, from.id, recipient.id and conversation.id are needed',
    })
    return
  }
  let authenticated = false
  try {
    await bot.adapter.process(req as AdapterRequest, res, (context) => {
      authenticated = true
      return bot.run(context)
    })
  } catch (error) {
    log.warn({ err: error }, 'an activity was turned away')
    if (!res.headersSent) res.send(authenticated ? 200 : 401)
  }
}

async function sendTemplate(file: string | undefined, res: restify.Response): Promise<void> {
  const content = file && (await readFile(file).catch(() => undefined))
  if (!content) {
    res.send(404, { error: 'Malen finnes ikke, eller lenken er gammel. Spør boten om malen på nytt.' })
    return
  }
  res.sendRaw(200, content, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${basename(file)}"`,
  })
}
