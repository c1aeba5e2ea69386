/** Joins the outbox with what keeps its letters, the rooms that word them and the door that sends them. */
import { z } from 'zod'
import type { Clock } from './kit/day.ts'
import type { Log } from './kit/log.ts'
import type { Language } from './kit/say.ts'
import { createOutbox, type Delivery, type Outbox } from './outbox/outbox.ts'
import type { Store } from './store/store.ts'
import { type Door, inChannel, retryAfter } from './teams/teams.ts'

/** What a room says of a letter of its own: one whose `what.room` is its name. Undefined where there is nothing to say any more. */
export type Wording = (what: unknown, place: string) => Promise<Delivery | undefined>

type Needs = {
  store: Store
  tell: Door['tell']
  wordings: Readonly<Record<string, Wording>>
  /** No other process sends. */
  alone: boolean
  now: Clock
  log: Log
}

const ofRoom = z.object({ room: z.string() })

export const startOutbox = ({ store, tell, wordings, alone, now, log }: Needs): Outbox =>
  createOutbox({
    letters: store.outbox,
    now,
    random: Math.random,
    retryAfter,
    alone,
    log,
    async word(what, place) {
      const room = ofRoom.safeParse(what).data?.room ?? ''
      const wording = Object.hasOwn(wordings, room) ? wordings[room] : undefined
      if (!wording) log.error({ room }, 'a letter of no room is dropped')
      return wording?.(what, place)
    },
    async send(place, { message, replaces }) {
      const reach = await reachOf(place, store)
      if (!reach) return { kind: 'unreachable', because: 'no conversation is known' }
      return tell(reach.conversation, await message(reach.language ?? 'nb'), replaces)
    },
  })

/** A place is `person:` and the id of a person, or `channel:` and the id of a channel in Teams. */
async function reachOf(
  place: string,
  { people, channels }: Store,
): Promise<{ conversation: string; language?: Language | undefined } | undefined> {
  const [, kind, id = ''] = /^(person|channel):(.+)$/.exec(place) ?? []
  if (kind === 'person') return people.reachOf(id)
  if (kind !== 'channel') return undefined
  const heard = await channels.reachOf(id)
  const near = heard === undefined ? await people.newestReach() : undefined
  const conversation = heard ?? (near && inChannel(near, id))
  return conversation === undefined ? undefined : { conversation }
}
