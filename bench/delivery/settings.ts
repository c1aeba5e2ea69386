import { z } from 'zod'

/** How a request may fail at random. With `reset` nothing was taken; what is `slow` is taken, and answered late. */
const faultKinds = [
  'throttled-with-wait',
  'throttled',
  'precondition',
  'bad-gateway',
  'unavailable',
  'gateway-timeout',
  'reset',
  'slow',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Nothing goes wrong, and nobody is held back. */
const defaults = {
  perSecond: 0,
  perConversation: false,
  faults: 0,
  seed: 1,
  latencyMs: 0,
  kinds: [...faultKinds],
  slowMs: 1_500,
  lostAnswers: 0,
}

const share = z.number().min(0).max(1)

export const settingsSchema = z.strictObject({
  /** Requests of the tenant within any second; 0 is no limit. */
  perSecond: z.int().min(0).default(defaults.perSecond),
  /** Whether each conversation has Teams' limits for posts. */
  perConversation: z.boolean().default(defaults.perConversation),
  /** The share of requests that fail. */
  faults: share.default(defaults.faults),
  seed: z.int().default(defaults.seed),
  latencyMs: z.number().min(0).default(defaults.latencyMs),
  /** Which faults there are, as often each. */
  kinds: z.array(z.enum(faultKinds)).min(1).default(defaults.kinds),
  slowMs: z.number().min(0).default(defaults.slowMs),
  /** The share of posts that are taken while the connection breaks instead of an answer. */
  lostAnswers: share.default(defaults.lostAnswers),
})
export type Settings = z.output<typeof settingsSchema>
export type GivenSettings = z.input<typeof settingsSchema>
