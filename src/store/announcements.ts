import { type Kysely, sql } from 'kysely'
import { drop } from './announcement-copies.ts'
import { nextNumber } from './engine.ts'
import { hold, type Letter, post, settleWaiting } from './outbox.ts'
import type { Tables } from './tables.ts'

/** An announcement as it is kept; `content` and `audience` are plain JSON of the room that knows them. */
export type KeptAnnouncement = {
  id: string
  tenant: string
  author: string
  state: string
  content: unknown
  audience: unknown
  /** Of the content, as it was sent out or will be; from 1. */
  version: number
  /** Counts every change, from 1. */
  revision: number
  sendAt: number | null
  begunAt: number | null
  endedAt: number | null
  approvedBy: string | null
  createdAt: number
  changedAt: number
}

export type AnnouncementChange = Partial<
  Pick<
    KeptAnnouncement,
    'state' | 'content' | 'audience' | 'version' | 'sendAt' | 'begunAt' | 'endedAt' | 'approvedBy'
  >
> & {
  /** The last day it holds. */
  expiresOn?: string | null
  /** All that it can be found by. */
  words?: string
}

export type AnnouncementFilter = {
  tenant: string
  states?: readonly string[]
  author?: string
  /** Only those that were sent to a place. */
  place?: string
  /** Only those that hold on a day. */
  validOn?: string
  /** All of them must be there. */
  words?: string
}

type Done = {
  at: number
  letters?: readonly Letter[]
  /** The content is kept among its versions. */
  publishedBy?: string
  /** What is not sent yet is held back, or let go. */
  held?: boolean
  /** What is not sent yet will not be. */
  drops?: true
}

export const createAnnouncements = (db: Kysely<Tables>) => ({
  /** Keeps a new one, and gives its id: `K-` and a running number. */
  create: (
    made: Pick<KeptAnnouncement, 'tenant' | 'author' | 'state' | 'content' | 'audience'> & { words: string },
    at: number,
  ): Promise<string> =>
    db.transaction().execute(async (tx) => {
      const id = `K-${await nextNumber(tx, 'announcement')}`
      await tx
        .insertInto('announcement')
        .values({
          id,
          ...columnsOf(made),
          tenant: made.tenant,
          author: made.author,
          state: made.state,
          content: JSON.stringify(made.content),
          audience: JSON.stringify(made.audience),
          words: made.words.toLowerCase(),
          version: 1,
          revision: 1,
          created_at: at,
          changed_at: at,
        })
        .execute()
      return id
    }),

  async of(id: string): Promise<KeptAnnouncement | undefined> {
    const row = await db.selectFrom('announcement').selectAll().where('id', '=', id).executeTakeFirst()
    return row && keptOf(row)
  },

  /** As they were sent out last: with that content, its version and when that was; in the order of the ids. */
  async published(ids: readonly string[]): Promise<(KeptAnnouncement | undefined)[]> {
    const rows = await db
      .selectFrom('announcement')
      .innerJoin('announcement_version as sent', (join) =>
        join
          .onRef('sent.announcement', '=', 'announcement.id')
          .onRef('sent.version', '=', 'announcement.version'),
      )
      .selectAll('announcement')
      .select(['sent.content as sentContent', 'sent.at as sentAt'])
      .where('announcement.id', 'in', [...ids])
      .execute()
    const found = new Map(
      rows.map((row) => [row.id, keptOf({ ...row, content: row.sentContent, changed_at: row.sentAt })]),
    )
    return ids.map((id) => found.get(id))
  },

  /** Changes one as it was read, with what is to be told or done of it, in one transaction; false where it was changed meanwhile. */
  change: (
    { id, revision }: Pick<KeptAnnouncement, 'id' | 'revision'>,
    change: AnnouncementChange,
    { at, letters = [], publishedBy, held, drops }: Done,
  ): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      const changed = await tx
        .updateTable('announcement')
        .set({ ...columnsOf(change), revision: revision + 1, changed_at: at })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .returning(['version', 'content'])
        .executeTakeFirst()
      if (!changed) return false
      if (publishedBy !== undefined)
        await tx
          .insertInto('announcement_version')
          .values({ announcement: id, ...changed, actor: publishedBy, at })
          .onConflict((conflict) =>
            conflict
              .columns(['announcement', 'version'])
              .doUpdateSet({ content: changed.content, actor: publishedBy, at }),
          )
          .execute()
      if (held !== undefined) await hold(tx, id, held)
      if (drops) {
        await drop(tx, id)
        await settleWaiting(tx, id, at)
      }
      await post(tx, letters, at)
      return true
    }),

  /** The newest first. */
  async list(filter: AnnouncementFilter, most: number): Promise<KeptAnnouncement[]> {
    const rows = await within(db, filter).selectAll().orderBy('changed_at', 'desc').limit(most).execute()
    return rows.map(keptOf)
  },

  async count(filter: AnnouncementFilter): Promise<number> {
    const { count } = await within(db, filter)
      .select((by) => by.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  },

  /** Deletes one as it was read, if it was never sent, with its files; false where it was changed meanwhile. */
  remove: ({ id, revision }: Pick<KeptAnnouncement, 'id' | 'revision'>): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      const removed = await tx
        .deleteFrom('announcement')
        .where('id', '=', id)
        .where('revision', '=', revision)
        .where('begun_at', 'is', null)
        .executeTakeFirst()
      if (removed.numDeletedRows === 0n) return false
      await tx.deleteFrom('announcement_file').where('announcement', '=', id).execute()
      return true
    }),

  async addFile(file: NewFile): Promise<void> {
    const { contentType, ...rest } = file
    await db
      .insertInto('announcement_file')
      .values({ ...rest, content_type: contentType })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  },

  async fileOf(id: string): Promise<NewFile | undefined> {
    const row = await db.selectFrom('announcement_file').selectAll().where('id', '=', id).executeTakeFirst()
    return row && { ...row, contentType: row.content_type }
  },

  /** Topics that a person does not want to be told of. */
  async optOutsOf(person: string): Promise<string[]> {
    const rows = await db.selectFrom('topic_opt_out').select('topic').where('person', '=', person).execute()
    return rows.map(({ topic }) => topic)
  },

  /** People who do not want to be told of a topic. */
  async optedOut(topic: string): Promise<Set<string>> {
    const rows = await db.selectFrom('topic_opt_out').select('person').where('topic', '=', topic).execute()
    return new Set(rows.map(({ person }) => person))
  },

  async optOut(person: string, topic: string, out: boolean): Promise<void> {
    if (out)
      await db
        .insertInto('topic_opt_out')
        .values({ person, topic })
        .onConflict((conflict) => conflict.columns(['person', 'topic']).doNothing())
        .execute()
    else
      await db.deleteFrom('topic_opt_out').where('person', '=', person).where('topic', '=', topic).execute()
  },
})

