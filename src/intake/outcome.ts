import type { Agreement } from '../knowledge/knowledge.ts'
import { validOf } from './agreements-found.ts'
import { agreementIn, callsOff, takesMiniCompetition } from './call-off.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import { worthOf } from './worth.ts'

/** What the answers come to once all are given. Only a request goes to the section. */
export type Outcome =
  | { kind: 'covered' | 'conflict' | 'no-budget' | 'request' }
  | {
      kind: 'call-off'
      agreement: Agreement
      /** Those that can be asked today, in order. */
      suppliers: readonly Agreement[]
      miniCompetition: boolean
    }

export function outcomeOf(answers: Partial<PurchaseAnswers>, facts: PurchaseFacts): Outcome {
  if (answers.reuse === 'covered') return { kind: 'covered' }
  if (answers.relation === 'yes') return { kind: 'conflict' }
  if (answers.budget === 'no') return { kind: 'no-budget' }
  const agreement = callsOff(answers) ? agreementIn(answers, facts) : undefined
  if (!agreement) return { kind: 'request' }
  const takes = takesMiniCompetition(answers, facts)
  const over = agreement.miniCompetitionOver ?? Number.POSITIVE_INFINITY
  return {
    kind: 'call-off',
    agreement,
    suppliers: validOf(agreement, facts),
    miniCompetition:
      takes === 'always' || (takes === 'by-amount' && (worthOf(answers, facts)?.banded.value ?? 0) > over),
  }
}
