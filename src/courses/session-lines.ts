/** Sessions as they are written in a form: one on each line, `12.01.2027 09:00–11:30`. */
import { readDay, writeDay } from '../kit/day.ts'
import type { Session } from './event.ts'
import { startOf } from './times.ts'

const line =
  /^(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})[\s,]+(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?$/i

/** `wrong` are the lines that say no day and hours, as written. */
export function readSessions(
  written: string,
  before: readonly Session[],
  code: () => string,
): { sessions: Session[]; wrong: string[] } {
  const read = written
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => ({ one, time: timeIn(one) }))
  const wrong = read.filter(({ time }) => !time).map(({ one }) => one)
  const times = read.flatMap(({ time }) => time ?? []).toSorted((a, b) => startOf(a) - startOf(b))
  return { sessions: withIds(times, before, code), wrong }
}

type Time = Pick<Session, 'day' | 'from' | 'to'>

function timeIn(written: string): Time | undefined {
  const [, day = '', hour, minute, toHour, toMinute] = line.exec(written) ?? []
  const on = readDay(day)
  const [from, to] = [clock(hour, minute), clock(toHour, toMinute)]
  return on && from && to && from < to ? { day: on, from, to } : undefined
}

const clock = (hour = '', minute = '00'): string | undefined =>
  hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined

/** One that is where it was keeps its id; then those left over are the ones that were moved, in order. */
function withIds(times: readonly Time[], before: readonly Session[], code: () => string): Session[] {
  const same = (time: Time) =>
    before.find(({ day, from, to }) => day === time.day && from === time.from && to === time.to)
  const kept = new Set(times.map((time) => same(time)?.id))
  const moved = before.filter(({ id }) => !kept.has(id))
  let last = Math.max(0, ...before.map(({ id }) => Number(id)))
  return times.map((time) => {
    const was = same(time) ?? moved.shift()
    return { id: was?.id ?? String(++last), code: was?.code ?? code(), ...time }
  })
}

export const writeSession = ({ day, from, to }: Time): string => `${writeDay(day)} ${from}–${to}`
export const writeSessions = (sessions: readonly Time[]): string => sessions.map(writeSession).join('\n')
