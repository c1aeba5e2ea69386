import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { createOutbox, type Needs, type Outbox } from '../../src/outbox/outbox.ts'
import { failureIn } from '../../src/teams/teams.ts'
import { noon } from './config.ts'
import type { Connector } from './connector.ts'
import { type OpenDoor, openDoorWith } from './door.ts'
import type { Here } from './every-database.ts'
import { rowsOf } from './past-the-store.ts'

export type Post = {
  /** Moves the clock of every process. */
  later(ms: number): void
  now(): number
  connector: Connector
  /** One process that sends: it says what a letter holds, in the chat that the place is named after. */
  outbox(changed?: Partial<Needs>): Outbox
  /** Lets a process die: it claims nothing more, and nobody waits for what it was doing. */
  kill(outbox: Outbox): void
  /** What arrived in a chat, in order; in all of them where none is named. */
  told(place?: string): (string | undefined)[]
  post(place: string, ...what: unknown[]): Promise<void>
  /** The letters as they are kept, in order. */
  letters(): Promise<Record<string, unknown>[]>
  /** What was logged, by its words. */
  logged: string[]
}

/** The store of a suite with a real Teams door before it, and as many processes that send as a test opens. */
export function postOffice(here: Here): Post {
  let door: OpenDoor
  let at = noon
  const open: Outbox[] = []
  const logged: string[] = []
  const log = (_: unknown, words?: string) => void logged.push(words ?? '')
  beforeAll(async () => {
    door = await openDoorWith({})
  })
  afterAll(() => door.close())
  beforeEach(() => {
    at = noon
    logged.length = 0
    door.connector.failWith(200)
    door.connector.sent.length = 0
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()))
  })
  const chat = (place: string) =>
    JSON.stringify({
      channelId: 'msteams',
      serviceUrl: door.connector.url,
      bot: { id: '28:bot' },
      user: { id: `29:${place}` },
      conversation: {
        id: place,
        tenantId: 'tenant-1',
        conversationType: 'personal',
        isGroup: false,
        name: '',
      },
    })
  return {
    logged,
    now: () => at,
    later: (ms) => {
      at += ms
    },
    get connector() {
      return door.connector
    },
    outbox(changed = {}) {
      const outbox = createOutbox({
        letters: here.store.outbox,
        now: () => at,
        random: () => 0.5,
        word: async (what) => ({ message: () => ({ text: String(what) }) }),
        send: async (place, delivery) =>
          'takesBack' in delivery
            ? door.takeBack(chat(place), delivery.takesBack, delivery.instead('nb'))
            : door.tell(chat(place), await delivery.message('nb'), delivery.replaces),
        failureIn,
        alone: false,
        log: { info: log, warn: log, error: log },
        ...changed,
        pace: { pollMs: 3, ...changed.pace },
      })
      open.push(outbox)
      return outbox
    },
    kill(outbox) {
      open.splice(open.indexOf(outbox), 1)
      void outbox.close()
    },
    told: (place) =>
      door.connector.sent.flatMap(({ to, text }) => (place === undefined || to === place ? [text] : [])),
    post: (place, ...what) =>
      here.store.outbox.post(
        what.map((one) => ({ place, what: one, dueAt: at })),
        at,
      ),
    letters: () =>
      rowsOf(here.database, 'select what, state, attempts, because, lease from outbox order by seq'),
  }
}
