/**
 * Kills the bot with SIGKILL at random moments of a day on which cases are opened and handled by all their parties at once.
 * Afterwards what was acknowledged must be there, everybody must have been told, and nothing must have been decided twice.
 */
import { setTimeout as after } from 'node:timers/promises'
import type { Database } from '../../src/store/store.ts'
import { randomFrom } from '../fuzz/hostile.ts'
import { noon } from '../support/config.ts'
import { type Connector, openConnector } from '../support/connector.ts'
import { compared, type Faults } from './day-compared.ts'
import { casesIn, lettersIn, openDraftsIn } from './day-kept.ts'
import { type Acknowledged, speaker } from './day-party.ts'
import { employees, everybody, personOf, type Somebody } from './day-people.ts'
import { type Planned, planDay, turnsOf } from './day-plan.ts'
import { type Bot, startBot } from './start-bot.ts'

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

/** From the beginning of a turn: about as long as one takes. */
const longestUntilDeathMs = 40
/** The lease of a letter (20 s) for each kill that may have left one behind another, and more than it takes to send the rest. */
const longestWaitMs = 180_000
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

/** Opens one case after the other, and lets its parties press until its life is over. What is kept says where it stands. */
async function workThrough(planned: readonly Planned[], who: Somebody, day: Day): Promise<void> {
  const { database, connector, bots, acknowledged, ignored } = day
  const left = new Set<string>()
  const draft = async (number: string | null = null) =>
    (await openDraftsIn(database, personOf(who))).find((one) => one.number === number)
  for (let tries = 0, before = ''; ; ) {
    const bot = await bots.alive()
    const mine = await casesIn(database, personOf(who))
    const kase = mine.at(-1)
    const presses = kase && !left.has(kase.number) && planned[mine.length - 1]?.life[kase.events.length - 1]
    const next = planned[mine.length]
    if (!presses && !next) return
    const stands = JSON.stringify([mine.length, kase?.version, presses ? undefined : await draft()])
    tries = stands === before ? tries + 1 : 0
    before = stands
    if (tries > mostTries) {
      ignored.push(`${who.id}: ${JSON.stringify(presses || next)} in ${stands}`)
      if (!presses || !kase) return
      left.add(kase.number)
      continue
    }
    bots.turn()
    const { buy, ask, move } = speaker(bot.port, connector, acknowledged)
    if (presses) await Promise.all(presses.map((press) => move(press, kase, () => draft(kase.number))))
    else if (next?.kind === 'question') await ask(who)
    else await buy(await draft(), who)
    if (bot.dead()) tries = -1
  }
}
const mostTries = 3

type Lives = {
  /** The one that lives, as soon as there is one. */
  alive(): Promise<Bot>
  /** A turn begins: some are the last of a life. */
  turn(): void
  killed(): number
  end(): Promise<void>
}

/** One bot after the other, each killed at a moment within `turns` of them all. */
async function manyLives(
  database: Database,
  clock: Parameters<typeof startBot>[1],
  { kills, turns, seed }: { kills: number; turns: number; seed: number },
): Promise<Lives> {
  const random = randomFrom(seed)
  const moments = Array.from({ length: kills }, () => random.below(turns)).sort((a, b) => a - b)
  let begun = 0
  let killed = 0
  let dying = false
  let life = startBot(database, clock)
  const next = async (bot: Bot) => {
    await after(random.below(longestUntilDeathMs))
    const dead = bot.kill()
    killed++
    life = dead.then(() => startBot(database, clock))
    await life
    dying = false
  }
  await life
  return {
    alive: () => life,
    turn() {
      begun++
      if (dying || (moments[killed] ?? Number.POSITIVE_INFINITY) >= begun) return
      dying = true
      void life.then(next)
    },
    killed: () => killed,
    end: async () => (await life).kill(),
  }
}
