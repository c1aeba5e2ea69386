/** The inverted index: which terms stand in which text, and how much each counts there (BM25F). */

/** Texts as the numbers of their terms, walked over rather than kept: letters of large collections take much room. */
export type Collection = {
  ids: readonly string[]
  fields: readonly string[]
  /** term → its number. */
  numbers: ReadonlyMap<string, number>
  /** Every term of every field of every text, text by text; `field` is its place in `fields`. */
  walk(take: (text: number, field: number, term: number) => void): void
}

export type IndexSettings = {
  /** How soon repetition stops to count. */
  k1: number
  /** How much a field that is longer than usual is held down, 0–1. */
  b: number
  /** What a field counts; a field without a weight is not searched. */
  fields: Readonly<Record<string, number>>
}

export type Index = {
  ids: readonly string[]
  /** term → its number. */
  numbers: ReadonlyMap<string, number>
  /** Where term number `n` stands: from `starts[n]` up to `starts[n + 1]` of the two lists below. */
  starts: Int32Array
  /** Numbers of texts, ascending within a term. */
  texts: Int32Array
  /** What the term counts in that text, between 0 and 1. */
  weights: Float32Array
}

const nothing = new Int32Array(0)

/** Reads each text once and in order; `termsIn` turns the words of a field into terms. */
export function readTexts(
  texts: Iterable<{ id: string; fields: Readonly<Record<string, string>> }>,
  fields: readonly string[],
  termsIn: (text: string) => readonly string[],
): Collection {
  const numbers = new Map<string, number>()
  const ids: string[] = []
  const read: Int32Array[][] = []
  for (const text of texts) {
    ids.push(text.id)
    read.push(
      fields.map((name) => {
        const words = text.fields[name]
        return words ? Int32Array.from(termsIn(words), (term) => numberOf(term, numbers)) : nothing
      }),
    )
  }
  const walk: Collection['walk'] = (take) => {
    for (let text = 0; text < read.length; text++)
      for (let field = 0; field < fields.length; field++)
        for (const term of read[text]?.[field] ?? nothing) take(text, field, term)
  }
  return { ids, fields, numbers, walk }
}

/** The same texts as the parts of their terms, such as groups of letters. */
export function partsOf(
  { ids, fields, numbers, walk }: Collection,
  split: (term: string) => readonly string[],
): Collection {
  const parts = new Map<string, number>()
  const inTerm = [...numbers.keys()].map((term) =>
    Int32Array.from(split(term), (part) => numberOf(part, parts)),
  )
  return {
    ids,
    fields,
    numbers: parts,
    walk: (take) =>
      walk((text, field, term) => {
        for (const part of inTerm[term] ?? nothing) take(text, field, part)
      }),
  }
}

function numberOf(term: string, numbers: Map<string, number>): number {
  const known = numbers.get(term)
  if (known !== undefined) return known
  numbers.set(term, numbers.size)
  return numbers.size - 1
}

export function buildIndex(collection: Collection, { k1, b, fields }: IndexSettings): Index {
  const { ids, numbers, walk } = collection
  const { lengths, starts } = count(collection)
  const gains = gainsOf(
    collection.fields.map((name) => fields[name] ?? 0),
    lengths,
    b,
  )
  const texts = new Int32Array(at(starts, numbers.size))
  const weights = new Float32Array(texts.length)
  const next = starts.slice(0, numbers.size)
  walk((text, field, term) => {
    const free = at(next, term)
    const known = free > at(starts, term) && texts[free - 1] === text
    const place = known ? free - 1 : free
    texts[place] = text
    weights[place] = at(weights, place) + at(gains, text * collection.fields.length + field)
    if (!known) next[term] = free + 1
  })
  for (let place = 0; place < weights.length; place++) {
    const frequency = at(weights, place)
    weights[place] = frequency / (frequency + k1)
  }
  return { ids, numbers, starts, texts, weights }
}

/** How long each field of each text is, and where each term's list starts. */
function count({ ids, fields, numbers, walk }: Collection): { lengths: Int32Array; starts: Int32Array } {
  const lengths = new Int32Array(ids.length * fields.length)
  const starts = new Int32Array(numbers.size + 1)
  const lastHolder = new Int32Array(numbers.size).fill(-1)
  walk((text, field, term) => {
    const cell = text * fields.length + field
    lengths[cell] = at(lengths, cell) + 1
    if (lastHolder[term] === text) return
    lastHolder[term] = text
    starts[term + 1] = at(starts, term + 1) + 1
  })
  for (let term = 0; term < numbers.size; term++) starts[term + 1] = at(starts, term + 1) + at(starts, term)
  return { lengths, starts }
}

/** What one term counts in each field of each text: the field's weight, held down where the field is long. */
function gainsOf(weights: readonly number[], lengths: Int32Array, b: number): Float32Array {
  const usual = weights.map((_, field) => {
    let sum = 0
    for (let cell = field; cell < lengths.length; cell += weights.length) sum += at(lengths, cell)
    return sum / (lengths.length / weights.length) || 1
  })
  return Float32Array.from(lengths, (length, cell) => {
    const field = cell % weights.length
    return (weights[field] ?? 0) / (1 - b + (b * length) / (usual[field] ?? 1))
  })
}

/** How many texts hold a term, given its number. */
export const holdersOf = ({ starts }: Index, number: number): number =>
  at(starts, number + 1) - at(starts, number)

/** How much a term that stands in `holders` of `total` texts tells; one that stands in none tells the most. */
export const rarity = (holders: number, total: number): number =>
  Math.log(1 + (total - holders + 0.5) / (holders + 0.5))

/** A typed array has no holes: what lies within its length is a number. */
const at = (list: Int32Array | Float32Array, place: number): number => list[place] ?? 0
