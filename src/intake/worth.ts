/** What a purchase is worth, and which rules hold for it, from the answers so far. */
import { remembering } from '../kit/remember.ts'
import { type Purchase, type Reckoned, reckon, type Told } from '../purchase/purchase.ts'
import {
  amountOn,
  type Banded,
  bandOn,
  dutiesOn,
  type Fact,
  type Facts,
  type Kind,
  type Lasting,
  type Meaning,
  mainKind,
  type Rules,
} from '../rules/rules.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import type { PurchaseFacts } from './purchase-facts.ts'

type Answers = Partial<PurchaseAnswers>

/** So many that `reckon` asks for nothing: the dialog has its own steps for that. */
const noMoreQuestions = 9

/** The same answers are looked at by many steps of one turn. */
const once = remembering<PurchaseFacts, Reckoned | undefined>()

/** Undefined until there is an amount that can be read in one way. */
export function worthOf(answers: Answers, facts: PurchaseFacts): Reckoned | undefined {
  const { need, kind, shares, amount, meant, vat, recurs, duration, also, rate, relation, applies } = answers
  const { emission, dataKind, dataPlace, users } = answers
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
    emission,
    dataKind,
    dataPlace,
    users,
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
  const reckoned = withMore(reckoning.reckoned, answers.also ?? 0, knowledge.rules)
  if (!reckoned) return undefined
  const purchase = lasting(reckoned.banded, answers)
  return { ...reckoned, duties: dutiesOn(knowledge.rules, purchase, factsIn(answers, purchase, facts)) }
}

/** What else of the same is bought, kroner without VAT, belongs to the same whole (FOA § 5-4). */
function withMore(reckoned: Reckoned, more: number, { limits }: Rules): Reckoned | undefined {
  if (more === 0) return reckoned
  const { banded, estimate } = reckoned
  const value = banded.value + more
  const anew = bandOn(limits, { ...banded, value })
  const step = { of: 'more', more, result: value } as const
  return (
    anew && { ...reckoned, banded: anew, estimate: { ...estimate, value, steps: [...estimate.steps, step] } }
  )
}

/** The amount as it was said, with what was answered about it. */
function purchaseIn(said: Purchase, answers: Answers, { knowledge }: PurchaseFacts): Purchase {
  const { vat, recurs, need = '' } = answers
  const every = recurs === 'year' || recurs === 'month' ? recurs : undefined
  return {
    ...said,
    payments: said.payments.map((payment) => (every && !payment.every ? { ...payment, every } : payment)),
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
function factsIn(answers: Answers, purchase: Lasting, facts: PurchaseFacts): Facts {
  const { applies, relation, emission, dataKind, dataPlace, users } = answers
  const told: Facts = {
    'close-relation': relation === 'yes',
    'emission-exception': emission === 'exception',
    'sensitive-data': dataKind === 'sensitive',
    // Where nobody knows where the data are, it has to be found out.
    'outside-eea': dataPlace === 'outside' || dataPlace === 'unknown',
    'one-user': users === 'one',
  }
  if (!applies) return told
  const asked = askable(purchase, facts)
  return { ...told, ...Object.fromEntries(asked.map((fact) => [fact, applies.includes(fact)])) }
}

const lasting = (banded: Banded, { duration, amount }: Answers): Lasting => ({
  ...banded,
  months: duration ?? amount?.months,
})

/** The facts on which it hangs whether some duty holds, in the order of the duties. A relation is asked about by itself. */
const askable = (purchase: Lasting, { knowledge }: PurchaseFacts): Fact[] => [
  ...new Set(
    dutiesOn(knowledge.rules, purchase, { 'close-relation': false })
      .filter(({ ask }) => ask)
      .flatMap((due) => due.facts),
  ),
]

export function factsToAsk(answers: Answers, facts: PurchaseFacts): Fact[] {
  const { applies: _, ...before } = answers
  const worth = worthOf(before, facts)
  return worth ? askable(lasting(worth.banded, before), facts) : []
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
  const held = ratesOn(facts).map((rate) => {
    const worth = reckonedFrom(answers, facts, { rate })
    return [worth?.banded.band, ...(worth?.duties ?? []).map(({ duty }) => duty.id)].join()
  })
  return new Set(held).size > 1
}

const ratesOn = ({ knowledge, today }: PurchaseFacts): number[] =>
  rates.flatMap((meaning) => amountOn(knowledge.rules.limits, meaning, today)?.value ?? [])
export const rateOptions = (facts: PurchaseFacts): string[] => ratesOn(facts).map(String)
