import { expect } from 'vitest'
import type { Chat } from './chat.ts'
import type { Sent } from './connector.ts'

/** Who buys: their own chat, and their place in `knowledge/people.yaml`. */
export type Buyer = { id: string; entraId: string }

let count = 0
/** Somebody whose chat is new, by the last figures of an Entra id in `knowledge/people.yaml`. Kari at Skogen skole is 1. */
export const buyer = (person = 1): Buyer => ({
  id: `buyer-${count++}`,
  entraId: `00000000-0000-0000-0000-${String(person).padStart(12, '0')}`,
})

/** What the card that was sent last asks, or tells. */
export const titleIn = (sent: readonly Sent[]): string => {
  const body = sent.at(-1)?.attachments?.[0]?.content.body as { text?: string; size?: string }[] | undefined // a card's
  return body?.find(({ size }) => size === 'Large')?.text ?? ''
}

export type Turn = readonly [question: string, answer: string]

/** A conversation: what the bot asks, and what is answered to it. Fails at the first question that is another. */
export async function talk(chat: Chat, as: Buyer, opening: string, turns: readonly Turn[]): Promise<Sent[]> {
  let sent = await chat.say(opening, as)
  for (const [question, answer] of turns) {
    expect(titleIn(sent), `before «${answer}»`).toContain(question)
    sent = await chat.say(answer, as)
  }
  return sent
}

/** The words of the card that was sent last, as a person reads them: no-break spaces are spaces. */
export const readIn = (sent: readonly Sent[]): string =>
  String(sent.at(-1)?.attachments?.[0]?.content.fallbackText ?? '').replaceAll('\u00a0', ' ')
