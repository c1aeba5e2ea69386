import type { Card } from './card.ts'

/** A source that a message stands on. `position` is the `[n]` in the text that it belongs to, from 1. */
export type Citation = { position: number; title: string; passage: string }

/** A file that is offered: it is handed out once the person says yes. `data` tells which one it is, and comes back with the yes. */
export type OfferedFile = { name: string; bytes: number; description: string; data: unknown }

/**
 * What the bot says, before it becomes a Teams activity. `text` is the conclusion and the notification; with the
 * card's plain text it is the whole message for those who cannot see the card.
 */
export type Message = {
  text: string
  card?: Card
  citations?: readonly Citation[]
  /** Which logged question this answers, when thumbs up or down may be given on it. */
  answers?: string
  file?: OfferedFile
  /** What is said after it, in a message of its own. */
  next?: Message
}
