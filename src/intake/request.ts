import type { Day } from '../kit/day.ts'
import type { Authority, Band, Kind } from '../rules/rules.ts'

/** A duty as it held when the request was made, in bokmål, as the documents are. */
export type RequestedDuty = {
  id: string
  title: string
  text: string
  legalBasis: string
  authority: Authority
  /** False where the source of the rule has not been confirmed. */
  confirmed: boolean
}

/** An earlier request of the same unit for the same group, within twelve months. */
export type EarlierRequest = { number: string; title: string; unit: string; value: number; day: Day }

/**
 * A purchase request (innkjøpsforespørsel): what was answered, and what the rules of the day made of it. It is kept as it
 * was submitted, and every document is written from it. Amounts are kroner without VAT.
 */
export type PurchaseRequest = {
  /** What is to be bought, in the person's own words. */
  title: string
  /** Which problem it solves and for whom; undefined where that was not asked. */
  problem: string | undefined
  requester: string
  onBehalfOf: string | undefined
  unit: string | undefined
  /** The agreement that was found and is not used, and why. */
  agreement: { id: string; title: string; use: 'deviation' | 'not-covered'; reason: string } | undefined
  /** What the purchase is grouped by when earlier ones are looked for. */
  group: string | undefined
  kind: Kind
  value: number
  /** How the value was reckoned, one line each, and the person's own words that it was read from. */
  valueLines: readonly string[]
  valueAsSaid: string
  /** How long the contract lasts with options, in months; undefined for a single purchase. */
  months: number | 'indefinite' | undefined
  band: Band
  /** The day whose rules were used. */
  rulesOf: Day
  /** What holds, in one sentence without marks. */
  conclusion: string
  /** Advice where the value is near below a limit. */
  near: string | undefined
  duties: readonly RequestedDuty[]
  /** Whether the municipality's own routine asks for quotes from three suppliers. */
  threeQuotes: boolean
  /** Who must approve by the authority data; undefined where nobody was found. */
  approver: string | undefined
  /** When it is wanted; and whether that is sooner than such a purchase usually takes. */
  wanted: Day | undefined
  tooSoon: boolean
  /** Who follows up the contract. */
  followUp: string | undefined
  /** Every question that was asked and its answer, in bokmål, in the order asked. */
  answers: readonly { step: string; question: string; answer: string }[]
  earlier: readonly EarlierRequest[]
  attachments: readonly { name: string; bytes: number }[]
}

/** A request once it has its number, such as `2026-0042`. `submittedAt` is epoch milliseconds. */
export type SubmittedRequest = PurchaseRequest & { number: string; submittedAt: number }
