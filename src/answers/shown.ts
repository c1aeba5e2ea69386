import type { Button, Card } from '../kit/card.ts'
import type { Day } from '../kit/day.ts'
import type { Language } from '../kit/say.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import type { Say } from './sentences.ts'

/** What showing takes: the knowledge, the day it is shown as of, the language, and where a template is downloaded. */
export type Showing = {
  knowledge: Knowledge
  day: Day
  language: Language
  say: Say
  templateUrl(item: Item): string | undefined
  /** Begins the guided purchase with what was asked and shown; undefined outside a conversation. */
  startButton(from: { question: string | undefined; item?: Item }): Button | undefined
  /** How people reach the procurement section themselves. */
  contact: string
}

/** An item as it is shown: the conclusion that is said, the card with the rest, and the passage that it stands on. */
export type Shown = { item: Item; conclusion: string; card: Card; passage: string }
