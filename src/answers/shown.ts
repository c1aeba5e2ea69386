import type { Card } from '../kit/card.ts'
import type { Item } from '../knowledge/knowledge.ts'

/** An item as it is shown: the conclusion that is said, the card with the rest, and the passage that it stands on. */
export type Shown = { item: Item; conclusion: string; card: Card; passage: string }
