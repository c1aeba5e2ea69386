/** Joins the outbox with what keeps its letters, the rooms that word them and the door that sends them. */
import { z } from 'zod'
import type { Clock } from './kit/day.ts'
import { gather } from './kit/gather.ts'
import type { Log } from './kit/log.ts'
import { channelAt, personAt } from './kit/place.ts'
import type { Language } from './kit/say.ts'
import { createOutbox, type Delivery, type Outbox } from './outbox/outbox.ts'
import { entraIdOf, tenantOf } from './people/people.ts'
import type { Store } from './store/store.ts'
import { type Door, failureIn, inChannel } from './teams/teams.ts'

/** What a room says of a letter of its own: one whose `what.room` is its name. Undefined where there is nothing to say any more. */
export type Wording = (what: unknown, place: string) => Promise<Delivery | undefined>

type Needs = {
  store: Store
  door: Pick<Door, 'tell' | 'takeBack' | 'begin'>
  wordings: Readonly<Record<string, Wording>>
  /** Puts the bot where somebody has it not; resolves also where that cannot be done. */
  install?: ((entraId: string) => Promise<void>) | undefined
  /** No other process sends. */
  alone: boolean
  /** So many a second to one tenant; undefined = as fast as it goes. */
  sendsPerSecond?: number | undefined
  now: Clock
  log: Log
}

const ofRoom = z.object({ room: z.string() })

/** What Teams takes of one bot in one conversation. */
const perPlace = [
  { count: 7, withinMs: 1_000 },
  { count: 60, withinMs: 30_000 },
]
/** So many requests Teams takes of one app to one tenant in a second. */
const teamsTakes = 50
/** What was held up for a moment may catch up: almost a second's sends, where Teams takes so many at once. */
const catchingUp = (perSecond: number): number =>
  Math.max(1, Math.min(0.9 * perSecond, teamsTakes - perSecond))
/** How many are sent at the same moment: with a limit that is what decides, and less is under way when a process dies. */
const mostAtOnce = { limited: 8, unlimited: 64 }

export function startOutbox(needs: Needs): Outbox {
  const { store, door, wordings, alone, sendsPerSecond, now, log } = needs
  const reach = reachIn(needs)
  return createOutbox({
    letters: store.outbox,
    now,
    random: Math.random,
    failureIn,
    alone,
    limits:
      sendsPerSecond === undefined
        ? undefined
        : { perSecond: sendsPerSecond, burst: catchingUp(sendsPerSecond), perPlace },
    pace: { mostAtOnce: sendsPerSecond === undefined ? mostAtOnce.unlimited : mostAtOnce.limited },
    log,
    async word(what, place) {
      const room = ofRoom.safeParse(what).data?.room ?? ''
      const wording = Object.hasOwn(wordings, room) ? wordings[room] : undefined
      if (!wording) log.error({ room }, 'a letter of no room is dropped')
      return wording?.(what, place)
    },
    async send(place, delivery) {
      const found = await reach(place)
      if (found.kind === 'unreachable') return found
      const { conversation, language } = found
      const sent =
        'takesBack' in delivery
          ? await door.takeBack(conversation, delivery.takesBack, delivery.instead(language ?? 'nb'))
          : await door.tell(conversation, await delivery.message(language ?? 'nb'), delivery.replaces)
      const person = personAt(place)
      if (sent.kind === 'unreachable' && person !== undefined && isOfOne(sent.because))
        await store.people.unreachable(person, sent.because)
      return sent
    },
  })
}

type Reach =
  | { kind: 'reachable'; conversation: string; language?: Language | undefined }
  | { kind: 'unreachable'; because: string }

/** What Teams says of one person. Anything else, such as that the administrator turned the bot off, may hold for all and pass. */
const ofOne = [
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'BotNotInConversationRoster',
  'ForbiddenOperationException',
  'ConversationNotFound',
]
const isOfOne = (because: string): boolean => ofOne.includes(because)

function reachIn({ store, door, install, now }: Needs): (place: string) => Promise<Reach> {
  const known = gather(store.people.reachesOf)
  const noConversation = { kind: 'unreachable', because: 'no conversation is known' } as const

  /** Who never wrote has no chat with the bot yet: it is opened beside that of somebody who did. */
  async function begun(person: string): Promise<Reach> {
    const [tenant, entraId] = [tenantOf(person), entraIdOf(person)]
    const near = await store.people.newestReach(tenant)
    if (near === undefined) return noConversation
    await install?.(entraId)
    const opened = await door.begin(near, entraId)
    if (opened.kind === 'unreachable') {
      if (isOfOne(opened.because))
        await store.people.met({ id: person, tenant, entraId }, { unreachable: opened.because }, now())
      return opened
    }
    const { conversation } = opened
    await store.people.met({ id: person, tenant, entraId }, { conversation }, now())
    return { kind: 'reachable', conversation }
  }

  return async (place) => {
    const person = personAt(place)
    if (person !== undefined) {
      const found = await known(person)
      // Who has not had the bot yet is met again where it can be installed.
      if (found?.unreachable && (found.conversation || !install))
        return { kind: 'unreachable', because: found.unreachable }
      return found?.conversation
        ? { kind: 'reachable', conversation: found.conversation, language: found.language }
        : begun(person)
    }
    const channel = channelAt(place)
    if (channel === undefined) return noConversation
    const heard = await store.channels.reachOf(channel)
    const near = heard === undefined ? await store.people.newestReach() : undefined
    const conversation = heard ?? (near && inChannel(near, channel))
    return conversation === undefined ? noConversation : { kind: 'reachable', conversation }
  }
}
