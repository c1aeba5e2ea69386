import type { Item } from './item.ts'

/**
 * Words that tell which kind of item is asked for, and how much more such an item then counts. Templates and agreements
 * have such words too, but nothing was gained by them: they name their things well enough.
 */
const kinds: readonly { type: Item['type']; asked: RegExp; worth: number }[] = [
  {
    type: 'routine',
    asked: /(?<!\p{L})(hvordan|korleis|how|rutine|steg|fremgangsm|framgangsm|procedure)/iu,
    worth: 1.1,
  },
  {
    type: 'limit',
    asked:
      /(?<!\p{L})(grens|beløp|hvor mye|hvor mange|kor mykje|kor mange|how much|how many|threshold|limit|mill)|\d{2,3}[ .]?000/iu,
    worth: 1.2,
  },
]

/** What an item counts by its kind, given the words of the question: 1 where they say nothing of it. */
export const worthOfKind = (question: string, { type }: Item): number =>
  kinds.find((kind) => kind.type === type && kind.asked.test(question))?.worth ?? 1
