/** What a letter of an announcement says or does when its time has come: of what is then true. */
import { card, inPlainText, note, text, title } from '../kit/card.ts'
import { dayAt } from '../kit/day.ts'
import { gather } from '../kit/gather.ts'
import type { Message } from '../kit/message.ts'
import { isChannel, personAt } from '../kit/place.ts'
import type { Language } from '../kit/say.ts'
import type { Person } from '../people/people.ts'
import { showAnnouncement, understand } from './actions.ts'
import { type Announcement, mayBe } from './announcement.ts'
import { fanOut, nudgeAll, redrawAll, renewAll, retryAll } from './fan-out.ts'
import { type AnnouncementLetter, desk, letterSchema, progressing } from './letters.ts'
import { messageOf, partIn, wordsFor } from './message.ts'
import type { Copy, Needs } from './needs.ts'
import { asSent, correctionCard, looksOf } from './preview.ts'
import { announcementIn } from './read.ts'
import { speak } from './sentences.ts'
import { awaitingCard, statusOf, totalOf } from './status.ts'
import { unreachedMessage } from './unreached.ts'

type Ends = {
  shown?(activity: string): Promise<void>
  unreachable?(because: string): Promise<void>
}
type Delivery = Ends &
  (
    | { message(language: Language): Message | Promise<Message>; replaces?: string | undefined }
    | { takesBack: string; instead(language: Language): Message }
  )

type Wording = (what: unknown, place: string) => Promise<Delivery | undefined>

