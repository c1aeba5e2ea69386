import { z } from 'zod'
import type { Outgoing } from './outgoing.ts'

type Saying = {
  /** Gives the id of the activity that was sent. */
  say(message: Outgoing): Promise<string | undefined>
  /** Notes which activity carried the answer to a question. */
  answeredWith(question: string, activity: string): Promise<void>
}

/** Says a message and what stands after it, each in a message of its own, in order. */
export async function sayAll(message: Outgoing, { say, answeredWith }: Saying): Promise<void> {
  for (let one: Outgoing | undefined = message; one; one = one.next) {
    const activity = await say(one)
    if (one.answers && activity) await answeredWith(one.answers, activity)
  }
}

/** What Teams says when it takes nothing for a person or in a channel: blocked, gone or not permitted. Anything else may pass. */
const refused = z.object({
  statusCode: z.union([z.literal(403), z.literal(404)]),
  code: z.string().catch('refused'),
})
export const refusalIn = (error: unknown): string | undefined => refused.safeParse(error).data?.code

/** Whether the message that was to be changed is gone. */
const gone = z.union([
  z.object({ statusCode: z.literal(404) }),
  z.object({ code: z.string().startsWith('ActivityNotFound') }),
])
export const isGone = (error: unknown): boolean => gone.safeParse(error).success

const failure = z.object({
  statusCode: z.number(),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>(Boolean) }).optional(),
})
/** What Teams says of a message that is wrong or too large: it would say so again. */
const aboutTheMessage = [400, 413]
/** No wait that Teams asks for is longer; what says so was not said by Teams. In seconds. */
const longestWait = 60 * 60

/** When to try again what failed: after so many seconds, as Teams says; undefined where it does not say. */
export function retryAfter(error: unknown): number | 'never' | undefined {
  const { data } = failure.safeParse(error)
  if (data && aboutTheMessage.includes(data.statusCode)) return 'never'
  const seconds = Number.parseInt(data?.response?.headers.get('retry-after') ?? '', 10)
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), longestWait)
}
