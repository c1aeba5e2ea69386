/**
 * Search: a question in, the texts that it is about out, best first, with why. It knows words, spelling, compounds and
 * synonyms, in bokmål, nynorsk and English. It knows nothing of procurement, and it decides nothing.
 */
import { buildIndex, holdersOf, type Index, partsOf, rarity, readTexts } from './inverted-index.ts'
import { questionDefaults, readQuestion, type Word } from './question.ts'
import { trigramsOf } from './spelling.ts'
import { isStopWord } from './stop-words.ts'
import {
  type AlsoMeans,
  learnVocabulary,
  type Synonyms,
  type Variant,
  type Vocabulary,
  variantDefaults,
  variantsOf,
} from './variants.ts'
import { termOf, wordsOf } from './words.ts'

export type { Synonyms, Variant }
export { questionDefaults, readQuestion, termOf, trigramsOf, wordsOf }

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
  fields: { title: 1.5, group: 2.5, covers: 4, supplier: 2, searchWords: 1.5, body: 1 },
  /** What likeness of letters counts beside the words, and what each field counts in it. 0 leaves it out. */
  letters: 0.2,
  letterFields: { title: 3, group: 2, covers: 2.5, supplier: 1, searchWords: 1.7, body: 0.5 },
  /** Groups of letters that stand in a larger share of the texts tell too little for the time they take. */
  commonLetters: 0.5,
  /** In a long question the rarest groups are enough. */
  mostLetters: 30,
  /** The surest meanings of a word; a large collection has compounds without end. */
  mostVariants: 60,
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
  const collection = readTexts(texts, Object.keys(settings.fields), termsIn)
  const index = buildIndex(collection, settings)
  const letters =
    settings.letters > 0
      ? buildIndex(partsOf(collection, trigramsOf), { ...settings, fields: settings.letterFields })
      : undefined
  const vocabulary = learnVocabulary(index.numbers, synonyms, alsoMeans, settings.variants)

  // One search is over before the next begins: the long lists of scores are made once, which spares the collector.
  const scores = new Float64Array(index.ids.length)
  const best = new Float64Array(index.ids.length)
  const alike = new Float64Array(index.ids.length)

  return (text, most = 10) => {
    const words = readQuestion(text, settings.question)
    const meanings = words.map((word) => ({ ...word, variants: meaningsOf(word, vocabulary, settings) }))
    scoreWords(index, meanings, { scores, best })
    if (letters) scoreLetters(letters, words, settings, alike)
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + (alike[at] ?? 0)
    const found = bestOf(scores, index.ids, most).map((at) => ({
      id: index.ids[at] ?? '',
      score: scores[at] ?? 0,
      letters: alike[at] ?? 0,
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

/** The terms of a text, without the words that carry no subject. */
export const termsIn = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(termOf)

type Meaning = Word & { variants: readonly Variant[] }

const meaningsOf = (word: Word, vocabulary: Vocabulary, { mostVariants }: SearchSettings): Variant[] =>
  variantsOf(word, vocabulary)
    .sort((a, b) => b.sure - a.sure)
    .slice(0, mostVariants)

/** A word counts once in a text: by the best of what it may mean there. `best` is all zero before and after. */
function scoreWords(
  index: Index,
  meanings: readonly Meaning[],
  { scores, best }: { scores: Float64Array; best: Float64Array },
): void {
  scores.fill(0)
  for (const { variants, weight } of meanings) {
    const touched: number[] = []
    for (const { term, sure } of variants) {
      const { start, end, worth } = holders(index, term, weight * sure)
      for (let place = start; place < end; place++) {
        const text = index.texts[place] ?? 0
        const score = worth * (index.weights[place] ?? 0)
        const so = best[text] ?? 0
        if (so === 0) touched.push(text)
        if (score > so) best[text] = score
      }
    }
    for (const text of touched) {
      scores[text] = (scores[text] ?? 0) + (best[text] ?? 0)
      best[text] = 0
    }
  }
}

/** Three-letter groups that the question shares with a text, whichever words they stand in. */
function scoreLetters(
  letters: Index,
  words: readonly Word[],
  settings: SearchSettings,
  scores: Float64Array,
): void {
  scores.fill(0)
  const common = settings.commonLetters * letters.ids.length
  const weights = new Map<string, number>()
  for (const { term, weight } of words)
    for (const gram of trigramsOf(term)) weights.set(gram, Math.max(weight, weights.get(gram) ?? 0))
  const telling = [...weights]
    .map(([gram, weight]) => holders(letters, gram, weight * settings.letters))
    .filter(({ start, end }) => end - start <= common)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .slice(0, settings.mostLetters)
  for (const { start, end, worth } of telling)
    for (let place = start; place < end; place++) {
      const text = letters.texts[place] ?? 0
      scores[text] = (scores[text] ?? 0) + worth * (letters.weights[place] ?? 0)
    }
}

/** Where a term stands in the index, and what it is worth there at the most. */
function holders(index: Index, term: string, weight: number): { start: number; end: number; worth: number } {
  const number = index.numbers.get(term)
  if (number === undefined) return { start: 0, end: 0, worth: 0 }
  const start = index.starts[number] ?? 0
  const end = index.starts[number + 1] ?? 0
  return { start, end, worth: weight * rarity(end - start, index.ids.length) }
}

/** What gave a word its score in one text. */
function bestIn(index: Index, { variants, weight }: Meaning, text: number): Pick<Part, 'variant' | 'score'> {
  let best: Pick<Part, 'variant' | 'score'> = { variant: undefined, score: 0 }
  for (const variant of variants) {
    const { start, end, worth } = holders(index, variant.term, weight * variant.sure)
    const place = placeOf(index.texts, text, start, end)
    const score = place === undefined ? 0 : worth * (index.weights[place] ?? 0)
    if (score > best.score) best = { variant, score }
  }
  return best
}

/** Where `text` stands among ascending numbers from `start` up to `end`. */
function placeOf(texts: Int32Array, text: number, start: number, end: number): number | undefined {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((texts[middle] ?? 0) < text) low = middle + 1
    else high = middle
  }
  return low < end && texts[low] === text ? low : undefined
}

const rarityOf = (index: Index, term: string): number => {
  const number = index.numbers.get(term)
  return rarity(number === undefined ? 0 : holdersOf(index, number), index.ids.length)
}

/** The numbers of the best texts, best first; none that scored nothing. */
function bestOf(scores: Float64Array, ids: readonly string[], most: number): number[] {
  const best: number[] = []
  const before = (a: number, b: number) =>
    (scores[b] ?? 0) - (scores[a] ?? 0) || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1)
  let enough = 0
  for (let text = 0; text < scores.length; text++) {
    const score = scores[text] ?? 0
    if (score <= 0 || score < enough) continue
    best.push(text)
    if (best.length < 2 * most) continue
    best.sort(before).length = most
    enough = scores[best[most - 1] ?? 0] ?? 0
  }
  return best.sort(before).slice(0, most)
}
