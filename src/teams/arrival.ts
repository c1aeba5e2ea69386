import { z } from 'zod'

/** Who sent something, and where. `person.id` is the same in every conversation of one tenant. */
export type Sender = {
  person: { id: string; tenant: string; entraId: string; name: string }
  conversation: string
  /** The activity's own id; empty when the channel gave none. */
  activity: string
  locale: string | undefined
}

/** What arrived from Teams, as a closed set of kinds. */
export type Arrival =
  | { kind: 'said'; from: Sender; text: string }
  | { kind: 'pressed'; from: Sender; verb: string; data: unknown } // the action's own schema reads `data`
  /** `answer` is the activity it is about; empty where the client does not tell. */
  | { kind: 'feedback'; from: Sender; answer: string; reaction: 'like' | 'dislike'; reason: string }
  | { kind: 'installed'; from: Sender }
  /** A request that expects an answer, of a sort that this bot does not offer. */
  | { kind: 'asked-for-more'; from: Sender; name: string }
  | { kind: 'ignored'; because: string }

const envelope = z.object({
  type: z.string().min(1),
  id: z.string().catch(''),
  name: z.string().catch(''),
  text: z.string().catch(''),
  action: z.string().catch(''),
  replyToId: z.string().catch(''),
  locale: z.string().optional().catch(undefined),
  value: z.unknown().optional(),
  from: z.object({
    id: z.string().min(1),
    aadObjectId: z.string().optional().catch(undefined),
    name: z.string().catch(''),
  }),
  recipient: z.object({ id: z.string().min(1) }),
  conversation: z.object({ id: z.string().min(1), tenantId: z.string().optional().catch(undefined) }),
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

/** Reads any body. Never throws: what it does not understand is `ignored`, with the reason. */
export function readActivity(body: unknown): Arrival {
  const read = envelope.safeParse(body)
  if (!read.success)
    return { kind: 'ignored', because: 'not an activity with type, from, recipient and conversation' }
  const activity = read.data
  const from = senderOf(activity)
  switch (activity.type) {
    case 'message':
      return { kind: 'said', from, text: withoutMentions(activity.text) }
    case 'invoke':
      return readInvoke(activity, from)
    case 'installationUpdate':
      return activity.action === 'add'
        ? { kind: 'installed', from }
        : ignored(`installationUpdate ${activity.action}`)
    default:
      return ignored(activity.type)
  }
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
      return { kind: 'feedback', from, answer: replyToId, reaction, reason: reasonIn(given) }
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

function senderOf({ from, conversation, channelData, id, locale }: Envelope): Sender {
  const tenant = conversation.tenantId ?? channelData.tenant?.id ?? ''
  const entraId = from.aadObjectId ?? from.id
  return {
    person: { id: `${tenant}:${entraId}`, tenant, entraId, name: from.name },
    conversation: conversation.id,
    activity: id,
    locale,
  }
}

const withoutMentions = (text: string): string =>
  text
    .replace(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .replace(/&nbsp;/g, ' ')
    .trim()
