/** A finished dialog as a request: what was answered, and what the rules of the day make of it. */
import { answered, type Replies } from '../kit/dialog.ts'
import { writeKroner } from '../kit/money.ts'
import { conclusionOf, type Reckoned, speakRules, stepsOf, takenForGranted } from '../purchase/purchase.ts'
import { amountOn, inLanguage, nearShare } from '../rules/rules.ts'
import { agreementsFor } from './agreements-found.ts'
import { answerTextOf, questionOf } from './answer-text.ts'
import { agreementIn } from './call-off.ts'
import { leadTimeOf } from './lead-time.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import type { PurchaseFacts, Unit } from './purchase-facts.ts'
import type { PurchaseRequest } from './request.ts'
import { speak } from './sentences.ts'
import { worthOf } from './worth.ts'

/** What is not in the answers. */
export type Beside = Pick<PurchaseRequest, 'approver' | 'earlier' | 'attachments' | 'group'>

/** The documents are in bokmål, whatever language was spoken. */
const language = 'nb'

/** Undefined where the answers are not whole. */
export function requestFrom(
  replies: Replies,
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  beside: Beside,
): PurchaseRequest | undefined {
  const worth = worthOf(answers, facts)
  const { need, amount } = answers
  if (!worth || need === undefined || !amount) return undefined
  const { banded, duties } = worth
  const say = speak(language)
  const lead = leadTimeOf(banded, facts.knowledge.rules, facts.today)
  return {
    title: need,
    problem: answers.problem,
    requester: facts.requester,
    onBehalfOf: answers.onBehalfOf,
    unit: unitIn(answers, facts)?.name,
    agreement: notUsed(answers, facts),
    kind: banded.kind,
    value: banded.value,
    valueLines: valueLinesOf(worth),
    valueAsSaid: replies.said.amount ?? '',
    months: answers.duration ?? amount.months,
    band: banded.band,
    rulesOf: facts.today,
    conclusion: conclusionOf(worth, language).replace(/ ?\[1\]|\*\*/g, ''),
    near: nearIn(worth),
    duties: duties
      .filter(({ ask }) => !ask)
      .map(({ duty, text, legalBasis, confirmed }) => ({
        id: duty.id,
        title: inLanguage(duty.title, language),
        text: inLanguage(text, language),
        legalBasis,
        authority: duty.authority,
        confirmed,
      })),
    threeQuotes: takesThreeQuotes(worth, answers, facts),
    wanted: answers.wanted,
    tooSoon: lead !== undefined && answers.wanted !== undefined && answers.wanted < lead.ready,
    followUp: answers.followUp,
    answers: answered(purchaseDialog, replies, facts).map(({ step, said }) => ({
      step,
      question: questionOf(step, answers, facts, say),
      answer: answerTextOf(step, said, answers, facts, say),
    })),
    ...beside,
  }
}

/** The unit that pays: the one that was named, or one's own. */
export const unitIn = (
  { unit }: Partial<PurchaseAnswers>,
  { units, ownUnit }: PurchaseFacts,
): Unit | undefined =>
  unit === undefined ? ownUnit : (units.find(({ id }) => id === unit) ?? { id: unit, name: unit })

/** How the value was reckoned, in the given language or bokmål; one line where nothing had to be. */
export function valueLinesOf(worth: Reckoned, spoken: Parameters<typeof speakRules>[0] = language): string[] {
  const say = speakRules(spoken)
  const lines = stepsOf(worth.estimate, say)
  const value = writeKroner(worth.banded.value)
  // The dialog has asked whether the amount is for the whole duration.
  const assumed = worth.assumed.filter((one) => one !== 'whole')
  return [
    ...lines,
    ...(lines.at(-1)?.includes(value) ? [] : [say('withoutVat', { amount: value })]),
    ...takenForGranted({ ...worth, assumed }, say),
  ]
}

export function nearIn(
  { banded: { near, next } }: Reckoned,
  spoken: Parameters<typeof speakRules>[0] = language,
): string | undefined {
  return near && next
    ? speakRules(spoken)('near', { share: Math.round(nearShare * 100), next: writeKroner(next.value) })
    : undefined
}

function notUsed(answers: Partial<PurchaseAnswers>, facts: PurchaseFacts): PurchaseRequest['agreement'] {
  const { agreement, reason, need = '' } = answers
  if (agreement === undefined || reason === undefined) return undefined
  const deviates = agreement.startsWith('deviate:')
  const found = deviates ? agreementIn({ agreement }, facts) : agreementsFor(need, facts).usable[0]
  return found && { id: found.id, title: found.title, use: deviates ? 'deviation' : 'not-covered', reason }
}

/** The municipality's own rule between a direct purchase and the act; not where another supplier is asked for by name. */
function takesThreeQuotes(
  { banded: { value, day } }: Reckoned,
  { agreement }: Partial<PurchaseAnswers>,
  { knowledge }: PurchaseFacts,
): boolean {
  const { limits } = knowledge.rules
  const from = amountOn(limits, 'direct-purchase', day)?.value
  const under = amountOn(limits, 'three-quotes', day)?.value
  return (
    from !== undefined &&
    under !== undefined &&
    value >= from &&
    value < under &&
    !agreement?.startsWith('deviate:')
  )
}
