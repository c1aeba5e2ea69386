import { z } from 'zod'
import { action } from '../kit/action.ts'

/**
 * Shows one item of the knowledge base: a choice made, or a link followed. `question` is what led there, so that it can
 * still be handed to the section.
 */
export const showItem = action(
  'answers.show',
  z.strictObject({ item: z.string().max(100), question: z.uuid().optional() }),
)

/** Asks an example question on the person's behalf. */
export const tryQuestion = action(
  'answers.try',
  z.strictObject({ question: z.string().trim().min(1).max(200) }),
)

/** Hands a logged question over to the procurement section. */
export const askSection = action('answers.ask-section', z.strictObject({ question: z.uuid() }))
