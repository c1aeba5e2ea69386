import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const schema = z.record(
  z.string(),
  z.strictObject({
    who: z.number(),
    opening: z.string(),
    turns: z.array(z.tuple([z.string(), z.string()])),
    ends: z.array(z.string()),
    never: z.array(z.string()).default([]),
  }),
)

/** Whole purchases, word for word, by what is bought. */
export const purchasesTold = schema.parse(parse(readFileSync('test/recordings/purchases.yaml', 'utf8')))
