/** An announcement exactly as it will look, and what is needed to decide whether it goes out. */
import { card, facts, note, text, title } from '../kit/card.ts'
import { writeTime } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { afterQuiet } from '../kit/moment.ts'
import { isChannel } from '../kit/place.ts'
import { isPermitted, type Person } from '../people/people.ts'
import {
  askCorrection,
  askWhen,
  chooseAudience,
  control,
  editDraft,
  sendCorrection,
  sendDraft,
} from './actions.ts'
import type { Announcement } from './announcement.ts'
import { audienceIn, namesAmong, needsSecond, type Reached, reachedBy } from './audience.ts'
import { messageOf, noticeOf, partIn } from './message.ts'
import type { Needs } from './needs.ts'
import { type Say, speak } from './sentences.ts'

/** What it will look like, and under it to whom it goes and the ways on. */
export async function preview(found: Announcement, who: Person, needs: Needs): Promise<Message> {
  const next =
    found.state === 'draft' ? await readyCard(found, who, needs) : await correctionCard(found, who, needs)
  return looksOf(asSent(found, needs), who, needs, next)
}

/** An announcement in each language that it was written in, the reader's own first, and then what is decided of it. */
export async function looksOf(
  found: Announcement,
  { id: person, language: own }: Pick<Person, 'id' | 'language'>,
  needs: Needs,
  next: Message,
): Promise<Message> {
  const written = (['nb', 'nn', 'en'] as const).filter((one) => found.content.texts[one])
  const first = written.includes(own) ? own : 'nb'
  const looks = await Promise.all(
    [first, ...written.filter((one) => one !== first)].map(async (language) => {
      const part = await partIn(found.content, person, language, needs)
      return messageOf(found, { language, part }, needs)
    }),
  )
  return looks.reduceRight<Message>((after, one) => ({ ...one, next: after }), next)
}

/** As it will be when it is sent out: the next version, now. */
export const asSent = (found: Announcement, { now }: Needs): Announcement =>
  found.version === 1 && found.begunAt === null
    ? { ...found, changedAt: now() }
    : { ...found, version: found.version + 1, changedAt: now() }

async function readyCard(found: Announcement, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const { id, content, audience, revision } = found
  const reached = await reachedBy(audience, content, found.tenant, needs)
  const count = countIn(reached, say)
  const second = needsSecond(audience, reached.places.length, who, needs)
  const at = afterQuiet(needs.now(), needs.quiet)
  const quiet = at > needs.now()
  const sends = (words: string, how: 'soon' | 'anyway', positive: boolean) =>
    sendDraft.button(words, { id, revision, how }, positive ? { style: 'positive' } : {})
  const ready = reached.places.length > 0
  return {
    text: say('preview.title'),
    card: card(
      [
        title(say('preview.title')),
        text(say('notification', { text: noticeOf(content, who.language) })),
        await factsOf(found, reached, say, needs),
        ready ? undefined : text(say('fault.nobody'), { color: 'Attention', weight: 'Bolder' }),
        second && ready ? text(say('needsSecond')) : undefined,
        quiet && ready ? note(say('isQuiet', { time: writeTime(at) })) : undefined,
      ],
      [
        ready ? sends(say(second ? 'askSecond' : 'sendNow', { count }), 'soon', true) : undefined,
        ready && quiet ? sends(say('sendAnyway'), 'anyway', false) : undefined,
        ready ? askWhen.button(say('schedule'), { id }) : undefined,
        editDraft.button(say('edit'), { id }),
        chooseAudience.button(say('editAudience'), { id }),
        control.button(say('remove'), { id, deed: 'remove' }, { mode: 'secondary', style: 'destructive' }),
      ],
    ),
  }
}

const countIn = ({ places }: Pick<Reached, 'places'>, say: Say): string =>
  places.some(isChannel) ? say('aChannel') : say('people', { count: places.length })

/** To whom, how many, some of them, and how long it takes. */
export async function factsOf(
  { audience }: Announcement,
  reached: Reached,
  say: Say,
  needs: Needs,
): Promise<ReturnType<typeof facts>> {
  const names = await namesAmong(reached.places, needs)
  const unknown = audience.kind === 'list' ? audience.unknown : []
  const seconds = needs.perSecond === undefined ? 0 : reached.places.length / needs.perSecond
  return facts([
    [say('to'), audienceIn(audience, say, needs)],
    [say('count'), countIn(reached, say)],
    [say('some'), names.join(', ')],
    [say('optedOut'), reached.optedOut > 0 ? say('people', { count: reached.optedOut }) : ''],
    [say('unknownRows'), clipped(unknown)],
    [say('takes'), seconds >= 10 ? durationIn(seconds, say) : ''],
  ])
}

const mostNamed = 10
const clipped = (unknown: readonly string[]): string =>
  unknown.length === 0
    ? ''
    : `${unknown.length}: ${unknown.slice(0, mostNamed).join('; ')}${unknown.length > mostNamed ? ' …' : ''}`

export const durationIn = (seconds: number, say: Say): string =>
  seconds < 90
    ? say('seconds', { count: Math.ceil(seconds) })
    : say('minutes', { count: Math.ceil(seconds / 60) })

/** Whether somebody else must send a correction: it goes to so many, and these are their own words. */
export async function correctionNeedsSecond(
  found: Announcement,
  who: Person,
  needs: Needs,
): Promise<boolean> {
  const { delivered, waiting } = await needs.copies.counts({ ...found, recalled: false })
  const isOwn = found.content.editedBy === who.id || !isPermitted('officer', who.roles)
  return isOwn && needsSecond(found.audience, delivered + waiting, who, needs)
}

export async function correctionCard(found: Announcement, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const { id, revision, content } = found
  const { delivered, waiting } = await needs.copies.counts({ ...found, recalled: false })
  const count = say('people', { count: delivered + waiting })
  const second = await correctionNeedsSecond(found, who, needs)
  return {
    text: say('draft.correct'),
    card: card(
      [
        title(say('draft.correct')),
        text(say('notification', { text: noticeOf(content, who.language) })),
        second ? text(say('needsSecond')) : undefined,
      ],
      [
        second
          ? askCorrection.button(say('askSecond'), { id, revision }, { style: 'positive' })
          : sendCorrection.button(say('sendCorrection', { count }), { id, revision }, { style: 'positive' }),
        editDraft.button(say('edit'), { id }),
      ],
    ),
  }
}
