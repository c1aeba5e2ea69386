/** What a word of a question may mean among the terms of the knowledge base, and how surely. */
import { learnParts, type Parts } from './compounds.ts'
import { type Lexicon, learnSpelling, lettersApart, sharingGrams, trigramsOf } from './spelling.ts'

/** Term → the terms that mean the same. */
export type Synonyms = ReadonlyMap<string, ReadonlySet<string>>

/** `sure` is 1 for the word itself and less for everything else. */
export type Variant = {
  term: string
  how: 'same' | 'synonym' | 'compound' | 'spelling' | 'name'
  sure: number
}

export const variantDefaults = {
  synonym: 0.6,
  /** A compound that ends with the word is a kind of it, one that begins with it has to do with it. */
  kindOf: 0.2,
  hasToDoWith: 0.4,
  /** The question's compound ends with a known word: the same thing, less exactly. Or it begins with one. */
  general: 0.3,
  beginning: 0.4,
  /** Letters. What is shorter is no part: it stands in longer words by chance. */
  shortestPart: 4,
  /** A word written wrong: one letter, or two in a word of this length; less sure the more of it is wrong. */
  misspelt: 0.8,
  shortestMisspelt: 4,
  twoWrongFrom: 7,
  /** The share of three-letter groups in common (Dice) from which words are alike at all, and what that is worth. */
  alikeFrom: 0.55,
  alike: 0.7,
}
export type VariantSettings = typeof variantDefaults

export type Vocabulary = {
  known: ReadonlyMap<string, unknown>
  synonyms: Synonyms
  settings: VariantSettings
  parts: Parts
  lexicon: Lexicon
  alsoMeans: AlsoMeans
}

/** What else an unknown word may mean, by knowledge of one's own. */
export type AlsoMeans = (word: string) => readonly Variant[]

export const learnVocabulary = (
  known: ReadonlyMap<string, unknown>,
  synonyms: Synonyms,
  alsoMeans: AlsoMeans,
  settings: VariantSettings,
): Vocabulary => ({
  known,
  synonyms,
  alsoMeans,
  settings,
  parts: learnParts(known, settings.shortestPart),
  lexicon: learnSpelling(known.keys(), settings.shortestMisspelt),
})

/** Each known term once, by the surest way that leads to it. A word that is known is not taken for another. */
export function variantsOf(
  { word, term }: { word: string; term: string },
  vocabulary: Vocabulary,
): Variant[] {
  const { known, synonyms, settings, alsoMeans } = vocabulary
  const best = new Map<string, Variant>()
  const keep = (variant: Variant) => {
    if (variant.sure > (best.get(variant.term)?.sure ?? 0)) best.set(variant.term, variant)
  }
  for (const variant of sameOrCompound(term, vocabulary)) keep(variant)
  for (const synonym of synonyms.get(term) ?? [])
    for (const variant of sameOrCompound(synonym, vocabulary))
      keep({ ...variant, how: 'synonym', sure: variant.sure * settings.synonym })
  if (!known.has(term) && !synonyms.has(term)) {
    for (const variant of misspelt(term, vocabulary)) keep(variant)
    for (const variant of alsoMeans(word)) keep(variant)
  }
  return [...best.values()]
}

function* sameOrCompound(term: string, { known, parts, settings }: Vocabulary): Generator<Variant> {
  if (known.has(term)) yield { term, how: 'same', sure: 1 }
  const compound = (found: readonly string[], sure: number) =>
    found.map((part): Variant => ({ term: part, how: 'compound', sure }))
  yield* compound(parts.endingWith(term), settings.kindOf)
  yield* compound(parts.beginningWith(term), settings.hasToDoWith)
  yield* compound(parts.endsOf(term), settings.general)
  yield* compound(parts.beginningsOf(term), settings.beginning)
}

function* misspelt(term: string, { lexicon, settings }: Vocabulary): Generator<Variant> {
  const own = trigramsOf(term).length
  const mostWrong = term.length < settings.shortestMisspelt ? 0 : term.length < settings.twoWrongFrom ? 1 : 2
  // A wrong letter breaks three groups, two that are swapped break four.
  const leastMisspelt = own - 4 * mostWrong
  const leastAlike = Math.ceil((settings.alikeFrom * own) / (2 - settings.alikeFrom))
  for (const { other, shared } of sharingGrams(
    term,
    Math.max(1, Math.min(leastMisspelt, leastAlike)),
    lexicon,
  )) {
    const alike = (2 * shared) / (own + other.length)
    if (alike >= settings.alikeFrom) yield { term: other, how: 'spelling', sure: settings.alike * alike }
    if (shared < leastMisspelt || Math.abs(other.length - term.length) > mostWrong) continue
    const wrong = lettersApart(term, other, mostWrong)
    if (wrong <= mostWrong)
      yield { term: other, how: 'spelling', sure: settings.misspelt * (1 - wrong / (term.length + 2)) }
  }
}
