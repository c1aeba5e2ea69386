/**
 * The inverted index: which terms stand in which document, how much each counts (BM25F), and which terms of the
 * knowledge base a word of a question may mean: the same, a synonym, a part of a compound, or nearly the same letters.
 */

import type { Synonyms } from './synonyms.ts'

/** A document as weighted fields of terms. */
export type Document = { id: string; fields: readonly { weight: number; terms: readonly string[] }[] }

const defaults = {
  /** How soon repetition stops to count, and how much a long document is held down (BM25). */
  k1: 1.6,
  b: 0.4,
  /** What a match is worth beside an exact one: a synonym, a part of a compound, nearly the same letters. */
  synonym: 0.75,
  compound: 0.6,
  /** A short part may stand in a compound by chance: a gift is no "merverdiavgift". */
  shortPart: 0.5,
  shortUnder: 6,
  /** A word that the question's word only begins with says little: a place in a kindergarten is no kindergarten. */
  beginning: 0.35,
  nearlySame: 0.7,
  /** Shortest part of a compound, and how alike (Dice over trigrams) two words must be. */
  shortestPart: 4,
  alike: 0.55,
}
export type Settings = typeof defaults

export type Index = {
  settings: Settings
  /** term → document number → weighted frequency. */
  postings: ReadonlyMap<string, ReadonlyMap<number, number>>
  ids: readonly string[]
  lengths: readonly number[]
  averageLength: number
  /** trigram → terms that hold it; and how many trigrams each term has. */
  trigrams: ReadonlyMap<string, readonly string[]>
}

export function buildIndex(documents: readonly Document[], settings: Settings = defaults): Index {
  const postings = new Map<string, Map<number, number>>()
  const lengths = documents.map(() => 0)
  documents.forEach((document, at) => {
    for (const { weight, terms } of document.fields)
      for (const term of terms) {
        const posting = postings.get(term) ?? new Map<number, number>()
        posting.set(at, (posting.get(at) ?? 0) + weight)
        postings.set(term, posting)
        lengths[at] = (lengths[at] ?? 0) + weight
      }
  })
  const trigrams = new Map<string, string[]>()
  for (const term of postings.keys())
    for (const gram of trigramsOf(term)) trigrams.set(gram, [...(trigrams.get(gram) ?? []), term])
  return {
    settings,
    postings,
    ids: documents.map((document) => document.id),
    lengths,
    averageLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    trigrams,
  }
}

/** How rare a term is: log of documents over documents that hold it. A term that nobody has is the rarest. */
export const rarity = (index: Index, term: string): number => {
  const holders = index.postings.get(term)?.size ?? 0
  return Math.log(1 + (index.ids.length - holders + 0.5) / (holders + 0.5))
}

/** What one term is worth in one document, between 0 and its rarity. */
export function weightIn(index: Index, term: string, document: number): number {
  const frequency = index.postings.get(term)?.get(document) ?? 0
  if (frequency === 0) return 0
  const { k1, b } = index.settings
  const length = 1 - b + b * ((index.lengths[document] ?? 0) / index.averageLength)
  return (rarity(index, term) * frequency) / (frequency + k1 * length)
}

/** The terms of the knowledge base that a term of the question may mean, and how surely (1 = the same). */
export function variantsOf(index: Index, term: string, synonyms: Synonyms): Map<string, number> {
  const variants = new Map<string, number>()
  const keep = (found: Iterable<[string, number]>, worth = 1) => {
    for (const [variant, sure] of found)
      variants.set(variant, Math.max(sure * worth, variants.get(variant) ?? 0))
  }
  keep(sameOrCompound(index, term))
  for (const synonym of synonyms.get(term) ?? []) keep(sameOrCompound(index, synonym), index.settings.synonym)
  if (!index.postings.has(term) && !synonyms.has(term)) keep(alike(index, term), index.settings.nearlySame)
  return variants
}

function* sameOrCompound({ postings, settings }: Index, term: string): Generator<[string, number]> {
  if (postings.has(term)) yield [term, 1]
  if (term.length < settings.shortestPart) return
  for (const known of postings.keys()) {
    if (known === term || known.length < settings.shortestPart) continue
    const part =
      Math.min(known.length, term.length) < settings.shortUnder ? settings.shortPart : settings.compound
    if (known.endsWith(term) || known.startsWith(term) || term.endsWith(known)) yield [known, part]
    else if (term.startsWith(known)) yield [known, settings.beginning]
  }
}

function alike(index: Index, term: string): [string, number][] {
  const grams = trigramsOf(term)
  const shared = new Map<string, number>()
  for (const gram of grams)
    for (const known of index.trigrams.get(gram) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1)
  return [...shared]
    .map(([known, count]): [string, number] => [
      known,
      (2 * count) / (grams.length + trigramsOf(known).length),
    ])
    .filter(([, likeness]) => likeness >= index.settings.alike)
}

/** The three-letter parts of a word, with its beginning and end marked. */
const trigramsOf = (term: string): string[] => {
  const marked = `^${term}$`
  return [
    ...new Set(Array.from({ length: Math.max(1, marked.length - 2) }, (_, at) => marked.slice(at, at + 3))),
  ]
}
