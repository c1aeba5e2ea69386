import { type Item, onSameAgreement } from './item.ts'
import { nameFinder } from './names.ts'
import { buildIndex, type Document, type Index, rarity, variantsOf, weightIn } from './search-index.ts'
import type { Synonyms } from './synonyms.ts'
import { isStopWord, termOf, termsOf, wordsOf } from './words.ts'

/** How much each field of an item counts beside its body. */
const fieldWeights = { title: 3, group: 2.5, covers: 2.5, supplier: 2, body: 1 }
/** What a supplier or number written nearly right adds, beside a word found exactly. */
const nameWorth = 6

export type Hit = {
  item: Item
  score: number
  /** How much of what the question is about this item explains, 0–1, rare words counting most. */
  explained: number
}

export type Search = (question: string) => Hit[]

/** Builds the search over all items, once. The search itself is synchronous: best first, at most `limit` hits. */
export function createSearch(items: readonly Item[], synonyms: Synonyms, limit = 10): Search {
  const index = buildIndex(items.map(documentOf))
  const byId = new Map(items.map((item) => [item.id, item]))
  const names = nameFinder(items)
  return (question) => {
    const words = [...new Set(wordsOf(question).filter((word) => !isStopWord(word)))]
    const unknown = words.filter((word) => !index.postings.has(termOf(word)) || /\d/.test(word))
    const near = names.near([...unknown, ...(question.match(/\d{4}\/\d+/g) ?? [])])
    return rank(index, words.map(termOf), synonyms, near)
      .flatMap(({ id, score, explained }) => {
        const item = byId.get(id)
        return item ? [{ item, score, explained }] : []
      })
      .sort((a, b) => b.score - a.score || (a.item.id < b.item.id ? -1 : 1))
      .map(inRankOrder)
      .slice(0, limit)
  }
}

/** The suppliers of one agreement keep the places they won together, but stand in the order they are to be asked in. */
function inRankOrder(hit: Hit, _: number, all: readonly Hit[]): Hit {
  const family = all.filter(({ item }) => onSameAgreement(item, hit.item))
  const byRank = family.toSorted((a, b) => rankOf(a.item) - rankOf(b.item))
  return { ...hit, item: byRank[family.indexOf(hit)]?.item ?? hit.item }
}

const rankOf = (item: Item): number => (item.type === 'agreement' ? (item.rank ?? 0) : 0)

/** Each word of the question counts once in a document: by the best of the terms that it may mean there. */
function rank(index: Index, terms: readonly string[], synonyms: Synonyms, near: ReadonlyMap<string, number>) {
  const concepts = terms.map((term) => ({
    rarity: rarity(index, term),
    variants: variantsOf(index, term, synonyms),
  }))
  const wanted = concepts.reduce((sum, concept) => sum + concept.rarity, 0)
  const scores = new Map<number, { score: number; explained: number }>()
  for (const { rarity: worth, variants } of concepts) {
    const best = new Map<number, { score: number; sure: number }>()
    for (const [variant, sure] of variants)
      for (const document of index.postings.get(variant)?.keys() ?? []) {
        const score = sure * weightIn(index, variant, document)
        const so = best.get(document)
        best.set(document, { score: Math.max(score, so?.score ?? 0), sure: Math.max(sure, so?.sure ?? 0) })
      }
    for (const [document, { score, sure }] of best) {
      const so = scores.get(document) ?? { score: 0, explained: 0 }
      scores.set(document, { score: so.score + score, explained: so.explained + (sure * worth) / wanted })
    }
  }
  return index.ids.flatMap((id, at) => {
    const found = scores.get(at) ?? { score: 0, explained: 0 }
    const named = near.get(id) ?? 0
    const score = found.score + named * nameWorth
    return score > 0 ? [{ id, score, explained: Math.max(found.explained, named) }] : []
  })
}

function documentOf(item: Item): Document {
  const field = (weight: number, text: string) => ({ weight, terms: termsOf(text) })
  const head = [field(fieldWeights.title, item.title)]
  switch (item.type) {
    case 'agreement':
      return {
        id: item.id,
        fields: [
          ...head,
          field(fieldWeights.group, `${item.group} ${item.subgroup}`),
          field(fieldWeights.covers, item.covers.join(' ')),
          field(fieldWeights.supplier, `${item.supplier} ${item.agreementNumber}`),
          field(fieldWeights.body, `${item.scope} ${item.ordering}`),
        ],
      }
    case 'limit':
      return { id: item.id, fields: [...head, field(fieldWeights.body, item.periods[0]?.text ?? '')] }
    default:
      return {
        id: item.id,
        fields: [...head, field(fieldWeights.group, item.source), field(fieldWeights.body, item.body)],
      }
  }
}
