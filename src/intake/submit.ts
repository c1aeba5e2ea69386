import { dayAt } from '../kit/day.ts'
import { follow } from '../kit/dialog.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { bandOn } from '../rules/rules.ts'
import { approverOf } from './approval.ts'
import { repliesOf } from './change-draft.ts'
import { earlierOf, groupOf } from './earlier.ts'
import { leadTimeOf } from './lead-time.ts'
import type { Needs } from './needs.ts'
import { outcomeOf } from './outcome.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import { receiptCard } from './receipt-card.ts'
import { type PurchaseRequest, requestSchema } from './request.ts'
import { requestFrom } from './request-made.ts'
import { speak } from './sentences.ts'
import { factsFor, mayBeApproved, show } from './turn.ts'

/** Sends a finished purchase, once: pressed again it gives the same number. What is not finished is shown instead. */
export async function submit(id: string, who: Person, needs: Needs): Promise<Message> {
  const draft = await needs.drafts.of(id, who.id)
  if (draft?.state === 'submitted') return sentBefore(id, who, needs)
  if (draft?.state !== 'open') return { text: speak(who.language)('gone') }
  const facts = await factsFor(who, needs)
  const replies = repliesOf(draft)
  const standing = follow(purchaseDialog, replies, facts)
  if (
    standing.kind === 'ask' ||
    outcomeOf(standing.answers, facts).kind !== 'request' ||
    !mayBeApproved(standing.answers, facts, who.id, needs)
  )
    return show(draft, facts, who, needs)
  const { answers } = standing
  const attachments = (await needs.attachments.of(id)).map(({ name, bytes }) => ({ name, bytes }))
  const approver = approverOf(answers, facts, who.id, needs)
  const request = requestFrom(replies, answers, facts, {
    approver: approver?.name,
    earlier: await earlierOf(id, answers, facts, needs),
    attachments,
    group: groupOf(answers, facts),
  })
  if (!request) return show(draft, facts, who, needs)
  const at = needs.now()
  const submitted = await needs.requests.submit({
    draft: id,
    version: draft.version,
    person: who.id,
    year: Number(dayAt(at).slice(0, 4)),
    at,
    content: request,
    unit: request.unit ?? null,
    group: request.group ?? null,
    title: request.title,
    value: request.value - (answers.also ?? 0),
    approver: approver?.id ?? null,
  })
  // Sent before, or the case has gone on since: what stands is what was kept.
  if (submitted?.before) return sentBefore(id, who, needs)
  if (submitted) return receipt(submitted, request, who, needs)
  // It was changed meanwhile, such as on another device: what it is now has to be seen first.
  const changed = await needs.drafts.of(id, who.id)
  return changed ? show(changed, facts, who, needs) : { text: speak(who.language)('gone') }
}

/** A press that came twice, or an old card: the receipt as it was given. */
async function sentBefore(draft: string, who: Person, needs: Needs): Promise<Message> {
  const sent = await needs.requests.ofDraft(draft, who.id)
  const request = sent && requestSchema.safeParse(sent.content).data
  return request
    ? receipt({ number: sent.number, before: true }, request, who, needs)
    : { text: speak(who.language)('gone') }
}

function receipt(
  sent: { number: string; before: boolean },
  request: PurchaseRequest,
  { language }: Person,
  needs: Needs,
): Message {
  const { rules } = needs.knowledge()
  const banded = bandOn(rules.limits, { day: request.rulesOf, kind: request.kind, value: request.value })
  return receiptCard({
    ...sent,
    request,
    language,
    weeks: banded && leadTimeOf(banded, rules, request.rulesOf)?.weeks,
    documentUrl: needs.documentUrl,
  })
}
