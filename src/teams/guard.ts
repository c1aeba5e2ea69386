/** Who may come in, before anything is sent to anyone: the SDK checks the token, but neither tenant nor service URL. */
import { z } from 'zod'
import { isTeamsService } from './hosts.ts'

const claims = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({ tenantId: z.string().optional().catch(undefined) }),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }) })
    .optional()
    .catch(undefined),
})

/** `tenants` are those that are let in; undefined in embedded mode, where nothing but this machine is. */
export type LetIn = {
  tenants: readonly string[] | undefined
  /** The service is on this machine: always in embedded mode, else for tests of the whole door. */
  servicesHere: boolean
}

/** Why an activity is turned away; undefined when it may come in. */
export function turnedAway(body: unknown, letIn: LetIn): string | undefined {
  const { data } = claims.safeParse(body)
  if (!data) return 'channelId, serviceUrl or conversation is missing'
  if (data.channelId !== 'msteams') return 'only Teams is let in'
  if (!isTeamsService(data.serviceUrl, letIn.servicesHere))
    return letIn.servicesHere
      ? 'only a service on this machine is answered'
      : 'the service URL is not one of Teams'
  if (!letIn.tenants) return undefined
  // Both places are Teams' own; one that disagrees is forged.
  const from = [data.conversation.tenantId, data.channelData?.tenant.id].filter((id) => id !== undefined)
  return from.length > 0 && from.every((id) => letIn.tenants?.includes(id.toLowerCase()))
    ? undefined
    : 'another tenant'
}

const bearer = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/
const payload = z.object({ exp: z.number(), aud: z.string(), iss: z.string(), serviceurl: z.string() })

/** Whether a token has all that the SDK then checks: it lets one in that never runs out. The signature is the SDK's to check. */
export function isWholeToken(authorization: string): boolean {
  const [, , claims = ''] = bearer.exec(authorization) ?? []
  try {
    return payload.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))).success
  } catch {
    return false
  }
}
