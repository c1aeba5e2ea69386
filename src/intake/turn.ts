/** One step of a purchase: what a draft shows, and how a change of it is kept. */

import { dayAt, dayInMonths } from '../kit/day.ts'
import { follow, type Replies } from '../kit/dialog.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import type { Person } from '../people/people.ts'
import { agreementsFor } from './agreements-found.ts'
import type { StepName } from './answer-text.ts'
import { callOffCard } from './call-off-card.ts'
import { speakOfTheSame } from './earlier.ts'
import type { Draft, Needs } from './needs.ts'
import { outcomeOf } from './outcome.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import { questionCard } from './question-card.ts'
import type { EarlierRequest } from './request.ts'
import { unitIn } from './request-made.ts'
import { stopCard } from './stop-card.ts'
import { summaryCard } from './summary-card.ts'
import { kindIn, worthOf } from './worth.ts'

export const repliesOf = ({ replies, reopened }: Draft): Replies => ({ said: replies, reopened })

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

/** How often a change is tried when somebody else was quicker, such as the same person on another device. */
const mostTries = 5

/**
 * Changes a draft as it is now and keeps it; tried again when it was changed meanwhile. Undefined where there is no such
 * draft of theirs, it was submitted, or `change` gives none.
 */
export async function changeDraft(
  id: string,
  person: string,
  needs: Needs,
  change: (draft: Draft) => Draft | undefined,
): Promise<Draft | undefined> {
  for (let tries = 0; tries < mostTries; tries++) {
    const draft = await needs.drafts.of(id, person)
    const changed = draft && draft.state !== 'submitted' ? change(draft) : undefined
    if (!changed) return undefined
    if (await needs.drafts.keep(changed, needs.now())) return { ...changed, version: changed.version + 1 }
  }
  return undefined
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
  const end = (state: Draft['state']) =>
    changeDraft(draft.id, who.id, needs, (now) => ({ ...now, state, active: false }))
  switch (outcome.kind) {
    case 'request':
      return showSummary(draft, answers, facts, language, needs)
    case 'call-off':
      await end('ended')
      return callOffCard({ draft: draft.id, outcome, answers, facts, language, showItem: needs.showItem })
    case 'no-budget':
      await end('open')
      return stopCard(outcome.kind, draft.id, approverOf(answers, facts, needs), language)
    case 'covered':
    case 'conflict':
      await end('ended')
      return stopCard(outcome.kind, draft.id, needs.people.unitOf(who.id)?.manager, language)
  }
}

async function showSummary(
  draft: Draft,
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  language: Language,
  needs: Needs,
): Promise<Message> {
  return summaryCard({
    draft: draft.id,
    replies: repliesOf(draft),
    answers,
    facts,
    language,
    approver: approverOf(answers, facts, needs),
    earlier: await earlierOf(draft.id, answers, facts, needs),
    attachments: await needs.attachments.of(draft.id),
  })
}

/** Who must approve, by the authority of the unit that pays. */
export function approverOf(
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  { people }: Needs,
): string | undefined {
  const unit = unitIn(answers, facts)
  const worth = worthOf(answers, facts)
  return unit && worth && people.approverFor(unit.id, { amount: worth.banded.value, day: facts.today })
}

const monthsLookedBack = 12

/**
 * What the same unit has requested of the same group in the last twelve months (FOA § 5-4). Where the search knows no group,
 * purchases of one kind that share a word.
 */
export async function earlierOf(
  draft: string,
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  { requests }: Needs,
): Promise<EarlierRequest[]> {
  const unit = unitIn(answers, facts)
  const group = groupOf(answers, facts)
  if (!unit || group === undefined) return []
  const since = Date.parse(dayInMonths(facts.today, -monthsLookedBack))
  const found = await requests.similar({ unit: unit.name, group, since, draft })
  const { need = '' } = answers
  const known = agreementsFor(need, facts).group !== undefined
  return found
    .filter(({ title }) => known || speakOfTheSame(title, need))
    .map(({ submittedAt, ...rest }) => ({ ...rest, day: dayAt(submittedAt) }))
}

/** The subgroup of the agreement that would cover it, else its kind. */
export const groupOf = (answers: Partial<PurchaseAnswers>, facts: PurchaseFacts): string | undefined =>
  agreementsFor(answers.need ?? '', facts).group ?? kindIn(answers, facts)
