import { readAmounts } from '../kit/amount.ts'
import type { Hits, Outside } from '../knowledge/knowledge.ts'

/** A logged question, with what the one who asked said of the answer. */
export type LoggedQuestion = {
  id: string
  person: string
  askedAt: number
  text: string
  outcome: string
  /** The item that was shown last. */
  shown: string | null
  reaction: string | null
  reason: string | null
}

/**
 * `disliked`: answered, and called bad · `unanswered` · `no-agreement`: told that there is no agreement for it · `unsure`:
 * offered a choice of which nothing was chosen · `near`: answered, but hardly surely enough to
 */
export const gapKinds = ['unanswered', 'no-agreement', 'unsure', 'disliked', 'near'] as const
export type GapKind = (typeof gapKinds)[number]

/** What the knowledge finds for a question now. */
export type Finding = {
  confidence: number
  best: string | undefined
  named: boolean
  outside: Outside['kind'] | undefined
}

export const findingOf = ({ hits, confidence, named, outside }: Hits): Finding => ({
  confidence,
  best: hits[0]?.item.id,
  named,
  outside: outside?.kind,
})

/** Sure enough to answer, but by less than this. */
const nearWithin = 0.05

/**
 * What kind of gap a question shows; undefined where it was answered, or is another office's matter. What was found is not
 * logged: it is looked for again where that matters, and how sure that is says something only where the same is found.
 */
export function gapKindOf(
  { text, outcome, shown, reaction }: Omit<LoggedQuestion, 'id' | 'person' | 'askedAt'>,
  find: () => Finding,
  answerFrom: number,
): GapKind | undefined {
  if (reaction === 'dislike') return 'disliked'
  if (reaction === 'like') return undefined
  if (outcome === 'refuse') return refusalOf(find())
  // With an amount the rules answer, or ask back: that is no doubt of theirs.
  if (readAmounts(text).length > 0) return undefined
  if (outcome === 'choose') return shown === null ? 'unsure' : undefined
  return shown !== null && isNear(find(), shown, answerFrom) ? 'near' : undefined
}

function refusalOf({ outside }: Finding): GapKind | undefined {
  if (outside === 'elsewhere') return undefined
  return outside === 'no-agreement' ? 'no-agreement' : 'unanswered'
}

const isNear = ({ best, named, confidence }: Finding, shown: string, answerFrom: number): boolean =>
  best === shown && !named && confidence < answerFrom + nearWithin
