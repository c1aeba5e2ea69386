/**
 * `npm run bench:delivery`: an announcement to 4,000 and to 100,000, its correction and its recall, against a connector that
 * behaves like Teams. Arguments: `4000`, `kills`, `lost` or `100000` for one part alone, and `sqlite` or `postgres`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { Database } from '../../src/store/store.ts'
import { randomFrom } from '../../test/fuzz/hostile.ts'
import { startPostgres } from '../../test/support/postgres.ts'
import { table } from '../table.ts'
import { bareLoop } from './bare-loop.ts'
import { type Connector, startConnector } from './connector.ts'
import { settle, writePeople } from './municipality.ts'
import { type Office, openOffice } from './office.ts'
import type { GivenSettings } from './settings.ts'

type Part = { count: number; perSecond: number; settings: GivenSettings; kills: number }

/** As the connector counts what goes to the two officers too, their chats are left out where something came twice. */
const officers = ['a:e1', 'a:e2']
const teams: GivenSettings = { perSecond: 50, perConversation: true, faults: 0.05, latencyMs: 20, seed: 1 }
const parts: Record<string, Part> = {
  '4000': { count: 4_000, perSecond: 25, settings: teams, kills: 0 },
  kills: { count: 4_000, perSecond: 25, settings: teams, kills: 20 },
  lost: { count: 1_000, perSecond: 25, settings: { ...teams, faults: 0, lostAnswers: 0.01 }, kills: 0 },
  '100000': { count: 100_000, perSecond: 0, settings: {}, kills: 0 },
}

const said = process.argv.slice(2)
const chosen = Object.keys(parts).filter((name) => said.includes(name))
const engine = said.includes('postgres') ? 'postgres' : 'sqlite'

const [cpu] = cpus()
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}, ${engine}\n`,
)
for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
  const part = parts[name]
  if (part) await measure(name, part)
}

async function measure(name: string, part: Part): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'innkjop-delivery-'))
  const server = engine === 'postgres' ? await startPostgres() : undefined
  const database: Database = server
    ? { kind: 'postgres', url: server.url }
    : { kind: 'sqlite', file: join(folder, 'bot.sqlite') }
  const peopleFile = join(folder, 'people.yaml')
  writePeople(peopleFile)
  const connector = await startConnector(part.settings)
  await settle(database, part.count, connector.url)
  const office = await openOffice({
    database,
    peopleFile,
    perSecond: part.perSecond,
    serviceUrl: connector.url,
  })
  try {
    const rows = [['', 'sent', 'corrected', 'recalled']]
    const phases: Measured[] = []
    for (const does of [office.announce, office.correct, office.recall])
      phases.push(await phase(does, part, office, connector))
    const line = (heading: string, value: (of: (typeof phases)[number]) => string) =>
      rows.push([heading, ...phases.map(value)])
    line('Seconds', ({ seconds }) => seconds.toFixed(1))
    line('A second', ({ seconds }) => Math.round(part.count / seconds).toLocaleString('en'))
    if (part.perSecond > 0)
      line('× the time that the limit allows', ({ seconds }) =>
        ((seconds * part.perSecond) / part.count).toFixed(2),
      )
    line('Lost', ({ lost }) => String(lost))
    line('Came twice', ({ twice }) => String(twice))
    line('of them with a lost answer', ({ twiceLost }) => String(twiceLost))
    line('Counted by the bot as perhaps twice', ({ doubtful }) => String(doubtful))
    line('Came twice and not counted', ({ uncounted }) => String(uncounted))
    line('Kills', ({ kills }) => String(kills))
    line('The most in a second', ({ mostInASecond }) => String(mostInASecond))
    line('Memory at most, MB', ({ memory }) => String(memory))
    if (part.perSecond === 0) {
      const bare = await bareLoop(connector.url, part.count)
      line('× a bare loop', ({ seconds }) => (part.count / seconds / bare).toFixed(2))
      console.log(`A bare loop posts ${Math.round(bare).toLocaleString('en')} a second.`)
    }
    console.log(`### ${name}: ${part.count.toLocaleString('en')} recipients\n\n${table(rows)}\n`)
    console.log(`Faults: ${JSON.stringify((await connector.account()).faults)}\n`)
  } finally {
    await office.close()
    await connector.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = Awaited<ReturnType<typeof phase>>

/** Does something, and waits until nobody is left to whom it is to be done. */
async function phase(does: () => Promise<void>, part: Part, office: Office, connector: Connector) {
  const before = await connector.account()
  const doubtfulBefore = (await office.doubtful()).length
  const begun = performance.now()
  await does()
  const kills = await untilDone(part, office)
  const seconds = (performance.now() - begun) / 1000
  const account = await connector.account()
  const doubtful = await office.doubtful()
  const twice = account.twice.filter(({ conversation }) => !officers.includes(conversation))
  const more = (of: typeof account) =>
    of.twice.filter(({ conversation }) => !officers.includes(conversation)).length
  const lost = part.count - countOf(account, before)
  // What is not done at all would look fast.
  if (lost > 0) process.exitCode = 1
  return {
    seconds,
    kills,
    lost,
    twice: twice.length - more(before),
    twiceLost: twice.filter(({ lost }) => lost > 0).length,
    doubtful: doubtful.length - doubtfulBefore,
    uncounted: twice.filter(({ conversation }) => !doubtful.includes(conversation)).length,
    mostInASecond: account.mostInASecond,
    memory: office.memory(),
  }

  /** How many had it done to them, as the connector saw it. */
  function countOf(now: typeof account, earlier: typeof account): number {
    if (does === office.announce) return Math.min(part.count, now.conversations)
    if (does === office.correct) return Math.min(part.count, now.updated - earlier.updated)
    return Math.min(part.count, now.deletes - earlier.deletes)
  }
}

async function untilDone({ kills, count, perSecond }: Part, office: Office): Promise<number> {
  const random = randomFrom(count + kills)
  const everyMs = kills > 0 ? ((count / perSecond) * 1000) / (kills + 1) : 0
  let killed = 0
  let nextKill = performance.now() + everyMs
  for (;;) {
    if (killed < kills && performance.now() >= nextKill) {
      await after(random.below(500))
      await office.killAndStart()
      killed++
      nextKill = performance.now() + everyMs
    }
    if ((await office.left()) === 0 && killed === kills) return killed
    if ((await office.left()) === 0) {
      await office.killAndStart()
      killed++
    }
    await after(perSecond > 0 ? 100 : 500)
  }
}
