/** The inverted index: which terms stand in which document, and how much each counts there (BM25F). */

/** A document as named fields of terms. What a field counts is a setting, not the document's. */
export type Document = { id: string; fields: Readonly<Record<string, readonly string[]>> }

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
  /** Document numbers, ascending within a term. */
  documents: Int32Array
  /** What the term counts in that document, between 0 and 1. */
  weights: Float32Array
}

/** Reads each document once and in order; a generator keeps a large collection out of memory. */
export function buildIndex(documents: Iterable<Document>, { k1, b, fields }: IndexSettings): Index {
  const names = Object.keys(fields)
  const { ids, numbers, read, holders } = readTerms(documents, names)
  const usual = names.map(
    (_, field) => sum(read.map((document) => document[field]?.length ?? 0)) / ids.length,
  )

  const starts = new Int32Array(numbers.size + 1)
  holders.forEach((count, number) => {
    starts[number + 1] = at(starts, number) + count
  })
  const standsIn = new Int32Array(at(starts, numbers.size))
  const weights = new Float32Array(standsIn.length)
  const next = starts.slice(0, numbers.size)
  read.forEach((document, which) => {
    document.forEach((terms, field) => {
      const gain = (fields[names[field] ?? ''] ?? 0) / (1 - b + b * (terms.length / (usual[field] || 1)))
      for (const number of terms) {
        const free = at(next, number)
        const known = free > at(starts, number) && standsIn[free - 1] === which
        const place = known ? free - 1 : free
        standsIn[place] = which
        weights[place] = at(weights, place) + gain
        if (!known) next[number] = free + 1
      }
    })
  })
  for (let place = 0; place < weights.length; place++) {
    const frequency = at(weights, place)
    weights[place] = frequency / (frequency + k1)
  }
  return { ids, numbers, starts, documents: standsIn, weights }
}

/** Every document's terms as numbers, by field, and in how many documents each term stands. */
function readTerms(documents: Iterable<Document>, names: readonly string[]) {
  const numbers = new Map<string, number>()
  const holders: number[] = []
  const lastHolder: number[] = []
  const ids: string[] = []
  const read: Int32Array[][] = []
  const numberOf = (term: string, which: number): number => {
    const known = numbers.get(term)
    const number = known ?? numbers.size
    if (known === undefined) numbers.set(term, number)
    if (lastHolder[number] !== which) holders[number] = (holders[number] ?? 0) + 1
    lastHolder[number] = which
    return number
  }
  for (const { id, fields } of documents) {
    const which = ids.push(id) - 1
    read.push(names.map((name) => Int32Array.from(fields[name] ?? [], (term) => numberOf(term, which))))
  }
  return { ids, numbers, read, holders }
}

/** How much a term that stands in `holders` of `total` documents tells; one that stands in none tells the most. */
export const rarity = (holders: number, total: number): number =>
  Math.log(1 + (total - holders + 0.5) / (holders + 0.5))

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** A typed array has no holes: what lies within its length is a number. */
const at = (list: Int32Array | Float32Array, place: number): number => list[place] ?? 0
