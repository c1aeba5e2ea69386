/**
 * `npm run fuzz`: sends malformed and hostile activities, card payloads and knowledge files at the real bot, as many as
 * the first argument says (100 000), from the seed in the second, with `postgres` as the third on PostgreSQL, and prints what came of it. Exit 1 when anything crashed,
 * was answered with 500 or more, or was left unhandled, or when a request that never ends was not cut off.
 */

import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { readChannelsFile } from '../../src/cases/channels-file.ts'
import { start } from '../../src/main.ts'
import { readPeopleFile } from '../../src/people/people-file.ts'
import { activityFrom } from '../support/chat.ts'
import { noon, testConfig } from '../support/config.ts'
import { openConnector } from '../support/connector.ts'
import { startPostgres } from '../support/postgres.ts'
import { hostileActivity, hostilePress, randomFrom, spoiled } from './hostile.ts'
import { knowledgeReaders } from './knowledge-readers.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const wanted = Number(positionals[0] ?? 100_000)
const seed = Number(positionals[1] ?? 20_261_126)
const onPostgres = positionals[2] === 'postgres'
/** Of a hundred: activities, card payloads, and the rest knowledge files. */
const shareActivities = 50
const sharePresses = 30
const atOnce = 16

const random = randomFrom(seed)
const unhandled: string[] = []
process.on('unhandledRejection', (reason) => unhandled.push(String(reason)))
process.on('uncaughtException', (error) => unhandled.push(String(error)))

const connector = await openConnector()
const { config, remove } = testConfig()
const server = onPostgres ? await startPostgres() : undefined
if (onPostgres && !server) throw new Error('no PostgreSQL on this machine')
const database = server ? ({ kind: 'postgres', url: server.url } as const) : config.database
let turn = 0
const bot = await start({ ...config, database, mostInAMinute: 1_000_000 }, () => noon + turn++)
const address = `http://127.0.0.1:${bot.port}/api/messages`
const verbs = Object.keys(bot.presses)
const statuses = new Map<number, number>()
const failures: string[] = []
const stalls = monitorEventLoopDelay({ resolution: 20 })
stalls.enable()
const heldMb = () => {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().rss / 2 ** 20)
}

const lost: string[] = []
const send = (body: string) =>
  fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
/** A connection that was kept open may be closed in the moment it is used again: then it is sent anew, once, as Teams does. */
const sendAgain = (body: string) => (error: Error) => {
  lost.push(error.cause instanceof Error ? error.cause.message : error.message)
  return send(body)
}

async function post(body: string): Promise<void> {
  try {
    const response = await send(body).catch(sendAgain(body))
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    const said = await response.text()
    if (response.status >= 500) failures.push(`${response.status} for ${body.slice(0, 300)}`)
    if (/node_modules|at \w+.*\.(js|ts):\d/.test(said))
      failures.push(`a stack in the answer to ${body.slice(0, 300)}`)
  } catch (error) {
    failures.push(`no answer (${String(error)}) to ${body.slice(0, 300)}`)
  }
}

const readers = knowledgeReaders()
/** What says what is wrong by a Fault. */
const faulting = [
  { name: 'people.yaml', read: readPeopleFile },
  { name: 'channels.yaml', read: readChannelsFile },
].map((file) => ({ ...file, source: readFileSync(`knowledge/${file.name}`, 'utf8') }))
function readSpoiled(): void {
  const { name, source, read } = random.pick(readers)
  const text = spoiled(source, random)
  try {
    read(text)
  } catch (error) {
    failures.push(`${name}: ${String(error)} for ${text.slice(0, 200)}`)
  }
  for (const { name, source, read } of faulting)
    try {
      read(spoiled(source, random), name)
    } catch (error) {
      if (!(error instanceof Error && error.name === 'Fault')) failures.push(`${name}: ${String(error)}`)
    }
}

/** Requests that are begun and never ended, and after how many seconds each was cut off. */
const unended = ['POST /api/messages HT', 'POST /api/messages HTTP/1.1\r\nhost: x\r\n', halfBody()].map(
  (begun) =>
    new Promise<number>((resolve) => {
      const begunAt = performance.now()
      const socket = connect(bot.port, '127.0.0.1', () => socket.write(begun))
      socket.resume()
      socket.on('error', () => 'a cut connection may also be reset')
      socket.on('close', () => resolve(Math.round((performance.now() - begunAt) / 1000)))
    }),
)
function halfBody(): string {
  return 'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"type":'
}

const base = () => activityFrom(connector.url, { id: `person-${random.below(500)}` })
const counts = { activities: 0, presses: 0, files: 0 }
const memory: number[] = []
const started = performance.now()
let sent = 0
const worker = async () => {
  while (sent < wanted) {
    sent++
    if (sent % Math.ceil(wanted / 10) === 0) {
      connector.sent.length = 0
      connector.authorizations.length = 0
      memory.push(heldMb())
    }
    const kind = random.below(100)
    if (kind < shareActivities) {
      counts.activities++
      await post(hostileActivity(base(), random))
    } else if (kind < shareActivities + sharePresses) {
      counts.presses++
      await post(hostilePress(base(), verbs, random))
    } else {
      counts.files++
      readSpoiled()
    }
  }
}
await Promise.all(Array.from({ length: atOnce }, worker))
const seconds = (performance.now() - started) / 1000
const alive = await send(JSON.stringify({ ...base(), type: 'message', text: 'hei' }))

console.log(`${sent} sent in ${seconds.toFixed(0)} s from seed ${seed}: ${JSON.stringify(counts)}`)
console.log(
  `answers by status: ${JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)))}`,
)
const longestUnendedS = 90
const cutAfter = await Promise.all(
  unended.map((cut) =>
    Promise.race([cut, new Promise<undefined>((resolve) => setTimeout(resolve, longestUnendedS * 1000))]),
  ),
)
console.log(`requests that never end were cut off after ${cutAfter.map((s) => s ?? 'never').join(', ')} s`)
console.log(
  `sent again on a new connection: ${lost.length} (${[...new Set(lost)].join(', ')}); longest stall of the process: ${(stalls.max / 1e6).toFixed(0)} ms, 99.9 % under ${(stalls.percentile(99.9) / 1e6).toFixed(0)} ms`,
)
console.log(`memory in MB, at each tenth: ${memory.join(' ')}`)
console.log(
  `unhandled: ${unhandled.length}; failures: ${failures.length}; afterwards a greeting is answered ${alive.status}`,
)
for (const line of [...unhandled, ...failures].slice(0, 20)) console.log(`  ${line}`)
await bot.stop()
await connector.close()
await server?.stop()
remove()
process.exit(
  unhandled.length + failures.length > 0 || cutAfter.includes(undefined) || alive.status !== 200 ? 1 : 0,
)
