import { beside, card, inPlainText, text, title } from '../kit/card.ts'
import { dayAt, writeDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { resumeDraft, startPurchase } from './actions.ts'
import { speak } from './sentences.ts'

export type Listing = {
  drafts: readonly { id: string; replies: Readonly<Record<string, string>>; touchedAt: number }[]
  sent: readonly { number: string; title: string; submittedAt: number }[]
  language: Language
}

const mostListed = 10
const longestTitle = 80

/** A purchase by the need it is for, cut short; its own name where nothing was said yet. */
export const draftTitle = (replies: Readonly<Record<string, string>>, language: Language): string =>
  clip(replies.need ?? speak(language)('untitled'))

const clip = (words: string): string =>
  words.length > longestTitle ? `${words.slice(0, longestTitle - 1).trimEnd()}…` : words

/** One's unfinished purchases, to go on with, and those that were sent. */
export function draftsCard({ drafts, sent, language }: Listing): Message {
  const say = speak(language)
  const heading = drafts.length > 0 ? say('drafts') : say('noDrafts')
  return {
    text: heading,
    card: card(
      [
        title(heading),
        ...drafts.slice(0, mostListed).map(({ id, replies, touchedAt }) =>
          beside(
            text(
              say('draftLine', {
                title: inPlainText(draftTitle(replies, language)),
                day: writeDay(dayAt(touchedAt)),
              }),
            ),
            resumeDraft.button(say('goOnNow'), { draft: id }),
          ),
        ),
        ...(sent.length > 0 ? [text(say('sent'), { weight: 'Bolder' })] : []),
        ...sent
          .slice(0, mostListed)
          .map(({ number, title: what, submittedAt }) =>
            text(
              say('sentLine', { number, title: inPlainText(clip(what)), day: writeDay(dayAt(submittedAt)) }),
              { spacing: 'Small' },
            ),
          ),
      ],
      [startPurchase.button(say('newPurchase'), {})],
    ),
  }
}
