import {
  createSearch,
  type Found,
  type Searchable,
  type SearchSettings,
  searchDefaults,
} from '../search/search.ts'
import { confidenceIn, type Signs, signsIn } from './confidence.ts'
import { type Item, isSearched, onSameAgreement } from './item.ts'
import { worthOfKind } from './kinds.ts'
import { nameFinder } from './names.ts'
import type { Outside } from './outside.ts'
import type { Reading } from './read.ts'

/** `score` is that of the search, times `kind`: how much the question's words speak for this kind of item. */
export type Hit = Omit<Found, 'id'> & { item: Item; kind: number }

/** What a question found, best first. */
export type Hits = {
  hits: readonly Hit[]
  /** How sure it is that the best of them answers the question, 0–1, as measured on questions with known answers. */
  confidence: number
  /** What that is worked out from; undefined where nothing was found. */
  signs: Signs | undefined
  /** The question is nothing but the title of the best hit. */
  named: boolean
  /** What the question is about, where that is nearer than anything that can be answered here. */
  outside: Outside | undefined
}

/** Synchronous: at most `most` hits, ten if nothing else is said. */
export type SearchKnowledge = (question: string, most?: number) => Hits

/** What must be found at least, so that the best can be compared with the next and with what is not ours. */
const fewestCompared = 10

/**
 * Builds the search over all items, once. What is not answered here is searched together with them, so that a question
 * about it is not taken for the item that happens to share a word with it.
 */
export function searchKnowledge(
  { items, outside, synonyms }: Pick<Reading, 'items' | 'outside' | 'synonyms'>,
  settings: SearchSettings = searchDefaults,
  kindWorth = worthOfKind,
): SearchKnowledge {
  const texts = [...items.filter(isSearched).map(textOf), ...outside.map(outsideText)]
  const names = nameFinder(items)
  const search = createSearch(texts, { synonyms, alsoMeans: names.alsoMeans }, settings)
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const outsideOf = new Map(outside.map((subject) => [subject.id, subject]))
  return (question, most = fewestCompared) => {
    const { found } = search(question, Math.max(most, fewestCompared) + outside.length)
    const hits = found
      .flatMap(({ id, ...rest }) => {
        const item = itemOf.get(id)
        const kind = item ? kindWorth(question, item) : 1
        return item ? [{ ...rest, item, kind, score: rest.score * kind }] : []
      })
      .sort((a, b) => b.score - a.score)
    const notOurs = found.find(({ id }) => outsideOf.has(id))
    const [best] = hits
    const next = hits.find(({ item }) => best && item !== best.item && !onSameAgreement(item, best.item))
    const signs = signsIn(best, next, notOurs)
    return {
      hits: inRankOrder(hits).slice(0, most),
      signs,
      confidence: confidenceIn(signs),
      named: best !== undefined && names.isTitle(question, best.item),
      outside: notOurs && notOurs === found[0] ? outsideOf.get(notOurs.id) : undefined,
    }
  }
}

/** The suppliers of one agreement keep the places they won together, but stand in the order they are to be asked in. */
const inRankOrder = (hits: readonly Hit[]): Hit[] =>
  hits.map((hit) => {
    const family = hits.filter(({ item }) => onSameAgreement(item, hit.item))
    const byRank = family.toSorted((a, b) => rankOf(a.item) - rankOf(b.item))
    return { ...hit, item: byRank[family.indexOf(hit)]?.item ?? hit.item }
  })

const rankOf = (item: Item): number => (item.type === 'agreement' ? (item.rank ?? 0) : 0)

const outsideText = ({ id, title, searchWords }: Outside) => ({
  id,
  fields: { title, searchWords: searchWords.join(', ') },
})

export function textOf(item: Item): Searchable {
  const shared = { title: withoutPlaces(item.title), searchWords: item.searchWords.join(', ') }
  switch (item.type) {
    case 'agreement':
      return {
        id: item.id,
        fields: {
          ...shared,
          group: `${item.group} ${item.subgroup}`,
          covers: item.covers.join(', '),
          supplier: `${item.supplier} ${item.agreementNumber}`,
          body: `${item.scope} ${item.ordering}`,
        },
      }
    case 'limit':
      return { id: item.id, fields: { ...shared, body: withoutPlaces(item.periods[0]?.text ?? '') } }
    default:
      return { id: item.id, fields: { ...shared, group: item.source, body: item.body } }
  }
}

/** Where a limit's text holds the place of an amount, the place is no word of it. */
const withoutPlaces = (text: string): string => text.replace(/\{.*?\}/g, ' ')
