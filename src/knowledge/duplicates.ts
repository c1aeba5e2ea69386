import { explainedBy } from './confidence.ts'
import type { Item } from './item.ts'
import type { Hit, SearchKnowledge } from './search.ts'

/** What an answer would be kept as, and the question that it was given to. */
export type Proposed = { title: string; question: string; body: string }

/** As sure as this that a question or a title is answered already: less than it takes to answer, for a person looks. */
const answeredFrom = 0.5
/** Others are told of where they are as good as the best, or nearly. */
const besideBest = 0.9
/** A text that holds as much as this of another says much the same; of a few words any text may hold all. */
const holdsFrom = 0.7
const fewestWords = 8
const mostTold = 3

/**
 * What the knowledge has that says much the same as what is proposed, for a person to decide; at most three. First come texts
 * that hold most of the proposed text, then what would answer the question, then what would answer the title.
 */
export function duplicatesOf({ search }: { search: SearchKnowledge }, proposed: Proposed): Hit[] {
  const alike = search(proposed.body).hits.filter(
    (hit) => hit.parts.length >= fewestWords && explainedBy(hit) >= holdsFrom,
  )
  const answering = [proposed.question, proposed.title].flatMap((asked) => {
    const { hits, confidence, named } = search(asked)
    const [best] = hits
    return best && (named || confidence >= answeredFrom)
      ? hits.filter(({ score }) => score >= best.score * besideBest)
      : []
  })
  const found = new Map<Item, Hit>()
  for (const hit of [...alike, ...answering]) if (!found.has(hit.item)) found.set(hit.item, hit)
  return [...found.values()].slice(0, mostTold)
}
