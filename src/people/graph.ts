/** Microsoft Graph over HTTP, as patient as it asks for: members of groups, whom an address belongs to, calendars, and putting the bot where it is not. */
import { z } from 'zod'
import { Fault } from '../kit/fault.ts'
import { type AsBot, type GraphCalendar, graphCalendar } from './graph-calendar.ts'

export type Graph = GraphCalendar & {
  /** Entra object ids of all members, also through groups within. Throws a `people` Fault that says what failed on what. */
  membersOf(group: string): Promise<ReadonlySet<string>>
  /** The Entra object id of an e-mail address; undefined for nobody's. */
  userIdOf(email: string): Promise<string | undefined>
  /** Installs an app of the organisation's catalog for somebody (`TeamsAppInstallation.ReadWriteSelfForUser.All`); it may be there already. */
  install(entraId: string, app: string): Promise<void>
}

export type GraphSettings = {
  tenant: string
  appId: string
  secret: string
  /** Where tokens and members are asked for. */
  loginUrl: string
  graphUrl: string
}

export const microsoft = {
  loginUrl: 'https://login.microsoftonline.com',
  graphUrl: 'https://graph.microsoft.com',
}

const token = z.object({ access_token: z.string().min(1) })
const page = z.object({
  value: z.array(z.object({ id: z.string() })),
  '@odata.nextLink': z.url().optional(),
})

const user = z.object({ id: z.string() })

const longestAnswerMs = 10_000
/** How often one request is tried, and how long a server may make us wait, in seconds. */
const tries = 4
const longestWaitS = 30
const pageSize = 999
/** Far more than a municipality has people. */
const mostPages = 100

/** `wait` is given for tests, which wait for nothing. */
export function createGraph(
  { tenant, appId, secret, loginUrl, graphUrl }: GraphSettings,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Graph {
  /** The answer, where it is a good one or one of those `expected`. */
  const request = async (
    what: string,
    url: string,
    init: RequestInit,
    expected: readonly number[] = [],
  ): Promise<Response> => {
    for (let tried = 1; ; tried++) {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(longestAnswerMs) }).catch(
        (cause: unknown) => {
          throw new Fault('people', `${what}: no answer`, cause)
        },
      )
      if (response.ok || expected.includes(response.status)) return response
      const again = response.status === 429 || response.status >= 500
      await response.body?.cancel()
      if (!again || tried >= tries) throw new Fault('people', `${what}: answered ${response.status}`)
      const asked = Number(response.headers.get('retry-after'))
      await wait(1000 * Math.min(longestWaitS, asked > 0 ? asked : 2 ** (tried - 1)))
    }
  }
  const ask = async (what: string, url: string, init: RequestInit): Promise<unknown> =>
    (await request(what, url, init)).json().catch((cause: unknown) => {
      throw new Fault('people', `${what}: no JSON`, cause)
    })
  const signIn = async (): Promise<string> => {
    const body = new URLSearchParams({
      client_id: appId,
      client_secret: secret,
      grant_type: 'client_credentials',
      scope: `${graphUrl}/.default`,
    })
    const url = `${loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`
    const read = token.safeParse(await ask('signing in to Graph', url, { method: 'POST', body }))
    if (!read.success) throw new Fault('people', 'signing in to Graph: no token in the answer')
    return read.data.access_token
  }
  const asBot: AsBot = async (what, path, { method = 'GET', body }, expected) => {
    const authorization = `Bearer ${await signIn()}`
    const init =
      body === undefined
        ? { method, headers: { authorization } }
        : {
            method,
            headers: { authorization, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }
    return request(what, `${graphUrl}${path}`, init, expected)
  }
  return {
    ...graphCalendar(asBot),
    async membersOf(group) {
      const headers = { authorization: `Bearer ${await signIn()}` }
      const members = new Set<string>()
      let next: string | undefined =
        `${graphUrl}/v1.0/groups/${encodeURIComponent(group)}/transitiveMembers?$select=id&$top=${pageSize}`
      for (let pages = 0; next !== undefined; pages++) {
        if (pages === mostPages) throw new Fault('people', `members of ${group}: the pages have no end`)
        // The token goes nowhere else, whatever a page says comes next.
        if (new URL(next).origin !== new URL(graphUrl).origin)
          throw new Fault('people', `members of ${group}: the next page is elsewhere`)
        const read = page.safeParse(await ask(`members of ${group}`, next, { headers }))
        if (!read.success) throw new Fault('people', `members of ${group}: not as Graph writes them`)
        for (const { id } of read.data.value) members.add(id)
        next = read.data['@odata.nextLink']
      }
      return members
    },
    async userIdOf(email) {
      const path = `/v1.0/users/${encodeURIComponent(email)}?$select=id`
      const answer = await asBot('the user of an address', path, {}, [400, 404])
      const found = user.safeParse(await answer.json().catch(() => undefined))
      return answer.ok ? found.data?.id : undefined
    },
    async install(entraId, app) {
      const body = {
        'teamsApp@odata.bind': `${graphUrl}/v1.0/appCatalogs/teamsApps/${encodeURIComponent(app)}`,
      }
      const path = `/v1.0/users/${encodeURIComponent(entraId)}/teamwork/installedApps`
      const answer = await asBot('installing the bot', path, { method: 'POST', body }, [409])
      await answer.body?.cancel()
    },
  }
}
