import { z } from 'zod'

/** Who sent something, and where. `person.id` is the same in every conversation of one tenant. */
export type Sender = {
  person: { id: string; tenant: string; entraId: string; name: string }
  conversation: string
  /** Where the bot can write to this person alone; undefined in a group or channel, where all would read it. */
  reachable: Reachable | undefined
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

const reachable = z.object({
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  bot: z.object({ id: idSchema }),
  user: z.object({ id: idSchema }),
  conversation: z.object({
    id: idSchema,
    tenantId: z.string(),
    conversationType: z.literal('personal'),
    isGroup: z.literal(false),
    name: z.literal(''),
  }),
})

/** What it takes to write first to a person: a Bot Framework conversation reference, of known fields only. */
export type Reachable = z.output<typeof reachable>

/** Reads one as it was stored, in JSON; undefined for anything else. */
export function readReachable(stored: string): Reachable | undefined {
  try {
    return reachable.safeParse(JSON.parse(stored)).data
  } catch {
    return undefined
  }
}

export function senderOf(activity: Envelope): Sender {
  const { from, recipient, conversation, channelId, serviceUrl } = activity
  const tenant = conversation.tenantId ?? activity.channelData.tenant?.id ?? ''
  const entraId = from.aadObjectId ?? from.id
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
    activity: activity.id,
    locale: activity.locale,
    timeZone: activity.localTimezone,
  }
}
