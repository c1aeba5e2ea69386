import type { Needs } from './needs.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import { unitIn } from './request-made.ts'
import { worthOf } from './worth.ts'

/** Who must approve, by the authority of the unit that pays; never the one who asks. Undefined where nobody is found. */
export function approverOf(
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  requester: string,
  { people }: Needs,
): { id: string; name: string } | undefined {
  const unit = unitIn(answers, facts)
  const worth = worthOf(answers, facts)
  return (
    unit && worth && people.approverFor(unit.id, { amount: worth.banded.value, day: facts.today, requester })
  )
}
