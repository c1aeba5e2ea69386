import { card, inPlainText, openUrl, title } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import type { Needs } from './needs.ts'

export type CourseFile = { name: string; content: Uint8Array; type: string }

/** Offers a file in the chat, or by a link where files cannot be handed out. */
export function offered(
  { name, content }: CourseFile,
  data: unknown,
  told: string,
  { linkTo, open }: { linkTo: Needs['linkTo']; open: string },
): Message {
  const url = linkTo(JSON.stringify(data), name)
  return url === undefined
    ? { text: told, file: { name, bytes: content.byteLength, description: told, data } }
    : { text: told, card: card([title(inPlainText(told))], [openUrl(open, url)]) }
}
