import { speaker } from '../kit/say.ts'
import { composing } from './sentences/composing.ts'
import { received } from './sentences/received.ts'
import { sending } from './sentences/sending.ts'

const sentences = { ...sending, ...received, ...composing } as const
export const speak = speaker(sentences)
export type Say = ReturnType<typeof speak>

/** Why somebody is not reached, in plain words. */
export function whyOf(because: string, say: Say): string {
  const key = `why.${because}`
  return say(Object.hasOwn(sentences, key) ? (key as 'why.other') : 'why.other') // checked in the line
}
