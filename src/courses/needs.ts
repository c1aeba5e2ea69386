import type { Button, Element } from '../kit/card.ts'
import type { Clock } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import type { CourseEvent } from './event.ts'
import type { Seat } from './seats.ts'

/** Something to be told or done: `what` comes back to `word` when its time has come. */
export type Letter = { place: string; what: unknown; dueAt: number; key?: string }

/** As it is kept; the content is read by this room. */
export type KeptEvent = Omit<CourseEvent, 'state' | 'content'> & { state: string; content: unknown }
export type KeptSeat = Omit<Seat, 'state'> & { state: string }

export type EventChange = Partial<
  Pick<KeptEvent, 'state' | 'content' | 'sequence' | 'announcements' | 'heldAnyway' | 'because'>
> & {
  /** When it begins and ends, epoch milliseconds. */
  beginsAt?: number | null
  endsAt?: number | null
}

/** What is decided of an event and its seats as they were read: all of it is kept together, or none. */
export type Decision<Result> = {
  change?: EventChange
  seats?: readonly Seat[]
  letters?: readonly Letter[]
  result: Result
}

type Attendance = { session: string; person: string; by: string; at: number }

type EventFilter = { tenant: string; states?: readonly string[]; lead?: string; from?: number; to?: number }

export type Needs = {
  now: Clock
  events: {
    create(made: Pick<KeptEvent, 'tenant' | 'lead' | 'state' | 'content'>, at: number): Promise<string>
    of(id: string): Promise<KeptEvent | undefined>
    seatsOf(id: string): Promise<KeptSeat[]>
    /** Decides one event one press at a time, also between processes. Undefined where there is no such event. */
    decide<Result>(
      id: string,
      at: number,
      how: (found: KeptEvent, seats: KeptSeat[]) => Decision<Result>,
    ): Promise<Result | undefined>
    /** Those that end at `from` or later and begin before `to`, the first to begin first; those without a time last. */
    list(filter: EventFilter, most: number): Promise<KeptEvent[]>
    /** Those that somebody has a seat at or was at, with the seat, the last to begin first. */
    ofPerson(person: string): Promise<{ event: KeptEvent; seat: KeptSeat | undefined }[]>
    remove(id: string): Promise<boolean>
    /** Who was where; said twice it stands once. */
    attend(event: string, all: readonly Attendance[]): Promise<void>
    /** Who is taken away again. */
    unattend(event: string, session: string, people: readonly string[]): Promise<void>
    attendanceOf(event: string): Promise<Attendance[]>
    /** Whose attendance is noted at events, by event. */
    attendedBy(
      people: readonly string[],
      events: readonly string[],
    ): Promise<{ event: string; person: string; session: string }[]>
    /** Keeps what somebody thought, without who; false where they have said it before. */
    evaluate(event: string, person: string, answers: unknown): Promise<boolean>
    evaluationsOf(event: string): Promise<unknown[]>
    /** Which entries of their calendar somebody has of an event, by session. */
    entriesOf(event: string, person: string): Promise<Record<string, string>>
    keepEntries(event: string, person: string, entries: Record<string, string>): Promise<void>
  }
  outbox: { post(letters: readonly Letter[]): Promise<void>; wake(): void }
  people: {
    nameOf(person: string): Promise<string | undefined>
    emailOf(person: string): string | undefined
    unitNameOf(person: string): string | undefined
    /** The person of an e-mail address, an Entra object id or a name that is one person's; undefined for nobody. */
    find(tenant: string, named: string): Promise<string | undefined>
    leads(tenant: string, day: string): readonly string[]
    units(): readonly { id: string; name: string }[]
    /** Who belongs to units or those below them. */
    inUnits(tenant: string, units: readonly string[]): readonly string[]
    /** Who leads a unit. */
    leaders(tenant: string): readonly string[]
    /** The units somebody works in and those above them. */
    unitsOf(person: string): readonly string[]
    /** The units somebody leads, with those below; empty for who leads none. */
    ledBy(person: string): readonly string[]
  }
  /** A draft of an announcement that invites to an event, as its author goes on with it. `to` undefined = who it goes to is chosen then. */
  invite(
    invitation: {
      event: string
      title: string
      text: string
      expiresOn: string | null
      mandatory: boolean
      notTo: readonly string[]
      to: { units: readonly string[] } | { leaders: readonly string[] } | undefined
    },
    who: Person,
  ): Promise<{ announcement: string; message: Message }>
  /** Draws somebody's invitation anew, or everybody's. */
  redrawing(announcement: string, person: string, at: number): Letter
  redrawingAll(announcement: string, key: string, at: number): Letter
  /** Where entries are put into people's calendars by themselves; undefined where people do it. */
  calendar: Calendar | undefined
  /** A link to a file that says `data`; undefined where files are handed out in the chat. */
  linkTo(data: string, name: string): string | undefined
  /** Random digits for checking in. */
  code(): string
  municipality: string
  /** The address that calendar entries come from. */
  organizer: string
  /** Days before a session on which those who come are reminded. */
  remindBefore: readonly number[]
  /** So many courses a year are held at least. */
  coursesAYear: number
  noteAct(act: { actor: string; act: string; object: string; after?: unknown }): Promise<void>
}

/** `id` of an entry is the calendar's own; `key` tells one entry from another where it is put twice. */
type Calendar = {
  /** Puts an entry in, or changes the one with `id`; gives its id. */
  put(person: string, entry: CalendarEntry, id: string | undefined): Promise<string>
  /** An entry that is gone already is no failure. */
  remove(person: string, id: string): Promise<void>
}
type CalendarEntry = {
  key: string
  title: string
  text: string
  place: string
  /** Of a day and hours in Norway, `2027-01-12T09:00`. */
  from: string
  to: string
}

/** What an invitation shows of its event, to its reader. */
export type Part = {
  body: Element[]
  actions: Button[]
  /** It is over or is not held: nobody new is invited. */
  isOver: boolean
}
