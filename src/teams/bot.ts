import { Application, type TeamsAdapter } from '@microsoft/teams-ai'
import { ActivityTypes, type TurnContext } from 'botbuilder'
import type { Log } from '../kit/log.ts'
import { apologise } from './apologise.ts'
import { type Arrival, readActivity } from './arrival.ts'
import { type Needs, respond } from './conversation.ts'
import { adapterFor, type Identity } from './credentials.ts'
import { createFiles, type Files } from './files.ts'
import type { LetIn } from './guard.ts'
import { keepEntities } from './keep-entities.ts'
import { toActivity } from './outgoing.ts'
import type { Reply } from './reply.ts'
import { isGuest } from './roster.ts'
import { createService } from './service.ts'
import { createTell, type Tell } from './tell.ts'
import { createTurns } from './turns.ts'
import { whileTyping } from './typing.ts'

export type Bot = {
  adapter: TeamsAdapter
  /** One turn: what the adapter has authenticated, routed and answered. */
  run(context: TurnContext): Promise<void>
  tell: Tell
  /** Resolves when every turn that has begun is done. */
  idle(): Promise<void>
  /** Nothing more is told. */
  close(): void
}

/**
 * The Teams SDK behind one door. `Application` only routes: its typing timer, its mention removal and its state are
 * off, because they are shared between turns. Without credentials nothing is authenticated.
 */
export function createBot(identity: Identity & { letIn: LetIn }, needs: Needs, log: Log): Bot {
  keepEntities()
  const adapter = adapterFor(identity)
  adapter.onTurnError = async (_, error) =>
    log.error({ err: error }, 'a turn failed outside the conversation')
  const service = createService(adapter, identity.credentials?.appId ?? '')
  const files = createFiles(identity.letIn, log)
  const asksGuests = identity.credentials !== undefined

  const turns = createTurns()
  const application = new Application({ startTypingTimer: false, removeRecipientMention: false })
  const turn = (context: TurnContext) => {
    const arrival = readActivity(context.activity)
    const answered = () => answerTurn(context, arrival, { needs, log, files, asksGuests })
    return turns.inOrder(context.activity.conversation.id, answered)
  }
  const always = async () => true
  application.addRoute(always, turn, true)
  application.addRoute(always, turn)
  return {
    adapter,
    async run(context) {
      await application.run(context)
    },
    tell: createTell({ service, letIn: identity.letIn, answeredWith: needs.answeredWith }),
    idle: turns.idle,
    close: service.close,
  }
}

type Answering = { needs: Needs; log: Log; files: Files; asksGuests: boolean }

async function answerTurn(
  context: TurnContext,
  arrival: Arrival,
  { needs, log, files, asksGuests }: Answering,
): Promise<void> {
  const reply: Reply = {
    say: async (message) => (await context.sendActivity(toActivity(message)))?.id,
    answer: async (status, body) => {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } })
    },
    files,
    askGuest: asksGuests ? () => isGuest(context) : undefined,
  }
  const showTyping = () => context.sendActivity({ type: ActivityTypes.Typing })
  const takesTime = arrival.kind === 'said' || arrival.kind === 'file-answered'
  try {
    const work = () => respond(arrival, reply, needs)
    await (takesTime ? whileTyping(showTyping, work) : work())
  } catch (error) {
    log.error({ err: error, kind: arrival.kind }, 'a turn failed')
    const { type, locale } = context.activity
    await apologise({ isRequest: type === ActivityTypes.Invoke, locale }, reply).catch((cause: unknown) =>
      log.error({ err: cause }, 'the apology could not be sent'),
    )
  }
}
