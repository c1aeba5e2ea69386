/** The documents of a request, for those who may see its case: offered in the chat, or fetched by a link that runs out. */
import { z } from 'zod'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import {
  contentTypeOf,
  type DocumentKind,
  documentKinds,
  documentsFor,
  nameOf,
  write,
} from './documents/documents.ts'
import type { Needs } from './needs.ts'
import { requestSchema, type SubmittedRequest } from './request.ts'
import { speak } from './sentences.ts'

type Document = { name: string; content: Uint8Array; type: string }
export type Documents = {
  /** Offers one in the chat; it is handed out once the person says yes. */
  offer(number: string, kind: DocumentKind, who: Person): Promise<Message>
  /** What was offered; undefined where it is not theirs, or not offered at all. */
  offered(data: unknown, who: Person): Promise<Document | undefined>
  /** What a link carries. The link itself was given to the one whose it is. */
  linked(data: string): Promise<Document | undefined>
}

const which = z.object({
  number: z.string(),
  kind: z.enum(documentKinds),
})

/** What a link to a document carries. */
export const linkData = (number: string, kind: DocumentKind): string => JSON.stringify({ number, kind })

export function createDocuments({ requests, municipality, mayRead }: Needs): Documents {
  const requestOf = async (number: string): Promise<SubmittedRequest | undefined> => {
    const kept = await requests.of(number)
    const request = kept && requestSchema.safeParse(kept.content).data
    return kept && request && { ...request, number, submittedAt: kept.submittedAt }
  }
  const documentOf = async (kind: DocumentKind, request: SubmittedRequest): Promise<Document> => ({
    name: nameOf(kind, request),
    content: await write(kind, request, municipality),
    type: contentTypeOf(kind),
  })
  const given = async (data: unknown, reader: Person | undefined): Promise<Document | undefined> => {
    const asked = which.safeParse(data).data
    const request = asked && (await requestOf(asked.number))
    if (!request || (reader !== undefined && !(await mayRead(asked.number, reader)))) return undefined
    return documentsFor(request).includes(asked.kind) ? documentOf(asked.kind, request) : undefined
  }
  return {
    async offer(number, kind, who) {
      const say = speak(who.language)
      const document = await given({ number, kind }, who)
      if (!document) return { text: say('gone') }
      const { name, content } = document
      const text = say('document.offered', { name })
      return { text, file: { name, bytes: content.byteLength, description: text, data: { number, kind } } }
    },
    offered: (data, who) => given(data, who),
    linked(data) {
      try {
        return given(JSON.parse(data), undefined)
      } catch {
        return Promise.resolve(undefined)
      }
    },
  }
}
