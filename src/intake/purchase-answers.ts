import type { Day } from '../kit/day.ts'
import type { Purchase } from '../purchase/purchase.ts'
import type { Fact, Kind } from '../rules/rules.ts'
import type { Share } from './shares.ts'

/** What the steps of a purchase dialog are answered with, by step. */
export type PurchaseAnswers = {
  /** What is to be bought, in words. */
  need: string
  reuse: 'buy' | 'covered'
  /** `use:` or `deviate:` and an agreement's id, or `none`. */
  agreement: string
  /** Why an agreement that was found is not used. */
  reason: string
  kind: Kind | 'mixed'
  shares: readonly [Share, ...Share[]]
  amount: Purchase
  /** Which of the readings of the amount is meant, kroner. */
  meant: string
  vat: 'without' | 'with'
  recurs: 'once' | 'whole' | 'year' | 'month'
  duration: number | 'indefinite'
  /** What else of the same is bought, kroner without VAT. */
  also: number
  /** VAT in percent. */
  rate: string
  behalf: 'self' | 'other'
  onBehalfOf: string
  /** A unit's id; its name where no units are kept. */
  unit: string
  budget: 'yes' | 'no'
  relation: 'no' | 'yes'
  applies: readonly Fact[]
  vehicle: 'car-van' | 'city-bus' | 'other-bus' | 'lorry' | 'other'
  emission: 'zero' | 'exception'
  emissionReason: string
  dataKind: 'ordinary' | 'sensitive'
  dataPlace: 'eea' | 'outside' | 'unknown'
  supply: 'water' | 'heat' | 'harbour' | 'unsure'
  place: string
  users: 'one' | 'several'
  problem: string
  climate: 'requirement' | 'criterion' | 'negligible' | 'unsure'
  climateReason: string
  followUp: string
  wanted: Day
}

export type StepName = keyof PurchaseAnswers
