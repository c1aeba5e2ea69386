/**
 * Search: a question in, the texts that it is about out, best first, with why. It knows words, spelling, compounds and
 * synonyms, in bokmål, nynorsk and English. It knows nothing of procurement, and it decides nothing.
 */
import { buildIndex, type Document, type Index, rarity } from './inverted-index.ts'
import { questionDefaults, readQuestion, type Word } from './question.ts'
import { trigramsOf } from './spelling.ts'
import { isStopWord } from './stop-words.ts'
import {
  type AlsoMeans,
  learnVocabulary,
  type Synonyms,
  type Variant,
  variantDefaults,
  variantsOf,
} from './variants.ts'
import { termOf, wordsOf } from './words.ts'

export type { Synonyms, Variant }
export { termOf, wordsOf }

/** A text to be found, as named fields; `searchDefaults.fields` says what each counts. */
export type Searchable = { id: string; fields: Readonly<Record<string, string>> }

/** What one word of the question gave: nothing where `variant` is undefined. `rarity` is what the word could tell. */
export type Part = Word & { rarity: number; variant: Variant | undefined; score: number }
/** `score` is what the words gave, and the likeness of letters (`letters`) besides. */
export type Found = { id: string; score: number; letters: number; parts: readonly Part[] }

export type Search = (question: string, most?: number) => { words: readonly Word[]; found: readonly Found[] }

export const searchDefaults = {
  k1: 1.2,
  b: 0.6,
  fields: { title: 1.5, group: 2.5, covers: 3.2, supplier: 2, searchWords: 2.5, body: 1 },
  /** What likeness of letters counts beside the words, and what each field counts in it. 0 leaves it out. */
  letters: 0.3,
  letterFields: { title: 1.5, group: 2, covers: 2.5, supplier: 1, searchWords: 2.5, body: 0.5 },
  question: questionDefaults,
  variants: variantDefaults,
}
export type SearchSettings = typeof searchDefaults

/** Builds the index once; the search itself is synchronous. Equal scores stand in the order of their ids. */
export function createSearch(
  texts: Iterable<Searchable>,
  { synonyms = new Map(), alsoMeans = () => [] }: { synonyms?: Synonyms; alsoMeans?: AlsoMeans } = {},
  settings: SearchSettings = searchDefaults,
): Search {
  const all = [...texts]
  const index = buildIndex(mapFields(all, termsIn), settings)
  const letters =
    settings.letters > 0
      ? buildIndex(mapFields(all, gramsIn), { ...settings, fields: settings.letterFields })
      : undefined
  const vocabulary = learnVocabulary(index.numbers, synonyms, alsoMeans, settings.variants)

  return (text, most = 10) => {
    const words = readQuestion(text, settings.question)
    const meanings = words.map((word) => ({ ...word, variants: variantsOf(word, vocabulary) }))
    const scores = scoreWords(index, meanings)
    const alike = letters && scoreLetters(letters, words, settings.letters)
    alike?.forEach((score, at) => {
      scores[at] = (scores[at] ?? 0) + score
    })
    const found = bestOf(scores, index.ids, most).map((at) => ({
      id: index.ids[at] ?? '',
      score: scores[at] ?? 0,
      letters: alike?.[at] ?? 0,
      parts: meanings.map((meaning) => ({
        word: meaning.word,
        term: meaning.term,
        weight: meaning.weight,
        rarity: rarityOf(index, meaning.term),
        ...bestIn(index, meaning, at),
      })),
    }))
    return { words, found }
  }
}

function* mapFields(texts: readonly Searchable[], read: (text: string) => string[]): Generator<Document> {
  for (const { id, fields } of texts)
    yield { id, fields: Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, read(text)])) }
}

/** The terms of a text, without the words that carry no subject. */
export const termsIn = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(termOf)

const gramsIn = (text: string): string[] => termsIn(text).flatMap(trigramsOf)

type Meaning = Word & { variants: readonly Variant[] }

/** A word counts once in a text: by the best of what it may mean there. */
function scoreWords(index: Index, meanings: readonly Meaning[]): Float64Array {
  const scores = new Float64Array(index.ids.length)
  const best = new Float64Array(index.ids.length)
  for (const { variants, weight } of meanings) {
    const touched: number[] = []
    for (const { term, sure } of variants)
      eachHolder(index, term, weight * sure, (text, score) => {
        const so = best[text] ?? 0
        if (so === 0) touched.push(text)
        if (score > so) best[text] = score
      })
    for (const text of touched) {
      scores[text] = (scores[text] ?? 0) + (best[text] ?? 0)
      best[text] = 0
    }
  }
  return scores
}

/** Three-letter groups that the question shares with a text, whichever words they stand in. */
function scoreLetters(letters: Index, words: readonly Word[], worth: number): Float64Array {
  const scores = new Float64Array(letters.ids.length)
  const weights = new Map<string, number>()
  for (const { term, weight } of words)
    for (const gram of trigramsOf(term)) weights.set(gram, Math.max(weight, weights.get(gram) ?? 0))
  for (const [gram, weight] of weights)
    eachHolder(letters, gram, weight * worth, (text, score) => {
      scores[text] = (scores[text] ?? 0) + score
    })
  return scores
}

/** Every text that holds a term, with what the term is worth there. */
function eachHolder(
  index: Index,
  term: string,
  worth: number,
  take: (text: number, score: number) => void,
): void {
  const number = index.numbers.get(term)
  if (number === undefined) return
  const start = index.starts[number] ?? 0
  const end = index.starts[number + 1] ?? 0
  const each = worth * rarity(end - start, index.ids.length)
  for (let place = start; place < end; place++)
    take(index.documents[place] ?? 0, each * (index.weights[place] ?? 0))
}

/** What gave a word its score in one text. */
function bestIn(index: Index, { variants, weight }: Meaning, text: number): Pick<Part, 'variant' | 'score'> {
  let best: Pick<Part, 'variant' | 'score'> = { variant: undefined, score: 0 }
  for (const variant of variants) {
    const number = index.numbers.get(variant.term)
    if (number === undefined) continue
    const start = index.starts[number] ?? 0
    const end = index.starts[number + 1] ?? 0
    const place = index.documents.subarray(start, end).indexOf(text)
    if (place === -1) continue
    const each = weight * variant.sure * rarity(end - start, index.ids.length)
    const score = each * (index.weights[start + place] ?? 0)
    if (score > best.score) best = { variant, score }
  }
  return best
}

const rarityOf = (index: Index, term: string): number => {
  const number = index.numbers.get(term)
  const holders = number === undefined ? 0 : (index.starts[number + 1] ?? 0) - (index.starts[number] ?? 0)
  return rarity(holders, index.ids.length)
}

/** The numbers of the best texts, best first; none that scored nothing. */
function bestOf(scores: Float64Array, ids: readonly string[], most: number): number[] {
  const best: number[] = []
  const before = (a: number, b: number) =>
    (scores[b] ?? 0) - (scores[a] ?? 0) || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1)
  scores.forEach((score, text) => {
    const last = best[most - 1]
    if (score <= 0 || (last !== undefined && before(text, last) > 0)) return
    const place = best.findIndex((other) => before(text, other) < 0)
    best.splice(place === -1 ? best.length : place, 0, text)
    best.length = Math.min(best.length, most)
  })
  return best
}
