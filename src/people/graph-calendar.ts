/** Entries in people's calendars through Microsoft Graph (`Calendars.ReadWrite`). Nobody is invited, so nothing is mailed. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Fault } from '../kit/fault.ts'

export type GraphCalendar = {
  /**
   * Puts an entry into somebody's calendar, or changes the one with `id`; gives its id. One that they have deleted is put in
   * anew, and what is put twice with one `key` is there once. Throws a `people` Fault.
   */
  putEntry(entraId: string, entry: CalendarEntry, id?: string): Promise<string>
  /** An entry that is gone already is no failure. */
  removeEntry(entraId: string, id: string): Promise<void>
}

type CalendarEntry = {
  /** Tells one entry of a person from another. */
  key: string
  title: string
  text: string
  place: string
  /** Of a day and hours in Norway, `2027-01-12T09:00`. */
  from: string
  to: string
}

/** Asks Graph as the bot, at a path below its address; gives the answer where it is a good one or one of those `expected`. */
export type AsBot = (
  what: string,
  path: string,
  asked: { method?: string; body?: unknown },
  expected?: readonly number[],
) => Promise<Response>

const made = z.object({ id: z.string().min(1) })
/** How Graph says that a `transactionId` was used for something else: for this entry, as it was before it was changed. */
const madeBefore = z.object({
  error: z.object({
    code: z.literal('ErrorDuplicateTransactionId'),
    '@event.existingEventId': z.string().min(1),
  }),
})

/** How many entries may turn out to be gone before it is given up. */
const tries = 3

export function graphCalendar(asBot: AsBot): GraphCalendar {
  const isChanged = async (entraId: string, entry: CalendarEntry, id: string): Promise<boolean> => {
    const asked = { method: 'PATCH', body: written(entry) }
    const answer = await asBot('changing a calendar entry', entryPath(entraId, id), asked, [404])
    await answer.body?.cancel()
    return answer.ok
  }
  /** Where `transactionId` was used before and the entry has changed since, it is the old one's id, which is still to be changed. */
  const make = async (
    entraId: string,
    entry: CalendarEntry,
    transactionId: string,
  ): Promise<{ id: string; isNew: boolean }> => {
    const what = 'making a calendar entry'
    // Whoever turned the reminder off keeps it off: only a new entry says that there is one.
    const asked = { method: 'POST', body: { ...written(entry), isReminderOn: true, transactionId } }
    const answer = await asBot(what, entriesPath(entraId), asked, [400, 409])
    const read: unknown = await answer.json().catch((cause: unknown) => {
      throw new Fault('people', `${what}: no JSON`, cause)
    })
    const id = answer.ok
      ? made.safeParse(read).data?.id
      : madeBefore.safeParse(read).data?.error['@event.existingEventId']
    if (id === undefined)
      throw new Fault('people', `${what}: ${answer.ok ? 'no id in the answer' : `answered ${answer.status}`}`)
    return { id, isNew: answer.ok }
  }
  return {
    async putEntry(entraId, entry, id) {
      let known = id
      for (let tried = 0; tried < tries; tried++) {
        if (known !== undefined && (await isChanged(entraId, entry, known))) return known
        const found = await make(entraId, entry, known === undefined ? entry.key : keyAfter(entry, known))
        if (found.isNew) return found.id
        known = found.id
      }
      throw new Fault('people', 'making a calendar entry: those made before are gone')
    },
    async removeEntry(entraId, id) {
      const asked = { method: 'DELETE' }
      const answer = await asBot('removing a calendar entry', entryPath(entraId, id), asked, [404])
      await answer.body?.cancel()
    },
  }
}

const entriesPath = (entraId: string): string => `/v1.0/users/${encodeURIComponent(entraId)}/events`
const entryPath = (entraId: string, id: string): string => `${entriesPath(entraId)}/${encodeURIComponent(id)}`

/** Another one for each entry that is gone, and the same when it is tried again. */
const keyAfter = ({ key }: CalendarEntry, gone: string): string =>
  `${key}-again-${createHash('sha256').update(gone).digest('hex').slice(0, 16)}`

const written = ({ title, text, place, from, to }: CalendarEntry) => ({
  subject: title,
  body: { contentType: 'text', content: text },
  location: { displayName: place },
  start: inNorway(from),
  end: inNorway(to),
})

/** Windows' name for Norway's time: Graph promises those, and of the names like `Europe/Oslo` only some. */
const inNorway = (wallTime: string) => ({ dateTime: `${wallTime}:00`, timeZone: 'W. Europe Standard Time' })
