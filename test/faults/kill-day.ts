/**
 * Kills the bot with SIGKILL at random moments of a day on which cases are opened and handled by all their parties at once.
 * Afterwards what was acknowledged must be there, everybody must have been told, and nothing must have been decided twice.
 */
import { setTimeout as after } from 'node:timers/promises'
import type { Database } from '../../src/store/store.ts'
import { noon } from '../support/config.ts'
import { type Connector, openConnector } from '../support/connector.ts'
import { compared, type Faults } from './day-compared.ts'
import { casesIn, lettersIn, openDraftsIn } from './day-kept.ts'
import { type Acknowledged, speaker } from './day-party.ts'
import { employees, everybody, personOf, type Somebody } from './day-people.ts'
import { type Planned, planDay, turnsOf } from './day-plan.ts'
import { type Lives, manyLives } from './many-lives.ts'

export type Counted = {
  kills: number
  cases: number
  /** Presses that the bot said had been done. */
  acknowledged: number
  /** What had to be told and was, what was told once more, and how often a letter was being sent when the bot died. */
  told: number
  twice: number
  inFlight: number
  /** From the last press until nothing was left to send. */
  waitedMs: number
  faults: Faults
}

type Given = { kills: number; cases: number; seed: number; speed?: number }

/** The lease of a letter (20 s) for each kill that may have left one behind another, and more than it takes to send the rest. */
const longestWaitMs = 120_000
const lookMs = 100

/** On an empty database. */
export async function killDuringDay(
  database: Database,
  { kills, cases, seed, speed = 1 }: Given,
): Promise<Counted> {
  const plan = planDay(cases, seed)
  const clock = { begunAt: Date.now(), speed }
  const connector = await openConnector()
  const acknowledged: Acknowledged[] = []
  const bots = await manyLives(database, clock, { kills, turns: turnsOf(plan), seed: seed + 1 })
  const day: Day = { database, connector, bots, acknowledged, ignored: [] }
  try {
    const { install } = speaker((await bots.alive()).port, connector, acknowledged)
    for (const who of everybody) await install(who)
    await Promise.all(employees.map((who) => workThrough(plan.get(who.id) ?? [], who, day)))
    await bots.killRest()
    const begunAt = Date.now()
    const now = () => noon + (Date.now() - clock.begunAt) * speed
    while ((await isToSend(database, now())) && Date.now() - begunAt < longestWaitMs) await after(lookMs)
    const waitedMs = Date.now() - begunAt
    const kept = { cases: await casesIn(database), letters: await lettersIn(database) }
    const { faults, ...counted } = await compared(acknowledged, connector.sent, kept, now())
    return {
      kills: bots.killed(),
      cases: kept.cases.length,
      acknowledged: acknowledged.length,
      waitedMs,
      ...counted,
      faults: { ...faults, ignored: day.ignored },
    }
  } finally {
    await bots.end()
    await connector.close()
  }
}

const isToSend = async (database: Database, at: number): Promise<boolean> =>
  (await lettersIn(database)).some(
    ({ state, due_at }) => ['waiting', 'sending'].includes(state) && due_at <= at,
  )

type Day = {
  database: Database
  connector: Connector
  bots: Lives
  acknowledged: Acknowledged[]
  /** What a bot that lived did not do. */
  ignored: string[]
}

/** Opens one case after the other and lets its parties press until its life is over. What is kept says where each stands. */
async function workThrough(planned: readonly Planned[], who: Somebody, day: Day): Promise<void> {
  const { database, connector, bots, acknowledged, ignored } = day
  const drafts = () => openDraftsIn(database, personOf(who))
  for (let tries = 0, before = ''; ; ) {
    const bot = await bots.alive()
    const mine = await casesIn(database, personOf(who))
    const kase = mine.at(-1)
    const presses = kase && planned[mine.length - 1]?.life[kase.events.length - 1]
    const next = planned[mine.length]
    if (!presses && !next) return
    const open = await drafts()
    const stands = JSON.stringify([mine.map(({ events }) => events.length), open])
    tries = stands === before ? tries + 1 : 1
    if (tries > mostTries) {
      ignored.push(`${who.id}: ${JSON.stringify(presses ?? next)} after ${kase?.number} ${kase?.state}`)
      return
    }
    bots.turn()
    const { buy, ask, move } = speaker(bot.port, connector, acknowledged)
    const toCorrect = async () => (await drafts()).find(({ number }) => number === kase?.number)
    if (presses) await Promise.all(presses.map((press) => move(press, kase, toCorrect)))
    else if (next?.kind === 'question') await ask(who)
    else
      await buy(
        open.find(({ number }) => number === null),
        who,
      )
    before = bot.dead() ? '' : stands
  }
}
/** How often the same is done to a bot that lives. */
const mostTries = 4
