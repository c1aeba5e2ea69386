import { beside, card, type Element, footer, inPlainText, note, text, title } from '../kit/card.ts'
import { type Day, dayAt, writeDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import { askHow, type Span, showGaps, spans } from './actions.ts'
import type { GapGroup } from './report.ts'
import type { Say } from './sentences.ts'
import { titleOn } from './title.ts'

export type Reported = {
  groups: readonly GapGroup[]
  /** The first group that is shown, from 0. */
  from: number
  days: Span
  /** How many questions were looked through, where there are more. */
  cutAt: number | undefined
  knowledge: Knowledge
  answerFrom: number
  today: Day
}

const mostShown = 10
/** In letters. */
const longestExample = 140

/** The largest groups, each with a button to close it. Who asked is nobody's business here: people are counted. */
export function reportCard(reported: Reported, say: Say): Message {
  const { groups, from, days, cutAt } = reported
  const heading = groups.length === 0 ? say('none', { days }) : say('heading')
  const left = groups.length - from - mostShown
  return {
    text: heading,
    card: card(
      [
        title(heading),
        groups.length === 0
          ? undefined
          : text(
              say('summary', {
                days,
                groups: say('groups', { count: groups.length }),
                questions: say('questions', { count: sum(groups.map(({ questions }) => questions.size)) }),
              }),
            ),
        ...groups.slice(from, from + mostShown).map((group) => groupShown(group, reported, say)),
        cutAt === undefined ? undefined : note(say('newest', { count: cutAt })),
      ],
      [
        left > 0
          ? showGaps.button(say('more', { count: left }), { days, from: from + mostShown })
          : undefined,
        ...spans
          .filter((other) => other !== days)
          .map((other) => showGaps.button(say('span', { days: other }), { days: other, from: 0 })),
      ],
    ),
  }
}

function groupShown(group: GapGroup, reported: Reported, say: Say): Element {
  const { example, questions, people, kinds, reason, closedBefore } = group
  const [question = ''] = questions
  const counted = [
    say('times', { count: questions.size }),
    say('people', { count: people }),
    daysOf(group),
    ...kinds.map(([kind, count]) => say('kind', { kind: say(`kind.${kind}`), count })),
  ]
  return footer([
    beside(
      text(say('quoted', { words: clipped(example) }), { weight: 'Bolder' }),
      askHow.button(say('close'), { days: reported.days, question }, { tooltip: say('how') }),
    ),
    note(counted.join(' · ')),
    note(foundNow(example, reported, say)),
    ...(reason === undefined ? [] : [note(say('reason', { reason: clipped(reason) }))]),
    ...(closedBefore === undefined
      ? []
      : [note(say('closedBefore', { day: writeDay(dayAt(closedBefore)) }))]),
  ])
}

const daysOf = ({ first, last }: GapGroup): string =>
  [...new Set([first, last].map((at) => writeDay(dayAt(at))))].join('–')

/** What such a question leads to now, which may be more than it did when it was asked. */
function foundNow(example: string, { knowledge, answerFrom, today }: Reported, say: Say): string {
  const item = answeredBy(example, knowledge, answerFrom)
  if (item) return say('answeredNow', { title: inPlainText(titleOn(item, today)) })
  const [nearest] = knowledge.search(example).hits
  return nearest ? say('nearest', { title: inPlainText(titleOn(nearest.item, today)) }) : say('nothingNear')
}

/** The item that is sure enough to answer a question by itself. */
export function answeredBy(question: string, knowledge: Knowledge, answerFrom: number): Item | undefined {
  const { hits, confidence, outside } = knowledge.search(question)
  return !outside && confidence >= answerFrom ? hits[0]?.item : undefined
}

/** Somebody's own words, cut short. */
export const clipped = (words: string): string =>
  inPlainText(words.length > longestExample ? `${words.slice(0, longestExample).trimEnd()} …` : words)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
