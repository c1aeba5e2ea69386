import type { Language } from '../kit/say.ts'
import type { Item } from '../knowledge/knowledge.ts'
import type { Decision } from './decide.ts'
import { notAQuestion } from './not-a-question.ts'
import { asText } from './present.ts'
import { outcomeOf, presentAnswer } from './present-answer.ts'
import { type RuleFacts, ruleFacts } from './rule-facts.ts'
import { speak } from './sentences.ts'
import type { Showing } from './shown.ts'
import { titleOn } from './source.ts'
import { earlierTurn, understand } from './understand.ts'

type AloneNeeds = Pick<Showing, 'knowledge' | 'day' | 'contact'> & {
  answerFrom: number
  after?: string
}

/** The same answer outside a conversation: nothing is logged, and no button can be pressed. `after` was asked before. */
export function answerAlone(
  question: string,
  language: Language,
  { knowledge, day, contact, answerFrom, after }: AloneNeeds,
): {
  kind: Decision['kind']
  confidence: number
  /** What is shown: the answer, or what is offered. */
  offered: readonly Item[]
  sources: { item: Item; title: string; score: number }[]
  text: string
  /** Where an amount or a limit was read. */
  rule: RuleFacts | undefined
} {
  const say = speak(language)
  const talk = notAQuestion(question, say)
  if (talk)
    return { kind: 'refuse', confidence: 0, offered: [], sources: [], text: asText(talk), rule: undefined }
  const deciding = { knowledge, day, answerFrom }
  const before = after === undefined ? undefined : understand(after, undefined, deciding).decision
  const shownBefore = before?.kind === 'answer' ? before.item.id : null
  const earlier = after === undefined ? undefined : earlierTurn(after, shownBefore, deciding)
  const understood = understand(question, earlier, deciding)
  const { decision } = understood
  const templateUrl = (item: Item) => (item.type === 'template' ? knowledge.fileOf(item) : undefined)
  return {
    kind: outcomeOf(understood),
    rule: ruleFacts(understood, day),
    confidence: decision.confidence,
    offered: decision.kind === 'answer' ? [decision.item] : decision.kind === 'choose' ? decision.items : [],
    sources: decision.hits.map(({ item, score }) => ({ item, score, title: titleOn(item, day) })),
    text: asText(
      presentAnswer(understood, undefined, {
        knowledge,
        day,
        language,
        say,
        templateUrl,
        startButton: () => undefined,
        contact,
      }),
    ),
  }
}
