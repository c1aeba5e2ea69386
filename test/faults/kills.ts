/**
 * Kills the bot with SIGKILL at random moments of its turns while purchases are filled in, corrected and sent. What it
 * acknowledged must be there afterwards as it was said, and what was sent must be one request.
 */
import type { Database } from '../../src/store/store.ts'
import { randomFrom } from '../fuzz/hostile.ts'
import { openConnector } from '../support/connector.ts'
import { lostOf, wasSentTwice } from './acknowledged.ts'
import { createBuyer } from './buyer.ts'
import { keptIn } from './kept.ts'
import { startBot } from './start-bot.ts'

export type Counted = {
  /** Answers and corrections that were acknowledged. */
  answers: number
  /** Purchases whose receipt was shown. */
  submissions: number
  /** What was acknowledged and is not kept so: the draft, and the step or the number of the request. */
  lost: string[]
  /** Drafts that became more than one request. */
  twice: string[]
}

const mostTurns = 50
/** From the beginning of a turn: about as long as one takes. */
const longestUntilDeathMs = 40

/**
 * On an empty database. Every other life ends in a submission or just after it, the others anywhere. How long each is hangs
 * on the seed alone, but for the last turns.
 */
export async function killWhileBuying(
  database: Database,
  { kills, seed }: { kills: number; seed: number },
): Promise<Counted> {
  const random = randomFrom(seed)
  const connector = await openConnector()
  const buyer = createBuyer(database, connector, randomFrom(seed + 1))
  const lost = new Set<string>()
  const twice = new Set<string>()
  const compare = async () => {
    const kept = await keptIn(database)
    for (const [draft, acknowledged] of buyer.purchases) {
      for (const one of lostOf(acknowledged, draft, kept)) lost.add(`${draft} ${one}`)
      if (wasSentTwice(acknowledged, draft, kept)) twice.add(draft)
    }
  }
  try {
    for (let killed = 0; killed < kills; killed++) {
      const bot = await startBot(database)
      try {
        // Not before: whoever opens the database first does the recovery, and that is for the bot to do.
        await compare()
        const enough = random.below(mostTurns)
        const untilDeathMs = random.below(longestUntilDeathMs)
        for (let turns = 0; !bot.dead(); turns++) {
          const deed = await buyer.next()
          if (turns >= enough && (killed % 2 === 0 || deed.kind === 'submit'))
            setTimeout(bot.kill, untilDeathMs)
          if (!(await buyer.act(deed, bot.port)) && !bot.dead())
            throw new Error(`the bot lives and did not take this: ${JSON.stringify(deed)}`)
        }
      } finally {
        await bot.kill()
      }
    }
    await compare()
  } finally {
    await connector.close()
  }
  const submissions = [...buyer.purchases.values()].filter(({ numbers }) => numbers.size > 0).length
  return { answers: buyer.answers(), submissions, lost: [...lost], twice: [...twice] }
}
