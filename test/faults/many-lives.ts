import { setTimeout as after } from 'node:timers/promises'
import type { Database } from '../../src/store/store.ts'
import { randomFrom } from '../fuzz/hostile.ts'
import { type Bot, type Going, startBot } from './start-bot.ts'

export type Lives = {
  /** The one that lives, as soon as there is one. */
  alive(): Promise<Bot>
  /** A turn begins: some are the last of a life. */
  turn(): void
  killed(): number
  /** There are no more turns: those that were still to be killed are, while they tell what is left. */
  killRest(): Promise<void>
  end(): Promise<void>
}

/** From the beginning of a turn: about as long as one takes. */
const longestUntilDeathMs = 40

/** One bot after the other on the same database, each killed at a random moment within so many turns of them all. */
export async function manyLives(
  database: Database,
  clock: Going,
  { kills, turns, seed }: { kills: number; turns: number; seed: number },
): Promise<Lives> {
  const random = randomFrom(seed)
  const moments = Array.from({ length: kills }, () => random.below(turns)).sort((a, b) => a - b)
  let begun = 0
  let killed = 0
  let life = startBot(database, clock)
  let dying: Promise<void> | undefined

  async function replace(bot: Bot): Promise<void> {
    await after(random.below(longestUntilDeathMs))
    const dead = bot.kill()
    killed++
    life = dead.then(() => startBot(database, clock))
    await life
    dying = undefined
  }

  await life
  return {
    alive: () => life,
    turn() {
      begun++
      if (!dying && (moments[killed] ?? Number.POSITIVE_INFINITY) < begun) dying = life.then(replace)
    },
    killed: () => killed,
    async killRest() {
      while (killed < kills || dying) {
        dying ??= life.then(replace)
        await dying
      }
    },
    async end() {
      await dying
      await (await life).kill()
    },
  }
}
