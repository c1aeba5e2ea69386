/** What can be done with an announcement on its way and after: paused, stopped, recalled, taken back, thrown away, copied. */
import { onPress, type Presses } from '../kit/action.ts'
import { card, note, text, title } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { control } from './actions.ts'
import type { Announcement } from './announcement.ts'
import { change } from './change.ts'
import { begin } from './compose.ts'
import { progressing, renewing, retrying } from './letters.ts'
import type { Needs } from './needs.ts'
import { workable, workedBy } from './read.ts'
import { speak } from './sentences.ts'
import { statusOf } from './status.ts'

export const steering = (needs: Needs): Presses<Person> =>
  onPress(control, (wanted, who: Person) => steer(wanted, who, needs))

type Wanted = NonNullable<ReturnType<typeof control.read>>

async function steer({ id, deed, sure }: Wanted, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (deed === 'duplicate') {
    const from = await workedBy(id, who, needs)
    return from ? begin(who, needs, from) : { text: say('refused.gone') }
  }
  const read = await workable(id, deed, who, needs)
  if ('refused' in read) return { text: read.refused }
  const { found } = read
  if (sure !== true && (deed === 'cancel' || deed === 'recall')) return askSure(found, deed, who, needs)
  const failed = await deeds[deed](found, who, needs)
  if (failed) return failed
  if (deed === 'remove') return { text: say('removed') }
  const now = await workedBy(id, who, needs)
  return now ? statusOf(now, who, needs) : { text: say('refused.gone') }
}

async function askSure(
  found: Announcement,
  deed: 'cancel' | 'recall',
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  const { delivered } = await needs.copies.counts({ ...found, recalled: false })
  const asked =
    deed === 'cancel' ? say('cancelSure') : say('recallSure', { count: say('people', { count: delivered }) })
  const yes = say(deed === 'cancel' ? 'yesCancel' : 'yesRecall')
  return {
    text: asked,
    card: card(
      [title(say(deed)), text(asked), note(found.id)],
      [control.button(yes, { id: found.id, deed, sure: true }, { style: 'destructive' })],
    ),
  }
}

type Steering = (found: Announcement, who: Person, needs: Needs) => Promise<Message | undefined>

const deeds: Record<'pause' | 'resume' | 'again' | 'cancel' | 'recall' | 'remove' | 'withdraw', Steering> = {
  withdraw: (found, who, needs) => change(found, { state: 'draft', sendAt: null }, {}, who, needs),
  pause: (found, who, needs) => change(found, { state: 'paused' }, { held: true }, who, needs),
  resume(found, who, needs) {
    const letters = [progressing(found, needs.now())]
    return change(found, { state: 'sending' }, { held: false, letters }, who, needs)
  },
  again(found, who, needs) {
    const at = needs.now()
    const letters = [retrying(found, at), progressing(found, at)]
    return change(found, { state: 'sending', endedAt: null }, { letters }, who, needs)
  },
  async cancel(found, who, needs) {
    const ended = { state: 'cancelled', endedAt: needs.now() }
    const failed = await change(found, ended, { held: false, drops: true }, who, needs)
    if (!failed) await needs.noteAct({ actor: who.id, act: 'announcement-cancelled', object: found.id })
    return failed
  },
  async recall(found, who, needs) {
    const at = needs.now()
    const letters = [renewing(found, at), progressing(found, at)]
    const recalled = { state: 'recalled', endedAt: null }
    const failed = await change(found, recalled, { held: false, drops: true, letters }, who, needs)
    if (!failed) await needs.noteAct({ actor: who.id, act: 'announcement-recalled', object: found.id })
    return failed
  },
  async remove(found, who, needs) {
    const removed = await needs.announcements.remove(found)
    return removed ? undefined : { text: speak(who.language)('refused.changed') }
  },
}
