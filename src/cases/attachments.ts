/** The files that came with a purchase, for those who may see its case. */
import { z } from 'zod'
import { onPress, type Presses } from '../kit/action.ts'
import { type Button, openUrl } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { getAttachment } from './actions.ts'
import type { CaseFile } from './export.ts'
import type { Needs } from './needs.ts'
import { caseFor } from './seen.ts'
import { speak } from './sentences.ts'

/** What an offer or a link carries. */
const schema = z.strictObject({ number: z.string(), attachment: z.string() })
type Which = z.output<typeof schema>

type Listed = { id: string; name: string }

/** Each as a button: a link, or an offer where files are handed out in the chat. */
export const attachmentButtons = (number: string, files: readonly Listed[], { linkTo }: Needs): Button[] =>
  files.map(({ id: attachment, name }) => {
    const url = linkTo(JSON.stringify({ number, attachment } satisfies Which), name)
    return url ? openUrl(name, url) : getAttachment.button(name, { number, attachment })
  })

export const attachmentPresses = (needs: Needs): Presses<Person> =>
  onPress(getAttachment, async (which, who: Person): Promise<Message> => {
    const say = speak(who.language)
    const file = await attachmentOf(which, who, needs)
    if (!file) return { text: say('refused.no-case') }
    const text = say('attachment', { name: file.name })
    const { name, content } = file
    return { text, file: { name, bytes: content.byteLength, description: text, data: which } }
  })

/** The file behind an offer or a link; undefined for anything else. `who` is undefined where the link itself was given to them. */
export async function attachmentOf(
  data: unknown,
  who: Person | undefined,
  needs: Needs,
): Promise<CaseFile | undefined> {
  const which = schema.safeParse(data).data
  if (!which || (who && !(await caseFor(which.number, who, needs)))) return undefined
  const files = await needs.requests.attachmentsOf(which.number)
  const isItsOwn = files.some(({ id }) => id === which.attachment)
  return isItsOwn ? needs.requests.attachment(which.attachment) : undefined
}
