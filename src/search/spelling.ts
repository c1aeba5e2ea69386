/** How alike two words are by their letters: for words written wrong, and words that nobody taught us. */

/**
 * The least number of letters to add, leave out, change or swap with the next, to get from one word to the other
 * (Damerau's distance, each place touched once). Anything past `most` is told as `most + 1`.
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let earlier: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      here.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (here[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + change,
          swapped ? (earlier[column - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    if (Math.min(...here) > most) return most + 1
    earlier = above
    above = here
  }
  return Math.min(above[b.length] ?? 0, most + 1)
}

/** The three-letter groups of a word, each once, with its beginning and end marked: `^bi`, `bil`, `il$`. */
export function trigramsOf(word: string): string[] {
  const marked = `^${word}$`
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= marked.length; at++) grams.add(marked.slice(at, at + 3))
  return [...grams]
}

/** Words that can be found by the three-letter groups they share with another. */
export type Lexicon = { words: readonly string[]; withGram: ReadonlyMap<string, readonly number[]> }

/** Numbers are never written nearly right, and short words are like too many. */
export function learnSpelling(known: Iterable<string>, shortest: number): Lexicon {
  const words = [...known].filter((word) => word.length >= shortest && !/\d/.test(word))
  const withGram = new Map<string, number[]>()
  words.forEach((word, at) => {
    for (const gram of trigramsOf(word)) {
      const holders = withGram.get(gram)
      if (holders) holders.push(at)
      else withGram.set(gram, [at])
    }
  })
  return { words, withGram }
}

/** The words that share at least `least` groups with this one, and how many they share. */
export function sharingGrams(
  word: string,
  least: number,
  { words, withGram }: Lexicon,
): { other: string; shared: number }[] {
  const counts = new Uint8Array(words.length)
  const enough: number[] = []
  for (const gram of trigramsOf(word))
    for (const at of withGram.get(gram) ?? []) {
      const shared = (counts[at] ?? 0) + 1
      counts[at] = shared
      if (shared === least) enough.push(at)
    }
  return enough.map((at) => ({ other: words[at] ?? '', shared: counts[at] ?? 0 }))
}
