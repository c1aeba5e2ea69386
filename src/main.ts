/** Builds everything and wires it; the only file that knows every room. Started as a program, it runs until stopped. */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { createAnswers } from './answers/answers.ts'
import { type Config, readConfig } from './config.ts'
import type { Clock } from './kit/day.ts'
import { createLog } from './kit/log.ts'
import { type Item, openKnowledge } from './knowledge/knowledge.ts'
import { openStore, type Store } from './store/store.ts'
import { createLinks, openDoor, startPlayground } from './teams/teams.ts'

export type Running = {
  port: number
  store: Store
  /** Where to try it; undefined where no Playground was asked for. */
  playground: string | undefined
  /** Safe to call twice. */
  stop(): Promise<void>
}

/** How long a seen activity is remembered: far longer than Teams tries again. In milliseconds. */
const seenForMs = 7 * 24 * 60 * 60 * 1000

export async function start(config: Config, now: Clock = Date.now): Promise<Running> {
  const log = createLog(config.logLevel)
  const knowledge = await openKnowledge(config.knowledgeFolder)
  const store = await openStore(config.database)
  const opened: { close(): Promise<void> }[] = [store]
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= closeAll(opened)
    return stopped
  }
  try {
    await store.seen.forgetBefore(now() - seenForMs)
    const links = createLinks(await store.secret('template-links', randomBytes(32).toString('base64url')))
    let address = config.publicUrl
    const templateUrl = (item: Item) => {
      const file = item.type === 'template' ? knowledge.fileOf(item) : undefined
      return (
        file &&
        `${address}/templates/${item.id}/${encodeURIComponent(basename(file))}?key=${links.keyOf(item.id)}`
      )
    }
    const answers = createAnswers({
      knowledge,
      now,
      sectionContact: config.sectionContact,
      templateUrl,
      askSection: store.questions.askSection,
      async noteQuestion(question) {
        const id = randomUUID()
        await store.questions.note({ id, ...question })
        return id
      },
    })
    const door = await openDoor(
      config,
      {
        now,
        ...answers,
        ...store.people,
        firstTime: store.seen.firstTime,
        answeredWith: store.questions.answeredWith,
        feedback: store.questions.feedback,
        templateFile(id, key) {
          const item = links.fits(id, key) ? knowledge.item(id) : undefined
          return item?.type === 'template' ? knowledge.fileOf(item) : undefined
        },
      },
      log,
    )
    opened.unshift(door)
    address ??= `http://127.0.0.1:${door.port}`
    const playground =
      config.playground && (await startPlayground({ ...config.playground, botPort: door.port }))
    if (playground) opened.unshift(playground)
    return { port: door.port, store, playground: playground?.address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What was opened last is closed first. */
async function closeAll(opened: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const part of opened) await part.close()
}

async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const running = await start(readConfig(process.env))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      running.stop().then(() => process.exit(0))
    })
  console.log(`Innkjøpsassistenten svarer på http://127.0.0.1:${running.port}/api/messages`)
  if (running.playground) console.log(`\nPrøv den her:  ${running.playground}\n\nStopp med Ctrl-C.`)
}

if (import.meta.main)
  run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
