/** Limits of so many within a time that slides. What is refused does not count: who asks again too early is not held back for longer. */

const secondMs = 1_000
/** Teams' limits for the posts of one conversation. */
const conversationLimits = [
  { most: 7, withinMs: secondMs },
  { most: 60, withinMs: 30_000 },
]
const mostRemembered = Math.max(...conversationLimits.map(({ most }) => most))
/** So many moments that are over lie in the list before it is cut: to cut it each time would copy it each time. */
const mostOver = 1_024

/** All requests of the tenant; `perSecond` 0 is no limit. */
export function createTenantWindow(perSecond: number) {
  let moments: number[] = []
  let first = 0
  let most = 0
  const within = (at: number): number => {
    while (first < moments.length && at - (moments[first] ?? 0) >= secondMs) first++
    if (first > mostOver && first * 2 > moments.length) {
      moments = moments.slice(first)
      first = 0
    }
    return moments.length - first
  }
  return {
    /** False where the limit is reached. */
    takes(at: number): boolean {
      const before = within(at)
      if (perSecond > 0 && before >= perSecond) return false
      moments.push(at)
      most = Math.max(most, before + 1)
      return true
    },
    mostInASecond: () => most,
  }
}

export function createConversationWindows() {
  const posts = new Map<string, number[]>()
  return {
    /** False where a limit of the conversation is reached. */
    takes(conversation: string, at: number): boolean {
      const before = posts.get(conversation) ?? []
      const isFull = conversationLimits.some(
        ({ most, withinMs }) => at - (before.at(-most) ?? Number.NEGATIVE_INFINITY) < withinMs,
      )
      if (isFull) return false
      // A list of its very length: one that grows has room for 17, in each of 100,000 conversations.
      posts.set(conversation, [...before.slice(1 - mostRemembered), at])
      return true
    },
  }
}
