import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Database } from '../../src/store/store.ts'

export type Bot = { port: number; dead(): boolean; kill(): Promise<void> }
/** Goes from noon on `begunAt`, so many times as fast as the real one. */
export type Going = { begunAt: number; speed: number }

/** Starts the bot as a program of its own, on a clock that goes or, without one, stands still at noon. */
export async function startBot(database: Database, clock?: Going): Promise<Bot> {
  const program = fileURLToPath(new URL('bot.ts', import.meta.url))
  const given = [database, ...(clock ? [clock] : [])].map((one) => JSON.stringify(one))
  const bot = spawn(process.execPath, [program, ...given], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(bot, 'exit')
  const kill = async () => {
    bot.kill('SIGKILL')
    await ended
  }
  for await (const port of createInterface({ input: bot.stdout }))
    return { port: Number(port), dead: () => bot.killed, kill }
  throw new Error('the bot did not start')
}
