/** Who may come in, before anything is sent to anyone: the SDK checks the token, but neither tenant nor service URL. */
import { z } from 'zod'

const claims = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({ tenantId: z.string().optional().catch(undefined) }),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }) })
    .optional()
    .catch(undefined),
})

/** Where Teams takes replies. The bot's token goes to the service URL, so it goes nowhere else. */
const teamsHosts =
  /^(smba\.trafficmanager\.net|smba\.infra\.gcc\.teams\.microsoft\.com|[a-z0-9.-]+\.botframework\.com)$/
const loopbackHosts = /^(localhost|127\.0\.0\.1)$/

/**
 * Why an activity is turned away; undefined when it may come in. `tenant` is the only one that is let in; undefined in
 * embedded mode, where nothing but this machine is.
 */
export function turnedAway(body: unknown, tenant: string | undefined): string | undefined {
  const { data } = claims.safeParse(body)
  if (!data) return 'channelId, serviceUrl or conversation is missing'
  if (data.channelId !== 'msteams') return 'only Teams is let in'
  const service = URL.parse(data.serviceUrl)
  if (tenant === undefined)
    return service && loopbackHosts.test(service.hostname)
      ? undefined
      : 'only a service on this machine is answered'
  if (service?.protocol !== 'https:' || !teamsHosts.test(service.hostname))
    return 'the service URL is not one of Teams'
  const from = data.conversation.tenantId ?? data.channelData?.tenant.id
  return from === tenant ? undefined : 'another tenant'
}
