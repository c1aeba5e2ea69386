import { type Hit, type Item, onSameAgreement } from '../knowledge/knowledge.ts'

/** What became of a question. `hits` are the sources best first, also those that were not good enough. */
export type Decision =
  | { kind: 'answer'; item: Item; hits: readonly Hit[] }
  | { kind: 'choose'; items: readonly Item[]; hits: readonly Hit[] }
  | { kind: 'refuse'; hits: readonly Hit[] }

const defaults = {
  /** The share of the question that the best item must explain to be given as the answer, and to be offered at all. */
  answerFrom: 0.45,
  offerFrom: 0.25,
  /** A second item with at least this share of the best one's score is too near to choose for the person. */
  tooNear: 0.96,
  /** How many to choose between, and the share of the best one's score that the others must have. */
  offered: 3,
  worthOffering: 0.5,
}

/** Three zones: sure enough → the answer; in between, or two that are equally near → a choice; else → a refusal. */
export function decide(hits: readonly Hit[], settings = defaults): Decision {
  const [best, ...rest] = onePerAgreement(hits)
  if (!best || best.explained < settings.offerFrom) return { kind: 'refuse', hits }
  const near = rest.filter(
    (hit) => hit.score >= best.score * settings.tooNear && hit.explained >= settings.offerFrom,
  )
  if (best.explained >= settings.answerFrom && near.length === 0)
    return { kind: 'answer', item: best.item, hits }
  const offered = [best, ...rest.filter((hit) => hit.score >= best.score * settings.worthOffering)].slice(
    0,
    settings.offered,
  )
  return offered.length === 1
    ? { kind: 'answer', item: best.item, hits }
    : { kind: 'choose', items: offered.map((hit) => hit.item), hits }
}

/** The suppliers of one framework agreement are one answer: the best placed stands for all of them. */
const onePerAgreement = (hits: readonly Hit[]): Hit[] =>
  hits.filter((hit, at) => !hits.slice(0, at).some((better) => onSameAgreement(better.item, hit.item)))
