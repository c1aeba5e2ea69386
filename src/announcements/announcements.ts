/**
 * What the section tells many: written and previewed in the chat, let out by a second officer where it goes to many, sent once
 * to each, corrected and recalled in its place, and confirmed by whoever reads it. It sends nothing itself: each copy is a
 * letter, worded when it is sent.
 */
import { type Command, onPress, type Presses } from '../kit/action.ts'
import { dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { channelPlace, personPlace } from '../kit/place.ts'
import { isPermitted, type Person, tenantOf } from '../people/people.ts'
import { exportCopies, showStatus } from './actions.ts'
import { addressing } from './address.ts'
import { begin, composing, invite } from './compose.ts'
import { correcting } from './correct.ts'
import { type AnnouncementFile, exportOf, fileOf, offerExport } from './export.ts'
import { copyAgain, progressing, progressKey } from './letters.ts'
import { list, type News, newsOf } from './listed.ts'
import type { Needs } from './needs.ts'
import { publishing } from './publish.ts'
import { announcementIn, workedBy } from './read.ts'
import { ask, reading, readingCommands } from './reading.ts'
import { received } from './sent-files.ts'
import { speak } from './sentences.ts'
import { statusOf } from './status.ts'
import { steering } from './steer.ts'
import { tellUnreached, unreachedNow } from './unreached.ts'
import { wording } from './word.ts'

export { redrawing, redrawingAll } from './letters.ts'
export type { Needs }

export type Announcements = {
  /** A draft that invites to an event, as its author goes on with it. */
  invite(
    invitation: Parameters<typeof invite>[0],
    who: Person,
  ): Promise<{ announcement: string; message: Message }>
  presses: Presses<Person>
  commands: readonly Command<Person>[]
  /** A search among announcements; undefined for anything else. */
  said(text: string, who: Person): Promise<Message | undefined>
  /** What is said in reply to an announcement, handed over to the section; undefined for anything else. */
  asked(
    text: string,
    who: Person,
    where: { channel: string | undefined; about: string },
  ): Promise<Message | undefined>
  /** Takes a file that a draft awaits; undefined where none does. */
  received: (file: Parameters<typeof received>[0], who: Person) => Promise<Message | undefined>
  /** The file that was offered to a person, or that a link opens; undefined where it is none of these. */
  file(data: unknown, who: Person | undefined): Promise<AnnouncementFile | undefined>
  /** What a person got of an agreement and still holds, newest first, each with a button that shows it. */
  newsOf(agreement: string, who: Person): Promise<News[]>
  word: ReturnType<typeof wording>
  /** Somebody whom nothing reached is back: they get what they missed. */
  returned(person: string): Promise<void>
  /** Somebody has read all that came up to an activity, as Teams says. */
  readUpTo(person: string, activity: string): Promise<void>
  /** What is due by the clock: the week's list, and the card of what is being sent where a death took it. */
  tidy(tenants: readonly string[]): Promise<void>
}

/** What was missed longer ago is no news. */
const missedWithinMs = 30 * dayMs

/** Announcements by their words: "søk kunngjøringer doffin". */
const sought =
  /^(?:søk(?:e)?(?: i| etter)? kunngj(?:ø|e)r(?:inger|ingar)|finn kunngj(?:ø|e)r(?:inger|ingar)|search announcements)\s+(.{2,100})$/iu

export function createAnnouncements(needs: Needs): Announcements {
  return {
    invite: (invitation, who) => invite(invitation, who, needs),
    word: wording(needs),
    newsOf: (agreement, who) => newsOf(agreement, who, needs),
    received: (file, who) =>
      isPermitted('author', who.roles) ? received(file, who, needs) : Promise.resolve(undefined),
    file: async (data, who) => (await exportOf(data, who, needs)) ?? fileOf(data, who, needs),
    async said(text, who) {
      const words = sought.exec(text.trim())?.[1]
      return words === undefined ? undefined : list(who, needs, words)
    },
    async asked(text, who, { channel, about }) {
      if (about === '') return undefined
      const place = channel === undefined ? personPlace(who.id) : channelPlace(channel)
      const id = await needs.copies.shownAs(place, about)
      return id === undefined ? undefined : ask({ id, words: text }, who, needs, place)
    },
    async returned(person) {
      const at = needs.now()
      const missed = await needs.copies.missedAt(personPlace(person), at - missedWithinMs)
      await needs.outbox.post(missed.map((id) => copyAgain(personPlace(person), id, at)))
    },
    readUpTo: (person, activity) => needs.copies.readUpTo(personPlace(person), activity, needs.now()),
    async tidy(tenants) {
      await tellUnreached(tenants, needs)
      for (const tenant of tenants)
        for (const kept of await needs.announcements.list({ tenant, states: ['sending', 'recalled'] }, 50)) {
          const found = announcementIn(kept)
          if (found?.endedAt === null && !(await needs.outbox.waits(progressKey(found))))
            await needs.outbox.post([progressing(found, needs.now())])
        }
    },
    commands: [
      {
        names: ['ny kunngjøring', 'ny kunngjering', 'new announcement'],
        needs: 'author',
        alone: true,
        does: (_, who) => begin(who, needs),
      },
      {
        names: ['nås ikke', 'ikke nådd', 'unreached'],
        needs: 'officer',
        alone: true,
        does: (_, who) => unreachedNow(tenantOf(who.id), who.language, needs),
      },
      ...readingCommands(needs),
    ],
    presses: {
      ...composing(needs),
      ...addressing(needs),
      ...publishing(needs),
      ...correcting(needs),
      ...steering(needs),
      ...reading(needs),
      ...onPress(showStatus, async ({ id }, who: Person) => {
        const found = await workedBy(id, who, needs)
        return found ? statusOf(found, who, needs) : { text: speak(who.language)('refused.gone') }
      }),
      ...onPress(exportCopies, ({ id }, who: Person) => offerExport(id, who, needs)),
    },
  }
}
