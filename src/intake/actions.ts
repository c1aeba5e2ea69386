import { z } from 'zod'
import { action } from '../kit/action.ts'
import { everyone } from '../people/people.ts'
import { documentKinds } from './documents/documents.ts'

/** All of it is one person's own business, in their own chat. */
const own = <Shape extends z.ZodRawShape>(verb: string, shape: Shape) =>
  action(verb, { needs: everyone, alone: true, carries: z.object(shape) })

const draft = z.uuid()
const step = z.string().min(1).max(40)
/** What is filled in on the card that the button stands on; some clients leave out what is empty. */
const filledIn = z.string().max(4_000).optional()

/** Begins a purchase, with what was asked before: a logged question, and the agreement that answered it. */
export const startPurchase = action('intake.start', {
  needs: everyone,
  alone: true,
  carries: z.object({ question: z.uuid().optional(), item: z.string().max(100).optional() }),
})
export const answerStep = own('intake.answer', { draft, step, answer: filledIn })
/** These keep what is filled in, if it is an answer. */
export const goBack = own('intake.back', { draft, step, answer: filledIn })
export const saveDraft = own('intake.save', { draft, step, answer: filledIn })
export const askQuestion = own('intake.ask', { draft, step, answer: filledIn })
export const cancelDraft = own('intake.cancel', { draft })
/** Also opens again what was cancelled. */
export const resumeDraft = own('intake.resume', { draft })
export const editStep = own('intake.edit', { draft, step })
/** What was written was no answer but a question. */
export const wasQuestion = own('intake.was-question', { draft, text: z.string().min(1).max(1_000) })
export const submitRequest = own('intake.submit', { draft })
export const removeAttachment = own('intake.remove-attachment', { draft, attachment: z.uuid() })
export const getDocument = own('intake.document', {
  number: z.string().regex(/^\d{4}-\d{4,}$/),
  kind: z.enum(documentKinds),
})
