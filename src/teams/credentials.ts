import { TeamsAdapter } from '@microsoft/teams-ai'
import type { ServiceClientCredentialsFactory } from 'botframework-connector'

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

export type Identity = {
  /** Without them nothing is authenticated. */
  credentials: Credentials | undefined
  authority?: Authority | undefined
}

/** The SDK's adapter, which proves who the bot is and checks who calls it. */
export const adapterFor = ({ credentials, authority }: Identity): TeamsAdapter =>
  new TeamsAdapter(
    credentials && { ...namesOf(credentials), ...trusting(authority) },
    credentials && authority && tokenFrom(authority, credentials.appId),
  )

/** The SDK's own names. Without an app type it would take any tenant's app. */
function namesOf(credentials: Credentials) {
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
