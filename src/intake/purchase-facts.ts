import type { Day } from '../kit/day.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'

export type Unit = { id: string; name: string }

/** What a purchase dialog stands on beside the answers: the same for all of a turn. */
export type PurchaseFacts = {
  knowledge: Knowledge
  today: Day
  /** How sure the search must be of an agreement, 0–1. */
  answerFrom: number
  /** The municipality's units; empty where none are kept. */
  units: readonly Unit[]
  /** The unit of the one who asks. */
  ownUnit: Unit | undefined
  requester: string
}
