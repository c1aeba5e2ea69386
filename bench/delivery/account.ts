import { z } from 'zod'

const count = z.int()
const counts = z.record(z.string(), count)

/** What the connector has seen since it was opened or reset. */
export const accountSchema = z.object({
  /** What was accepted. */
  posts: count,
  updates: count,
  deletes: count,
  /** Personal conversations that were begun. */
  created: count,
  /** How many got a post. */
  conversations: count,
  /** Where the same was posted more often than once, `lost` of them without an answer that was heard. */
  twice: z.array(z.object({ conversation: z.string(), count, lost: count })),
  lostAnswers: count,
  /** By status and code: `429 Throttled`. */
  refused: counts,
  /** By kind. */
  faults: counts,
  /** The most requests that the tenant's limit let through within any second. */
  mostInASecond: count,
  /** Requests that the tenant's limit refused. */
  overLimit: count,
  /** Activities that were posted and not deleted. */
  standing: count,
  /** Activities that were updated once or more. */
  updated: count,
})
export type Account = z.output<typeof accountSchema>

/** More texts than there are to number: two numbers below it make one that is still exact. */
const mostNumbers = 2 ** 26

/**
 * What is kept in order to give the account. Conversations and markers are kept once and numbered, as 100,000 of them are
 * kept; of the activities the ids.
 */
export function createBooks() {
  const simple = { posts: 0, updates: 0, deletes: 0, lostAnswers: 0 }
  const refused = createTally<string>()
  const faults = createTally<string>()
  const members = new Set<string>()
  const conversations = createNumbering()
  const markers = createNumbering()
  const copies = createTally<number>()
  const lostCopies = createTally<number>()
  const standing = new Map<string, number>()
  const updated = new Set<string>()
  const twice = () =>
    [...copies.entries()]
      .filter(([, count]) => count > 1)
      .map(([copy, count]) => {
        const conversation = conversations.textOf(copy % mostNumbers)
        return { conversation, count, lost: lostCopies.of(copy) }
      })
  return {
    create: (member: string) => void members.add(member),
    /** Gives what is to be called if nobody hears the answer. */
    post(conversation: string, activity: string, marker: string | undefined): () => void {
      const place = conversations.numberOf(conversation)
      const copy = marker === undefined ? undefined : markers.numberOf(marker) * mostNumbers + place
      simple.posts++
      standing.set(activity, place)
      if (copy !== undefined) copies.add(copy)
      return () => {
        simple.lostAnswers++
        if (copy !== undefined) lostCopies.add(copy)
      }
    },
    stands(conversation: string, activity: string): boolean {
      const place = standing.get(activity)
      return place !== undefined && conversations.textOf(place) === conversation
    },
    update(activity: string) {
      simple.updates++
      updated.add(activity)
    },
    delete(activity: string) {
      simple.deletes++
      standing.delete(activity)
    },
    refuse: (because: string) => refused.add(because),
    fault: (kind: string) => faults.add(kind),
    account: (tenant: Pick<Account, 'mostInASecond' | 'overLimit'>): Account => ({
      ...simple,
      ...tenant,
      created: members.size,
      conversations: conversations.size(),
      twice: twice(),
      refused: Object.fromEntries(refused.entries()),
      faults: Object.fromEntries(faults.entries()),
      standing: standing.size,
      updated: updated.size,
    }),
  }
}

function createNumbering() {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  return {
    numberOf(text: string): number {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, texts.length)
      return texts.push(text) - 1
    },
    textOf: (number: number): string => texts[number] ?? '',
    size: () => texts.length,
  }
}

function createTally<One>() {
  const tally = new Map<One, number>()
  const of = (one: One): number => tally.get(one) ?? 0
  return {
    of,
    add: (one: One) => void tally.set(one, of(one) + 1),
    entries: () => tally.entries(),
  }
}