export type NewFile = {
  id: string
  announcement: string
  kind: string
  name: string
  contentType: string
  content: Uint8Array
}

const columnsOf = (change: AnnouncementChange) => ({
  ...(change.state !== undefined && { state: change.state }),
  ...(change.content !== undefined && { content: JSON.stringify(change.content) }),
  ...(change.audience !== undefined && { audience: JSON.stringify(change.audience) }),
  ...(change.words !== undefined && { words: change.words.toLowerCase() }),
  ...(change.version !== undefined && { version: change.version }),
  ...(change.sendAt !== undefined && { send_at: change.sendAt }),
  ...(change.begunAt !== undefined && { begun_at: change.begunAt }),
  ...(change.endedAt !== undefined && { ended_at: change.endedAt }),
  ...(change.approvedBy !== undefined && { approved_by: change.approvedBy }),
  ...(change.expiresOn !== undefined && { expires_on: change.expiresOn }),
})

const keptOf = (row: Tables['announcement']): KeptAnnouncement => ({
  id: row.id,
  tenant: row.tenant,
  author: row.author,
  state: row.state,
  content: JSON.parse(row.content),
  audience: JSON.parse(row.audience),
  version: row.version,
  revision: row.revision,
  sendAt: row.send_at,
  begunAt: row.begun_at,
  endedAt: row.ended_at,
  approvedBy: row.approved_by,
  createdAt: row.created_at,
  changedAt: row.changed_at,
})

const within = (
  db: Kysely<Tables>,
  { tenant, states, author, place, validOn, words = '' }: AnnouncementFilter,
) =>
  db
    .selectFrom('announcement')
    .where('tenant', '=', tenant)
    .$if(states !== undefined, (found) => found.where('state', 'in', [...(states ?? [])]))
    .$if(author !== undefined, (found) => found.where('author', '=', author ?? ''))
    .$if(validOn !== undefined, (found) =>
      found.where((by) => by.or([by('expires_on', 'is', null), by('expires_on', '>=', validOn ?? '')])),
    )
    .$if(place !== undefined, (found) =>
      found.where('id', 'in', (copies) =>
        copies
          .selectFrom('announcement_copy')
          .select('announcement')
          .where('place', '=', place ?? '')
          .where('state', '=', 'delivered'),
      ),
    )
    .where((by) =>
      by.and(
        words
          .toLowerCase()
          .split(/\s+/)
          .filter(Boolean)
          .map((word) =>
            by('words', 'like', sql<string>`${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`),
          ),
      ),
    )
