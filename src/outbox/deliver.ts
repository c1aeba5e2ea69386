import { setTimeout as after } from 'node:timers/promises'
import type { Clock } from '../kit/day.ts'
import type { Log } from '../kit/log.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'

/** What is told at a place, or taken back there. */
export type Delivery = {
  /** Sees to it that somebody else is told, or knows, where the place cannot be reached. */
  unreachable?(because: string): Promise<void>
  /** Notes by which activity it was told, or that it was taken back. */
  shown?(activity: string): Promise<void>
} & (
  | {
      message(language: Language): Message | Promise<Message>
      /** The activity that it takes the place of; a new message where that one is gone. */
      replaces?: string | undefined
    }
  /** `instead` stands where nothing can be deleted. */
  | { takesBack: string; instead(language: Language): Message }
)

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
  /** What an error says of trying again. */
  failureIn(error: unknown): Failure
  log: Log
}

/** `never`: it would fail again. `mayHaveCome`: it may have been taken all the same. `throttled`: less is to be sent for a while. */
type Failure = {
  never: boolean
  throttled: boolean
  mayHaveCome: boolean
  waitSeconds: number | undefined
}

/** What has become of a letter. `pauseUntil`: nothing is to be sent to its tenant before. */
export type Outcome =
  | { how: 'sent' | 'dropped' | 'failed'; because: string | null }
  | { how: 'again'; nextAt: number; because: string; mayHaveCome: boolean; pauseUntil?: number }

/** So often one is tried: over some two hours, unless Teams asks for more. */
export const mostAttempts = 13
const firstWaitMs = 2_000

/** Words a letter and sends it. Never throws: what fails is to be tried again, or is given up. */
export async function deliver(letter: Claimed, sendMs: number, needs: Needs): Promise<Outcome> {
  const { seq, attempts, what, place } = letter
  if (attempts > mostAttempts) return givenUp(letter, new Error('no attempt came to an end'), needs)
  let delivery: Delivery | undefined
  try {
    const sent = await within(sendMs, async () => {
      delivery = await needs.word(what, place)
      return delivery && needs.send(place, delivery)
    })
    if (!sent) return { how: 'dropped', because: null }
    if (sent.kind === 'unreachable') {
      needs.log.warn({ letter: seq, because: sent.because }, 'a letter could not be delivered')
      await delivery?.unreachable?.(sent.because)
      return { how: 'failed', because: sent.because }
    }
    // It has been told: that this is not known later must not tell it again.
    if (sent.activity !== undefined)
      await persistently(delivery?.shown, sent.activity).catch((error: unknown) =>
        needs.log.error({ err: error, letter: seq }, 'where a letter is shown could not be noted'),
      )
    return { how: 'sent', because: null }
  } catch (error) {
    const outcome = afterFailure(letter, error, needs)
    if (outcome.how === 'failed')
      await delivery
        ?.unreachable?.(reasonOf(error))
        .catch((cause: unknown) =>
          needs.log.error({ err: cause, letter: seq }, 'nobody could be told that a letter is given up'),
        )
    return outcome
  }
}

/** So often it is tried to note what was told, and how long it waits between, in milliseconds. */
const noted = { tries: 4, waitMs: 250 }

/** The store may be away for a moment, and two that note at once may be in each other's way. */
async function persistently(shown: Delivery['shown'], activity: string): Promise<void> {
  for (let tried = 1; ; tried++)
    try {
      return await shown?.(activity)
    } catch (error) {
      if (tried === noted.tries) throw error
      await after(noted.waitMs)
    }
}

function afterFailure(letter: Claimed, error: unknown, needs: Needs): Outcome {
  const { seq, attempts } = letter
  const { never, throttled, waitSeconds, ...failure } = needs.failureIn(error)
  const mayHaveCome = failure.mayHaveCome || error instanceof TooLong
  if (never || attempts === mostAttempts) return givenUp(letter, error, needs)
  needs.log.warn({ err: error, letter: seq, attempts }, 'a letter could not be sent and is tried again')
  const [at, random] = [needs.now(), needs.random()]
  const asked = waitSeconds === undefined ? undefined : waitSeconds * 1000
  return {
    how: 'again',
    nextAt: at + Math.max(backOffMs(attempts, random), asked ?? 0),
    because: reasonOf(error),
    mayHaveCome,
    ...(throttled && { pauseUntil: at + (asked ?? jittered(pauseMs, random)) }),
  }
}

function givenUp({ seq, attempts }: Claimed, error: unknown, { log }: Needs): Outcome {
  log.error({ err: error, letter: seq, attempts }, 'a letter could not be sent and is given up')
  return { how: 'failed', because: reasonOf(error) }
}

/** How long nothing is sent where Teams asks for less and does not say how long. */
const pauseMs = 500

/** Twice as long each time, give or take a quarter, so that what failed together does not come back together. */
export const backOffMs = (attempts: number, random: number): number =>
  jittered(firstWaitMs * 2 ** (attempts - 1), random)
const jittered = (ms: number, random: number): number => Math.round(ms * (0.75 + random / 2))

/** In letters. */
const longestReason = 500
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : 'unknown').slice(0, longestReason)

/** What it was about may still happen. */
class TooLong extends Error {
  override name = 'TooLong'
}

/** Fails where something takes longer. What was begun may still happen. */
async function within<Done>(mostMs: number, does: () => Promise<Done>): Promise<Done> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new TooLong(`not done within ${mostMs} ms`)), mostMs)
  try {
    return await Promise.race([does(), promise])
  } finally {
    clearTimeout(timer)
  }
}
