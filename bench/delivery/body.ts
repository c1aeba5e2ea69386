import { z } from 'zod'

const copied = z.object({ copy: z.string().optional() }).optional()
const activity = z.object({
  summary: z.string().optional(),
  channelData: copied,
  attachments: z.array(z.object({ content: z.object({ channelData: copied }).optional() })).optional(),
})
const conversation = z.object({ members: z.tuple([z.object({ id: z.string().min(1) })], z.unknown()) })

/** What tells one message from another: none where it says nothing, as when the bot types. Undefined where it is no activity. */
export function readMarked(body: string): { marker: string | undefined } | undefined {
  const read = activity.safeParse(parsed(body)).data
  if (!read) return undefined
  const { channelData, attachments = [], summary } = read
  const inCard = () =>
    attachments.find(({ content }) => content?.channelData?.copy)?.content?.channelData?.copy
  return { marker: channelData?.copy || inCard() || summary || undefined }
}

/** With whom a conversation is to begin; undefined where it does not say. */
export const readMember = (body: string): string | undefined =>
  conversation.safeParse(parsed(body)).data?.members[0].id

/** Undefined where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
