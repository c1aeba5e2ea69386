import { z } from 'zod'
import { type Envelope, envelope, longestId, type Sender, senderOf } from './envelope.ts'
import { repliedTo } from './quoted.ts'
import { longestUrl, readFiles, type SentFile } from './sent-files.ts'

/** What arrived from Teams, as a closed set of kinds. */
export type Arrival =
  /** `about` is the activity that is quoted or replied to; empty where it is none. */
  | { kind: 'said'; from: Sender; text: string; about: string; files: readonly SentFile[] }
  | { kind: 'pressed'; from: Sender; verb: string; data: unknown } // the action's own schema reads `data`
  /** Yes or no to a file that was offered with `context`. `upload` is where it is to be put; undefined after a no. */
  | { kind: 'file-answered'; from: Sender; context: unknown; upload: Upload | undefined }
  /** `answer` is the activity it is about; empty where the client does not tell. */
  | { kind: 'feedback'; from: Sender; answer: string; reaction: 'like' | 'dislike'; reason: string }
  | { kind: 'installed'; from: Sender }
  /** The bot was taken away: it cannot write first any more. */
  | { kind: 'removed'; from: Sender }
  | { kind: 'read'; from: Sender; upTo: string }
  /** A request that expects an answer, of a sort that this bot does not offer. */
  | { kind: 'asked-for-more'; from: Sender; name: string }
  | { kind: 'ignored'; because: string }
  /** Nothing that Teams sends. `lacks` names the fields that are missing or wrong. */
  | { kind: 'no-activity'; lacks: string[] }

/** What came from somebody and calls for something. */
export type Understood = Exclude<Arrival, { kind: 'ignored' | 'no-activity' }>

/** Where Teams wants a file put, and how it is shown once it is there. What the client left out is empty. */
export type Upload = z.output<typeof upload>

/** More than anybody writes in a chat; what is longer is cut, so that no one message can hold up the others. In letters. */
const longestText = 4_000

const press = z.object({ action: z.object({ verb: z.string(), data: z.unknown().optional() }) })
const feedback = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.string().catch('') }),
})
const reasonSchema = z.object({ feedbackText: z.string() })
const receipt = z.object({ lastReadMessageId: z.string().min(1).max(longestId) })
const upload = z.object({
  uploadUrl: z.string().max(longestUrl).catch(''),
  contentUrl: z.string().max(longestUrl).catch(''),
  name: z.string().max(longestId).catch(''),
  uniqueId: z.string().max(longestId).catch(''),
  fileType: z.string().max(longestId).catch(''),
})
const nowhere: Upload = { uploadUrl: '', contentUrl: '', name: '', uniqueId: '', fileType: '' }
const fileAnswer = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.unknown().optional(),
  uploadInfo: upload.catch(nowhere),
})

/** Reads any body. Never throws: what it does not understand is a named case. */
export function readActivity(body: unknown): Arrival {
  const read = envelope.safeParse(body)
  if (!read.success)
    return { kind: 'no-activity', lacks: read.error.issues.map(({ path }) => path.join('.')) }
  const activity = read.data
  const from = senderOf(activity)
  switch (activity.type) {
    case 'message':
      return {
        kind: 'said',
        from,
        text: said(activity.text),
        about: repliedTo(activity),
        files: readFiles(activity.attachments),
      }
    case 'invoke':
      return readInvoke(activity, from)
    case 'installationUpdate':
      return installation(activity.action, from)
    case 'event':
      return readReceipt(activity, from)
    default:
      return ignored(activity.type)
  }
}

/** Teams says up to which message somebody has read, where they let it. */
function readReceipt({ name, value }: Envelope, from: Sender): Arrival {
  const { data } = receipt.safeParse(value)
  return name === 'application/vnd.microsoft.readReceipt' && data
    ? { kind: 'read', from, upTo: data.lastReadMessageId }
    : ignored(`event ${name}`)
}

function installation(action: string, from: Sender): Arrival {
  if (action === 'add') return { kind: 'installed', from }
  return action === 'remove' ? { kind: 'removed', from } : ignored(`installationUpdate ${action}`)
}

const readInvoke = (activity: Envelope, from: Sender): Arrival =>
  invokes.get(activity.name)?.(activity, from) ?? { kind: 'asked-for-more', from, name: activity.name }

/** The requests that are offered, by Teams' name for them. */
const invokes = new Map<string, (activity: Envelope, from: Sender) => Arrival | undefined>([
  ['adaptiveCard/action', readPress],
  ['message/submitAction', readFeedback],
  ['fileConsent/invoke', readFileAnswer],
])

function readPress({ value }: Envelope, from: Sender): Arrival | undefined {
  const { data } = press.safeParse(value)
  return data && { kind: 'pressed', from, verb: data.action.verb, data: data.action.data }
}

function readFileAnswer({ value }: Envelope, from: Sender): Arrival | undefined {
  const { data } = fileAnswer.safeParse(value)
  return (
    data && {
      kind: 'file-answered',
      from,
      context: data.context,
      upload: data.action === 'accept' ? data.uploadInfo : undefined,
    }
  )
}

function readFeedback({ value, replyToId }: Envelope, from: Sender): Arrival | undefined {
  const { data } = feedback.safeParse(value)
  return (
    data && {
      kind: 'feedback',
      from,
      answer: replyToId,
      reaction: data.actionValue.reaction,
      reason: reasonIn(data.actionValue.feedback).slice(0, longestText),
    }
  )
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

/** What the person wrote, without the bot being addressed, on one line. */
const said = (text: string): string =>
  text
    .slice(0, longestText)
    .replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' ')
    .replace(/<quoted\b[^<>]*>/gi, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim()
