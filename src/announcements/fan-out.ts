/** One announcement becomes a letter to each who is to have it, a thousand at a time. Begun again, nobody gets two. */
import { setImmediate as nextTick } from 'node:timers/promises'
import { businessDaysAfter } from '../kit/business-day.ts'
import { dayAt } from '../kit/day.ts'
import { instantOf } from '../kit/moment.ts'
import { isChannel } from '../kit/place.ts'
import type { Announcement } from './announcement.ts'
import { reachedBy } from './audience.ts'
import { copyAgain, copyTo, nudging, progressing, redrawing, reminding } from './letters.ts'
import type { Copy, Letter, Needs } from './needs.ts'
import { announcementIn } from './read.ts'

const atOnce = 1_000
const reminderTime = '09:00'

/** What was planned is sent; nothing where it was stopped or begun to be changed meanwhile. */
export async function fanOut(id: string, needs: Needs): Promise<undefined> {
  const planned = announcementIn(await needs.announcements.of(id))
  // A letter of an earlier plan says nothing of when this one is due.
  if (planned?.state !== 'scheduled' || (planned.sendAt ?? 0) > needs.now()) return undefined
  if (planned.begunAt === null)
    await needs.announcements.change(planned, { begunAt: needs.now() }, { at: needs.now() })
  const { places } = await reachedBy(planned.audience, planned.content, planned.tenant, needs)
  const at = needs.now()
  for (let from = 0; from < places.length; from += atOnce) {
    if ((await needs.announcements.of(id))?.state !== 'scheduled') return undefined
    const letters = places.slice(from, from + atOnce).map((place) => copyTo(place, planned, at))
    await needs.copies.add(id, letters, at)
    needs.outbox.wake()
    await nextTick()
  }
  const now = announcementIn(await needs.announcements.of(id))
  if (now?.state !== 'scheduled') return undefined
  await needs.announcements.change(
    now,
    { state: 'sending' },
    { at, letters: [progressing(now, at), ...nudgeOf(now, at)] },
  )
  needs.outbox.wake()
  return undefined
}

function nudgeOf(found: Announcement, at: number): Letter[] {
  const { readBack, nudgeAfter } = found.content
  if (!readBack || nudgeAfter === null) return []
  const dueAt = instantOf(businessDaysAfter(dayAt(at), nudgeAfter), reminderTime)
  return dueAt === undefined ? [] : [nudging(found, dueAt)]
}

/** Whoever has it is to have it as it is now, or not at all. */
export async function renewAll(id: string, needs: Needs): Promise<undefined> {
  const found = announcementIn(await needs.announcements.of(id))
  if (!found) return undefined
  // What is being sent at this moment may still come as it was: its place gets the letter too, which then waits for it.
  const perhaps = ['delivered', 'waiting', 'dropped'] as const
  await forEachCopy(id, perhaps, needs, (copies, at) =>
    copies
      .filter((copy) => found.state === 'recalled' || copy.version < found.version)
      .map(({ place }) => copyTo(place, found, at)),
  )
  return undefined
}

/** Whoever was not reached. Begun again, some get a second letter, of which nothing comes. */
export async function retryAll(id: string, needs: Needs): Promise<undefined> {
  await forEachCopy(id, ['unreached', 'waiting'], needs, async (copies, at) => {
    await needs.copies.ended(
      copies.map(({ place }) => ({ announcement: id, place, state: 'waiting', because: null })),
    )
    return copies.map(({ place }) => copyAgain(place, id, at))
  })
  return undefined
}

/** Whoever has it gets it as it is now, behind all that is told first. */
export async function redrawAll(id: string, needs: Needs): Promise<undefined> {
  await forEachCopy(id, ['delivered'], needs, (copies, at) =>
    copies.map(({ place }) => ({ ...redrawing(place, id, at), batch: id })),
  )
  return undefined
}

/** Whoever has it and has not said that they have understood it. */
export async function nudgeAll(id: string, needs: Needs): Promise<undefined> {
  await forEachCopy(id, ['delivered'], needs, (copies, at) =>
    copies
      .filter(({ understoodAt, place }) => understoodAt === null && !isChannel(place))
      .map(({ place }) => reminding(place, id, at)),
  )
  return undefined
}

async function forEachCopy(
  id: string,
  states: readonly Copy['state'][],
  needs: Needs,
  lettersFor: (copies: readonly Copy[], at: number) => Letter[] | Promise<Letter[]>,
): Promise<void> {
  let after = ''
  for (;;) {
    const copies = await needs.copies.page(id, { after, most: atOnce }, states)
    const last = copies.at(-1)
    if (!last) return
    await needs.outbox.post(await lettersFor(copies, needs.now()))
    after = last.place
    await nextTick()
  }
}
