import type { Knowledge } from '../knowledge/knowledge.ts'
import type { closeGap } from './actions.ts'

/** What was done about a gap. */
export type How =
  | { kind: 'item'; item: string }
  | { kind: 'word'; item: string; word: string }
  | { kind: 'nothing'; item?: undefined }

/** What is filled in to close a gap, and whether a word is to be added or the answer is there already. */
export type Filled = Omit<NonNullable<ReturnType<typeof closeGap.read>>, 'days' | 'question'>

/** What is missing of what was filled in. */
export type Missing = 'noItem' | 'noWord'

/** As search words are written. */
const mostWords = 4

/** What was done, as it was filled in; or what is missing. Pure. */
export function howIn({ how, item, named, word }: Filled, knowledge: Knowledge): How | { missing: Missing } {
  if (how === 'nothing') return { kind: 'nothing' }
  // What was written is meant before what stands in the list, where something may be chosen already.
  const meant = named ? itemCalled(named, knowledge) : knowledge.item(item ?? '')
  if (!meant) return { missing: 'noItem' }
  if (how === 'item') return { kind: 'item', item: meant.id }
  const words = (word ?? '').split(/\s+/).filter((one) => /\p{L}/u.test(one))
  return words.length === 0 || words.length > mostWords
    ? { missing: 'noWord' }
    : { kind: 'word', item: meant.id, word: words.join(' ') }
}

/** By its id, or by its title written nearly right. */
function itemCalled(named: string, knowledge: Knowledge) {
  const found = knowledge.search(named)
  return knowledge.item(named) ?? (found.named ? found.hits[0]?.item : undefined)
}
