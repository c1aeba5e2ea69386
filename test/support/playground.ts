import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Running, start } from '../../src/main.ts'
import { noon } from './chat.ts'
import { freePort } from './free-port.ts'

export type OpenPlayground = { bot: Running; address: string; close(): Promise<void> }

/** The real bot with the real Agents Playground beside it, on free ports, with a database of its own. */
export async function openPlayground(): Promise<OpenPlayground> {
  const folder = mkdtempSync(join(tmpdir(), 'innkjop-'))
  const bot = await start(
    {
      host: '127.0.0.1',
      port: 0,
      publicUrl: undefined,
      knowledgeFolder: 'knowledge',
      database: { kind: 'sqlite', file: join(folder, 'bot.sqlite') },
      credentials: undefined,
      playground: { port: await freePort(), folder: join(folder, 'playground') },
      sectionContact: 'innkjop@eksempel.kommune.no',
      logLevel: 'silent',
    },
    () => noon + Math.floor(performance.now()),
  )
  return {
    bot,
    address: bot.playground ?? '',
    async close() {
      await bot.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
