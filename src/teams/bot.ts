import { Application, TeamsAdapter } from '@microsoft/teams-ai'
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder'
import type { Log } from '../kit/log.ts'
import { type Arrival, readActivity } from './arrival.ts'
import { apology, type Needs, type Reply, respond } from './conversation.ts'
import { keepEntities } from './keep-entities.ts'
import { toActivity } from './outgoing.ts'
import { createTurns } from './turns.ts'
import { whileTyping } from './typing.ts'

export type Credentials = { appId: string; tenant: string; secret: string }

export type Bot = {
  adapter: TeamsAdapter
  /** One turn: what the adapter has authenticated, routed and answered. */
  run(context: TurnContext): Promise<void>
  /** Resolves when every turn that has begun is done. */
  idle(): Promise<void>
}

/**
 * The Teams SDK behind one door. `Application` only routes: its typing timer, its mention removal and its state are
 * off, because they are shared between turns. Without `credentials` nothing is authenticated.
 */
export function createBot(credentials: Credentials | undefined, needs: Needs, log: Log): Bot {
  keepEntities()
  const adapter = new TeamsAdapter(
    credentials && {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: credentials.appId,
      MicrosoftAppPassword: credentials.secret,
      MicrosoftAppTenantId: credentials.tenant,
    },
  )
  adapter.onTurnError = async (_, error) =>
    log.error({ err: error }, 'a turn failed outside the conversation')

  const turns = createTurns()
  const application = new Application({ startTypingTimer: false, removeRecipientMention: false })
  const turn = (context: TurnContext) => {
    const arrival = readActivity(context.activity)
    return turns.inOrder(context.activity.conversation.id, () => answerTurn(context, arrival, needs, log))
  }
  const always = async () => true
  application.addRoute(always, turn, true)
  application.addRoute(always, turn)
  return {
    adapter,
    async run(context) {
      await application.run(context)
    },
    idle: turns.idle,
  }
}

async function answerTurn(context: TurnContext, arrival: Arrival, needs: Needs, log: Log): Promise<void> {
  const reply: Reply = {
    say: async (message) => (await context.sendActivity(toActivity(message)))?.id,
    answer: async (status, body) => {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } })
    },
  }
  const showTyping = () => context.sendActivity({ type: ActivityTypes.Typing })
  try {
    const work = () => respond(arrival, reply, needs)
    await (arrival.kind === 'said' ? whileTyping(showTyping, work) : work())
  } catch (error) {
    log.error({ err: error, kind: arrival.kind }, 'a turn failed')
    await apologise(context.activity, reply, log)
  }
}

/** A request must have an answer; for everything the person is told. That this fails too is logged, no more. */
async function apologise({ type, locale }: Activity, reply: Reply, log: Log): Promise<void> {
  try {
    await reply.say(apology(locale))
  } catch (error) {
    log.error({ err: error }, 'the apology could not be sent')
  }
  if (type === ActivityTypes.Invoke)
    await reply.answer(500, { error: { code: 'InternalError', message: '' } })
}
