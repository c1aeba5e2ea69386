import { Application, TeamsAdapter } from '@microsoft/teams-ai'
import { type Activity, ActivityTypes, TeamsInfo, type TurnContext } from 'botbuilder'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import { z } from 'zod'
import type { Log } from '../kit/log.ts'
import { type Arrival, readActivity } from './arrival.ts'
import { apology, type Needs, type Reply, respond } from './conversation.ts'
import { keepEntities } from './keep-entities.ts'
import { toActivity } from './outgoing.ts'
import { createTurns } from './turns.ts'
import { whileTyping } from './typing.ts'

/** How the bot proves who it is: a secret or a certificate of a single-tenant app, or a managed identity in Azure. */
export type Credentials = { appId: string; tenant: string } & (
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; thumbprint: string; privateKey: string }
  | { kind: 'managed-identity' }
)

/** Where tokens come from and are checked; given by tests, which have an identity server of their own. */
export type Authority = {
  openIdMetadataUrl: string
  tokenIssuer: string
  /** The token that the bot shows to the service. */
  ownToken: string
}

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
export function createBot(
  { credentials, authority }: { credentials: Credentials | undefined; authority?: Authority | undefined },
  needs: Needs,
  log: Log,
): Bot {
  keepEntities()
  const adapter = new TeamsAdapter(
    credentials && { ...identityOf(credentials), ...trusting(authority) },
    credentials && authority && tokenFrom(authority, credentials.appId),
  )
  adapter.onTurnError = async (_, error) =>
    log.error({ err: error }, 'a turn failed outside the conversation')

  const turns = createTurns()
  const application = new Application({ startTypingTimer: false, removeRecipientMention: false })
  const turn = (context: TurnContext) => {
    const arrival = readActivity(context.activity)
    const answered = () => answerTurn(context, arrival, { needs, log, asksGuests: credentials !== undefined })
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
    idle: turns.idle,
  }
}

/** The SDK's own names. Without an app type it would take any tenant's app. */
function identityOf(credentials: Credentials) {
  const { appId, tenant } = credentials
  const app = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenant }
  switch (credentials.kind) {
    case 'secret':
      return { ...app, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: credentials.secret }
    case 'certificate':
      return {
        ...app,
        MicrosoftAppType: 'SingleTenant',
        CertificateThumbprint: credentials.thumbprint,
        CertificatePrivateKey: credentials.privateKey,
      }
    case 'managed-identity':
      return { ...app, MicrosoftAppType: 'UserAssignedMsi' }
  }
}

const trusting = (authority: Authority | undefined) =>
  authority && {
    ToBotFromChannelOpenIdMetadataUrl: authority.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: authority.tokenIssuer,
    ToBotFromEmulatorOpenIdMetadataUrl: authority.openIdMetadataUrl,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://token.botframework.com/',
    CallerId: 'urn:botframework:azure',
  }

/** Signs in nowhere: shows the token that it was given. */
function tokenFrom({ ownToken }: Authority, appId: string): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${ownToken}`)
        return request
      },
    }),
  }
}

type Answering = { needs: Needs; log: Log; asksGuests: boolean }

async function answerTurn(
  context: TurnContext,
  arrival: Arrival,
  { needs, log, asksGuests }: Answering,
): Promise<void> {
  const reply: Reply = {
    say: async (message) => (await context.sendActivity(toActivity(message)))?.id,
    answer: async (status, body) => {
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } })
    },
    askGuest: asksGuests ? () => isGuest(context) : undefined,
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

const member = z.object({
  userRole: z.string(),
  userPrincipalName: z.string().catch(''),
  tenantId: z.string().optional().catch(undefined),
})

/**
 * As Teams' roster tells: an employee has the role "user", a home in the tenant of the conversation, and no mark of a guest
 * in the sign-in name. Throws when Teams does not answer, or does not say which role it is.
 */
async function isGuest(context: TurnContext): Promise<boolean> {
  const { from, conversation } = context.activity
  const { userRole, userPrincipalName, tenantId } = member.parse(await TeamsInfo.getMember(context, from.id))
  const elsewhere = tenantId !== undefined && tenantId !== (conversation.tenantId ?? tenantId)
  return userRole.toLowerCase() !== 'user' || elsewhere || /#ext#/i.test(userPrincipalName)
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
