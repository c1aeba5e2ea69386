import type { Agreement } from '../knowledge/knowledge.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import type { PurchaseFacts } from './purchase-facts.ts'

type Chosen = Pick<Partial<PurchaseAnswers>, 'agreement'>

/** An agreement is used: there is nothing to request, only to order. */
export const callsOff = ({ agreement }: Chosen): boolean => agreement?.startsWith('use:') ?? false

/** The agreement that is used or deviated from; undefined where none is, or it is gone. */
export function agreementIn({ agreement = '' }: Chosen, { knowledge }: PurchaseFacts): Agreement | undefined {
  const item = knowledge.item(agreement.replace(/^(?:use|deviate):/, ''))
  return item?.type === 'agreement' ? item : undefined
}

/** Whether a call-off takes a mini-competition (minikonkurranse). */
export function takesMiniCompetition(
  chosen: Chosen,
  facts: PurchaseFacts,
): 'always' | 'by-amount' | 'never' | undefined {
  if (!callsOff(chosen)) return undefined
  switch (agreementIn(chosen, facts)?.callOff) {
    case 'mini-competition':
      return 'always'
    case 'direct-or-mini-competition':
      return 'by-amount'
    default:
      return 'never'
  }
}
