import { z } from 'zod'
import { action } from '../kit/action.ts'
import { everyone } from '../people/people.ts'
import { allKinds } from '../rules/rules.ts'

/** How much of what a person said a button carries, in letters. */
export const longestSaid = 500

/**
 * Shows one item of the knowledge base: a choice made, or a link followed. `question` is what led there, so that it can
 * still be handed to the section.
 */
export const showItem = action('answers.show', {
  needs: everyone,
  carries: z.strictObject({ item: z.string().max(100), question: z.uuid().optional() }),
})

/** Asks an example question on the person's behalf. */
export const tryQuestion = action('answers.try', {
  needs: everyone,
  carries: z.strictObject({ question: z.string().trim().min(1).max(200) }),
})

const told = z.strictObject({
  kroner: z.number().positive().max(1e12).optional(),
  rate: z.number().min(0).max(100).optional(),
  vat: z.enum(['with', 'without']).optional(),
  months: z.union([z.number().positive().max(1200), z.literal('indefinite')]).optional(),
  kind: z.enum(allKinds).optional(),
})

/**
 * Answers what was asked about a purchase, or shows the rules for it. It carries all that was said, so that nothing has to
 * be kept: `text` and what it goes on from (`after`), what was told before, and how much was asked.
 */
export const tellFact = action('answers.tell-fact', {
  needs: everyone,
  carries: z.strictObject({
    text: z.string().max(longestSaid),
    after: z.string().max(longestSaid).optional(),
    told,
    asked: z.number().int().min(0).max(9),
    /** Everything that may have to be done, with its questions. */
    all: z.literal(true).optional(),
    question: z.uuid().optional(),
  }),
})

/** Hands a logged question over to the procurement section. */
export const askSection = action('answers.ask-section', {
  needs: everyone,
  carries: z.strictObject({ question: z.uuid() }),
})
