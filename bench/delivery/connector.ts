import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Account, accountSchema } from './account.ts'
import { parsed } from './body.ts'
import { type GivenSettings, settingsSchema } from './settings.ts'
import { createTeams, type Outcome, type Reply } from './teams.ts'

/**
 * A Bot Connector on loopback that is as Teams is to whoever sends much: it has limits, fails at random, and there are people
 * whom nothing reaches. It keeps account of what it took, so that a bench can say what came, what did not, and what came twice.
 */
export type Connector = {
  url: string
  account(): Promise<Account>
  /** Forgets everything that was sent to it. It goes on with the settings that are given, or with those that it has. */
  reset(settings?: GivenSettings): Promise<void>
  close(): Promise<void>
}

/** In this process. `now` is epoch-milliseconds. */
export async function openConnector({
  now = Date.now,
  ...given
}: GivenSettings & { now?: () => number } = {}): Promise<Connector> {
  let settings = settingsSchema.parse(given)
  const nextId = idsFrom(now)
  let teams = createTeams({ settings, now, nextId })
  const reset = (given: GivenSettings = settings) => {
    settings = settingsSchema.parse(given)
    teams = createTeams({ settings, now, nextId })
  }
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request
    onBody(request, (body) => {
      if (url === '/account') return reply(response, { status: 200, content: teams.account() })
      if (url !== '/reset') return carryOut(teams.ask(method, url, body), response)
      const read = settingsSchema.safeParse(body === '' ? settings : parsed(body))
      if (read.success) reset(read.data)
      reply(response, read.success ? { status: 200 } : { status: 400, content: read.error.issues })
    })
  })
  // A connection that the server ends while the bot is about to use it is a fault that nobody asked for.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    account: async () => teams.account(),
    reset: async (given) => reset(given),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** In a process of its own, which ends with this one at the latest. */
export async function startConnector(settings: GivenSettings = {}): Promise<Connector> {
  const program = fileURLToPath(import.meta.url)
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const { url } = await listeningIn(child.stdout)
  return {
    url,
    account: async () => accountSchema.parse(await (await asked(`${url}/account`)).json()),
    async reset(given) {
      await asked(`${url}/reset`, { method: 'POST', ...(given && { body: JSON.stringify(given) }) })
    },
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const listening = z.object({ url: z.string() })

async function listeningIn(output: NodeJS.ReadableStream | null): Promise<z.output<typeof listening>> {
  if (output)
    for await (const line of createInterface({ input: output })) return listening.parse(JSON.parse(line))
  throw new Error('the connector did not start')
}

async function asked(...what: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...what)
  if (!response.ok) throw new Error(`the connector answers ${response.status} to ${what[0]}`)
  return response
}

/** Ids as Teams gives them, epoch-milliseconds; ahead of the clock where more than one is needed in one of them. */
function idsFrom(now: () => number): () => string {
  let last = 0
  return () => {
    last = Math.max(now(), last + 1)
    return String(last)
  }
}

function onBody(request: IncomingMessage, then: (body: string) => void): void {
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => then(Buffer.concat(parts).toString('utf8')))
}

function carryOut(outcome: Outcome, response: ServerResponse): void {
  if (outcome.afterMs > 0) setTimeout(finish, outcome.afterMs, outcome, response)
  else finish(outcome, response)
}

function finish({ reply: said, unheard }: Outcome, response: ServerResponse): void {
  // Whoever waited no longer, or died, did not hear it either.
  if (said === 'broken' || response.destroyed) unheard?.()
  if (said === 'broken') response.socket?.resetAndDestroy()
  else if (!response.destroyed) reply(response, said)
}

function reply(response: ServerResponse, { status, content, retryAfter }: Reply): void {
  const body = content ? JSON.stringify(content) : ''
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(retryAfter && { 'retry-after': retryAfter }),
  })
  response.end(body)
}

if (import.meta.main) {
  const { url } = await openConnector(JSON.parse(process.argv[2] ?? '{}'))
  for (const end of ['SIGTERM', 'disconnect'] as const) process.once(end, () => process.exit())
  console.log(JSON.stringify({ url }))
}
