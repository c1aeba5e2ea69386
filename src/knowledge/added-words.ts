import { z } from 'zod'
import { type Day, daySchema } from '../kit/day.ts'
import { faultAt, type KnowledgeFault, readBy } from './fault.ts'
import type { Item, Place } from './item.ts'
import { quoted, readYaml } from './yaml.ts'

/** Words that people used and that were found to mean an item. They count as search words of it. */
export type AddedWords = { item: string; words: readonly string[]; addedOn: Day; place: Place }

const schema = z.strictObject({
  ting: z.string().min(1),
  ord: z.array(z.string().trim().min(1)).min(1),
  'lagt til': daySchema,
})

/** One file of `words/`. */
export function readAddedWords(
  source: string,
  file: string,
): { added: AddedWords[]; faults: KnowledgeFault[] } {
  const yaml = readYaml(source, file)
  if (yaml.faults.length > 0) return { added: [], faults: yaml.faults }
  const read = readBy(schema, yaml.value, { file, lineOf: yaml.lineOf, id: undefined })
  if (read.faults) return { added: [], faults: read.faults }
  const { ting: item, ord: words, 'lagt til': addedOn } = read.data
  return { added: [{ item, words, addedOn, place: { file, line: 1 } }], faults: [] }
}

/** The text of such a file. Whatever stands in the words is read as it was. */
export const addedWordsFile = ({ item, words, addedOn }: Omit<AddedWords, 'place'>): string =>
  [
    `ting: ${quoted(item)}`,
    `ord: [${words.map(quoted).join(', ')}]`,
    `lagt til: ${quoted(addedOn)}`,
    '',
  ].join('\n')

/** Items with the words that were added to them. Words of an item that is gone are told, and stop nothing. */
export function withAddedWords(
  items: readonly Item[],
  added: readonly AddedWords[],
): { items: Item[]; warnings: KnowledgeFault[] } {
  const known = new Set(items.map(({ id }) => id))
  return {
    items: items.map((item) => {
      const words = added.flatMap((more) => (more.item === item.id ? more.words : []))
      return words.length > 0 ? { ...item, searchWords: [...item.searchWords, ...words] } : item
    }),
    warnings: added
      .filter(({ item }) => !known.has(item))
      .map(({ item, place }) =>
        faultAt(place, 'ting', `viser til «${item}», som ikke finnes. Slett filen, eller rett id-en`),
      ),
  }
}
