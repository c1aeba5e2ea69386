/** The bot that is measured, and what its officers do: by the buttons that they would press, on the port that it listens on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Database } from '../../src/store/store.ts'
import { activityFrom } from '../../test/support/chat.ts'
import { rowsOf } from '../../test/support/past-the-store.ts'
import { author, second } from './municipality.ts'

type Given = { database: Database; peopleFile: string; perSecond: number; serviceUrl: string }

const announcement = 'K-1'
export const text = {
  title: 'Ny avtale om kontormøbler fra 1. desember',
  text: `Fra 1. desember bestiller alle hos **Kontorpartner AS**.\n\n- Bruk e-handel til alt under 100 000 kroner\n- Ring avtaleansvarlig ved større behov\n\n${'Avtalen dekker stoler, bord, oppbevaring og montering. '.repeat(10)}`,
}

/** `copies` of the announcement are in a state: how many of them, and of which version. */
export type Office = Awaited<ReturnType<typeof openOffice>>

export async function openOffice(given: Given) {
  let bot = await begin(given)
  let highest = 0
  const press = async (verb: string, data: object, as = author): Promise<void> => {
    const response = await fetch(`http://127.0.0.1:${bot.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...said(given.serviceUrl, as),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: `announcements.${verb}`, data }, trigger: 'manual' },
      }),
    })
    if (!response.ok) throw new Error(`${verb} was answered ${response.status}: ${await response.text()}`)
  }
  const one = async <Row>(sql: string) => (await rowsOf(given.database, sql))[0] as Row | undefined // as the query names its columns
  const revision = async () =>
    Number((await one<{ revision: number }>('select revision from announcement'))?.revision)
  return {
    /** Writes it, asks the second officer, who lets it out. */
    async announce() {
      await fetch(`http://127.0.0.1:${bot.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...said(given.serviceUrl, author), type: 'message', text: 'ny kunngjøring' }),
      })
      await press('save', { id: announcement, next: 'audience', ...text })
      await press('set-audience', { id: announcement, kind: 'everyone' })
      await press('send', { id: announcement, revision: await revision(), how: 'anyway' })
      await press('approve', { id: announcement, revision: await revision() }, second)
    },
    /** Writes a correction, which another officer sends. */
    async correct() {
      await press('save', {
        id: announcement,
        next: 'later',
        title: `${text.title}, rettet`,
        text: text.text,
      })
      await press('correct', { id: announcement, revision: await revision() }, second)
    },
    recall: () => press('control', { id: announcement, deed: 'recall', sure: true }),
    /** How many copies are not yet as they should be: nobody is begun with where there are none. */
    async left(): Promise<number> {
      const row = await one<{ left: number; all: number }>(
        `select sum(case when copy.state = 'waiting' or (copy.state = 'delivered' and (announcement.state = 'recalled' or copy.version < announcement.version)) then 1 else 0 end) as left,
          count(*) as all from announcement_copy copy join announcement on announcement.id = copy.announcement`.replaceAll(
          / as (left|all)/g,
          ' as "$1"',
        ),
      )
      return Number(row?.all ?? 0) === 0 ? Number.POSITIVE_INFINITY : Number(row?.left ?? 0)
    },
    /** Whom the bot itself says it may have told twice, by their chats; one for each letter. */
    async doubtful(): Promise<string[]> {
      const rows = await rowsOf(
        given.database,
        'select place from outbox where batch is not null and doubts > 0',
      )
      return rows.map(({ place }) => String(place).replace(/^.*:/, 'a:'))
    },
    async killAndStart() {
      bot.child.kill('SIGKILL')
      await once(bot.child, 'exit')
      bot = await begin(given)
    },
    /** The most memory that it has had, in MB. */
    memory: () => {
      const [, kb = '0'] =
        /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${bot.child.pid}/status`, 'utf8')) ?? []
      highest = Math.max(highest, Number(kb) / 1024)
      return Math.round(highest)
    },
    async close() {
      bot.child.kill('SIGTERM')
      await once(bot.child, 'exit')
    },
  }
}

/** What `npm start` gives Node: without it Node lets memory grow as long as the machine has some. */
const asStarted = ['--max-old-space-size=512', '--max-semi-space-size=8']

const said = (serviceUrl: string, who: { id: string; entraId: string }) => activityFrom(serviceUrl, who)

async function begin({
  database,
  peopleFile,
  perSecond,
}: Given): Promise<{ port: number; child: ChildProcess }> {
  const program = fileURLToPath(new URL('bot.ts', import.meta.url))
  const given = JSON.stringify({ database, peopleFile, perSecond })
  const child = spawn(process.execPath, [...asStarted, program, given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const port of createInterface({ input: child.stdout })) return { port: Number(port), child }
  throw new Error('the bot did not start')
}
