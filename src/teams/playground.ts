import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { Fault } from '../kit/fault.ts'

/** How long the Playground may take to start and to end, in milliseconds. */
const longestStartMs = 30_000
const longestEndMs = 5_000

export type Playground = { address: string; close(): Promise<void> }

/**
 * Starts Microsoft's Agents Playground beside the bot: a Teams-like client in the browser that needs no account.
 * It listens on all of the machine's addresses, so it is for trying out only. `folder` takes its logs.
 */
export async function startPlayground(options: {
  botPort: number
  port: number
  folder: string
  as: PlaygroundPerson
}): Promise<Playground> {
  mkdirSync(options.folder, { recursive: true })
  // The Playground runs in the folder: a path from here would not be found from there.
  const configFile = resolve(options.folder, 'playground.yml')
  writeFileSync(configFile, stringify(signedInAs(options.as)))
  const pidFile = join(options.folder, 'pid')
  await endLeftover(pidFile)
  await mustBeFree(options.port)
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  )
  const child = spawn(
    process.execPath,
    [
      cli,
      'start',
      '-e',
      `http://127.0.0.1:${options.botPort}/api/messages`,
      '-c',
      'msteams',
      '-p',
      String(options.port),
      '--dt',
    ],
    {
      cwd: options.folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        TZ: 'Europe/Oslo',
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      },
    },
  )
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  )
  writeFileSync(pidFile, `${process.pid} ${child.pid}`)
  const close = async () => {
    child.kill()
    await ended
  }
  const address = `http://localhost:${options.port}`
  const up = answers(`${address}/_debug/ping`)
  if (await Promise.race([up, ended.then(() => false)])) return { address, close }
  await close()
  throw new Fault(
    'settings',
    `Agents Playground startet ikke på port ${options.port}. Er porten opptatt? Sett PLAYGROUND_PORT`,
  )
}

/** The sample's people, by what they are. */
const people = {
  ansatt: 'user-kari',
  innkjøper: 'user-ola',
  innkjøpssjef: 'user-ida',
  godkjenner: 'user-per',
} as const
export type PlaygroundPerson = keyof typeof people

const configSchema = z.looseObject({
  currentUser: z.looseObject({ id: z.string() }),
  users: z.array(z.looseObject({ id: z.string() })),
})

/** The Playground's tenant with one of its people at the keyboard. */
function signedInAs(as: PlaygroundPerson): z.output<typeof configSchema> {
  const file = join(import.meta.dirname, 'playground.yml')
  const config = configSchema.parse(parse(readFileSync(file, 'utf8')))
  const everyone = [config.currentUser, ...config.users]
  const current = everyone.find(({ id }) => id === people[as]) ?? config.currentUser
  const users = everyone.filter((user) => user !== current)
  // Each has a chat of their own, so that several Playgrounds can stand beside one bot.
  return { ...config, currentUser: current, users, personalChat: { id: `personal-chat-${current.id}` } }
}

/** A bot that was killed leaves its Playground behind, which holds the port. One whose bot still lives is let be. */
async function endLeftover(pidFile: string): Promise<void> {
  const [bot = 0, leftover = 0] = (await readFile(pidFile, 'utf8').catch(() => '')).split(' ').map(Number)
  if (!leftover || (await commandLineOf(bot)) !== '') return
  if (!(await commandLineOf(leftover)).includes('m365agentsplayground')) return
  process.kill(leftover)
  // Its port is let go last, when nothing is left of it.
  const deadline = performance.now() + longestEndMs
  while (performance.now() < deadline && existsSync(`/proc/${leftover}`)) await pause()
}

/** Empty for a process that is gone, or dead and not yet buried, and where the system does not tell. */
const commandLineOf = (pid: number): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')

/** A stranger on the port would be taken for the Playground. */
async function mustBeFree(port: number): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, resolve))
  } catch (cause) {
    throw new Fault(
      'settings',
      `Port ${port} er opptatt. Stopp det som bruker den, eller sett PLAYGROUND_PORT`,
      cause,
    )
  }
  await new Promise((resolve) => probe.close(resolve))
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

/** Asks until something answers; false when nothing does. */
async function answers(url: string): Promise<boolean> {
  const deadline = performance.now() + longestStartMs
  while (performance.now() < deadline) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return true
    await pause()
  }
  return false
}
