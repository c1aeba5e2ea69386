import { type Say as AnySay, speaker } from '../kit/say.ts'
import { cardSentences } from './sentences/card.ts'
import { demandSentences } from './sentences/demands.ts'
import { endingSentences } from './sentences/ending.ts'
import { needSentences } from './sentences/need.ts'
import { valueSentences } from './sentences/value.ts'

/** Everything that the purchase dialog says, in the three languages. */
export const speak = speaker({
  ...needSentences,
  ...valueSentences,
  ...demandSentences,
  ...cardSentences,
  ...endingSentences,
} as const)
export type Say = AnySay<Parameters<ReturnType<typeof speak>>[0]>
