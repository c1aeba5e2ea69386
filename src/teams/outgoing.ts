import { type Activity, ActivityTypes, type Attachment } from 'botbuilder'
import { type Card, plainText } from '../kit/card.ts'
import type { Citation, Message, OfferedFile } from '../kit/message.ts'
import type { Upload } from './arrival.ts'

/** What Teams permits in a citation; longer is refused with the whole message. */
const longestName = 80
const longestAbstract = 160
/** A message of more than 80 KB may be refused, counted as UTF-16: a card says everything twice. In letters. */
const longestFallback = 8_000
/** Some three minutes read aloud, in letters. */
const longestSpoken = 2_000

/** A message, with the file that now lies in the person's OneDrive. */
export type Outgoing = Message & { uploaded?: Upload }

/**
 * A message as the Teams activity that carries it. The notification is the message's own words. Above a card they are
 * said only where they carry citations: else the card says them itself.
 */
export function toActivity(message: Outgoing): Partial<Activity> {
  const { text, card, citations = [], answers } = message
  const attachments = attachmentsOf(message)
  return {
    type: ActivityTypes.Message,
    textFormat: 'markdown',
    ...((!card || citations.length > 0) && { text }),
    summary: text.replace(/\*\*|\s*\[\d+\]/g, ''),
    ...(attachments.length > 0 && { attachments }),
    ...(citations.length > 0 && { entities: [citationEntity(citations)] }),
    ...(answers && { channelData: { feedbackLoop: { type: 'default' } } }),
  }
}

const attachmentsOf = ({ card, file, uploaded }: Outgoing): Attachment[] =>
  [card && toAttachment(card), file && toConsent(file), uploaded && toFileInfo(uploaded)].filter(
    (one) => one !== undefined,
  )

/** `fallbackText` is shown where cards are not; `speak` is read aloud. */
function toAttachment(card: Card): Attachment {
  const words = plainText(card)
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      ...card,
      fallbackText: clip(words, longestFallback),
      speak: clip(words.replaceAll('**', ''), longestSpoken),
    },
  }
}

/** Teams asks the person, and then the bot, whether the file may be put into OneDrive. Both answers bring `data` back. */
const toConsent = ({ name, bytes, description, data }: OfferedFile): Attachment => ({
  contentType: 'application/vnd.microsoft.teams.card.file.consent',
  name: name.replace(notInOneDrive, '-'),
  content: { description, sizeInBytes: bytes, acceptContext: data, declineContext: data },
})

/** A name with one of these cannot be put there: Teams would say that the upload failed, and not why. */
const notInOneDrive = /["*:<>?/\\|]/g

const toFileInfo = ({ name, contentUrl, uniqueId, fileType }: Upload): Attachment => ({
  contentType: 'application/vnd.microsoft.teams.card.file.info',
  name,
  contentUrl,
  content: { uniqueId, fileType },
})

/** Teams accepts exactly one such entity in a message. No model wrote the text, so there is no AI label. */
const citationEntity = (citations: readonly Citation[]) => ({
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  citation: citations.map(({ position, title, passage }) => ({
    '@type': 'Claim',
    position,
    appearance: {
      '@type': 'DigitalDocument',
      name: clip(title, longestName),
      abstract: clip(passage.replace(/\s+/g, ' '), longestAbstract),
    },
  })),
})

const clip = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
