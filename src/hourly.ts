/** What is done once an hour: what is too old goes. */
import type { Config } from './config.ts'
import { dayMs, hourMs } from './kit/day.ts'
import type { Log } from './kit/log.ts'
import type { Store } from './store/store.ts'

/** Does something now and once an hour; gives what ends it. A failure is logged and tried again the next hour. */
export function everyHour(does: () => Promise<void>, log: Log): () => void {
  const attempt = () => does().catch((error: unknown) => log.error({ err: error }, 'hourly tidying failed'))
  void attempt()
  const timer = setInterval(attempt, hourMs)
  return () => clearInterval(timer)
}

/** How long a seen activity is remembered: far longer than Teams tries again. */
const seenForMs = 7 * 24 * hourMs
/** How long it can be seen what was told, and what could not be. */
const lettersKeptMs = 90 * dayMs

/** So long somebody can get a certificate of what they were at. */
const eventsKeptMs = 5 * 365 * dayMs

/** Deletes what has been kept as long as it may be. */
export async function tidy(store: Store, keep: Config['retention'], at: number): Promise<void> {
  await store.seen.forgetBefore(at - seenForMs)
  await store.ownData.forget({
    questionsBefore: at - keep.questions * dayMs,
    peopleBefore: at - keep.people * dayMs,
    auditBefore: at - keep.audit * dayMs,
    draftsBefore: at - keep.drafts * dayMs,
    requestsBefore: at - keep.requests * dayMs,
    eventsBefore: at - eventsKeptMs,
    outboxBefore: at - lettersKeptMs,
  })
}