/** Undefined where there is nothing to say, or it was done and nothing is said. */
export function wording(needs: Needs): Wording {
  // Of many letters that are sent at once most are of one announcement.
  const published = gather(async (ids: readonly string[]) => {
    const unique = [...new Set(ids)]
    const found = (await needs.announcements.published(unique)).map(announcementIn)
    return ids.map((id) => found[unique.indexOf(id)])
  })
  const copyAt = gather(needs.copies.of)
  const delivered = gather(async (all: Parameters<typeof needs.copies.delivered>[0]) => {
    await needs.copies.delivered(all)
    return all
  })

  const ended = gather(async (all: Parameters<typeof needs.copies.ended>[0]) => {
    await needs.copies.ended(all)
    return all
  })
  const end = async (
    key: Pick<Copy, 'announcement' | 'place'>,
    state: Copy['state'],
    because: string | null,
  ): Promise<undefined> => void (await ended({ ...key, state, because }))

  async function copy(id: string, place: string, redraw: boolean): Promise<Delivery | undefined> {
    const [found, there] = await Promise.all([published(id), copyAt({ announcement: id, place })])
    if (!found || !there) return undefined
    if (found.state === 'recalled') return takenBack(found, there)
    const isNew = there.version < found.version
    if (!(isNew || (redraw && there.version > 0))) return undefined
    if (isOver(found, there) || (await invitesToNothing(found, there)))
      return end({ announcement: id, place }, 'dropped', null)
    return {
      async message(language) {
        const part = await partIn(found.content, personAt(place), language, needs)
        const reader = { language, understoodAt: there.understoodAt, shared: isChannel(place), part }
        return messageOf(found, reader, needs)
      },
      replaces: there.activity ?? undefined,
      async shown(activity) {
        await delivered({ announcement: id, place, version: found.version, activity, at: needs.now() })
      },
      // Who has an older one keeps it.
      unreachable: (because) =>
        end({ announcement: id, place }, there.state === 'delivered' ? 'delivered' : 'unreached', because),
    }
  }

  async function takenBack(
    { id }: Announcement,
    { place, activity, state }: Copy,
  ): Promise<Delivery | undefined> {
    if (activity === null || state !== 'delivered') return undefined
    const key = { announcement: id, place }
    return {
      takesBack: activity,
      instead: (language) => ({ text: speak(language)('recalledInstead') }),
      shown: () => end(key, 'taken-back', null),
      unreachable: (because) => end(key, 'delivered', because),
    }
  }

  /** Nobody gets what has been stopped or holds no longer; who has it has it as it is. */
  const isOver = ({ state, content }: Announcement, there: Copy): boolean =>
    there.state !== 'delivered' &&
    (state === 'cancelled' || (content.expiresOn !== null && content.expiresOn < dayAt(needs.now())))

  /** What nobody can come to any more is not invited to; who has the invitation sees that. */
  const invitesToNothing = async ({ content }: Announcement, { version }: Copy): Promise<boolean> =>
    version === 0 && ((await partIn(content, undefined, 'nb', needs))?.isOver ?? false)

  async function remind(id: string, place: string): Promise<Delivery | undefined> {
    const [found, there] = await Promise.all([published(id), copyAt({ announcement: id, place })])
    const lacks = there?.state === 'delivered' && there.understoodAt === null
    if (!found || !lacks || found.state === 'recalled' || isOver(found, { ...there, state: 'waiting' }))
      return undefined
    return {
      message(language) {
        const say = speak(language)
        const told = say('remind', { title: wordsFor(found.content, language).title })
        return {
          text: told,
          card: card(
            [title(inPlainText(told))],
            [
              showAnnouncement.button(say('show'), { id }),
              understand.button(say('understood'), { id }, { style: 'positive' }),
            ],
          ),
        }
      },
    }
  }

  /** The card moves until nothing is left to do; then it stands as the result. */
  async function progress({
    announcement,
    activity,
    done,
    at,
  }: Extract<AnnouncementLetter, { tell: 'progress' }>): Promise<Delivery | undefined> {
    const found = announcementIn(await needs.announcements.of(announcement))
    if (!found) return undefined
    const counts = await needs.copies.counts({ ...found, recalled: found.state === 'recalled' })
    const goesOn = found.endedAt === null && (found.state === 'sending' || found.state === 'recalled')
    // What was given up without a word may leave a copy as it was: nothing more will come of it.
    const isDone = counts.left === 0 || !(await needs.outbox.isOpen(announcement, desk(found)))
    const ended = goesOn && isDone && (await endOf(found))
    const now = ended ? (announcementIn(await needs.announcements.of(announcement)) ?? found) : found
    return {
      message: (language) => statusOf(now, { id: found.author, language }, needs, { done, at }),
      replaces: activity,
      async shown(there) {
        if (!goesOn || ended) return
        const before = { activity: there, done: totalOf(counts) - counts.left, at: needs.now() }
        await needs.outbox.post([progressing(found, needs.now(), before)])
      },
    }
  }

  const endOf = (found: Announcement): Promise<boolean> =>
    needs.announcements.change(
      found,
      { endedAt: needs.now(), ...(found.state === 'sending' && { state: 'sent' }) },
      { at: needs.now() },
    )

  return async (what, place) => {
    const letter = letterSchema.safeParse(what).data
    switch (letter?.tell) {
      case undefined:
        return undefined
      case 'copy':
      case 'redraw':
        return copy(letter.announcement, place, letter.tell === 'redraw')
      case 'remind':
        return remind(letter.announcement, place)
      case 'begin':
        return fanOut(letter.announcement, needs)
      case 'renew':
        return renewAll(letter.announcement, needs)
      case 'again':
        return retryAll(letter.announcement, needs)
      case 'redraw-all':
        return redrawAll(letter.announcement, needs)
      case 'nudge':
        return nudgeAll(letter.announcement, needs)
      case 'progress':
        return progress(letter)
      case 'awaiting':
        return awaitingSecond(letter.announcement, place, needs)
      case 'returned':
        return givenBack(letter, needs)
      case 'unreached':
        return unreachedMessage(letter.tenant, needs)
    }
  }
}

/** The announcement as it will look, in each language, and under it what another officer decides. */
async function awaitingSecond(id: string, place: string, needs: Needs): Promise<Delivery | undefined> {
  const found = announcementIn(await needs.announcements.of(id))
  const isCorrection = found && mayBe('correct', found)
  if (!found || !(isCorrection || found.state === 'awaiting')) return undefined
  return {
    async message(language) {
      const second: Person = { id: personAt(place) ?? '', language, roles: new Set(['officer']) }
      const decision = isCorrection
        ? await correctionCard(found, second, needs)
        : await awaitingCard(found, language, needs)
      return looksOf(asSent(found, needs), second, needs, decision)
    },
  }
}

async function givenBack(
  { announcement, by, words }: Extract<AnnouncementLetter, { tell: 'returned' }>,
  needs: Needs,
): Promise<Delivery | undefined> {
  const found = announcementIn(await needs.announcements.of(announcement))
  if (!found) return undefined
  const who = (await needs.people.nameOf(by)) ?? by
  return {
    async message(language) {
      const told = speak(language)('returned', { who, id: found.id, words })
      const { card: status } = await statusOf(found, { id: found.author, language }, needs)
      const said = card([text(inPlainText(told), { weight: 'Bolder' }), note(found.id)])
      return { text: told, card: { ...said, ...status, body: [...said.body, ...(status?.body ?? [])] } }
    },
  }
}
