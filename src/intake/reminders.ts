import { card, text } from '../kit/card.ts'
import { resumeDraft } from './actions.ts'
import { draftTitle } from './drafts-card.ts'
import type { Needs } from './needs.ts'
import { speak } from './sentences.ts'

/** A draft that nobody touches is reminded of after so many days, and expires so many days after that. */
const remindedAfterDays = 14
const expiresAfterDays = 7
export const draftsKeptDays = remindedAfterDays + expiresAfterDays

const dayMs = 24 * 60 * 60 * 1000
/** A reminder that was not told within this time is somebody else's to tell. */
const leaseMs = 5 * 60 * 1000

/**
 * Tells of each once, and ends none that nobody was told of. Who cannot be reached has been told as well as can be. One
 * that fails holds up no other: it is tried again the next time, and thrown when all are through.
 */
export async function remind({ drafts, tell, now }: Needs): Promise<void> {
  const at = now()
  const due = { touchedBefore: at - remindedAfterDays * dayMs, at, leaseUntil: at + leaseMs }
  const failures: unknown[] = []
  for (let draft = await drafts.claimReminder(due); draft; draft = await drafts.claimReminder(due)) {
    const { id, person, replies } = draft
    const telling = tell(person, (language) => {
      const say = speak(language)
      const told = say('reminder', { title: draftTitle(replies, language), days: expiresAfterDays })
      return { text: told, card: card([text(told)], [resumeDraft.button(say('goOnNow'), { draft: id })]) }
    })
    await telling.then(
      () => drafts.reminded(id, now()),
      (error: unknown) => failures.push(error),
    )
  }
  await drafts.expire(at - expiresAfterDays * dayMs, at)
  if (failures.length > 0) throw new AggregateError(failures, 'reminding of drafts')
}
