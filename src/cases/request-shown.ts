import { z } from 'zod'
import { daySchema } from '../kit/day.ts'

/** What is read of a request as it was submitted; it holds more. Kroner without VAT. */
const schema = z.object({
  value: z.number(),
  conclusion: z.string(),
  requester: z.string(),
  onBehalfOf: z.string().optional(),
  wanted: daySchema.optional(),
  agreement: z
    .object({ title: z.string(), use: z.enum(['deviation', 'not-covered']), reason: z.string() })
    .optional(),
  near: z.string().optional(),
  answers: z.array(z.object({ step: z.string(), question: z.string(), answer: z.string() })),
})
export type RequestShown = z.output<typeof schema>

export const requestShown = (content: unknown): RequestShown | undefined => schema.safeParse(content).data
