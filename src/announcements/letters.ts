/** What an announcement has to be told or done, each when its time has come. */
import { z } from 'zod'
import { personPlace } from '../kit/place.ts'
import type { Announcement } from './announcement.ts'
import type { Letter } from './needs.ts'

const of = { room: z.literal('announcements'), announcement: z.string() }
export const letterSchema = z.discriminatedUnion('tell', [
  /** Everybody who is to have it gets a letter of their own. */
  z.object({ ...of, tell: z.literal('begin') }),
  /** Whoever has it gets it as it is now, or has it taken back. */
  z.object({ ...of, tell: z.literal('renew') }),
  /** Whoever was not reached gets it once more. */
  z.object({ ...of, tell: z.literal('again') }),
  z.object({ ...of, tell: z.literal('copy') }),
  /** The copy as it is, for what has changed of its reader. */
  z.object({ ...of, tell: z.literal('redraw') }),
  /** All copies, for what has changed of what they show. */
  z.object({ ...of, tell: z.literal('redraw-all') }),
  z.object({ ...of, tell: z.literal('nudge') }),
  z.object({ ...of, tell: z.literal('remind') }),
  /** How far it has come: what was done before, and when that was. */
  z.object({
    ...of,
    tell: z.literal('progress'),
    activity: z.string().optional(),
    done: z.number().optional(),
    at: z.number().optional(),
  }),
  z.object({ ...of, tell: z.literal('awaiting') }),
  z.object({ ...of, tell: z.literal('returned'), by: z.string(), words: z.string() }),
  z.object({ room: z.literal('announcements'), tell: z.literal('unreached'), tenant: z.string() }),
])
export type AnnouncementLetter = z.output<typeof letterSchema>

/** Where what is done for many is done: once, and in order. */
export const desk = ({ id }: Pick<Announcement, 'id'>): string => `announcement:${id}`

const letter = (
  place: string,
  what: AnnouncementLetter,
  more: { dueAt: number; key?: string; batch?: string },
): Letter => ({ place, what, ...more })

const room = 'announcements'

export const beginning = (one: Pick<Announcement, 'id' | 'revision'>, dueAt: number): Letter =>
  letter(
    desk(one),
    { room, tell: 'begin', announcement: one.id },
    { dueAt, key: `${one.id} begin ${one.revision}` },
  )

export const renewing = (one: Pick<Announcement, 'id' | 'revision'>, dueAt: number): Letter =>
  letter(
    desk(one),
    { room, tell: 'renew', announcement: one.id },
    { dueAt, key: `${one.id} renew ${one.revision}` },
  )

export const retrying = (one: Pick<Announcement, 'id' | 'revision'>, dueAt: number): Letter =>
  letter(
    desk(one),
    { room, tell: 'again', announcement: one.id },
    { dueAt, key: `${one.id} again ${one.revision}` },
  )

/** `key` tells one version from another at the same place. */
export const copyTo = (
  place: string,
  { id, version, state }: Pick<Announcement, 'id' | 'version' | 'state'>,
  dueAt: number,
): Letter =>
  letter(
    place,
    { room, tell: 'copy', announcement: id },
    { dueAt, key: `${id} ${state === 'recalled' ? 'recalled' : `v${version}`} ${place}`, batch: id },
  )

/** To somebody who was not reached before. */
export const copyAgain = (place: string, id: string, dueAt: number): Letter =>
  letter(place, { room, tell: 'copy', announcement: id }, { dueAt, batch: id })

export const redrawing = (place: string, id: string, dueAt: number): Letter =>
  letter(place, { room, tell: 'redraw', announcement: id }, { dueAt })

/** `key` tells one time from another. */
export const redrawingAll = (id: string, key: string, dueAt: number): Letter =>
  letter(
    desk({ id }),
    { room, tell: 'redraw-all', announcement: id },
    { dueAt, key: `${id} redraw-all ${key}` },
  )

export const nudging = (one: Pick<Announcement, 'id'>, dueAt: number): Letter =>
  letter(desk(one), { room, tell: 'nudge', announcement: one.id }, { dueAt, key: `${one.id} nudge` })

export const reminding = (place: string, id: string, dueAt: number): Letter =>
  letter(
    place,
    { room, tell: 'remind', announcement: id },
    { dueAt, key: `${id} remind ${place}`, batch: id },
  )

/** How often it is told how far it has come, in milliseconds. */
const progressMs = 5_000

/** What the keys of all of them begin with. */
export const progressKey = ({ id }: Pick<Announcement, 'id'>): string => `${id} progress `

/** Two that are posted for the same moment are one. */
export const progressing = (
  one: Pick<Announcement, 'id' | 'author' | 'revision'>,
  at: number,
  before: { activity?: string; done?: number; at?: number } = {},
): Letter => {
  const dueAt = before.activity === undefined ? at : at + progressMs
  return letter(
    personPlace(one.author),
    { room, tell: 'progress', announcement: one.id, ...before },
    {
      dueAt,
      key: `${progressKey(one)}${before.activity ?? `of ${one.revision}`} ${Math.floor(dueAt / progressMs)}`,
    },
  )
}

export const awaiting = (place: string, { id, revision }: Announcement, dueAt: number): Letter =>
  letter(
    place,
    { room, tell: 'awaiting', announcement: id },
    { dueAt, key: `${id} awaiting ${revision} ${place}` },
  )

export const returning = (
  { id, author }: Pick<Announcement, 'id' | 'author'>,
  said: { by: string; words: string },
  dueAt: number,
): Letter => letter(personPlace(author), { room, tell: 'returned', announcement: id, ...said }, { dueAt })

export const unreachedOf = (person: string, tenant: string, week: string, dueAt: number): Letter =>
  letter(
    personPlace(person),
    { room, tell: 'unreached', tenant },
    { dueAt, key: `unreached ${week} ${person}` },
  )
