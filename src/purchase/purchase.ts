/**
 * What a person says about a purchase in plain words, and what the dated rules say to it: read, reckoned line by line and
 * put into a sentence with its paragraphs. It asks for what is missing and shows no cards.
 */
export { readingOf, stepsOf, takenForGranted } from './arithmetic.ts'
export { conclusionOf } from './conclusion.ts'
export { linkedAll } from './law-link.ts'
export {
  changedFacts,
  type Purchase,
  readPurchase,
  saidLater,
  withoutAmounts,
} from './reading.ts'
export {
  type Assumed,
  choicesIn,
  type Missing,
  type Reckoned,
  type Reckoning,
  reckon,
  type Told,
} from './reckon.ts'
export { type SayRules, speakRules } from './rule-sentences.ts'
