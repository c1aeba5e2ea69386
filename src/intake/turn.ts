/** Where a purchase stands, as its person sees it. */
import { dayAt } from '../kit/day.ts'
import { follow } from '../kit/dialog.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { approverOf } from './approval.ts'
import { callOffCard } from './call-off-card.ts'
import { changeDraft, repliesOf } from './change-draft.ts'
import { earlierOf } from './earlier.ts'
import type { Draft, Needs } from './needs.ts'
import { outcomeOf } from './outcome.ts'
import type { PurchaseAnswers, StepName } from './purchase-answers.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import { questionCard } from './question-card.ts'
import { stopCard } from './stop-card.ts'
import { summaryCard } from './summary-card.ts'

export async function factsFor(who: Person, needs: Needs): Promise<PurchaseFacts> {
  return {
    knowledge: needs.knowledge(),
    today: dayAt(needs.now()),
    answerFrom: needs.answerFrom,
    units: needs.people.units(),
    ownUnit: needs.people.unitOf(who.id),
    requester: (await needs.people.nameOf(who.id)) ?? '',
  }
}

/** What is said beside where the draft stands. */
export type Aside = {
  fault?: { said: string; key: string } | undefined
  read?: readonly { step: StepName; said: string }[]
}

/** Where a draft stands: the next question, or what the answers come to. What is ended is kept as ended. */
export async function show(
  draft: Draft,
  facts: PurchaseFacts,
  who: Person,
  needs: Needs,
  aside: Aside = {},
): Promise<Message> {
  const { language } = who
  const standing = follow(purchaseDialog, repliesOf(draft), facts)
  if (standing.kind === 'ask') return questionCard({ draft: draft.id, standing, facts, language, ...aside })
  const { answers } = standing
  const outcome = outcomeOf(answers, facts)
  const rest = (state: Draft['state']) =>
    changeDraft(draft.id, who.id, needs, (now) => ({ ...now, state, active: false }))
  const stop = (kind: Parameters<typeof stopCard>[0]) =>
    stopCard(kind, draft.id, needs.people.managerOf(who.id), language)
  switch (outcome.kind) {
    case 'request': {
      if (!mayBeApproved(answers, facts, who.id, needs)) {
        await rest('open')
        return stop('no-approver')
      }
      return showSummary(draft, answers, { facts, who, needs })
    }
    case 'call-off':
      await rest('ended')
      return callOffCard({ draft: draft.id, outcome, answers, facts, language, showItem: needs.showItem })
    case 'no-budget':
      await rest('open')
      return stop(outcome.kind)
    case 'covered':
    case 'conflict':
      await rest('ended')
      return stop(outcome.kind)
  }
}

/** False where units are kept and none of their managers has the authority: then somebody above must decide first. */
export const mayBeApproved = (
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  requester: string,
  needs: Needs,
): boolean => facts.units.length === 0 || approverOf(answers, facts, requester, needs) !== undefined

async function showSummary(
  draft: Draft,
  answers: Partial<PurchaseAnswers>,
  { facts, who, needs }: { facts: PurchaseFacts; who: Person; needs: Needs },
): Promise<Message> {
  return summaryCard({
    draft: draft.id,
    replies: repliesOf(draft),
    answers,
    facts,
    language: who.language,
    approver: approverOf(answers, facts, who.id, needs)?.name,
    earlier: await earlierOf(draft.id, answers, facts, needs),
    attachments: await needs.attachments.of(draft.id),
  })
}
