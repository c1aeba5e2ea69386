/** What officers press where others of the section read it. Those are told who did it; the case itself comes to the officer alone. */
import { inPlainText } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import { personPlace } from '../kit/place.ts'
import { mask, type Person } from '../people/people.ts'
import { nameOf, stateOf } from './in-words.ts'
import type { CaseLetter } from './letters.ts'
import type { Needs } from './needs.ts'
import { caseFor } from './seen.ts'
import { speak } from './sentences.ts'
import { make } from './work.ts'

/** Taken where others read it: they are told who has it, and the case comes to the officer alone. */
export async function take(number: string, who: Person, needs: Needs): Promise<Message> {
  await make({ number, move: 'take' }, who, needs, { elsewhere: true })
  const kase = await caseFor(number, who, needs)
  const say = speak(who.language)
  if (!kase) return { text: say('refused.no-case') }
  if (kase.requester === who.id) return { text: say('refused.not-yours') }
  if (kase.owner === null) return { text: say('refused.not-now', { state: stateOf(kase, say) }) }
  const name = (await needs.people.nameOf(kase.owner)) ?? say('somebody')
  return {
    text:
      kase.owner === who.id
        ? say('hasIt', { who: name, name: nameOf(kase, say) })
        : say('refused.taken', { who: name }),
  }
}

/** Answered where others read it: they are told that it was, and the case comes to the officer alone. */
export async function answer(number: string, words = '', who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (words.trim() === '') return { text: say('refused.says-nothing') }
  const asked = await caseFor(number, who, needs)
  if (asked?.kind !== 'question') return { text: say('refused.no-case') }
  if (asked.requester === who.id) return { text: say('refused.not-yours') }
  if (asked.owner === null) await make({ number, move: 'take' }, who, needs, { elsewhere: true })
  const before = (await caseFor(number, who, needs)) ?? asked
  // The card has been changed, and what was written in it is gone.
  const yours = say('youWrote', { words: inPlainText(mask(words).text) })
  if (before.state !== 'taken')
    return { text: `${say('refused.not-now', { state: stateOf(before, say) })}\n\n${yours}` }
  await make({ number, move: 'answer', words, version: before.version }, who, needs, { elsewhere: true })
  const after = await caseFor(number, who, needs)
  if (after?.state === 'answered') return { text: say('answered', { name: nameOf(after, say) }) }
  const owner = (before.owner !== null && (await needs.people.nameOf(before.owner))) || say('somebody')
  return { text: `${say('refused.taken', { who: owner })}\n\n${yours}` }
}

/** It can hold more than all who read the channel should see. */
export async function send(number: string, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (!(await caseFor(number, who, needs))) return { text: say('refused.no-case') }
  const what = { room: 'cases', tell: 'asked-for', number } satisfies CaseLetter
  await needs.postLetters([{ place: personPlace(who.id), what, dueAt: needs.now() }])
  return { text: say('sentAlone', { number }) }
}
