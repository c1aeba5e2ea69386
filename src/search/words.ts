/** From text to terms: words, Norwegian letters as people type them, and stems. */
import snowball from 'snowball-stemmers'

/** No word is longer than this; what is, is no word, and only its beginning is read. */
const longestWord = 40

/** The words of a text, lower case, in order; `hev/senk` and `e-handel` come apart and whole, single letters only whole. */
export function wordsOf(text: string): string[] {
  const found =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\d]+(?:[-/][\p{L}\d]+)*/gu) ?? []
  return found
    .map((word) => word.slice(0, longestWord))
    .flatMap((word) =>
      /[-/]/.test(word)
        ? [word.replace(/[-/]/g, ''), ...word.split(/[-/]/).filter((part) => part.length > 1)]
        : [word],
    )
}

/** Norwegian letters as people type them without a Norwegian keyboard. */
export const fold = (word: string): string =>
  word.replace(/[åä]/g, 'a').replace(/[øö]/g, 'o').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{M}/gu, '')

const stemmer = snowball.newStemmer('norwegian')
/** Stemming costs more than anything else here, and texts repeat their words. */
const termsKnown = new Map<string, string>()
const mostTermsKnown = 200_000

/** What a word is indexed and looked up as: stemmed, then folded. */
export function termOf(word: string): string {
  const known = termsKnown.get(word)
  if (known !== undefined) return known
  // Agents lose an ending at each go: skrivere, skriver, skriv. And m is doubled only before an ending: hjem, hjemmet.
  const once = stemmer.stem(word)
  const term = fold(stemmer.stem(once)).replace(/mm$/, 'm')
  if (termsKnown.size >= mostTermsKnown) termsKnown.clear()
  termsKnown.set(word, term)
  return term
}
