import { z } from 'zod'
import type { Message } from '../kit/message.ts'
import { type Reachable, readReachable, threadOf } from './envelope.ts'
import { type LetIn, turnedAway } from './guard.ts'
import { type Outgoing, toActivity } from './outgoing.ts'
import { deletesNothing, isGone, refusalIn, sayAll } from './saying.ts'
import type { Service } from './service.ts'

/**
 * What became of telling. `activity` is what the message, or the first of several, can be changed by. `unreachable`: Teams
 * takes nothing for them, or it is no place that the bot writes to.
 */
type Told = { kind: 'told'; activity: string | undefined } | { kind: 'unreachable'; because: string }

/** Writing first to a person or in a channel, by a conversation as it was kept: a `Reachable` in JSON. Throws what may pass: `failureIn` reads how. */
export type Tell = {
  /** Where an activity is to be replaced, it is changed in its place, or told anew if it is gone. */
  tell(conversation: string, message: Message, replaces?: string): Promise<Told>
  /** Takes back what was told; what is gone already is taken back. A client that deletes nothing shows `instead` in its place. */
  takeBack(conversation: string, activity: string, instead: Message): Promise<Told>
  /** Opens the chat of somebody who never wrote, beside a conversation of the same tenant; gives it as it is kept. */
  begin(
    near: string,
    entraId: string,
  ): Promise<{ kind: 'begun'; conversation: string } | { kind: 'unreachable'; because: string }>
}

type Needs = {
  service: Service
  letIn: LetIn
  answeredWith(question: string, activity: string): Promise<void>
}

const notLetIn = { kind: 'unreachable', because: 'not let in' } as const

export function createTell(needs: Needs): Tell {
  // Who would not be let in is not written to either, whatever was let in before.
  const whereIn = (conversation: string): Reachable | undefined => {
    const where = readReachable(conversation)
    return where && turnedAway(where, needs.letIn) ? undefined : where
  }
  return {
    async tell(conversation, message, replaces) {
      const where = whereIn(conversation)
      if (!where) return notLetIn
      const activities: (string | undefined)[] = []
      const say = async (one: Outgoing): Promise<string | undefined> => {
        const changed = one === message && replaces && (await change(needs, where, one, replaces))
        const activity = changed || (await post(needs, where, one))
        activities.push(activity)
        return activity
      }
      return orUnreachable(async () => {
        await sayAll(message, { say, answeredWith: needs.answeredWith })
        return { kind: 'told', activity: activities[0] }
      })
    },
    async takeBack(conversation, activity, instead) {
      const where = whereIn(conversation)
      if (!where) return notLetIn
      const taken = { kind: 'told', activity } as const
      return orUnreachable(async () => {
        await needs.service.ask('DELETE', atActivity(where, activity)).catch(async (error: unknown) => {
          if (deletesNothing(error)) await change(needs, where, instead, activity)
          else if (!isGone(error)) throw error
        })
        return taken
      })
    },
    async begin(near, entraId) {
      const where = whereIn(near)
      if (!where) return notLetIn
      const { serviceUrl, channelId, bot } = where
      const { tenantId } = where.conversation
      return orUnreachable(async () => {
        const body = {
          bot,
          isGroup: false,
          members: [{ id: entraId }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        }
        const { id } = made.parse(
          await needs.service.ask('POST', { serviceUrl, path: '/v3/conversations' }, body),
        )
        const conversation = { id, tenantId, conversationType: 'personal', isGroup: false, name: '' } as const
        const begun: Reachable = { channelId, serviceUrl, bot, user: { id: entraId }, conversation }
        return { kind: 'begun', conversation: JSON.stringify(begun) }
      })
    },
  }
}

const made = z.object({ id: z.string().min(1) })

async function orUnreachable<Done>(
  does: () => Promise<Done>,
): Promise<Done | { kind: 'unreachable'; because: string }> {
  try {
    return await does()
  } catch (error) {
    const because = refusalIn(error)
    if (because) return { kind: 'unreachable', because }
    throw error
  }
}

async function post({ service }: Needs, where: Reachable, message: Outgoing): Promise<string | undefined> {
  const { serviceUrl } = where
  const path = `${pathOf(where)}/activities`
  return made.safeParse(await service.ask('POST', { serviceUrl, path }, activityOf(where, message))).data?.id
}

/** Gives the activity that was changed; undefined where it is gone. */
async function change(
  { service }: Needs,
  where: Reachable,
  message: Outgoing,
  activity: string,
): Promise<string | undefined> {
  try {
    const changed = { ...activityOf(whereIs(activity, where), message), id: activity }
    await service.ask('PUT', atActivity(where, activity), changed)
    return activity
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

const activityOf = (where: Reachable, message: Outgoing): object => ({
  ...toActivity(message),
  channelId: where.channelId,
  from: { ...where.bot, name: '' },
  conversation: where.conversation,
  ...('user' in where && { recipient: { ...where.user, name: '' } }),
})

const pathOf = ({ conversation }: Reachable): string =>
  `/v3/conversations/${encodeURIComponent(conversation.id)}`

const atActivity = (where: Reachable, activity: string) => ({
  serviceUrl: where.serviceUrl,
  path: `${pathOf(whereIs(activity, where))}/activities/${encodeURIComponent(activity)}`,
})

/** In a channel, where there is no user, each thread is a conversation of its own. */
const whereIs = (activity: string, where: Reachable): Reachable =>
  'user' in where
    ? where
    : { ...where, conversation: { ...where.conversation, id: threadOf(where.conversation.id, activity) } }
