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

/** What it takes to write first to a person: a Bot Framework conversation reference, of known fields only. */
export type Reachable = {
  channelId: string
  serviceUrl: string
  bot: { id: string }
  user: { id: string }
  conversation: { id: string; tenantId: string; conversationType: 'personal'; isGroup: false; name: '' }
}

/** What arrived from Teams, as a closed set of kinds. */
export type Arrival =
  | { kind: 'said'; from: Sender; text: string }
  | { kind: 'pressed'; from: Sender; verb: string; data: unknown } // the action's own schema reads `data`
  /** `answer` is the activity it is about; empty where the client does not tell. */
  | { kind: 'feedback'; from: Sender; answer: string; reaction: 'like' | 'dislike'; reason: string }
  | { kind: 'installed'; from: Sender }
  /** The bot was taken away: it cannot write first any more. */
  | { kind: 'removed'; from: Sender }
  /** A request that expects an answer, of a sort that this bot does not offer. */
  | { kind: 'asked-for-more'; from: Sender; name: string }
  | { kind: 'ignored'; because: string }
  /** Nothing that Teams sends. `lacks` names the fields that are missing or wrong. */
  | { kind: 'no-activity'; lacks: string[] }

/** More than anybody writes in a chat; what is longer is cut, so that no one message can hold up the others. In letters. */
const longestText = 4_000

/** Ids are short; one that is longer is none that Teams gave. In letters. */
const longestId = 512
const idSchema = z.string().min(1).max(longestId)

const envelope = z.object({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  id: z.string().max(longestId).catch(''),
  name: z.string().max(longestId).catch(''),
  text: z.string().catch(''),
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
type Envelope = z.output<typeof envelope>

const press = z.object({ action: z.object({ verb: z.string(), data: z.unknown().optional() }) })
const feedback = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.string().catch('') }),
})
const reasonSchema = z.object({ feedbackText: z.string() })

/** Reads any body. Never throws: what it does not understand is a named case. */
export function readActivity(body: unknown): Arrival {
  const read = envelope.safeParse(body)
  if (!read.success)
    return { kind: 'no-activity', lacks: read.error.issues.map(({ path }) => path.join('.')) }
  const activity = read.data
  const from = senderOf(activity)
  switch (activity.type) {
    case 'message':
      return { kind: 'said', from, text: said(activity.text) }
    case 'invoke':
      return readInvoke(activity, from)
    case 'installationUpdate':
      return installation(activity.action, from)
    default:
      return ignored(activity.type)
  }
}

function installation(action: string, from: Sender): Arrival {
  if (action === 'add') return { kind: 'installed', from }
  return action === 'remove' ? { kind: 'removed', from } : ignored(`installationUpdate ${action}`)
}

function readInvoke({ name, value, replyToId }: Envelope, from: Sender): Arrival {
  if (name === 'adaptiveCard/action') {
    const { data } = press.safeParse(value)
    if (data) return { kind: 'pressed', from, verb: data.action.verb, data: data.action.data }
  }
  if (name === 'message/submitAction') {
    const { data } = feedback.safeParse(value)
    if (data) {
      const { reaction, feedback: given } = data.actionValue
      return {
        kind: 'feedback',
        from,
        answer: replyToId,
        reaction,
        reason: reasonIn(given).slice(0, longestText),
      }
    }
  }
  return { kind: 'asked-for-more', from, name }
}

/** Teams sends the written reason as JSON in a string; older clients send the words themselves. */
function reasonIn(given: string): string {
  try {
    return reasonSchema.safeParse(JSON.parse(given)).data?.feedbackText ?? ''
  } catch {
    return given
  }
}

const ignored = (what: string): Arrival => ({ kind: 'ignored', because: `${what} needs no answer` })

function senderOf(activity: Envelope): Sender {
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

/** What the person wrote, without the bot being addressed, on one line. */
const said = (text: string): string =>
  text
    .slice(0, longestText)
    .replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim()
