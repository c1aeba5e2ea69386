import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

export type FileStore = {
  url: string
  /** What was asked, whole. */
  asked: { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer }[]
  /** How a file that is put is answered. */
  answerWith(status: number): void
  /** Resolves when the one who fetches `/endless` has hung up; gives how many bytes left until then. */
  hungUp: Promise<number>
  close(): Promise<void>
}

/** The store that Teams keeps files in, on loopback. Each path is served in the way that its name says. */
export async function openFileStore(): Promise<FileStore> {
  const asked: FileStore['asked'] = []
  const hungUp = Promise.withResolvers<number>()
  let status = 201
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    asked.push({ method, path, headers, body: Buffer.concat(parts) })
    if (path === '/silent') return
    response.statusCode = method === 'PUT' ? status : path in paths ? 200 : 404
    const serve = method === 'PUT' ? moved : paths[path]
    if (serve) serve(response, hungUp.resolve)
    else response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    hungUp: hungUp.promise,
    answerWith(next) {
      status = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Serve = (response: ServerResponse, hungUp: (bytes: number) => void) => void

/** Tells where it is now; who follows is found out. */
const moved: Serve = (response) => {
  response.setHeader('location', '/file')
  response.end()
}

const paths: Record<string, Serve> = {
  '/file': (response) => response.end('innholdet'),
  '/empty': (response) => response.end(),
  '/page': (response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<html>')
  },
  '/moved': (response, hungUp) => {
    response.statusCode = 302
    moved(response, hungUp)
  },
  /** Five million zeros in five thousand bytes. */
  '/packed': (response) => {
    response.setHeader('content-encoding', 'gzip')
    response.end(gzipSync(Buffer.alloc(5_000_000)))
  },
  '/half': (response) => {
    response.setHeader('content-length', 1000)
    response.write('halve')
    setImmediate(() => response.destroy())
  },
  '/stalls': (response) => response.write('litt'),
  /** Nothing says how long it is, and it is not packed away in a buffer: it goes on for as long as somebody listens. */
  '/endless': (response, hungUp) => {
    let bytes = 0
    const part = Buffer.alloc(64 * 1024)
    const more = () => {
      if (response.destroyed) return
      bytes += part.length
      response.write(part, more)
    }
    response.once('close', () => hungUp(bytes))
    more()
  },
}
