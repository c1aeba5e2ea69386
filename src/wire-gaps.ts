/** What the gap report takes from the rooms beside it. */
import { boundaryIn } from './answers/answers.ts'
import type { Needs } from './gaps/gaps.ts'
import type { Clock } from './kit/day.ts'
import { writeWords } from './knowledge/knowledge.ts'
import type { LiveKnowledge } from './knowledge/live.ts'
import type { Store } from './store/store.ts'

type Rooms = { live: LiveKnowledge; store: Store; folder: string; answerFrom: number; now: Clock }

export const gapsOf = ({ live, store, folder, answerFrom, now }: Rooms): Needs => ({
  knowledge: live.now,
  now,
  answerFrom,
  isBoundary: (text) => boundaryIn(text) !== undefined,
  ...store.gaps,
  async addWord(word, item, day) {
    const kept = await writeWords(folder, { item, words: [word], addedOn: day })
    if (kept.kind === 'faulty') return 'faulty'
    return (await live.renewNow()).kind === 'renewed' ? 'added' : 'kept'
  },
})
