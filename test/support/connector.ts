import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { z } from 'zod'

/** What the bot sent, as it arrived on the wire. */
export type Sent = {
  /** The id that the connector gave it. */
  id: string
  /** It took the place of what had its id before. */
  replaced?: true
  /** Where it was sent, as the address says. */
  to: string
  /** What it answers, as the address says; undefined where it begins something. */
  under?: string
  type: string
  text?: string
  summary?: string
  entities?: Record<string, unknown>[]
  channelData?: Record<string, unknown>
  attachments?: {
    contentType: string
    name?: string
    contentUrl?: string
    content: Record<string, unknown>
  }[]
  conversation?: { id: string }
  recipient?: { id: string }
}
type Answer = { status: number; code?: string; retryAfter?: string }
export type Connector = {
  url: string
  sent: Sent[]
  /** How the bot said who it is, send by send. */
  authorizations: (string | undefined)[]
  /** Whom it calls guests, by their Teams id. */
  guests: Set<string>
  /** What the roster says of somebody by id, in the place of a role. */
  roster: Map<string, object>
  /** Makes the next sends fail with this status; 200 again to mend it. */
  failWith(status: number): void
  /** How the next sends are answered, one each, before all others are. */
  answerNext(...answers: Answer[]): void
  /** Conversations that are not there, or no more. */
  closed: Set<string>
  /** Conversations that take nothing for now. */
  busy: Set<string>
  /** What was sent is there no more, and cannot be replaced. */
  forget(activity: string): void
  /** What was taken back, by its id. */
  deleted: string[]
  /** Keeps what is sent waiting until the function that it gives is called; tells how many wait at most at once. */
  hold(): { release(): void; most(): number }
  close(): Promise<void>
}

/** A Bot Connector on loopback that takes what a bot sends, as Teams' own does: an id comes back for each activity. */
export async function openConnector(): Promise<Connector> {
  const sent: Sent[] = []
  const authorizations: (string | undefined)[] = []
  let status = 200
  let open = 0
  let most = 0
  let gate = Promise.resolve()
  const guests = new Set<string>()
  const roster = new Map<string, object>()
  const next: Answer[] = []
  const there = new Set<string>()
  const closed = new Set<string>()
  const busy = new Set<string>()
  const deleted: string[] = []
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      const id = decodeURIComponent(request.url?.split('/members/')[1] ?? '')
      response.writeHead(200, { 'content-type': 'application/json' })
      const said = roster.get(id) ?? { userRole: guests.has(id) ? 'guest' : 'user' }
      response.end(JSON.stringify({ id, name: id, ...said }))
      return
    }
    const body = await bodyOf(request)
    most = Math.max(most, ++open)
    await gate
    open--
    authorizations.push(request.headers.authorization)
    const { to, activity } = addressIn(request.url ?? '')
    const replaced = request.method === 'PUT'
    const takenBack = request.method === 'DELETE'
    const notThere = (replaced || takenBack) && !there.has(activity)
    const gone = { status: 404, code: 'ActivityNotFoundInConversation' }
    const noPlace = closed.has(to.split(';')[0] ?? '') && { status: 404, code: 'ConversationNotFound' }
    const isBusy = busy.has(to) && { status: 503 }
    const answer: Answer =
      next.shift() || noPlace || isBusy || (notThere && status === 200 ? gone : { status })
    const begins = to === ''
    const id = replaced ? activity : begins ? `a:${JSON.parse(body).members[0].id}` : randomUUID()
    if (answer.status === 200 && takenBack) {
      there.delete(activity)
      deleted.push(activity)
    } else if (answer.status === 200 && !begins) {
      there.add(id)
      const where = { to, ...(replaced ? { replaced } : activity !== '' && { under: activity }) }
      sent.push({ ...JSON.parse(body), id, ...where })
    }
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...(answer.retryAfter && { 'retry-after': answer.retryAfter }),
    })
    response.end(JSON.stringify(answer.code ? { error: { code: answer.code, message: '' } } : { id }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    authorizations,
    guests,
    roster,
    closed,
    busy,
    deleted,
    failWith(from) {
      status = from
    },
    answerNext: (...answers) => void next.push(...answers),
    forget: (activity) => void there.delete(activity),
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      most = 0
      return { release: resolve, most: () => most }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** `/v3/conversations/{to}/activities/{activity}`; the activity is what is answered, or replaced. */
function addressIn(url: string): { to: string; activity: string } {
  const [, to = '', activity = ''] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?/.exec(url) ?? []
  return { to: decodeURIComponent(to), activity: decodeURIComponent(activity) }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
