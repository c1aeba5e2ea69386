import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { TeamsAdapter } from '@microsoft/teams-ai'
import { z } from 'zod'

/**
 * Teams' service for what nobody asked for: one request, made once, for so long at most. The SDK makes a client for each and
 * tries again by itself, so that it would still send what the outbox has given up waiting for.
 */
export type Service = {
  /** Gives what the service answers. Throws a `NotTaken`. */
  ask(
    method: 'POST' | 'PUT' | 'DELETE',
    where: { serviceUrl: string; path: string },
    body?: object,
  ): Promise<unknown>
  close(): void
}

/** A request that Teams did not take, or whose end is not known. `statusCode` is 0 where no answer came. */
class NotTaken extends Error {
  override name = 'NotTaken'
  readonly statusCode: number
  readonly code: string
  /** In seconds, as Teams says it. */
  readonly retryAfter: string | undefined
  /** Taken twice it would be there twice: a message that was posted, not one that was changed or taken back. */
  adds = false
  constructor(statusCode: number, code: string, retryAfter?: string) {
    super(statusCode === 0 ? code : `${statusCode} ${code}`)
    this.statusCode = statusCode
    this.code = code
    this.retryAfter = retryAfter
  }
}

/** How long one request may take, in milliseconds: two fit into the time that the outbox gives. */
const longestRequestMs = 7_000
/** Teams' names for where tokens for it come from. */
const scope = 'https://api.botframework.com'
const login = 'https://login.microsoftonline.com/botframework.com'
const mostSockets = 64

/** `appId` is empty without credentials: then nothing is signed. */
export function createService(adapter: TeamsAdapter, appId: string): Service {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: mostSockets }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: mostSockets }),
  }
  const sign = signerOf(adapter, appId)
  return {
    async ask(method, { serviceUrl, path }, body) {
      const url = new URL(`${serviceUrl.replace(/\/+$/, '')}${path}`)
      const secure = url.protocol === 'https:'
      const content = body && Buffer.from(JSON.stringify(body))
      const options = {
        method,
        agent: agents[secure ? 'https:' : 'http:'],
        signal: AbortSignal.timeout(longestRequestMs),
        headers: {
          ...(await sign()),
          ...(content && { 'content-type': 'application/json', 'content-length': content.length }),
        },
      }
      return new Promise((resolve, fail) => {
        const reject = (error: NotTaken) => {
          error.adds = method === 'POST' && path.endsWith('/activities')
          fail(error)
        }
        const lost = (error: NodeJS.ErrnoException) => reject(new NotTaken(0, error.code ?? error.name))
        const sent = (secure ? httpsRequest : httpRequest)(url, options, (answer) => {
          read(answer).then(resolve, (error) => (error instanceof NotTaken ? reject(error) : lost(error)))
        })
        sent.on('error', lost)
        sent.end(content)
      })
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

/** The header that says who the bot is. */
function signerOf(
  { credentialsFactory }: TeamsAdapter,
  appId: string,
): () => Promise<Record<string, string>> {
  if (appId === '') return async () => ({})
  const made = credentialsFactory.createCredentials(appId, scope, login, true)
  made.catch(() => 'is told by each request')
  return async () => {
    const signed: Record<string, string> = {}
    const headers = { set: (name: string, value: string) => (signed[name.toLowerCase()] = value) }
    // The SDK signs a request of its own kind, of which it touches the headers alone.
    await (await made).signRequest({ headers } as never)
    return signed
  }
}

const refusal = z.object({ error: z.object({ code: z.string() }) })

async function read(answer: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part)
  const status = answer.statusCode ?? 0
  const said = parsed(Buffer.concat(parts).toString('utf8'))
  if (status >= 200 && status < 300) return said
  throw new NotTaken(
    status,
    refusal.safeParse(said).data?.error.code ?? 'refused',
    answer.headers['retry-after'],
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How a request failed, for whoever decides whether to make it again. */
type Failure = {
  /** It would fail again. */
  never: boolean
  /** Teams asks to send less for a while. */
  throttled: boolean
  /** So many seconds Teams asks to wait. */
  waitSeconds: number | undefined
  /** Teams may have taken it all the same. */
  mayHaveCome: boolean
}

/** What Teams says of a message that is wrong or too large. */
const aboutTheMessage = [400, 413]
/** Answered by what stands before the service, or by nobody, which does not tell whether it was taken. */
const unknown = [0, 408, 500, 502, 504]
/** Nothing was said yet: it cannot have been taken. */
const notBegun = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
/** No wait that Teams asks for is longer; what says so was not said by Teams. In seconds. */
const longestWait = 60 * 60

export function failureIn(error: unknown): Failure {
  if (!(error instanceof NotTaken))
    return { never: false, throttled: false, waitSeconds: undefined, mayHaveCome: false }
  const { statusCode, code, retryAfter, adds } = error
  const seconds = Number.parseInt(retryAfter ?? '', 10)
  return {
    never: aboutTheMessage.includes(statusCode),
    throttled: statusCode === 429,
    waitSeconds: Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), longestWait),
    mayHaveCome: adds && unknown.includes(statusCode) && !notBegun.includes(code),
  }
}
