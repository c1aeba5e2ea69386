import type { Kysely, Transaction } from 'kysely'
import { type Letter, post } from './outbox.ts'
import type { Tables } from './tables.ts'

/** What one place is to have of an announcement, and what has become of it there. */
export type Copy = {
  announcement: string
  place: string
  state: 'waiting' | 'delivered' | 'unreached' | 'dropped' | 'taken-back'
  /** Which one is shown there; 0 where none is yet. */
  version: number
  activity: string | null
  because: string | null
  deliveredAt: number | null
  /** As Teams said it; null is not known. */
  readAt: number | null
  understoodAt: number | null
}
type Key = Pick<Copy, 'announcement' | 'place'>
/** `left` = what is still to be sent, changed or taken back. */
export type CopyCounts = Record<Copy['state'], number> & { read: number; understood: number; left: number }
type Counted = { id: string; version: number; recalled: boolean }
/** A place of a page, in order. */
type Page = { after: string; most: number }

export const createCopies = (db: Kysely<Tables>) => ({
  /** Those that are new get a copy and the letter of it; again, they get neither. */
  add: (announcement: string, letters: readonly Letter[], at: number): Promise<void> =>
    db.transaction().execute(async (tx) => {
      if (letters.length === 0) return
      await tx
        .insertInto('announcement_copy')
        .values(
          letters.map(({ place }) => ({
            announcement,
            place,
            state: 'waiting' as const,
            version: 0,
            activity: null,
            because: null,
            delivered_at: null,
            read_at: null,
            understood_at: null,
          })),
        )
        .onConflict((conflict) => conflict.columns(['announcement', 'place']).doNothing())
        .execute()
      await post(tx, letters, at)
    }),

  /** In the order that they are asked for. */
  async of(keys: readonly Key[]): Promise<(Copy | undefined)[]> {
    const byAnnouncement = Map.groupBy(keys, ({ announcement }) => announcement)
    const found = new Map<string, Copy>()
    for (const [announcement, some] of byAnnouncement) {
      const rows = await db
        .selectFrom('announcement_copy')
        .selectAll()
        .where('announcement', '=', announcement)
        .where(
          'place',
          'in',
          some.map(({ place }) => place),
        )
        .execute()
      for (const row of rows) found.set(`${row.announcement} ${row.place}`, copyOf(row))
    }
    return keys.map(({ announcement, place }) => found.get(`${announcement} ${place}`))
  },

  /** Which version is shown where, in one transaction. */
  delivered: (all: readonly (Key & { version: number; activity: string; at: number })[]): Promise<void> =>
    db.transaction().execute(async (tx) => {
      for (const { announcement, place, version, activity, at } of all)
        await tx
          .updateTable('announcement_copy')
          .set((row) => ({
            state: 'delivered',
            version,
            activity,
            because: null,
            delivered_at: row.fn.coalesce('delivered_at', row.val(at)),
          }))
          .where('announcement', '=', announcement)
          .where('place', '=', place)
          .execute()
    }),

  /** What else has become of copies, in one transaction. */
  ended: (all: readonly (Key & Pick<Copy, 'state' | 'because'>)[]): Promise<void> =>
    db.transaction().execute(async (tx) => {
      for (const { announcement, place, state, because } of all)
        await tx
          .updateTable('announcement_copy')
          .set({ state, because })
          .where('announcement', '=', announcement)
          .where('place', '=', place)
          .execute()
    }),

  /** False where it was said before, or there is no such copy. */
  async understood({ announcement, place }: Key, at: number): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('announcement_copy')
      .set({ understood_at: at })
      .where('announcement', '=', announcement)
      .where('place', '=', place)
      .where('understood_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  async shownAs(place: string, activity: string): Promise<string | undefined> {
    const row = await db
      .selectFrom('announcement_copy')
      .select('announcement')
      .where('place', '=', place)
      .where('activity', '=', activity)
      .executeTakeFirst()
    return row?.announcement
  },

  /** All that somebody was sent up to an activity has been read. Activities are numbered by when they came. */
  readUpTo: (place: string, activity: string, at: number): Promise<void> =>
    db.transaction().execute(async (tx) => {
      if (!/^\d{1,18}$/.test(activity)) return
      const unread = await tx
        .selectFrom('announcement_copy')
        .select(['announcement', 'activity'])
        .where('place', '=', place)
        .where('read_at', 'is', null)
        .where('activity', 'is not', null)
        .execute()
      const isRead = (one: string | null) =>
        /^\d{1,18}$/.test(one ?? '') && BigInt(one ?? '') <= BigInt(activity)
      for (const copy of unread.filter((one) => isRead(one.activity)))
        await tx
          .updateTable('announcement_copy')
          .set({ read_at: at })
          .where('announcement', '=', copy.announcement)
          .where('place', '=', place)
          .execute()
    }),

  async counts({ id, version, recalled }: Counted): Promise<CopyCounts> {
    const rows = await db
      .selectFrom('announcement_copy')
      .select((by) => [
        'state',
        by.fn.countAll<number>().as('count'),
        by.fn.count<number>('read_at').as('read'),
        by.fn.count<number>('understood_at').as('understood'),
        // Who cannot be reached any more keeps what they have.
        by.fn
          .sum<number>(
            by
              .case()
              .when(by.and([by('because', 'is', null), ...(recalled ? [] : [by('version', '<', version)])]))
              .then(1)
              .else(0)
              .end(),
          )
          .as('older'),
      ])
      .where('announcement', '=', id)
      .groupBy('state')
      .execute()
    const none = { waiting: 0, delivered: 0, unreached: 0, dropped: 0, 'taken-back': 0 }
    const counts = { ...none, read: 0, understood: 0, left: 0 }
    for (const row of rows) {
      counts[row.state] = Number(row.count)
      if (row.state === 'waiting') counts.left += Number(row.count)
      if (row.state !== 'delivered') continue
      counts.left += Number(row.older)
      counts.read = Number(row.read)
      counts.understood = Number(row.understood)
    }
    return counts
  },

  /** Why some were not reached, the most frequent first. */
  async reasons(announcement: string): Promise<{ because: string; count: number }[]> {
    const rows = await db
      .selectFrom('announcement_copy')
      .select((by) => ['because', by.fn.countAll<number>().as('count')])
      .where('announcement', '=', announcement)
      .where('state', '=', 'unreached')
      .groupBy('because')
      .execute()
    return rows
      .map(({ because, count }) => ({ because: because ?? '', count: Number(count) }))
      .toSorted((a, b) => b.count - a.count)
  },

  /** Copies in the order of their places, a page at a time. */
  async page(
    announcement: string,
    { after, most }: Page,
    states?: readonly Copy['state'][],
  ): Promise<Copy[]> {
    const rows = await db
      .selectFrom('announcement_copy')
      .selectAll()
      .where('announcement', '=', announcement)
      .where('place', '>', after)
      .$if(states !== undefined, (copies) => copies.where('state', 'in', [...(states ?? [])]))
      .orderBy('place')
      .limit(most)
      .execute()
    return rows.map(copyOf)
  },

  /** Where any of these announcements is or is to be. */
  async placesOf(announcements: readonly string[]): Promise<Set<string>> {
    if (announcements.length === 0) return new Set()
    const rows = await db
      .selectFrom('announcement_copy')
      .select('place')
      .distinct()
      .where('announcement', 'in', [...announcements])
      .where('state', 'in', ['waiting', 'delivered'])
      .execute()
    return new Set(rows.map(({ place }) => place))
  },

  /** The announcements that did not reach a place, of those begun since. */
  async missedAt(place: string, since: number): Promise<string[]> {
    const rows = await db
      .selectFrom('announcement_copy')
      .innerJoin('announcement', 'announcement.id', 'announcement_copy.announcement')
      .select('announcement.id')
      .where('place', '=', place)
      // Unreached, or with an older one that could not be changed or taken back.
      .where('announcement_copy.because', 'is not', null)
      .where('announcement.begun_at', '>=', since)
      .execute()
    return rows.map(({ id }) => id)
  },

  /** Whom nothing reached of what was begun since, with why, and of how many announcements. */
  async unreachedSince(
    tenant: string,
    since: number,
  ): Promise<{ place: string; because: string; count: number }[]> {
    const rows = await db
      .selectFrom('announcement_copy as copy')
      .innerJoin('announcement', 'announcement.id', 'copy.announcement')
      .select((by) => [
        'copy.place',
        by.fn.max('copy.because').as('because'),
        by.fn.countAll<number>().as('count'),
      ])
      .where('announcement.tenant', '=', tenant)
      .where('announcement.begun_at', '>=', since)
      .where('copy.state', '=', 'unreached')
      .groupBy('copy.place')
      .orderBy('copy.place')
      .execute()
    return rows.map(({ place, because, count }) => ({ place, because: because ?? '', count: Number(count) }))
  },
})

/** Those that were not sent yet will not be. */
export async function drop(tx: Transaction<Tables>, announcement: string): Promise<void> {
  await tx
    .updateTable('announcement_copy')
    .set({ state: 'dropped' })
    .where('announcement', '=', announcement)
    .where('state', '=', 'waiting')
    .execute()
}

const copyOf = (row: Tables['announcement_copy']): Copy => ({
  announcement: row.announcement,
  place: row.place,
  state: row.state,
  version: row.version,
  activity: row.activity,
  because: row.because,
  deliveredAt: row.delivered_at,
  readAt: row.read_at,
  understoodAt: row.understood_at,
})
