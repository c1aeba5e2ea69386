import { type Presented, presentHelp } from './present.ts'
import type { Say } from './sentences.ts'
import { smallTalk } from './small-talk.ts'

/** What is said to a greeting, to thanks, and to nothing at all; undefined to a question. */
export function notAQuestion(
  text: string,
  say: Say,
): (Pick<Presented, 'text'> & Partial<Presented>) | undefined {
  if (text.trim() === '') return { text: say('nothingSaid') }
  switch (smallTalk(text)) {
    case 'help':
      return presentHelp(say)
    case 'thanks':
      return { text: say('thanks') }
    case undefined:
      return undefined
  }
}
