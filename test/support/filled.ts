import { outcomeOf } from '../../src/intake/outcome.ts'
import type { StepName } from '../../src/intake/purchase-answers.ts'
import { purchaseDialog } from '../../src/intake/purchase-dialog.ts'
import type { PurchaseFacts } from '../../src/intake/purchase-facts.ts'
import { worthOf } from '../../src/intake/worth.ts'
import { follow, noReplies, reply } from '../../src/kit/dialog.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'

export type Said = Partial<Record<StepName, string>>

const units = [
  { id: 'skogen', name: 'Skogen skole' },
  { id: 'bibliotek', name: 'Biblioteket' },
]

/** What the sample's purchases stand on, on a fixed day. */
export const purchaseFacts: PurchaseFacts = {
  knowledge: await openKnowledge('knowledge'),
  today: '2026-11-22',
  answerFrom: 0.8,
  units,
  ownUnit: units[0],
  requester: 'Kari Ansatt',
}

/** A small purchase of goods that no agreement covers. */
const usual: Said = {
  need: 'sandblåser',
  reuse: 'buy',
  agreement: 'none',
  relation: 'no',
  kind: 'goods',
  amount: '80 000 eks mva',
  recurs: 'once',
  duration: '4 år',
  also: '0',
  behalf: 'self',
  budget: 'yes',
  applies: '',
  vehicle: 'car-van',
  emission: 'zero',
  dataKind: 'ordinary',
  dataPlace: 'eea',
  supply: 'water',
  users: 'several',
  climate: 'criterion',
  wanted: '2027-06-01',
}
const inWords = 'Det trengs på skolen nå'

/** Answers a whole dialog; what is not said is as `usual`. Gives what was asked, the duties that hold, and what it comes to. */
export function filled(said: Said, facts = purchaseFacts) {
  const asked: StepName[] = []
  let replies = noReplies
  for (;;) {
    const standing = follow(purchaseDialog, replies, facts)
    if (standing.kind === 'done') {
      const due = worthOf(standing.answers, facts)?.duties.filter(({ ask }) => !ask) ?? []
      const outcome = outcomeOf(standing.answers, facts)
      return { asked, due: due.map(({ duty }) => duty.id), outcome, answers: standing.answers }
    }
    const { step } = standing
    const words = said[step] ?? usual[step] ?? inWords
    const taken = reply(purchaseDialog, replies, { step, said: words }, facts)
    if (taken.kind !== 'taken') throw new Error(`«${words}» is no answer to ${step}`)
    asked.push(step)
    replies = taken.replies
  }
}
