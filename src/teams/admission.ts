/** Who comes as far as the conversation: each activity once, nobody faster than anybody reads, and no guests. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../kit/day.ts'
import { type Language, speaker } from '../kit/say.ts'
import { languageOfLocale } from '../people/people.ts'
import type { Understood } from './arrival.ts'
import { answerAgain, isRequest, type Reply } from './reply.ts'
import { refusalIn } from './saying.ts'

export type AdmissionNeeds = {
  now: Clock
  /** True the first time an activity is seen; Teams delivers some twice. */
  firstTime(conversation: string, activity: string, person: string, at: number): Promise<boolean>
  /** Lets a failed activity be seen anew, should Teams deliver it again; it still counts as one that came. */
  failed(conversation: string, activity: string): Promise<void>
  /** How many activities of a person came at `since` or later. */
  countOf(person: string, since: number): Promise<number>
  /** How many activities a person may send in a minute. */
  mostInAMinute: number
  /** Whether it is a guest, as Teams last said; undefined where Teams never did. */
  guest(person: string): Promise<{ guest: boolean; checkedAt: number } | undefined>
  isGuest(person: string, guest: boolean, at: number): Promise<void>
  /** Notes why the bot cannot write first to a person. */
  unreachable(person: string, because: string): Promise<void>
}

const minuteMs = 60 * 1000

/** Acts on what arrived, unless it came before or its sender is too fast. What `act` throws is noted and thrown on. */
export async function admit(
  arrival: Understood,
  reply: Reply,
  needs: AdmissionNeeds,
  act: () => Promise<void>,
): Promise<void> {
  const { from } = arrival
  const at = needs.now()
  // One without an id cannot come twice, but counts as well.
  const activity = from.activity || randomUUID()
  if (!(await needs.firstTime(from.conversation, activity, from.person.id, at)))
    return answerAgain(arrival, reply)
  const count = await needs.countOf(from.person.id, at - minuteMs)
  if (count > needs.mostInAMinute) return holdBack(arrival, reply, count === needs.mostInAMinute + 1)
  try {
    await act()
  } catch (error) {
    const because = refusalIn(error)
    if (because && from.reachable)
      await needs.unreachable(from.person.id, because).catch(() => 'is noted the next time')
    await needs.failed(from.conversation, activity).catch(() => 'stays seen')
    throw error
  }
}

/** Who sends more than anybody reads is told so once, and then not answered until the minute is over. */
async function holdBack(arrival: Understood, reply: Reply, first: boolean): Promise<void> {
  const words = speak(languageOfLocale(arrival.from.locale) ?? 'nb')('tooFast')
  if (isRequest(arrival)) return reply.answer(429, { error: { code: 'TooManyRequests', message: words } })
  if (first) await reply.say({ text: words })
}

/** Whether the sender is an employee. A guest of the tenant is none, and is told so. */
export async function isLetIn(
  arrival: Understood,
  language: Language,
  reply: Reply,
  needs: AdmissionNeeds,
): Promise<boolean> {
  if (!(await isGuest(arrival, reply, needs))) return true
  const words = speak(language)('guest')
  if (isRequest(arrival)) await reply.answer(403, { error: { code: 'Forbidden', message: words } })
  else await reply.say({ text: words })
  return false
}

/** For so long what Teams said of somebody holds. */
const guestHoldsMs = 24 * 60 * minuteMs

/** Who cannot be told is not let in: it throws, and Teams is asked again the next time. */
async function isGuest({ from }: Understood, { askGuest }: Reply, needs: AdmissionNeeds): Promise<boolean> {
  if (!askGuest) return false
  const at = needs.now()
  const known = await needs.guest(from.person.id)
  if (known && at - known.checkedAt < guestHoldsMs) return known.guest
  const guest = await askGuest()
  await needs.isGuest(from.person.id, guest, at)
  return guest
}

const speak = speaker({
  tooFast: {
    nb: 'Det gikk litt fort. Vent et minutt, så svarer jeg igjen.',
    nn: 'Det gjekk litt fort. Vent eit minutt, så svarar eg igjen.',
    en: 'That was a little fast. Wait a minute, and I will answer again.',
  },
  guest: {
    nb: 'Jeg svarer bare ansatte i kommunen. Du er gjest her.',
    nn: 'Eg svarar berre tilsette i kommunen. Du er gjest her.',
    en: 'I only answer employees of the municipality. You are a guest here.',
  },
})
