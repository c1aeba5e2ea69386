import { type Button, box, card, note, openUrl, text, title } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { getDocument } from './actions.ts'
import { type DocumentKind, documentsFor } from './documents/documents.ts'
import type { PurchaseRequest } from './request.ts'
import { type Say, speak } from './sentences.ts'

export type Receiving = {
  number: string
  /** It was submitted by an earlier press. */
  before: boolean
  request: PurchaseRequest
  language: Language
  /** How many weeks such a purchase usually takes. */
  weeks: number | undefined
  /** Where a document can be downloaded; undefined where it is handed out in the chat. */
  documentUrl(number: string, kind: DocumentKind): string | undefined
}

/** The number, what happens now and who does it, and the documents. */
export function receiptCard(receiving: Receiving): Message {
  const { number, before, language, weeks } = receiving
  const say = speak(language)
  const heading = say(before ? 'receipt.before' : 'receipt.title', { number })
  return {
    text: heading,
    card: card(
      [
        title(heading),
        text(say('receipt.next'), { weight: 'Bolder' }),
        ...nextSteps(receiving, say).map((line, at) => text(`${at + 1}. ${line}`, { spacing: 'Small' })),
        weeks === undefined ? undefined : note(say('receipt.time', { weeks })),
        box([text(say('receipt.kept'))]),
      ],
      documentButtons(receiving, say),
    ),
  }
}

function nextSteps({ request }: Receiving, say: Say): string[] {
  const { approver } = request
  return [
    approver ? say('receipt.approve', { approver }) : say('summary.noApprover'),
    say(`receipt.${nextOf(request)}`),
  ]
}

/** The duty by which the section carries a purchase out, by its id. */
const sectionDuty = 'p-seksjon'

function nextOf({ agreement, duties, threeQuotes, band }: PurchaseRequest) {
  if (agreement?.use === 'deviation') return 'consent'
  if (duties.some(({ id }) => id === sectionDuty)) return 'section'
  if (threeQuotes) return 'quotes'
  return band === '0' ? 'direct' : 'clarify'
}

/** The documents of a request, each with a button. */
export const documentButtons = (
  { number, request, documentUrl }: Pick<Receiving, 'number' | 'request' | 'documentUrl'>,
  say: Say,
): Button[] =>
  documentsFor(request).map((kind) => {
    const url = documentUrl(number, kind)
    const words = say(`document.${kind}`)
    return url ? openUrl(words, url) : getDocument.button(words, { number, kind })
  })
