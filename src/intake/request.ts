import { z } from 'zod'
import { daySchema } from '../kit/day.ts'
import { allKinds, bands } from '../rules/rules.ts'

/** What was not asked, or is not known, is left out where it is kept. */
const perhaps = <Schema extends z.ZodType>(schema: Schema) => schema.optional().transform((value) => value)

/** A duty as it held when the request was made, in bokmål, as the documents are. */
const duty = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  legalBasis: z.string(),
  authority: z.enum(['law', 'local']),
  /** False where the source of the rule has not been confirmed. */
  confirmed: z.boolean(),
})

/** An earlier request of the same unit for the same group, within twelve months. */
const earlierRequest = z.object({
  number: z.string(),
  title: z.string(),
  unit: z.string(),
  value: z.number(),
  day: daySchema,
})

/**
 * A purchase request (innkjøpsforespørsel): what was answered, and what the rules of the day made of it. It is kept as it
 * was submitted, and every document is written from it. Amounts are kroner without VAT.
 */
export const requestSchema = z.object({
  /** What is to be bought, in the person's own words. */
  title: z.string(),
  /** Which problem it solves and for whom; undefined where that was not asked. */
  problem: perhaps(z.string()),
  requester: z.string(),
  onBehalfOf: perhaps(z.string()),
  unit: perhaps(z.string()),
  /** The agreement that was found and is not used, and why. */
  agreement: perhaps(
    z.object({
      id: z.string(),
      title: z.string(),
      use: z.enum(['deviation', 'not-covered']),
      reason: z.string(),
    }),
  ),
  /** What the purchase is grouped by when earlier ones are looked for. */
  group: perhaps(z.string()),
  kind: z.enum(allKinds),
  value: z.number(),
  /** How the value was reckoned, one line each, and the person's own words that it was read from. */
  valueLines: z.array(z.string()).readonly(),
  valueAsSaid: z.string(),
  /** How long the contract lasts with options, in months; undefined for a single purchase. */
  months: perhaps(z.union([z.number(), z.literal('indefinite')])),
  band: z.enum(bands),
  /** The day whose rules were used. */
  rulesOf: daySchema,
  /** What holds, in one sentence without marks. */
  conclusion: z.string(),
  /** Advice where the value is near below a limit. */
  near: perhaps(z.string()),
  duties: z.array(duty).readonly(),
  /** Whether the municipality's own routine asks for quotes from three suppliers. */
  threeQuotes: z.boolean(),
  /** Who must approve by the authority data; undefined where nobody was found. */
  approver: perhaps(z.string()),
  /** When it is wanted; and whether that is sooner than such a purchase usually takes. */
  wanted: perhaps(daySchema),
  tooSoon: z.boolean(),
  /** Who follows up the contract. */
  followUp: perhaps(z.string()),
  /** Every question that was asked and its answer, in bokmål, in the order asked. */
  answers: z.array(z.object({ step: z.string(), question: z.string(), answer: z.string() })).readonly(),
  earlier: z.array(earlierRequest).readonly(),
  attachments: z.array(z.object({ name: z.string(), bytes: z.number() })).readonly(),
})

export type PurchaseRequest = z.output<typeof requestSchema>
export type RequestedDuty = z.output<typeof duty>
export type EarlierRequest = z.output<typeof earlierRequest>

/** A request once it has its number, such as `2026-0042`. `submittedAt` is epoch milliseconds. */
export type SubmittedRequest = PurchaseRequest & { number: string; submittedAt: number }
