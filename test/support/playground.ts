import { join } from 'node:path'
import { type Running, start } from '../../src/main.ts'
import type { PlaygroundPerson } from '../../src/teams/teams.ts'
import { noon, testConfig } from './config.ts'
import { freePort } from './free-port.ts'

export type OpenPlayground = { bot: Running; address: string; close(): Promise<void> }

/** The real bot with the real Agents Playground beside it, on free ports, with a database of its own. */
export async function openPlayground(as: PlaygroundPerson = 'ansatt'): Promise<OpenPlayground> {
  const { config, folder, remove } = testConfig()
  const playground = { port: await freePort(), folder: join(folder, 'playground'), as }
  const bot = await start({ ...config, playground }, () => noon + Math.floor(performance.now()))
  return {
    bot,
    address: bot.playground ?? '',
    async close() {
      await bot.stop()
      remove()
    },
  }
}
