import type { Understood } from './arrival.ts'
import type { Files } from './files.ts'
import type { Outgoing } from './outgoing.ts'

/** The ways to act in one turn. `say` gives the id of the activity that was sent; `answer` ends a request. */
export type Reply = {
  say(message: Outgoing): Promise<string | undefined>
  answer(status: number, body?: unknown): Promise<void>
  files: Files
  /** Asks Teams whether the sender is a guest; undefined where guests are not told from others, as on one's own machine. */
  askGuest: (() => Promise<boolean>) | undefined
}

/** Which arrivals are requests: Teams shows a fault when one is left without an answer. */
const requests: Readonly<Record<Understood['kind'], boolean>> = {
  said: false,
  installed: false,
  removed: false,
  read: false,
  pressed: true,
  'file-answered': true,
  feedback: true,
  'asked-for-more': true,
}
export const isRequest = ({ kind }: Understood): boolean => requests[kind]

/** A request that Teams delivers again is answered as before; everything else has been answered already. */
export async function answerAgain(arrival: Understood, reply: Reply): Promise<void> {
  if (arrival.kind === 'pressed') await reply.answer(200, pressDone(''))
  if (arrival.kind === 'file-answered') await reply.answer(200)
  if (arrival.kind === 'feedback') await reply.answer(200, {})
  if (arrival.kind === 'asked-for-more') await reply.answer(404, notOffered(arrival.name))
}

/** What Teams expects back from a pressed Action.Execute button; the words are shown under the card. */
export const pressDone = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
})
export const pressRefused = (message: string) => ({
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message },
})

export const notOffered = (name: string) => ({
  error: { code: 'NotSupported', message: `${name} is not offered` },
})
