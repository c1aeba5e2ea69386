/**
 * A calendar file (RFC 5545) that puts the sessions of an event into the calendar of one who comes, changes them there, or
 * takes them out again (RFC 5546). It names nobody else who comes.
 */
import ical, {
  type ICalAttendeeData,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { CourseEvent, Session } from './event.ts'
import { endOf, startOf } from './times.ts'

type Asked = {
  event: Pick<CourseEvent, 'id' | 'sequence' | 'content'>
  /**
   * Those that the file is of; where not said, all. RFC 5546 grants a request one UID, and Outlook reads only the first session
   * of a file that has several: hand out a file for each. Of sessions that are no more, a cancelled one takes them out.
   */
  sessions?: readonly Session[]
  attendee: Attendee
  /** The e-mail address that the entries come from. Its domain is in every UID, so another one later knows none of the old. */
  organizer: string
  /** When the file is made, epoch milliseconds. */
  at: number
  /** Takes the sessions out: the event is not held, or this person does not come. */
  cancelled: boolean
  /** Of the person's seat. It rises when somebody who left says yes again, and what they get then must beat what took it out. */
  turn?: number
}

type Attendee = { name: string; email: string | undefined; entraId: string }

/** Lines end with CRLF and are of at most 75 octets. Characters that no calendar file may have are left out. */
export function calendarFile({
  event,
  sessions = event.content.sessions,
  attendee,
  organizer,
  at,
  cancelled,
  turn = 0,
}: Asked): string {
  const { title, text, teacher, place, link, material } = event.content
  const calendar = ical({
    prodId: { company: 'innkjopsassistenten', product: 'courses', language: 'NO' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    // Named on each entry and not on the calendar: there it would take DTSTAMP, which is UTC, for local time.
    timezone: { name: null, generator: () => osloRules },
  })
  for (const session of sessions)
    calendar.createEvent({
      id: `${event.id}-${session.id}@${domainOf(organizer)}`,
      sequence: sequenceOf({ sequence: event.sequence, turn, cancelled }),
      stamp: new Date(at),
      timezone: timeZone,
      start: Temporal.Instant.fromEpochMilliseconds(startOf(session)),
      end: Temporal.Instant.fromEpochMilliseconds(endOf(session)),
      summary: permitted(title),
      description: permitted([text, teacher, link, material].filter(Boolean).join('\n\n')),
      location: permitted(place.trim() === '' ? (link ?? '') : place),
      organizer: { name: organizer, email: organizer },
      attendees: [attending(attendee)],
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return `${calendar.toString()}\r\n`
}

/**
 * Higher for whatever comes later to the same person. RFC 5546 (2.1.4, 3.2.5) wants a cancellation to be higher than what it
 * cancels, also where one person leaves and the event is as it was; so each turn has two numbers, one to come and one to leave.
 */
const sequenceOf = ({
  sequence,
  turn,
  cancelled,
}: {
  sequence: number
  turn: number
  cancelled: boolean
}): number => sequence + 2 * turn + (cancelled ? 1 : 0)

/**
 * A request must name its attendee by an address, and the library writes no other than `mailto:`. Whoever has none is named by
 * their id in a domain that never exists (RFC 2606).
 */
const attending = ({ name, email, entraId }: Attendee): ICalAttendeeData => ({
  name: permitted(name),
  email: z.email().safeParse(email).data ?? `${encodeURIComponent(entraId)}@unknown.invalid`,
  type: ICalAttendeeType.INDIVIDUAL,
  status: ICalAttendeeStatus.ACCEPTED,
  rsvp: false,
})

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** Control characters other than a tab and line breaks, and halves of characters, have no place in a calendar file. */
const permitted = (written: string): string => written.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, '')

const timeZone = 'Europe/Oslo'
/** The rule of the EU and EEA (directive 2000/84/EC): summer time from the last Sunday of March to the last one of October. */
const osloRules = `BEGIN:VTIMEZONE
TZID:${timeZone}
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`
