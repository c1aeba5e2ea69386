import { z } from 'zod'
import { type Envelope, longestId } from './envelope.ts'

const messageId = z.string().min(1).max(longestId)
const quotation = z.object({
  type: z.literal('quotedReply'),
  quotedReply: z.object({ messageId }),
})
const written = z.object({ contentType: z.literal('text/html'), content: z.string().max(100_000) })

/** As older clients put a quotation at the head of what is written. */
const quoted = /<blockquote\b[^<>]{0,500}\bitemid="([^"<>]{1,512})"/i
const inThread = /;messageid=([^;]{1,512})$/

/** The activity that a message quotes, or in a channel stands under; empty where there is none. */
export function repliedTo({ entities, attachments, conversation }: Envelope): string {
  const named = entities.flatMap((one) => quotation.safeParse(one).data?.quotedReply.messageId ?? [])
  const shown = attachments.flatMap(
    (one) => quoted.exec(written.safeParse(one).data?.content ?? '')?.[1] ?? [],
  )
  return named[0] ?? shown[0] ?? inThread.exec(conversation.id)?.[1] ?? ''
}
