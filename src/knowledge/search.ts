import { type Item, onSameAgreement } from './item.ts'
import { nameFinder } from './names.ts'
import { buildIndex, type Document, type Index, rarity, variantsOf, weightIn } from './search-index.ts'
import type { Synonyms } from './synonyms.ts'
import { isStopWord, termOf, termsOf, wordsOf } from './words.ts'

/** How much each field of an item counts beside its body. */
const fieldWeights = { title: 3, group: 2.5, covers: 2.5, supplier: 2, body: 1 }
/** More words than a question has: what comes after is not read, so that no question takes long. */
const longestQuestion = 60
/** More agreement numbers than anybody asks about at once. */
const longestNumbers = 5
/** In a long story only some words are the question: this many, the rarest that the knowledge base knows. */
const wordsThatMatter = 5
/** What a supplier or number written nearly right adds, beside a word found exactly. */
const nameWorth = 6

export type Hit = {
  item: Item
  score: number
  /** How much of what the question is about this item explains, 0–1, rare words counting most. */
  explained: number
  /** How surely the best of the words was matched: 1 the same word, 0.6 part of a compound, less by likeness alone. */
  surest: number
}

export type Search = (question: string) => Hit[]

/** Builds the search over all items, once. The search itself is synchronous: best first, at most `limit` hits. */
export function createSearch(items: readonly Item[], synonyms: Synonyms, limit = 10): Search {
  const index = buildIndex(items.map(documentOf))
  const byId = new Map(items.map((item) => [item.id, item]))
  const names = nameFinder(items)
  return (question) => {
    const words = [...new Set(wordsOf(question).filter((word) => !isStopWord(word)))].slice(
      0,
      longestQuestion,
    )
    const unknown = words.filter((word) => !index.postings.has(termOf(word)) || /\d/.test(word))
    const near = names.near([
      ...unknown,
      ...(question.match(/\d{4}\/\d{1,6}/g) ?? []).slice(0, longestNumbers),
    ])
    return rank(index, words.map(termOf), synonyms, near)
      .flatMap(({ id, ...found }) => {
        const item = byId.get(id)
        return item ? [{ item, ...found }] : []
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
  const wanted = concepts
    .toSorted((a, b) => Math.sign(b.variants.size) - Math.sign(a.variants.size) || b.rarity - a.rarity)
    .slice(0, wordsThatMatter)
    .reduce((sum, concept) => sum + concept.rarity, 0)
  const scores = new Map<number, Omit<Hit, 'item'>>()
  for (const { rarity: worth, variants } of concepts)
    for (const [document, { score, sure }] of bestMatches(index, variants)) {
      const so = scores.get(document) ?? nothing
      scores.set(document, {
        score: so.score + score,
        explained: so.explained + (sure * worth) / wanted,
        surest: Math.max(so.surest, sure),
      })
    }
  return index.ids.flatMap((id, at) => {
    const found = scores.get(at) ?? nothing
    const named = near.get(id) ?? 0
    const score = found.score + named * nameWorth
    if (score === 0) return []
    const explained = Math.min(1, Math.max(found.explained, named))
    return [{ id, score, explained, surest: Math.max(found.surest, named) }]
  })
}

const nothing = { score: 0, explained: 0, surest: 0 }

/** Document → the best that any variant of one word gives there. */
function bestMatches(index: Index, variants: ReadonlyMap<string, number>) {
  const best = new Map<number, { score: number; sure: number }>()
  for (const [variant, sure] of variants)
    for (const document of index.postings.get(variant)?.keys() ?? []) {
      const score = sure * weightIn(index, variant, document)
      const so = best.get(document)
      best.set(document, { score: Math.max(score, so?.score ?? 0), sure: Math.max(sure, so?.sure ?? 0) })
    }
  return best
}

function documentOf(item: Item): Document {
  // Where a limit's text holds the place of an amount, the place is no word of it.
  const field = (weight: number, text: string) => ({ weight, terms: termsOf(text.replace(/\{.*?\}/g, ' ')) })
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
