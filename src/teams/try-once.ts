import { z } from 'zod'

type Sending = { timeout: number }
type Pipeline = {
  removePolicy(named: { name: string }): unknown
  addPolicy(policy: {
    name: string
    sendRequest<Answer>(request: Sending, next: (request: Sending) => Answer): Answer
  }): void
}

const sdkClient = z.object({
  client: z.object({ pipeline: z.custom<Pipeline>((any) => typeof any === 'object' && any !== null) }),
})

/**
 * Makes a client of the SDK try once, for so long at most. By itself it tries again for as long as Teams asks it to wait, and
 * would still send what the outbox has given up waiting for. A test watches what leaves.
 */
export function tryOnce(client: unknown, longestMs: number): void {
  const { pipeline } = sdkClient.parse(client).client
  pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  pipeline.addPolicy({
    name: 'not-for-longer',
    sendRequest(request, next) {
      request.timeout = longestMs
      return next(request)
    },
  })
}
