/** When an event is and what is due around it, in epoch milliseconds. Days and hours are Norway's, also across a change of the clock. */
import { businessDaysAfter } from '../kit/business-day.ts'
import { type Day, dayAfter, dayAt, hourMs } from '../kit/day.ts'
import { instantOf } from '../kit/moment.ts'
import type { Content, Session } from './event.ts'

export const startOf = ({ day, from }: Pick<Session, 'day' | 'from'>): number => instantOf(day, from) ?? 0
export const endOf = ({ day, to }: Pick<Session, 'day' | 'to'>): number => instantOf(day, to) ?? 0

/** Undefined where there are no sessions yet. */
export const beginningOf = ({ sessions }: Pick<Content, 'sessions'>): number | undefined =>
  sessions.length === 0 ? undefined : Math.min(...sessions.map(startOf))
export const endingOf = ({ sessions }: Pick<Content, 'sessions'>): number | undefined =>
  sessions.length === 0 ? undefined : Math.max(...sessions.map(endOf))

export const isOver = (content: Pick<Content, 'sessions'>, at: number): boolean =>
  (endingOf(content) ?? Infinity) <= at

/** Until the end of the last day to say yes, and at the latest until it begins. */
export function closesAt({ sessions, deadline }: Pick<Content, 'sessions' | 'deadline'>): number | undefined {
  const begins = beginningOf({ sessions })
  const ends = deadline === null ? undefined : instantOf(dayAfter(deadline, 1), '00:00')
  return begins === undefined ? ends : Math.min(begins, ends ?? begins)
}

const answerWithinMs = 24 * hourMs
/** Nobody is offered a place with less time than this to come. */
const shortestNoticeMs = 2 * hourMs

/**
 * Until when a place that is offered now is held: for a day, and at least to noon of the next business day, so that nobody loses
 * one over a weekend. Undefined where it is too late to offer any.
 */
export function answerBy(content: Pick<Content, 'sessions'>, at: number): number | undefined {
  const begins = beginningOf(content)
  if (begins === undefined || at > begins - shortestNoticeMs) return undefined
  const noon = instantOf(businessDaysAfter(dayAt(at), 1), '12:00') ?? 0
  return Math.min(Math.max(at + answerWithinMs, noon), begins - shortestNoticeMs / 2)
}

const reminderTime = '09:00'
/** When those who come to a session are reminded so many days before it. */
export const remindAt = ({ day }: Pick<Session, 'day'>, daysBefore: number): number =>
  instantOf(dayAfter(day, -daysBefore), reminderTime) ?? 0

/** In the morning after the last day to say yes, it is seen whether enough come; undefined where there is no such day. */
export const decidedAt = ({
  deadline,
  minimum,
}: Pick<Content, 'deadline' | 'minimum'>): number | undefined =>
  deadline === null || minimum === null ? undefined : instantOf(dayAfter(deadline, 1), '08:00')

/** In the morning after the last session, whoever was there is asked how it was. */
export const evaluatedAt = ({ sessions }: Pick<Content, 'sessions'>): number | undefined => {
  const last = sessions.at(-1)
  return last && instantOf(dayAfter(last.day, 1), reminderTime)
}

const checkInMs = { before: hourMs, after: 2 * hourMs }
/** Whether people can say that they are there. */
export const isOnAt = (session: Session, at: number): boolean =>
  at >= startOf(session) - checkInMs.before && at <= endOf(session) + checkInMs.after

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
