import type { Log } from '../kit/log.ts'
import { isFileStore } from './hosts.ts'

/** Files between the bot and the store that Teams keeps them in. No token is sent, and no redirect is followed. */
export type Files = {
  /** What lies behind an address. `elsewhere` = there is none, or not in the file store. */
  read(url: string | undefined, mostBytes: number): Promise<Uint8Array | NotRead>
  /** Puts a whole file at an address that Teams gave for it. */
  put(url: string, content: Uint8Array): Promise<'put' | 'elsewhere' | 'unreachable'>
}
export type NotRead = 'too-large' | 'elsewhere' | 'unreachable'

/** How long one file may take, in milliseconds: Teams waits some 15 seconds for the answer to a turn. */
const longestTransferMs = 10_000

type Reach = {
  /** The file store is on this machine. */
  servicesHere: boolean
  longestMs?: number
}

export function createFiles({ servicesHere, longestMs = longestTransferMs }: Reach, log: Log): Files {
  const request = (url: string, how: RequestInit) =>
    fetch(url, { ...how, redirect: 'manual', signal: AbortSignal.timeout(longestMs) })
  const unreachable = (what: object) => {
    log.warn(what, 'the file store did not do what was asked')
    return 'unreachable' as const
  }
  return {
    async read(url, mostBytes) {
      if (url === undefined || !isFileStore(url, servicesHere)) return 'elsewhere'
      try {
        const response = await request(url, { headers: { 'accept-encoding': 'identity' } })
        if (isFile(response)) return await contentOf(response, mostBytes)
        await response.body?.cancel()
        return unreachable({ status: response.status })
      } catch (error) {
        return unreachable({ err: error })
      }
    },
    async put(url, content) {
      if (!isFileStore(url, servicesHere)) return 'elsewhere'
      try {
        const response = await request(url, { method: 'PUT', ...wholeFile(content) })
        await response.body?.cancel()
        // 202 would mean that it waits for more.
        return [200, 201].includes(response.status) ? 'put' : unreachable({ status: response.status })
      } catch (error) {
        return unreachable({ err: error })
      }
    },
  }
}

/** Some clients' links lead to a page that shows the file, not to the file (Microsoft-Teams-Samples#1314). */
const isFile = ({ ok, headers }: Response): boolean =>
  ok && !headers.get('content-type')?.toLowerCase().startsWith('text/html')

/** Reads no further than it must: what a server says about the length is not believed. */
async function contentOf({ body }: Response, mostBytes: number): Promise<Uint8Array | 'too-large'> {
  const parts: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop closes the connection.
  for await (const part of body ?? []) {
    bytes += part.length
    if (bytes > mostBytes) return 'too-large'
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** An upload session takes a file in ranges; ours are small enough for one, which takes up to 60 MB. */
const wholeFile = (content: Uint8Array) => ({
  headers: {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-${content.length - 1}/${content.length}`,
  },
  body: new Uint8Array(content),
})
