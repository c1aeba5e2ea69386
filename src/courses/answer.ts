/** What people say to an event: yes, no, maybe, that they cannot come after all, and yes for others. */
import { onPress, type Presses } from '../kit/action.ts'
import { card, inPlainText, text, title } from '../kit/card.ts'
import { line } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { answerEvent, leaveEvent, showEvent } from './actions.ts'
import { decide, followUp, rulesOf } from './decide.ts'
import { eventMessage } from './event-card.ts'
import type { Needs } from './needs.ts'
import { eventFor, seatsOf } from './read.ts'
import { answered, isIn, type Seat, type Wish } from './seats.ts'
import { speak } from './sentences.ts'
import { beginningOf, closesAt, isOver } from './times.ts'

export const answering = (needs: Needs): Presses<Person> => ({
  ...onPress(showEvent, async ({ id }, who: Person) => {
    const found = await eventFor(id, who, needs)
    return found ? eventMessage(found, who, needs) : { text: speak(who.language)('refused.gone') }
  }),
  ...onPress(answerEvent, async ({ id, wish }, who: Person) => {
    // A card from before may still have these buttons: a place is not given up without being asked.
    const own =
      wish === 'yes' ? undefined : (await seatsOf(id, needs)).find(({ person }) => person === who.id)
    return own?.state === 'booked' ? leaveForm(id, who, needs) : answer(id, { wish }, who, needs)
  }),
  ...onPress(leaveEvent, async ({ id, because = '', asks }, who: Person) =>
    asks
      ? leaveForm(id, who, needs)
      : answer(id, { wish: 'no', because: because.trim() || null }, who, needs),
  ),
})

/** Gives up all places that somebody has or waits for. */
export async function withdraw(person: string, needs: Needs): Promise<void> {
  for (const { event } of await needs.events.ofPerson(person))
    await answerFor(event.id, person, { wish: 'no' }, { actor: person }, needs)
}

type Said = { wish: Wish; because?: string | null }
export type Answered = Seat['state'] | Refusal | 'as-before'
type Refusal = 'over' | 'closed' | 'cancelled' | 'said-no'

async function answer(id: string, said: Said, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (!(await eventFor(id, who, needs))) return { text: say('refused.gone') }
  const done = await answerFor(id, who.id, said, { actor: who.id }, needs)
  const now = await eventFor(id, who, needs)
  if (!now || done === undefined) return { text: say('refused.gone') }
  return eventMessage(now, who, needs, done === 'as-before' ? undefined : say(`done.${done}`))
}

/** `anyway`: also after the last day to say yes. Says it for a person, who may be somebody else than who does it; gives the state that they are in then, or why nothing was done. */
export const answerFor = (
  id: string,
  person: string,
  said: Said & { by?: string },
  { actor, anyway = false }: { actor: string; anyway?: boolean },
  needs: Needs,
): Promise<Answered | undefined> =>
  decide<Answered>(id, needs, (event, seats) => {
    const at = needs.now()
    const own = seats.find((seat) => seat.person === person)
    // Who has said no is not signed up by others.
    const saidNo = actor !== person && (own?.state === 'no' || own?.state === 'left')
    const refused = saidNo && said.wish === 'yes' ? 'said-no' : refusal(event, own, said.wish, at, anyway)
    if (refused) return { result: refused }
    const changed = answered(seats, person, said, rulesOf(event, at))
    const now = changed.find((seat) => seat.person === person)
    if (!now) return { result: 'as-before' }
    const letters = followUp(event, { before: seats, changed, actor }, { at, needs })
    return { seats: changed, letters, result: now.state }
  })

function refusal(
  event: Parameters<typeof rulesOf>[0] & { state: string },
  own: Seat | undefined,
  wish: Wish,
  at: number,
  anyway: boolean,
): Refusal | undefined {
  if (event.state !== 'open') return 'cancelled'
  // Who was to come to what is left of it can still say that they do not.
  const isLeaving = wish !== 'yes' && own !== undefined && isIn(own)
  if (isLeaving ? isOver(event.content, at) : at >= (beginningOf(event.content) ?? 0)) return 'over'
  // What was offered, or had before, can be taken or given up also after the last day.
  return wish === 'yes' && !anyway && !(own && isIn(own)) && at >= (closesAt(event.content) ?? 0)
    ? 'closed'
    : undefined
}

async function leaveForm(id: string, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const found = await eventFor(id, who, needs)
  if (!found) return { text: say('refused.gone') }
  const asked = say('leaveSure', { title: found.content.title })
  return {
    text: asked,
    card: card(
      [title(inPlainText(asked)), text(say('leaveMeans')), line('because', say('leaveWhy'), '', 500)],
      [
        leaveEvent.button(say('yesLeave'), { id }, { style: 'destructive' }),
        showEvent.button(say('keepPlace'), { id }, { associatedInputs: 'none' }),
      ],
    ),
  }
}
