import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import type { Announcement } from './announcement.ts'
import type { Change, Done, Needs } from './needs.ts'
import { speak } from './sentences.ts'

/** Changes it as it was read, and wakes whoever sends; the message of a failure, otherwise undefined. */
export async function change(
  found: Announcement,
  what: Change,
  done: Omit<Done, 'at'>,
  who: Person,
  needs: Needs,
): Promise<Message | undefined> {
  if (!(await needs.announcements.change(found, what, { at: needs.now(), ...done })))
    return { text: speak(who.language)('refused.changed') }
  needs.outbox.wake()
  return undefined
}
