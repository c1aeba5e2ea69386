/**
 * All that the bot tells by itself goes through here. A letter is a row that is due: one process claims it, has it worded of
 * what is then true, sends it and settles it. What fails is tried again, and what a process was sending when it died is sent
 * by the next: so it may arrive twice, and is never lost. Letters to one place go in the order they were posted. What is
 * told, and where a place is, others know.
 */
import { setTimeout as after } from 'node:timers/promises'
import { gather } from '../kit/gather.ts'
import { type Claimed, type Needs as DeliverNeeds, deliver, type Outcome } from './deliver.ts'

export type { Delivery } from './deliver.ts'

type Letters = {
  /** Takes what is due for this process alone until `leaseUntil`: of each place the first, and `most` in all. `nextAt` is when the limits permit more. */
  claim(due: {
    at: number
    leaseUntil: number
    most: number
    pace: Limits | undefined
  }): Promise<{ letters: Claimed[]; nextAt: number | undefined }>
  settle(ended: readonly { letter: Claimed; outcome: Outcome }[], at: number): Promise<void>
  /** Nothing is sent to the tenant of a place until then. */
  pause(place: string, until: number): Promise<void>
  takeOver(): Promise<void>
}

/** What Teams takes, kept by all processes together: to a tenant a second, what may catch up at once, and to one place. */
type Limits = {
  perSecond: number
  burst: number
  perPlace: readonly { count: number; withinMs: number }[]
}

export type Needs = DeliverNeeds & {
  letters: Letters
  /** No other process sends: what was being sent when the last one ended is taken up at once. */
  alone: boolean
  /** Without them it goes as fast as it can. */
  limits?: Limits | undefined
  pace?: Partial<Pace>
}

/** How fast it goes. */
type Pace = {
  /** How often it looks whether something is due, in milliseconds. */
  pollMs: number
  mostAtOnce: number
  /** For so long a claimed letter is nobody else's; more than it takes to send one and to note it. */
  leaseMs: number
  /** Wording and sending one may take so long. */
  sendMs: number
}
const usual: Pace = { pollMs: 1_000, mostAtOnce: 8, leaseMs: 20_000, sendMs: 15_000 }

/** In milliseconds: nothing for who is told, and much for who keeps account. */
const together = 3

export type Outbox = {
  /** Something was posted: looks at once whether it is due. Only a hint, nothing is lost without it. */
  wake(): void
  /** Resolves when nothing that is due can be sent, and nothing is being sent. */
  idle(): Promise<void>
  /** Claims nothing more, and resolves when what is being sent is settled. Safe to call twice. */
  close(): Promise<void>
}

/** Begins to send, and goes on until it is closed; it does not keep the process alive. */
export function createOutbox(needs: Needs): Outbox {
  const { letters, now, log, alone, limits } = needs
  const { pollMs, mostAtOnce, leaseMs, sendMs } = { ...usual, ...needs.pace }
  const sending = new Set<Promise<void>>()
  const stuck = new Set<unknown>()
  const waiting: (() => void)[] = []
  let hint = Promise.withResolvers<void>()
  let closing = false
  const wake = () => hint.resolve()
  const poll = setInterval(wake, pollMs).unref()

  async function run(): Promise<void> {
    if (alone) await insist(letters.takeOver)
    while (!closing) {
      hint = Promise.withResolvers()
      const asked = waiting.splice(0)
      // What ends while it looks may let another go, that was not seen.
      const quiet = sending.size === 0
      const claimed = await claim()
      for (const letter of claimed?.letters ?? []) begin(letter)
      if (quiet && claimed?.letters.length === 0 && claimed.nextAt === undefined)
        for (const resolve of asked) resolve()
      else waiting.push(...asked)
      const timer = claimed?.nextAt && setTimeout(wake, Math.max(1, claimed.nextAt - now())).unref()
      await hint.promise
      clearTimeout(timer)
      // What ends in almost the same moment is settled, and its place filled, together.
      await after(together)
    }
  }

  /** Undefined where there is no room, or the store does not answer. */
  async function claim(): Promise<Awaited<ReturnType<Letters['claim']>> | undefined> {
    const [at, most] = [now(), mostAtOnce - sending.size]
    // What was sent and is not settled would be claimed, and sent, a second time once its lease is over.
    if (most === 0 || stuck.size > 0) return undefined
    try {
      return await letters.claim({ at, leaseUntil: at + leaseMs, most, pace: limits })
    } catch (error) {
      log.error({ err: error }, 'no letters could be claimed')
      return undefined
    }
  }

  function begin(letter: Claimed): void {
    const done = deliver(letter, sendMs, needs)
      .then((outcome) => insist(() => settle(letter, outcome)))
      .finally(() => {
        sending.delete(done)
        wake()
      })
    sending.add(done)
  }

  const settled = gather(async (ended: readonly { letter: Claimed; outcome: Outcome }[]) => {
    await letters.settle(ended, now())
    return ended
  })

  async function settle(letter: Claimed, outcome: Outcome): Promise<void> {
    if ('pauseUntil' in outcome && outcome.pauseUntil) await letters.pause(letter.place, outcome.pauseUntil)
    await settled({ letter, outcome })
  }

  /** The store may be away for a while: it is asked until it takes it, or the outbox is closed. */
  async function insist(does: () => Promise<void>): Promise<void> {
    while (!(await succeeds(does)) && !closing) {
      stuck.add(does)
      await after(pollMs, undefined, { ref: false })
    }
    stuck.delete(does)
  }

  const succeeds = (does: () => Promise<void>): Promise<boolean> =>
    does().then(
      () => true,
      (error: unknown) => {
        log.error({ err: error }, 'what has become of letters could not be noted')
        return false
      },
    )

  const running = run()
  return {
    wake,
    idle: () =>
      Promise.race([
        running,
        new Promise<void>((resolve) => {
          waiting.push(resolve)
          wake()
        }),
      ]),
    async close() {
      closing = true
      clearInterval(poll)
      wake()
      await running
      await Promise.all(sending)
    },
  }
}
