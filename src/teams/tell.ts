import type { TeamsAdapter } from '@microsoft/teams-ai'
import type { ConversationReference, TurnContext } from 'botbuilder'
import type { Message } from '../kit/message.ts'
import { type Reachable, readReachable, threadOf } from './envelope.ts'
import { type LetIn, turnedAway } from './guard.ts'
import { type Outgoing, toActivity } from './outgoing.ts'
import { isGone, refusalIn, sayAll } from './saying.ts'
import { tryOnce } from './try-once.ts'

/**
 * What became of telling. `activity` is what the message, or the first of several, can be changed by. `unreachable`: Teams
 * takes nothing for them, or it is no place that the bot writes to.
 */
type Told = { kind: 'told'; activity: string | undefined } | { kind: 'unreachable'; because: string }

/**
 * Writes first to a person or in a channel, by a conversation as it was kept: a `Reachable` in JSON. Where an activity is to
 * be replaced, it is changed in its place, or told anew if it is gone. Throws what may pass: `retryAfter` reads when.
 */
export type Tell = (conversation: string, message: Message, replaces?: string) => Promise<Told>

type Needs = {
  adapter: TeamsAdapter
  /** Empty without credentials. */
  appId: string
  letIn: LetIn
  answeredWith(question: string, activity: string): Promise<void>
}

export const createTell =
  (needs: Needs): Tell =>
  async (conversation, message, replaces) => {
    const where = readReachable(conversation)
    // Who would not be let in is not written to either, whatever was let in before.
    if (!where || turnedAway(where, needs.letIn)) return { kind: 'unreachable', because: 'not let in' }
    const activities: (string | undefined)[] = []
    const say = async (one: Outgoing): Promise<string | undefined> => {
      const changed = one === message && replaces && (await change(needs, where, one, replaces))
      const activity = changed || (await post(needs, where, one))
      activities.push(activity)
      return activity
    }
    try {
      await sayAll(message, { say, answeredWith: needs.answeredWith })
      return { kind: 'told', activity: activities[0] }
    } catch (error) {
      const because = refusalIn(error)
      if (because) return { kind: 'unreachable', because }
      throw error
    }
  }

const post = (needs: Needs, where: Reachable, message: Outgoing): Promise<string | undefined> =>
  inConversation(needs, where, async (context) => {
    // It answers nothing: the SDK would make up an activity for it to answer, and in a channel it begins a thread.
    delete context.activity.id
    return (await context.sendActivity(toActivity(message)))?.id || undefined
  })

/** Gives the activity that was changed; undefined where it is gone. */
async function change(
  needs: Needs,
  where: Reachable,
  message: Outgoing,
  activity: string,
): Promise<string | undefined> {
  try {
    await inConversation(needs, whereIs(activity, where), (context) =>
      context.updateActivity({ ...toActivity(message), id: activity }),
    )
    return activity
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

/** In a channel, where there is no user, each thread is a conversation of its own. */
const whereIs = (activity: string, where: Reachable): Reachable =>
  'user' in where
    ? where
    : { ...where, conversation: { ...where.conversation, id: threadOf(where.conversation.id, activity) } }

/** How long one request may take, in milliseconds: two fit into the time that the outbox gives. */
const longestRequestMs = 7_000

/** Does something in a conversation that nobody began. The adapter would log what `work` throws, and say nothing of it. */
const inConversation = <Done>(
  { adapter, appId }: Needs,
  where: Reachable,
  work: (context: TurnContext) => Promise<Done>,
): Promise<Done> =>
  new Promise((resolve, reject) => {
    const begun = async (context: TurnContext) => {
      tryOnce(context.turnState.get(adapter.ConnectorClientKey), longestRequestMs)
      return work(context)
    }
    const done = (context: TurnContext) => begun(context).then(resolve, reject)
    adapter.continueConversationAsync(appId, referenceOf(where), done).catch(reject)
  })

/** The SDK wants names, and Teams has its own. */
function referenceOf(where: Reachable): Partial<ConversationReference> {
  const bot = { ...where.bot, name: '' }
  return 'user' in where ? { ...where, bot, user: { ...where.user, name: '' } } : { ...where, bot }
}
