import { join, relative } from 'node:path'
import { type Running, start } from '../../src/main.ts'
import { type PlaygroundPerson, startPlayground } from '../../src/teams/teams.ts'
import { noon, testConfig } from './config.ts'
import { freePort } from './free-port.ts'

export type OpenPlayground = { bot: Running; address: string; close(): Promise<void> }

/** The real bot with the real Agents Playground beside it, on free ports, with a database of its own. */
export async function openPlayground(as: PlaygroundPerson = 'ansatt'): Promise<OpenPlayground> {
  const { bot, seat, close } = await openBot()
  return { bot, address: await seat(as), close }
}

/** The real bot, and a Playground for each person who comes to sit beside it. `aheadMs`: how far its clock has been moved on. */
export async function openBot(aheadMs: () => number = () => 0) {
  const { config, folder, remove } = testConfig()
  const bot = await start(config, () => noon + aheadMs() + Math.floor(performance.now()))
  const opened = new AsyncDisposableStack()
  opened.defer(remove)
  opened.defer(bot.stop)
  return {
    bot,
    /** Gives the address of somebody's Playground. */
    async seat(as: PlaygroundPerson): Promise<string> {
      // As `npm start` names it, from where the program was started.
      const near = relative(process.cwd(), join(folder, `playground-${as}`))
      const place = { port: await freePort(), folder: near, as }
      const { address, close } = await startPlayground({ ...place, botPort: bot.port })
      opened.defer(close)
      return address
    },
    close: () => opened.disposeAsync(),
  }
}
