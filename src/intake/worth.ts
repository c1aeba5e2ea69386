/** What a purchase is worth, and which rules hold for it, from the answers so far. */
import { remembering } from '../kit/remember.ts'
import { type Purchase, type Reckoned, reckon, type SaidPayment, type Told } from '../purchase/purchase.ts'
import {
  amountOn,
  type Banded,
  dutiesOn,
  type Fact,
  type Facts,
  type Kind,
  type Meaning,
  mainKind,
} from '../rules/rules.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import type { PurchaseFacts } from './purchase-facts.ts'

type Answers = Partial<PurchaseAnswers>

/** More than any dialog asks: then nothing is asked for, and what was not told is taken for granted. */
const noMoreQuestions = 9

/** The same answers are looked at by many steps of one turn. */
const once = remembering<PurchaseFacts, Reckoned | undefined>()

/** Undefined until there is an amount that can be read in one way. */
export function worthOf(answers: Answers, facts: PurchaseFacts): Reckoned | undefined {
  const { need, kind, shares, amount, meant, vat, recurs, duration, also, rate, relation, applies } = answers
  const key = JSON.stringify([
    need,
    kind,
    shares,
    amount,
    meant,
    vat,
    recurs,
    duration,
    also,
    rate,
    relation,
    applies,
  ])
  return once(facts, key, () => reckonedFrom(answers, facts, {}))
}

function reckonedFrom(answers: Answers, facts: PurchaseFacts, told: Told): Reckoned | undefined {
  if (!answers.amount) return undefined
  const { knowledge, today } = facts
  const { meant, duration, rate } = answers
  const reckoning = reckon(
    purchaseIn(answers.amount, answers, facts),
    {
      ...(meant !== undefined && { kroner: Number(meant) }),
      ...(duration !== undefined && { months: duration }),
      ...(rate !== undefined && { rate: Number(rate) }),
      kind: kindIn(answers, facts),
      ...told,
    },
    { rules: knowledge.rules, today, asked: noMoreQuestions },
  )
  if (reckoning?.kind !== 'reckoned') return undefined
  const { reckoned } = reckoning
  return {
    ...reckoned,
    duties: dutiesOn(knowledge.rules, reckoned.banded, factsIn(answers, reckoned.banded, facts)),
  }
}

/** The amount as it was said, with what was answered about it. */
function purchaseIn(said: Purchase, answers: Answers, { knowledge }: PurchaseFacts): Purchase {
  const { vat, recurs, also = 0, need = '' } = answers
  const every = recurs === 'year' || recurs === 'month' ? recurs : undefined
  const more: SaidPayment[] = also > 0 ? [{ kroner: also, readings: [], vat: { included: false } }] : []
  return {
    ...said,
    // What else is bought belongs to the same whole.
    payments: [
      ...said.payments.map((payment) => (every && !payment.every ? { ...payment, every } : payment)),
      ...more,
    ],
    vat: vat ? { included: vat === 'with' } : said.vat,
    vatOf: said.vatOf ?? knowledge.vatOf(need),
    day: undefined,
  }
}

/** Of several kinds the main one decides (FOA § 6-1). */
export function kindIn({ kind, shares, need = '' }: Answers, { knowledge }: PurchaseFacts): Kind | undefined {
  if (kind === 'mixed') return shares && mainKind(shares).kind
  return kind ?? knowledge.kindOf(need)
}

/** False where the main object of several kinds has to be judged by a person (FOA § 6-1). */
export const kindIsSure = ({ kind, shares }: Answers): boolean =>
  kind !== 'mixed' || (shares !== undefined && mainKind(shares).sure)

/** What is known of the purchase beside its value. What was asked and not ticked is not the case. */
function factsIn({ applies, relation }: Answers, banded: Banded, facts: PurchaseFacts): Facts {
  const relations: Facts = { 'close-relation': relation === 'yes' }
  if (!applies) return relations
  const asked = askable(banded, facts)
  return { ...relations, ...Object.fromEntries(asked.map((fact) => [fact, applies.includes(fact)])) }
}

/** The facts on which it hangs whether some duty holds, in the order of the duties. A relation is asked about by itself. */
const askable = (banded: Banded, { knowledge }: PurchaseFacts): Fact[] => [
  ...new Set(
    dutiesOn(knowledge.rules, banded, { 'close-relation': false })
      .filter(({ ask }) => ask)
      .flatMap((due) => due.facts),
  ),
]

export function factsToAsk(answers: Answers, facts: PurchaseFacts): Fact[] {
  const { applies: _, ...before } = answers
  const worth = worthOf(before, facts)
  return worth ? askable(worth.banded, facts) : []
}

export const vatIsSaid = ({ vat, payments }: Purchase): boolean =>
  vat !== undefined || payments.every((payment) => payment.vat !== undefined)

const rates: readonly Meaning[] = ['vat', 'vat-food', 'vat-low']

/** Whether the rate of VAT decides which rules hold, and nothing tells which it is. */
export function rateTells(answers: Answers, facts: PurchaseFacts): boolean {
  const { amount, vat } = answers
  const included =
    vat === 'with' || amount?.vat?.included || amount?.payments.some((one) => one.vat?.included)
  const said = amount?.vat?.rate ?? amount?.payments.find((one) => one.vat?.rate)?.vat?.rate
  if (!amount || !included || said !== undefined) return false
  if (amount.vatOf ?? facts.knowledge.vatOf(answers.need ?? '')) return false
  const bands = ratesOn(facts).map((rate) => reckonedFrom(answers, facts, { rate })?.banded.band)
  return new Set(bands).size > 1
}

const ratesOn = ({ knowledge, today }: PurchaseFacts): number[] =>
  rates.flatMap((meaning) => amountOn(knowledge.rules.limits, meaning, today)?.value ?? [])
export const rateOptions = (facts: PurchaseFacts): string[] => ratesOn(facts).map(String)
