import { type Say as AnySay, speaker } from '../kit/say.ts'
import { namedSentences } from './sentences/named.ts'
import { shownSentences } from './sentences/shown.ts'
import { toldSentences } from './sentences/told.ts'

/** Everything that is said of cases, in the three languages. */
export const speak = speaker({ ...namedSentences, ...toldSentences, ...shownSentences } as const)
export type Say = AnySay<Parameters<ReturnType<typeof speak>>[0]>
