import { z } from 'zod'

/** Who sent something, and where. `person.id` is the same in every conversation of one tenant. */
export type Sender = {
  person: { id: string; tenant: string; entraId: string; name: string }
  conversation: string
  /** Where the bot can write to this person alone; undefined in a group or channel, where all would read it. */
  reachable: Reachable | undefined
  /** The channel that it was sent in, and how to begin something there; undefined elsewhere. */
  channel: { id: string; reachable: Reachable } | undefined
  /** The activity's own id; empty when the channel gave none. */
  activity: string
  locale: string | undefined
  /** Of the client, such as Europe/Oslo; empty where it does not say. */
  timeZone: string
}

/** Ids are short; one that is longer is none that Teams gave. In letters. */
export const longestId = 512
const idSchema = z.string().min(1).max(longestId)

/** What every kind of activity has in common, and the parts of which each kind has some. */
export const envelope = z.object({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  id: z.string().max(longestId).catch(''),
  name: z.string().max(longestId).catch(''),
  text: z.string().catch(''),
  attachments: z.array(z.unknown()).catch([]),
  entities: z.array(z.unknown()).catch([]),
  action: z.string().catch(''),
  replyToId: z.string().max(longestId).catch(''),
  locale: z.string().optional().catch(undefined),
  localTimezone: z.string().max(64).catch(''),
  value: z.unknown().optional(),
  from: z.object({
    id: idSchema,
    aadObjectId: idSchema.optional().catch(undefined),
    name: z.string().max(longestId).catch(''),
  }),
  recipient: z.object({ id: idSchema }),
  conversation: z.object({
    id: idSchema,
    tenantId: idSchema.optional().catch(undefined),
    conversationType: z.string().catch('personal'),
  }),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).optional().catch(undefined) })
    .catch({ tenant: undefined }),
})
export type Envelope = z.output<typeof envelope>

const service = { channelId: z.string().min(1), serviceUrl: z.url(), bot: z.object({ id: idSchema }) }
const conversation = { id: idSchema, tenantId: z.string(), name: z.literal('') }
const reachable = z.union([
  z.object({
    ...service,
    user: z.object({ id: idSchema }),
    conversation: z.object({
      ...conversation,
      conversationType: z.literal('personal'),
      isGroup: z.literal(false),
    }),
  }),
  z.object({
    ...service,
    conversation: z.object({
      ...conversation,
      conversationType: z.literal('channel'),
      isGroup: z.literal(true),
    }),
  }),
])

/** What it takes to write first to a person or in a channel: a Bot Framework conversation reference, of known fields only. */
export type Reachable = z.output<typeof reachable>

/** Reads one as it was stored, in JSON; undefined for anything else. */
export function readReachable(stored: string): Reachable | undefined {
  try {
    return reachable.safeParse(JSON.parse(stored)).data
  } catch {
    return undefined
  }
}

/** How to write in a channel that was never heard from: as to somebody of the same tenant, whose reference was stored. */
export function inChannel(stored: string, channel: string): string | undefined {
  const near = readReachable(stored)
  return near && JSON.stringify(channelOf(near, channel, near.conversation.tenantId))
}

const channelOf = (
  { channelId, serviceUrl, bot }: Pick<Reachable, keyof typeof service>,
  id: string,
  tenantId: string,
): Reachable => ({
  channelId,
  serviceUrl,
  bot: { id: bot.id },
  conversation: { id, tenantId, conversationType: 'channel', isGroup: true, name: '' },
})

/** The message in a channel with all that is said to it is a conversation of its own, named by the channel and its first. */
export const threadOf = (channel: string, activity: string): string => `${channel};messageid=${activity}`
const channelIn = (conversation: string): string => conversation.split(';')[0] ?? conversation

export function senderOf(activity: Envelope): Sender {
  const { from, recipient, conversation, channelId, serviceUrl } = activity
  const tenant = conversation.tenantId ?? activity.channelData.tenant?.id ?? ''
  const entraId = from.aadObjectId ?? from.id
  const channel = conversation.conversationType === 'channel' ? channelIn(conversation.id) : undefined
  return {
    person: { id: `${tenant}:${entraId}`, tenant, entraId, name: from.name },
    conversation: conversation.id,
    reachable:
      conversation.conversationType === 'personal'
        ? {
            channelId,
            serviceUrl,
            bot: { id: recipient.id },
            user: { id: from.id },
            conversation: {
              id: conversation.id,
              tenantId: tenant,
              conversationType: 'personal',
              isGroup: false,
              name: '',
            },
          }
        : undefined,
    channel:
      channel === undefined
        ? undefined
        : { id: channel, reachable: channelOf({ channelId, serviceUrl, bot: recipient }, channel, tenant) },
    activity: activity.id,
    locale: activity.locale,
    timeZone: activity.localTimezone,
  }
}
