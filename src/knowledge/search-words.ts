import { questionDefaults, readQuestion, termOf, termsIn, wordsOf } from '../search/search.ts'
import { faultAt, type KnowledgeFault } from './fault.ts'
import { type Item, isSearched, onSameAgreement } from './item.ts'

/** Fewer search words than this leave an item to be found by its own formal text alone. */
const fewest = 10
/** A search word that stands on more than every eighth item tells none of them apart. */
const commonFrom = 1 / 8

/** The words of a question that tell what it is about; those said with any purchase only where there are no others. */
export function searchWordsFrom(question: string): string[] {
  const words = readQuestion(question)
  const telling = words.filter(({ weight }) => weight > questionDefaults.common)
  return (telling.length > 0 ? telling : words).map(({ word }) => word)
}

/** What is amiss with the search words of all items, seen together. Suppliers on one agreement count as one item. */
export function searchWordWarnings(all: readonly Item[]): KnowledgeFault[] {
  const items = all.filter(isSearched)
  const holders = new Map<string, Item[]>()
  for (const item of items)
    for (const term of new Set(item.searchWords.flatMap(termsIn))) {
      const so = holders.get(term) ?? []
      if (!so.some((other) => onSameAgreement(other, item))) holders.set(term, [...so, item])
    }
  const most = Math.max(1, Math.floor(items.length * commonFrom))
  return items.flatMap((item) => [
    ...(item.searchWords.length < fewest
      ? [
          faultAt(
            item.place,
            'søkeord',
            `har ${item.searchWords.length} ord. Skriv minst ${fewest} hverdagsord, så blir «${item.id}» lettere å finne`,
          ),
        ]
      : []),
    ...item.searchWords
      .flatMap(wordsOf)
      .filter(
        (word) => holders.get(termOf(word))?.[0] === item && (holders.get(termOf(word))?.length ?? 0) > most,
      )
      .map((word) =>
        faultAt(
          item.place,
          'søkeord',
          `«${word}» står på ${holders.get(termOf(word))?.length} ting og skiller ingen av dem fra de andre. Bruk et ord som gjelder færre`,
        ),
      ),
  ])
}
