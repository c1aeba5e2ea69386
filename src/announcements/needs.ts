import type { Button, Element } from '../kit/card.ts'
import type { Clock, Day } from '../kit/day.ts'
import type { QuietHours } from '../kit/moment.ts'
import type { Language } from '../kit/say.ts'
import type { Announcement } from './announcement.ts'

/** Something to be told or done: `what` comes back to `word` when its time has come. */
export type Letter = { place: string; what: unknown; dueAt: number; key?: string; batch?: string }

/** As it is kept; the content and the audience are read by this room. */
export type Kept = Omit<Announcement, 'state' | 'content' | 'audience'> & {
  state: string
  content: unknown
  audience: unknown
}

export type Change = Partial<
  Pick<Kept, 'state' | 'content' | 'audience' | 'version' | 'sendAt' | 'begunAt' | 'endedAt' | 'approvedBy'>
> & { expiresOn?: Day | null; words?: string }

type Filter = {
  tenant: string
  states?: readonly string[]
  author?: string
  place?: string
  validOn?: Day
  words?: string
}

export type Done = {
  at: number
  letters?: readonly Letter[]
  /** The content is kept among its versions. */
  publishedBy?: string
  /** What is not sent yet is held back, or let go. */
  held?: boolean
  /** What is not sent yet will not be. */
  drops?: true
}

/** What one place has of an announcement. `version` 0 = nothing yet. */
export type Copy = {
  announcement: string
  place: string
  state: 'waiting' | 'delivered' | 'unreached' | 'dropped' | 'taken-back'
  version: number
  activity: string | null
  because: string | null
  deliveredAt: number | null
  readAt: number | null
  understoodAt: number | null
}
type Key = Pick<Copy, 'announcement' | 'place'>

/** `left` = what is still to be sent, changed or taken back. */
export type Counts = Record<Copy['state'], number> & { read: number; understood: number; left: number }

type KeptFile = { name: string; contentType: string; content: Uint8Array }

/** What an announcement shows of an event that it invites to. */
export type Part = {
  body: readonly Element[]
  actions: readonly Button[]
  /** It is over or is not held: nobody new is invited. */
  isOver: boolean
}

export type Needs = {
  now: Clock
  announcements: {
    create(
      made: Pick<Kept, 'tenant' | 'author' | 'state' | 'content' | 'audience'> & { words: string },
      at: number,
    ): Promise<string>
    of(id: string): Promise<Kept | undefined>
    /** As it was sent out last, with its version; by id, in their order. */
    published(ids: readonly string[]): Promise<(Kept | undefined)[]>
    /** With what is to be told or done of it, in one transaction. False where it was changed meanwhile. */
    change(read: Pick<Kept, 'id' | 'revision'>, change: Change, done: Done): Promise<boolean>
    list(filter: Filter, most: number): Promise<Kept[]>
    count(filter: Filter): Promise<number>
    /** False where it was changed meanwhile, or sent. */
    remove(read: Pick<Kept, 'id' | 'revision'>): Promise<boolean>
    addFile(file: KeptFile & { id: string; announcement: string; kind: string }): Promise<void>
    fileOf(id: string): Promise<(KeptFile & { announcement: string; kind: string }) | undefined>
    optOutsOf(person: string): Promise<string[]>
    optedOut(topic: string): Promise<ReadonlySet<string>>
    optOut(person: string, topic: string, out: boolean): Promise<void>
  }
  copies: {
    add(announcement: string, letters: readonly Letter[], at: number): Promise<void>
    of(keys: readonly Key[]): Promise<(Copy | undefined)[]>
    delivered(all: readonly (Key & { version: number; activity: string; at: number })[]): Promise<void>
    ended(all: readonly (Key & Pick<Copy, 'state' | 'because'>)[]): Promise<void>
    understood(key: Key, at: number): Promise<boolean>
    /** The announcement that an activity at a place shows. */
    shownAs(place: string, activity: string): Promise<string | undefined>
    readUpTo(place: string, activity: string, at: number): Promise<void>
    counts(of: Pick<Kept, 'id' | 'version'> & { recalled: boolean }): Promise<Counts>
    reasons(announcement: string): Promise<{ because: string; count: number }[]>
    page(
      announcement: string,
      page: { after: string; most: number },
      states?: readonly Copy['state'][],
    ): Promise<Copy[]>
    /** Where any of these announcements is or is to be. */
    placesOf(announcements: readonly string[]): Promise<ReadonlySet<string>>
    missedAt(place: string, since: number): Promise<string[]>
    unreachedSince(
      tenant: string,
      since: number,
    ): Promise<{ place: string; because: string; count: number }[]>
  }
  outbox: {
    post(letters: readonly Letter[]): Promise<void>
    /** How many of a batch may have come twice. */
    doubtful(batch: string): Promise<number>
    /** Whether anything that is due of a batch, or at the place `of` where things are done for all of it, is not settled. */
    isOpen(batch: string, of: string): Promise<boolean>
    /** Whether a letter waits whose key begins so. */
    waits(key: string): Promise<boolean>
    wake(): void
  }
  people: {
    nameOf(person: string): Promise<string | undefined>
    /** Who is no employee, though a group or a list may have them. */
    guests(tenant: string): Promise<ReadonlySet<string>>
    /** All employees of a tenant that are known, guests excepted. */
    everyone(tenant: string): Promise<readonly string[]>
    /** Who belongs to units or those below them. */
    inUnits(tenant: string, units: readonly string[]): readonly string[]
    withRoles(tenant: string, roles: readonly string[]): readonly string[]
    /** Who asked for an agreement since, or bought beside it. */
    usersOf(tenant: string, agreement: string, since: number): Promise<readonly string[]>
    /** The person of an e-mail address or an Entra object id; undefined for nobody. */
    find(tenant: string, named: string): Promise<string | undefined>
    /** Who may let others' announcements out on a day. */
    officers(tenant: string, day: Day): readonly { id: string; name: string; away: boolean }[]
    leads(tenant: string, day: Day): readonly string[]
    /** The units somebody leads or works in, with those below. */
    unitsOf(person: string): readonly string[]
    /** Whom the register may name as owner of the agreements that somebody answers for. */
    answersFor(person: string): readonly string[]
    units(): readonly { id: string; name: string }[]
  }
  /** `owner` as the register has it. */
  agreements(): readonly { id: string; title: string; owner: string }[]
  channels(): readonly { id: string; name: string }[]
  /** Hands a question over to the section; gives the number of its case. */
  askSection(question: string, person: string, language: Language): Promise<string | undefined>
  /** How an event stands, for a person, or in a channel for nobody in particular. */
  eventPart(event: string, person: string | undefined, language: Language): Promise<Part | undefined>
  /** Where a client fetches a picture. */
  imageUrl(file: string): string
  /** A link to a file that says `data`; undefined where files are handed out in the chat. */
  linkTo(data: string, name: string): string | undefined
  noteAct(act: { actor: string; act: string; object: string; after?: unknown }): Promise<void>
  /** More people than this need a second officer. */
  aloneUpTo: number
  quiet: QuietHours | undefined
  /** How many are sent in a second, for how long it will take; undefined = not limited. */
  perSecond: number | undefined
}
