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

/** Whether messages are not deleted at all where it was asked, as in the Playground. */
export const deletesNothing = (error: unknown): boolean =>
  z.object({ statusCode: z.union([z.literal(405), z.literal(501)]) }).safeParse(error).success
