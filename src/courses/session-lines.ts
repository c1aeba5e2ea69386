/** Sessions as they are written in a form: one on each line, `12.01.2027 09:00–11:30`. */
import { type Day, readDay, writeDay } from '../kit/day.ts'
import type { Session } from './event.ts'
import { endOf, startOf } from './times.ts'

const line =
  /^(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})[\s,]+(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?$/i

/** `wrong` are the lines that say no day and hours, as written. `last` is the number that a session was given last. */
export function readSessions(
  written: string,
  before: { sessions: readonly Session[]; last: number; today: Day },
  code: () => string,
): { sessions: Session[]; last: number; wrong: string[] } {
  const read = written
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ({ one, time: timeIn(one) }))
  const wrong = read.filter(({ time }) => !time).map(({ one }) => one)
  const times = read.flatMap(({ time }) => time ?? []).toSorted((a, b) => startOf(a) - startOf(b))
  const once = times.filter((time, at) => !times.slice(0, at).some((earlier) => isSame(earlier, time)))
  return { ...withIds(once, before, code), wrong }
}

type Time = Pick<Session, 'day' | 'from' | 'to'>

function timeIn(written: string): Time | undefined {
  const [, day = '', hour, minute, toHour, toMinute] = line.exec(written) ?? []
  const on = readDay(day)
  const [from, to] = [clock(hour, minute), clock(toHour, toMinute)]
  if (!on || !from || !to) return undefined
  const time = { day: on, from, to }
  // Of hours that the clock jumps over none may be left.
  return startOf(time) < endOf(time) ? time : undefined
}

const clock = (hour = '', minute = '00'): string | undefined =>
  hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined

const isSame = (a: Time, b: Time): boolean => a.day === b.day && a.from === b.from && a.to === b.to

/**
 * One that is where it was keeps its id; then those left over are the ones that were moved, in order. One whose day is past is
 * not moved: who was there stays with it.
 */
function withIds(
  times: readonly Time[],
  { sessions: before, last, today }: { sessions: readonly Session[]; last: number; today: Day },
  code: () => string,
): { sessions: Session[]; last: number } {
  const same = (time: Time) => before.find((one) => isSame(one, time))
  const kept = new Set(times.map((time) => same(time)?.id))
  const moved = before.filter(({ id, day }) => !kept.has(id) && day >= today)
  let made = last
  const sessions = times.map((time) => {
    const was = same(time) ?? moved.shift()
    return { id: was?.id ?? String(++made), code: was?.code ?? code(), ...time }
  })
  return { sessions, last: made }
}

export const writeSession = ({ day, from, to }: Time): string => `${writeDay(day)} ${from}–${to}`
export const writeSessions = (sessions: readonly Time[]): string => sessions.map(writeSession).join('\n')
