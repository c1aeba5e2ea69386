import { type Activity, ActivityTypes, type Attachment } from 'botbuilder'
import { type Card, plainText } from '../kit/card.ts'
import type { Citation, Message } from '../kit/message.ts'

/** What Teams permits in a citation; longer is refused with the whole message. */
const longestName = 80
const longestAbstract = 160

/**
 * A message as the Teams activity that carries it. The notification is the message's own words. Above a card they are
 * said only where they carry citations: else the card says them itself.
 */
export function toActivity({ text, card, citations = [], answers }: Message): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    textFormat: 'markdown',
    ...((!card || citations.length > 0) && { text }),
    summary: text.replace(/\*\*|\s*\[\d+\]/g, ''),
    ...(card && { attachments: [toAttachment(card)] }),
    ...(citations.length > 0 && { entities: [citationEntity(citations)] }),
    ...(answers && { channelData: { feedbackLoop: { type: 'default' } } }),
  }
}

const toAttachment = (card: Card): Attachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  // What is read aloud, and shown where cards are not.
  content: { ...card, fallbackText: plainText(card), speak: plainText(card) },
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
