/** What is answered, offered and refused, and the price of answering more. */
import { decide, defaultAnswerFrom } from '../src/answers/decide.ts'
import type { Hits, Knowledge } from '../src/knowledge/knowledge.ts'
import type { Question, QuestionSet } from './collection.ts'
import { isBest, mean, separation } from './metrics.ts'
import { percent, share, table } from './table.ts'

type Asked = Question & { hits: Hits }

const tried = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
const day = '2026-11-22'

/** What the person is given: the answer, or what is offered to choose from. */
function given({ hits }: Asked, answerFrom: number): { kind: string; ids: readonly string[] } {
  const decision = decide(hits, day, answerFrom)
  switch (decision.kind) {
    case 'answer':
      return { kind: 'answer', ids: [decision.item.id] }
    case 'choose':
      return { kind: 'choose', ids: decision.items.map(({ id }) => id) }
    case 'refuse':
      return { kind: 'refuse', ids: [] }
  }
}

const of = (asked: readonly Asked[], holds: (one: Asked) => boolean): number =>
  mean(asked.map((one) => (holds(one) ? 1 : 0)))

export function refusalReport(sets: readonly QuestionSet[], { search }: Knowledge): string {
  const asked = sets.map(({ name, questions }) => ({
    name,
    asked: questions.map((question): Asked => ({ ...question, hits: search(question.text) })),
  }))
  return [
    table([
      [
        'questions',
        'n',
        'answered',
        'offered',
        'refused',
        'answered or offered with the right one in it',
        'answered with one that is not relevant',
      ],
      ...asked.flatMap(({ name, asked: all }) =>
        (
          [
            [`${name}: in scope`, (one: Asked) => one.oos === null],
            [`${name}: out of scope, far`, (one: Asked) => one.oos === 'far'],
            [`${name}: out of scope, near`, (one: Asked) => one.oos === 'near'],
          ] as const
        ).flatMap(([label, belongs]) => decisionRow(label, all.filter(belongs), defaultAnswerFrom)),
      ),
    ]),
    `\nThe price of answering more, over all of them (the number is \`ANSWER_CONFIDENCE\`; ${defaultAnswerFrom} is the default). How well confidence parts what can be answered from what cannot (AUROC): ${share(parting(asked.flatMap(({ asked: all }) => all)))}.\n`,
    curve(asked.flatMap(({ asked: all }) => all)),
  ].join('\n')
}

function decisionRow(label: string, some: readonly Asked[], answerFrom: number): string[][] {
  if (some.length === 0) return []
  const kind = (wanted: string) => percent(of(some, (one) => given(one, answerFrom).kind === wanted))
  const inScope = some.some(({ oos }) => oos === null)
  return [
    [
      label,
      String(some.length),
      kind('answer'),
      kind('choose'),
      kind('refuse'),
      inScope
        ? percent(of(some, (one) => given(one, answerFrom).ids.some((id) => isBest(id, one.relevance))))
        : '–',
      inScope ? percent(wrongOf(some, answerFrom)) : '–',
    ],
  ]
}

/** Of those that are answered, the share whose answer has no grade at all. */
const wrongOf = (some: readonly Asked[], answerFrom: number): number =>
  of(
    some.filter((one) => given(one, answerFrom).kind === 'answer'),
    (one) => (one.relevance[given(one, answerFrom).ids[0] ?? ''] ?? 0) === 0,
  )

const parting = (asked: readonly Asked[]): number =>
  separation(
    asked.filter(({ oos }) => oos === null).map(({ hits }) => hits.confidence),
    asked.filter(({ oos }) => oos !== null).map(({ hits }) => hits.confidence),
  )

function curve(asked: readonly Asked[]): string {
  const inScope = asked.filter(({ oos }) => oos === null)
  const outside = asked.filter(({ oos }) => oos !== null)
  return table([
    ['answers from', 'in scope answered', 'of these not relevant', 'out of scope answered'],
    ...tried.map((answerFrom) => {
      const answered = (some: readonly Asked[]) =>
        percent(of(some, (one) => given(one, answerFrom).kind === 'answer'))
      return [String(answerFrom), answered(inScope), percent(wrongOf(inScope, answerFrom)), answered(outside)]
    }),
  ])
}
