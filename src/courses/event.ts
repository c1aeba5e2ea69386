import { z } from 'zod'
import { daySchema } from '../kit/day.ts'

export const kinds = ['course', 'leader-course', 'forum', 'e-ordering'] as const
export const audiences = ['everyone', 'leaders'] as const
export const languages = ['nb', 'nn', 'en'] as const

/** In letters. */
export const longest = { title: 120, text: 2_000, place: 200, link: 1_000, teacher: 120, line: 200 }
export const most = { sessions: 12, capacity: 2_000, questions: 6 }

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Once that people meet: a day and hours in Norway, which stay what they are when the clock is changed. */
const session = z.object({
  /** Stays when it is moved. */
  id: z.string(),
  day: daySchema,
  from: clockTime,
  to: clockTime,
  /** Whoever writes it to the bot on the day is marked as there. */
  code: z.string(),
})
export type Session = z.output<typeof session>

export const contentSchema = z.object({
  kind: z.enum(kinds),
  title: z.string(),
  text: z.string(),
  /** In the order of time. */
  sessions: z.array(session),
  /** Sessions that were taken away while it was open, for the calendars of those who came by then: with a turn up to `lastTurn`. */
  removed: z.array(session.extend({ lastTurn: z.number().int() })),
  /** The last number that a session was given: no other gets it. */
  lastSession: z.number().int(),
  /** A room or an address; empty where it is only in Teams. */
  place: z.string(),
  /** Of the meeting in Teams. */
  link: z.string().nullable(),
  teacher: z.string(),
  /** Who that is, where they are known: they note who is there. */
  teacherId: z.string().nullable(),
  /** Null = as many as will. */
  capacity: z.number().int().min(1).max(most.capacity).nullable(),
  /** With fewer at the deadline, whoever leads it is asked whether it is held. */
  minimum: z.number().int().min(1).nullable(),
  /** The last day to say yes; null = until it begins. */
  deadline: daySchema.nullable(),
  /** Whom it is for; with `units` only those who work in these, or in units below them. */
  audience: z.object({ who: z.enum(audiences), units: z.array(z.string()) }),
  mandatory: z.boolean(),
  /** What is spoken. */
  language: z.enum(languages),
  /** Where what is used lies. */
  material: z.string().nullable(),
  /** What those who were there are asked afterwards. */
  questions: z.array(z.string()),
})
export type Content = z.output<typeof contentSchema>

/** `open` = people can say yes; `cancelled` = it is not held. */
export const states = ['draft', 'open', 'cancelled'] as const
export type State = (typeof states)[number]

export type CourseEvent = {
  id: string
  tenant: string
  /** Who leads it, and is asked and told. */
  lead: string
  state: State
  content: Content
  /** Counts every change. */
  revision: number
  /** Of the calendar entries: counts what changes when or where it is. */
  sequence: number
  /** The announcements that invite to it. */
  announcements: readonly string[]
  /** Whether it was decided, with too few, that it is held. */
  heldAnyway: boolean
  /** Why it is not held. */
  because: string | null
}

export type Fault =
  | 'title'
  | 'sessions'
  | 'session-past'
  | 'where'
  | 'link'
  | 'material'
  | 'minimum'
  | 'minimum-deadline'
  | 'deadline'
  | 'deadline-past'
  | 'too-many-sessions'
  | 'too-many-questions'

/** What is wrong with it before anybody can be invited; empty where nothing is. `today` is a day in Norway. */
export function faultsIn(content: Content, today: string): Fault[] {
  const { title, sessions, place, link, material, capacity, minimum, deadline } = content
  const first = sessions[0]
  return [
    ...(title.trim() === '' ? ['title' as const] : []),
    ...(sessions.length === 0 ? ['sessions' as const] : []),
    ...(sessions.length > most.sessions ? ['too-many-sessions' as const] : []),
    ...(content.questions.length > most.questions ? ['too-many-questions' as const] : []),
    ...(deadline !== null && deadline < today ? ['deadline-past' as const] : []),
    ...(first && first.day < today ? ['session-past' as const] : []),
    ...(place.trim() === '' && link === null ? ['where' as const] : []),
    ...(link !== null && !isWebAddress(link) ? ['link' as const] : []),
    ...(material !== null && !isWebAddress(material) ? ['material' as const] : []),
    ...(minimum !== null && capacity !== null && minimum > capacity ? ['minimum' as const] : []),
    ...(minimum !== null && deadline === null ? ['minimum-deadline' as const] : []),
    ...(deadline !== null && first && isTooLate(deadline, first.day, minimum) ? ['deadline' as const] : []),
  ]
}

/** Whether enough come is seen the day after the deadline: that must be before it begins. */
const isTooLate = (deadline: string, first: string, minimum: number | null): boolean =>
  minimum === null ? deadline > first : deadline >= first

const isWebAddress = (link: string): boolean => /^https:\/\//i.test(link) && URL.parse(link) !== null

export const emptyContent: Content = {
  kind: 'course',
  title: '',
  text: '',
  sessions: [],
  removed: [],
  lastSession: 0,
  place: '',
  link: null,
  teacher: '',
  teacherId: null,
  capacity: null,
  minimum: null,
  deadline: null,
  audience: { who: 'everyone', units: [] },
  mandatory: false,
  language: 'nb',
  material: null,
  questions: [],
}
