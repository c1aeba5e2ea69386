/** From a draft to what goes out: when, and let out by whom. */
import { onPress, type Presses } from '../kit/action.ts'
import { card, text, title } from '../kit/card.ts'
import { dayAt, readDay, writeTime } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { afterQuiet, instantOf } from '../kit/moment.ts'
import { personPlace } from '../kit/place.ts'
import type { Person } from '../people/people.ts'
import { approve, askWhen, giveBack, previewDraft, sendDraft } from './actions.ts'
import { type Announcement, faultsIn } from './announcement.ts'
import { mayAddress, needsSecond, reachedBy } from './audience.ts'
import { change } from './change.ts'
import { awaiting, beginning, returning } from './letters.ts'
import type { Needs } from './needs.ts'
import { workable } from './read.ts'
import { speak } from './sentences.ts'

export function publishing(needs: Needs): Presses<Person> {
  return {
    ...onPress(askWhen, ({ id }, who: Person) => whenCard(id, who, needs)),
    ...onPress(sendDraft, (sent, who: Person) => send(sent, who, needs)),
    ...onPress(approve, (sent, who: Person) => letOut(sent, who, needs)),
    ...onPress(giveBack, (sent, who: Person) => returnIt(sent, who, needs)),
  }
}

async function whenCard(id: string, who: Person, needs: Needs, fault = false): Promise<Message> {
  const say = speak(who.language)
  const read = await workable(id, 'send', who, needs)
  if ('refused' in read) return { text: read.refused }
  const { revision } = read.found
  return {
    text: say('scheduleTitle'),
    card: card(
      [
        title(say('scheduleTitle')),
        fault ? text(say('fault.time'), { color: 'Attention', weight: 'Bolder' }) : undefined,
        { type: 'Input.Date', id: 'day', label: say('day'), min: dayAt(needs.now()) },
        { type: 'Input.Time', id: 'time', label: say('time') },
      ],
      [
        sendDraft.button(say('doSchedule'), { id, revision, how: 'at' }, { style: 'positive' }),
        previewDraft.button(say('preview.title'), { id }, { associatedInputs: 'none' }),
      ],
    ),
  }
}

type Sent = NonNullable<ReturnType<typeof sendDraft.read>>

async function send({ id, revision, how, day, time }: Sent, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const read = await workable(id, 'send', who, needs)
  if ('refused' in read) return { text: read.refused }
  const { found } = read
  if (found.revision !== revision) return { text: say('refused.changed') }
  const [fault] = faultsIn(found.content)
  if (fault) return { text: say(`fault.${fault}`) }
  if (!mayAddress(found.audience, who, needs)) return { text: say('notYourAudience') }
  const { places } = await reachedBy(found.audience, found.content, found.tenant, needs)
  if (places.length === 0) return { text: say('fault.nobody') }
  const sendAt = momentOf(how, { day, time }, needs)
  if (sendAt === undefined) return whenCard(id, who, needs, true)
  const { expiresOn } = found.content
  if (expiresOn !== null && expiresOn < dayAt(sendAt)) return { text: say('fault.expired') }
  return needsSecond(found.audience, places.length, who, needs)
    ? askSecond(found, how === 'anyway' ? atOnce : sendAt, who, needs)
    : schedule(found, sendAt, who, needs)
}

/** Undefined where it is no time to come. What is planned is in no quiet hours either. */
function momentOf(
  how: Sent['how'],
  { day = '', time = '' }: Pick<Sent, 'day' | 'time'>,
  needs: Needs,
): number | undefined {
  const now = needs.now()
  if (how === 'anyway') return now
  if (how === 'soon') return afterQuiet(now, needs.quiet)
  const on = readDay(day.trim())
  const at = on === undefined ? undefined : instantOf(on, time)
  return at === undefined || at <= now ? undefined : afterQuiet(at, needs.quiet)
}

/** Kept of what is to go as soon as it is let out, also in the quiet hours. */
const atOnce = 0

async function askSecond(found: Announcement, sendAt: number, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const others = needs.people
    .officers(found.tenant, dayAt(needs.now()))
    .filter(({ id, away }) => !away && id !== found.author)
  if (others.length === 0) return { text: say('noSecond') }
  const letters = others.map(({ id }) => awaiting(personPlace(id), found, needs.now()))
  const failed = await change(
    found,
    { state: 'awaiting', sendAt, content: { ...found.content, awaits: null } },
    { letters },
    who,
    needs,
  )
  return failed ?? { text: say('asked', { names: others.map(({ name }) => name).join(', ') }) }
}

/** It goes out when its time has come, as it is now. */
async function schedule(
  found: Announcement,
  sendAt: number,
  who: Person,
  needs: Needs,
  approvedBy: string | null = null,
): Promise<Message> {
  const say = speak(who.language)
  const letters = [beginning(found, sendAt)]
  const failed = await change(
    found,
    { state: 'scheduled', sendAt, approvedBy, content: { ...found.content, awaits: null } },
    { letters, publishedBy: found.author },
    who,
    needs,
  )
  if (failed) return failed
  await needs.noteAct({
    actor: who.id,
    act: 'announcement-sent',
    object: found.id,
    after: { audience: found.audience.kind, sendAt, approvedBy },
  })
  return {
    text:
      sendAt <= needs.now()
        ? say('begun', { id: found.id })
        : say('scheduledFor', { id: found.id, time: writeTime(sendAt) }),
  }
}

async function letOut(
  { id, revision }: { id: string; revision: number },
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  const read = await workable(id, 'approve', who, needs)
  if ('refused' in read) return { text: read.refused }
  const { found } = read
  if (found.author === who.id || found.content.editedBy === who.id) return { text: say('refused.own') }
  if (found.revision !== revision) return { text: say('refused.changed') }
  const sendAt = Math.max(found.sendAt ?? 0, needs.now())
  // What was to go at once goes at once, whatever the hour at which it is let out.
  return schedule(
    found,
    found.sendAt === atOnce ? sendAt : afterQuiet(sendAt, needs.quiet),
    who,
    needs,
    who.id,
  )
}

async function returnIt(
  { id, words = '' }: { id: string; words?: string | undefined },
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  const read = await workable(id, 'return', who, needs)
  if ('refused' in read) return { text: read.refused }
  const { found } = read
  if (found.begunAt !== null) return { text: say('refused.state', { state: say('state.sending') }) }
  if (words.trim() === '') return returnForm(id, who)
  const letters = [returning(found, { by: who.id, words: words.trim() }, needs.now())]
  const failed = await change(found, { state: 'draft', sendAt: null }, { letters }, who, needs)
  const author = (await needs.people.nameOf(found.author)) ?? found.author
  return failed ?? { text: say('returnedDone', { who: author }) }
}

function returnForm(id: string, who: Person): Message {
  const say = speak(who.language)
  const input = {
    type: 'Input.Text',
    id: 'words',
    label: say('write'),
    isMultiline: true,
    maxLength: 1_000,
  } as const
  return {
    text: say('returnWords'),
    card: card(
      [title(say('returnWords')), input],
      [giveBack.button(say('return'), { id }, { style: 'positive' })],
    ),
  }
}
