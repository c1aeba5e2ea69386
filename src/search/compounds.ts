/** Compounds: Norwegian writes them as one word, and the last part says what the thing is. */

export type Parts = {
  /** Known terms that end with this one: the same thing, more exactly ("stol" → "kontorstol"). */
  endingWith(term: string): string[]
  /** Known terms that begin with this one ("kontor" → "kontorstol"). */
  beginningWith(term: string): string[]
  /** Known terms that this one ends with, longest first ("kontorstol" → "stol"). */
  endsOf(term: string): string[]
  /** Known terms that this one begins with, longest first ("kontorstol" → "kontor"). */
  beginningsOf(term: string): string[]
}

/** A short word begins more compounds than anybody means by it. */
const mostFound = 100

/** Learned from the knowledge base's own words: what is not written there is no part. `shortest` is in letters. */
export function learnParts(known: ReadonlyMap<string, unknown>, shortest: number): Parts {
  const terms = [...known.keys()].filter((term) => term.length >= shortest && !/\d/.test(term))
  const forwards = terms.toSorted()
  const backwards = terms.map(reversed).sort()
  const cuts = (term: string, cut: (at: number) => string) =>
    term.length <= shortest
      ? []
      : lengthsDown(term.length - 1, shortest)
          .map(cut)
          .filter((part) => known.has(part))
  return {
    beginningWith: (term) => (term.length < shortest ? [] : startingWith(forwards, term)),
    endingWith: (term) =>
      term.length < shortest ? [] : startingWith(backwards, reversed(term)).map(reversed),
    endsOf: (term) => cuts(term, (length) => term.slice(-length)),
    beginningsOf: (term) => cuts(term, (length) => term.slice(0, length)),
  }
}

const reversed = (term: string): string => [...term].reverse().join('')

const lengthsDown = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, from - to + 1) }, (_, at) => from - at)

/** Those of a sorted list that start with a term and go on after it. */
function startingWith(sorted: readonly string[], term: string): string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < term) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; found.length < mostFound && sorted[at]?.startsWith(term); at++)
    if (sorted[at] !== term) found.push(sorted[at] ?? '')
  return found
}
