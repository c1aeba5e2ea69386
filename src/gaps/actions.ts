import { z } from 'zod'
import { action } from '../kit/action.ts'

/** Who reads and closes gaps: the role of whoever leads the section. */
export const reader = 'lead'

/** Over how many days back it is reported. */
export const spans = [30, 90, 365] as const
export type Span = (typeof spans)[number]

/** Only for whoever leads the section, in their own chat. */
const leads = <Shape extends z.ZodRawShape>(verb: string, shape: Shape) =>
  action(verb, { needs: reader, alone: true, carries: z.object(shape) })

const days = z.literal(spans)
/** One of the questions of a group: the group is the one that it belongs to now. */
const question = z.string().min(1).max(100)
/** In letters. */
export const longestTyped = 200
/** Some clients leave out what is empty. */
const filledIn = z.string().trim().max(longestTyped).optional()

/** `from` is the first group that is shown, counted from 0. */
export const showGaps = leads('gaps.show', { days, from: z.int().min(0).max(100_000) })
/** Asks how a gap is closed. */
export const askHow = leads('gaps.how', { days, question })
/** `item` is chosen in a list; `named` is written where it is not in it. */
export const closeGap = leads('gaps.close', {
  days,
  question,
  how: z.enum(['item', 'word', 'nothing']),
  item: filledIn,
  named: filledIn,
  word: filledIn,
})
