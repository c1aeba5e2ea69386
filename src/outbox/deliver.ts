import type { Clock } from '../kit/day.ts'
import type { Log } from '../kit/log.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'

/** What is told at a place. */
export type Delivery = {
  message(language: Language): Message | Promise<Message>
  /** The activity that it takes the place of; a new message where that one is gone. */
  replaces?: string | undefined
  /** Sees to it that somebody else is told where the place cannot be reached. */
  unreachable?(): Promise<void>
  /** Notes by which activity it was told. */
  shown?(activity: string): Promise<void>
}

/** `unreachable` is final; what may pass is thrown. */
type Sent = { kind: 'told'; activity: string | undefined } | { kind: 'unreachable'; because: string }

/** A letter that this process alone may send. `attempts` counts this one. */
export type Claimed = { seq: number; place: string; what: unknown; attempts: number; lease: string }

export type Needs = {
  now: Clock
  /** From 0 to 1. */
  random(): number
  /** What there is to say of it at this moment; undefined where that is nothing any more. */
  word(what: unknown, place: string): Promise<Delivery | undefined>
  send(place: string, delivery: Delivery): Promise<Sent>
  /** What an error says of trying again: after so many seconds, or at no time. */
  retryAfter(error: unknown): number | 'never' | undefined
  log: Log
}

/** What has become of a letter. */
export type Outcome =
  | { how: 'sent' | 'dropped' }
  | { how: 'failed'; because: string }
  | { how: 'again'; nextAt: number; because: string }

/** So often one is tried: over some three hours, unless Teams asks for more. */
export const mostAttempts = 12
const firstWaitMs = 5_000

/** Words a letter and sends it. Never throws: what fails is to be tried again, or is given up. */
export async function deliver(letter: Claimed, sendMs: number, needs: Needs): Promise<Outcome> {
  const { seq, attempts } = letter
  if (attempts > mostAttempts) return givenUp(letter, new Error('no attempt came to an end'), needs)
  try {
    const told = await within(sendMs, tell(letter, needs))
    if (!told) return { how: 'dropped' }
    const { delivery, sent } = told
    if (sent.kind === 'unreachable') {
      needs.log.warn({ letter: seq, because: sent.because }, 'a letter could not be delivered')
      await delivery.unreachable?.()
      return { how: 'failed', because: sent.because }
    }
    // It has been told: that this is not known later must not tell it again.
    if (sent.activity !== undefined)
      await delivery
        .shown?.(sent.activity)
        .catch((error: unknown) =>
          needs.log.error({ err: error, letter: seq }, 'where a letter is shown could not be noted'),
        )
    return { how: 'sent' }
  } catch (error) {
    return afterFailure(letter, error, needs)
  }
}

async function tell(
  { what, place }: Claimed,
  { word, send }: Needs,
): Promise<{ delivery: Delivery; sent: Sent } | undefined> {
  const delivery = await word(what, place)
  return delivery && { delivery, sent: await send(place, delivery) }
}

function afterFailure(letter: Claimed, error: unknown, needs: Needs): Outcome {
  const { seq, attempts } = letter
  const asked = needs.retryAfter(error)
  if (asked === 'never' || attempts === mostAttempts) return givenUp(letter, error, needs)
  needs.log.warn({ err: error, letter: seq, attempts }, 'a letter could not be sent and is tried again')
  const waitMs = Math.max(backOffMs(attempts, needs.random()), (asked ?? 0) * 1000)
  return { how: 'again', nextAt: needs.now() + waitMs, because: reasonOf(error) }
}

function givenUp({ seq, attempts }: Claimed, error: unknown, { log }: Needs): Outcome {
  log.error({ err: error, letter: seq, attempts }, 'a letter could not be sent and is given up')
  return { how: 'failed', because: reasonOf(error) }
}

/** Twice as long each time, give or take a quarter, so that what failed together does not come back together. */
export const backOffMs = (attempts: number, random: number): number =>
  Math.round(firstWaitMs * 2 ** (attempts - 1) * (0.75 + random / 2))

/** In letters. */
const longestReason = 500
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : 'unknown').slice(0, longestReason)

/** Fails where something takes longer. What was begun may still happen. */
async function within<Done>(mostMs: number, doing: Promise<Done>): Promise<Done> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`not done within ${mostMs} ms`)), mostMs)
  try {
    return await Promise.race([doing, promise])
  } finally {
    clearTimeout(timer)
  }
}
