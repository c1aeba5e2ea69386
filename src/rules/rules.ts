/**
 * The dated rules of procurement: what a purchase is worth, which rules hold for it on a day, what must be done and by
 * whom. Pure: data and a day in, results with their legal basis out. It decides nothing legal and knows no today.
 */
import type { NamedLimit } from './amount-on.ts'
import type { Duty } from './duty.ts'

export { amountOn, type Cited, historyOf, type NamedLimit } from './amount-on.ts'
export { type Band, type Banded, bandOn, bands, isNear, nearShare } from './band.ts'
export {
  type Due,
  type Duty,
  dutiesOn,
  dutySchema,
  type Fact,
  type Facts,
  factNames,
  inLanguage,
  type Lasting,
  readDuty,
} from './duty.ts'
export { type Cost, type Estimate, estimate, type Payment, type Step } from './estimate.ts'
export { allKinds, generalKind, type Kind, kinds } from './kind.ts'
export {
  type Authority,
  amountNames,
  type DatedRule,
  limitSchema,
  type Period,
  periodBefore,
  periodOn,
  readPeriods,
  speaksOf,
  withAmounts,
} from './limit.ts'
export { type Meaning, type VatGroup, vatGroups } from './meaning.ts'
export { mainKind } from './mixed.ts'

/** All rules as the knowledge base keeps them. */
export type Rules = { limits: readonly NamedLimit[]; duties: readonly Duty[] }
