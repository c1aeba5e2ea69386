import { type Button, box, card, note, openUrl, text, title } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { amountOn, type Rules } from '../rules/rules.ts'
import { getDocument } from './actions.ts'
import { type DocumentKind, documentsFor } from './documents/documents.ts'
import type { PurchaseRequest } from './request.ts'
import { type Say, speak } from './sentences.ts'

export type Receiving = {
  number: string
  /** It was submitted by an earlier press. */
  before: boolean
  request: PurchaseRequest
  rules: Rules
  language: Language
  contact: string
  /** How many weeks such a purchase usually takes. */
  weeks: number | undefined
  /** Where a document can be downloaded; undefined where it is handed out in the chat. */
  documentUrl(number: string, kind: DocumentKind): string | undefined
}

/** The number, what happens now and who does it, and the documents. */
export function receiptCard(receiving: Receiving): Message {
  const { number, before, request, language, contact, weeks } = receiving
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
        box([text(say('receipt.kept', { contact }))]),
      ],
      documentsFor(request).map((kind) => documentButton(kind, receiving, say)),
    ),
  }
}

function nextSteps({ request, rules }: Receiving, say: Say): string[] {
  const { approver, agreement, threeQuotes, value, rulesOf } = request
  const section = amountOn(rules.limits, 'section', rulesOf)?.value ?? Number.POSITIVE_INFINITY
  return [
    approver ? say('receipt.approve', { approver }) : say('summary.noApprover'),
    agreement?.use === 'deviation'
      ? say('receipt.consent')
      : value >= section
        ? say('receipt.section')
        : say(threeQuotes ? 'receipt.quotes' : 'receipt.direct'),
  ]
}

function documentButton(kind: DocumentKind, { number, documentUrl }: Receiving, say: Say): Button {
  const url = documentUrl(number, kind)
  const words = say(`document.${kind}`)
  return url ? openUrl(words, url) : getDocument.button(words, { number, kind })
}
