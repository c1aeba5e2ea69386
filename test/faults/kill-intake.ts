/**
 * `npm run faults`: kills the bot with SIGKILL at random moments while purchases are filled in and sent, and counts what was
 * acknowledged and is gone, and what was submitted twice. Arguments: how many kills (50), seed (1).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { activityFrom } from '../support/chat.ts'
import { openConnector } from '../support/connector.ts'
import { freePort } from '../support/free-port.ts'

const [kills = 50, seed = 1] = process.argv.slice(2).map(Number)
/** What is said, and the step that it answers. */
const script = [
  ['need', 'traktor'],
  ['reuse', 'ja'],
  ['relation', 'nei'],
  ['kind', 'varer'],
  ['amount', '450 000'],
  ['vat', 'uten mva'],
  ['recurs', 'ja, ett kjøp'],
  ['also', 'nei'],
  ['behalf', '1'],
  ['budget', 'ja'],
  ['applies', 'ingen'],
  ['wanted', '01.03.2028'],
] as const
const longestRunMs = 2_500

let state = seed
/** Numbers from 0 to 1, the same for the same seed. */
const chance = (): number => {
  state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
  return state / 2 ** 32
}

const folder = mkdtempSync(join(tmpdir(), 'innkjop-kill-'))
const file = join(folder, 'innkjop.sqlite')
const connector = await openConnector()
const port = await freePort()
const who = { id: 'kari', entraId: '00000000-0000-0000-0000-000000000001' }

type Row = { id: string; replies: string; state: string }
const read = (): { drafts: Row[]; requests: { draft: string }[] } => {
  const db = new DatabaseSync(file)
  try {
    return {
      drafts: db.prepare('select id, replies, state from draft').all() as Row[], // the columns that are named
      requests: db.prepare('select draft from request').all() as { draft: string }[],
    }
  } finally {
    db.close()
  }
}

async function startBot(): Promise<ChildProcess> {
  const bot = spawn(process.execPath, ['src/main.ts'], {
    env: {
      ...process.env,
      DATA_FOLDER: folder,
      PORT: String(port),
      PLAYGROUND: 'off',
      MESSAGES_A_MINUTE: '100000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    bot.stdout?.once('data', () => resolve())
    bot.once('exit', () => reject(new Error('the bot did not start')))
  })
  return bot
}

/** True when the bot has acknowledged it. */
const send = async (activity: object): Promise<boolean> => {
  const body = JSON.stringify({ ...activityFrom(connector.url, who), ...activity })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers,
    body,
  }).catch(() => undefined)
  return answer?.status === 200
}
const say = (text: string) => send({ type: 'message', text })
const submit = (draft: string) =>
  send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'intake.submit', data: { draft } }, trigger: 'manual' },
  })

/** Draft → the steps whose answers were acknowledged; and the drafts whose submission was. */
const acknowledged = new Map<string, Set<string>>()
const sent = new Set<string>()
let answers = 0

/** Goes on with the purchase that is open, or begins one, until the bot is killed. */
async function buyUntil(dead: () => boolean): Promise<void> {
  while (!dead()) {
    const open = read().drafts.find((draft) => draft.state === 'open')
    if (!open) {
      await say('nytt kjøp')
      continue
    }
    const said = Object.keys(JSON.parse(open.replies))
    const next = script.find(([step]) => !said.includes(step))
    if (next) {
      if (await say(next[1])) {
        acknowledged.set(open.id, (acknowledged.get(open.id) ?? new Set()).add(next[0]))
        answers++
      }
    } else {
      const presses = await Promise.all([submit(open.id), submit(open.id)])
      if (presses.some(Boolean)) sent.add(open.id)
    }
  }
}

let lost = 0
for (let killed = 0; killed < kills; killed++) {
  const bot = await startBot()
  let dead = false
  const ended = new Promise<void>((resolve) => bot.once('exit', () => resolve()))
  setTimeout(() => {
    dead = true
    bot.kill('SIGKILL')
  }, chance() * longestRunMs)
  await buyUntil(() => dead)
  await ended
  const { drafts, requests } = read()
  for (const [id, steps] of acknowledged) {
    const replies = JSON.parse(drafts.find((draft) => draft.id === id)?.replies ?? '{}')
    lost += [...steps].filter((step) => !(step in replies)).length
  }
  lost += [...sent].filter((draft) => !requests.some((request) => request.draft === draft)).length
}
const { requests } = read()
const twice = requests.length - new Set(requests.map(({ draft }) => draft)).size
console.log(
  `${kills} kills, seed ${seed}: ${answers} answers and ${sent.size} submissions acknowledged, ${requests.length} requests; lost ${lost}, submitted twice ${twice}`,
)
await connector.close()
rmSync(folder, { recursive: true, force: true })
if (lost + twice > 0) process.exitCode = 1
