import type { Day } from '../kit/day.ts'
import type { DatedRule } from '../rules/rules.ts'

/** What every item of the knowledge base carries. `validTo` is the last day it holds; null is open-ended. */
type Header = {
  id: string
  title: string
  owner: string
  validFrom: Day
  validTo: Day | null
  reviewDate: Day
  source: string
  links: readonly string[]
  /** Everyday words that lead here and that the text itself does not use. */
  searchWords: readonly string[]
  place: Place
}

/** Where it is written, so that a fault can be found again; `fieldLines` where each field has a line of its own. */
export type Place = { file: string; line: number; fieldLines?: Readonly<Record<string, number>> }

export const callOffMethods = {
  direkte: 'direct',
  rangert: 'ranked',
  minikonkurranse: 'mini-competition',
  'direkte eller minikonkurranse': 'direct-or-mini-competition',
} as const
type CallOffMethod = (typeof callOffMethods)[keyof typeof callOffMethods]

/** A framework agreement (rammeavtale) with one supplier. Those with the same title and a rank belong together. */
export type Agreement = Header & {
  type: 'agreement'
  agreementNumber: string
  group: string
  subgroup: string
  supplier: string
  rank: number | null
  covers: readonly string[]
  scope: string
  ordering: string
  eOrdering: boolean
  callOff: CallOffMethod
  /** Above how many kroner without VAT a call-off takes a mini-competition; null where it is not said. */
  miniCompetitionOver: number | null
  /** Duration as agreed, e.g. `2+1+1` years: the first period and the options. */
  term: string
  optionsTaken: number
  latestEnd: Day
}

export type Article = Header & {
  type: 'routine' | 'template' | 'guideline'
  /** Markdown: paragraphs, `1.` and `-` lists. */
  body: string
  version: string | undefined
  section: string | undefined
  dated: Day | undefined
  /** The file a template hands out, relative to the knowledge folder. */
  attachment: string | undefined
}

/** One that is not `searched` is reckoned with, and shown where another item leads to it. */
export type Limit = Header & DatedRule & { type: 'limit'; searched: boolean }

export type Item = Agreement | Article | Limit

/** Whether a question can lead to it. */
export const isSearched = (item: Item): boolean => item.type !== 'limit' || item.searched

/** Suppliers that are ranked on one framework agreement: to people they are one answer. */
export const onSameAgreement = (a: Item, b: Item): boolean =>
  a.type === 'agreement' &&
  b.type === 'agreement' &&
  a.rank !== null &&
  b.rank !== null &&
  a.title === b.title

export type Validity = 'valid' | 'not-yet' | 'ended'

export function validityOn(item: Pick<Item, 'validFrom' | 'validTo'>, day: Day): Validity {
  if (day < item.validFrom) return 'not-yet'
  return item.validTo !== null && item.validTo < day ? 'ended' : 'valid'
}
