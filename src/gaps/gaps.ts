/**
 * Gaps in the knowledge, for whoever leads the section: what people asked and did not get answered, or got answered badly,
 * put together by what it is about. A gap is closed with what was done about it, and comes back when it is asked about
 * again. It shows no names, and writes no answers.
 */
import { type Command, onPress, type Presses } from '../kit/action.ts'
import { card, inPlainText, text } from '../kit/card.ts'
import { type Clock, type Day, dayAt, dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Person } from '../people/people.ts'
import { askHow, closeGap, reader, type Span, showGaps } from './actions.ts'
import { type How, howIn, type Missing } from './close.ts'
import { backTo, closeCard } from './close-card.ts'
import type { LoggedQuestion } from './gap.ts'
import { type Closing, type GapGroup, reportOn } from './report.ts'
import { answeredBy, reportCard } from './report-card.ts'
import { type Say, speak } from './sentences.ts'
import { titleOn } from './title.ts'

export type Needs = {
  knowledge(): Knowledge
  now: Clock
  /** How sure it must be to answer, 0–1. */
  answerFrom: number
  /** Whether a question is refused whatever the knowledge holds, such as how to split a purchase. */
  isBoundary(text: string): boolean
  /** Questions from `since` on that may not have been answered well, newest first, at most so many. */
  doubtful(since: number, most: number): Promise<readonly LoggedQuestion[]>
  /** Every gap that was closed and is remembered. */
  closed(): Promise<readonly Closing[]>
  close(closing: Closing & { closedBy: string; how: How }): Promise<void>
  /** Adds a word to an item. `kept` = it is kept, and works once what else is wrong with the files is mended. */
  addWord(word: string, item: string, day: Day): Promise<'added' | 'kept' | 'faulty'>
}

export type Gaps = { presses: Presses<Person>; commands: readonly Command<Person>[] }

const usualSpan: Span = 90
/** More are not looked through at once. */
const mostRead = 3_000

export function createGaps(needs: Needs): Gaps {
  const { answerFrom } = needs
  const report = async (days: Span) => {
    const questions = await needs.doubtful(needs.now() - days * dayMs, mostRead)
    const knowledge = needs.knowledge()
    const groups = await reportOn(questions, { ...needs, knowledge, closings: await needs.closed() })
    const today = dayAt(needs.now())
    return { groups, days, knowledge, today, cutAt: questions.length === mostRead ? mostRead : undefined }
  }
  const show = async (days: Span, from: number, { language }: Person) =>
    reportCard({ ...(await report(days)), from, answerFrom }, speak(language))

  /** Leads to the group that a question belongs to now; it may have been closed by another, or be gone. */
  const withGroup = async (
    { question, days }: { question: string; days: Span },
    { language }: Person,
    does: (at: { group: GapGroup; knowledge: Knowledge; today: Day; say: Say }) => Promise<Message> | Message,
  ): Promise<Message> => {
    const { groups, knowledge, today } = await report(days)
    const say = speak(language)
    const group = groups.find(({ questions }) => questions.has(question))
    return group ? does({ group, knowledge, today, say }) : shortly(say('gone'), days, say)
  }

  return {
    commands: [
      {
        names: ['hull', 'hol', 'hullrapport', 'holrapport', 'gap rapport', 'gaps', 'gap report'],
        needs: reader,
        alone: true,
        does: (_, who) => show(usualSpan, 0, who),
      },
    ],
    presses: {
      ...onPress(showGaps, ({ days, from }, who: Person) => show(days, from, who)),
      ...onPress(askHow, (pressed, who: Person) =>
        withGroup(pressed, who, ({ group: { example }, say, ...at }) =>
          closeCard({ ...pressed, example, ...at }, say),
        ),
      ),
      ...onPress(closeGap, (pressed, who: Person) =>
        withGroup(pressed, who, async ({ group: { key, example }, say, ...at }) => {
          const { days } = pressed
          const again = (missing: Missing) =>
            closeCard({ ...pressed, example, ...at, fault: { missing, ...pressed } }, say)
          const how = howIn(pressed, at.knowledge)
          if ('missing' in how) return again(how.missing)
          const added = how.kind === 'word' ? await needs.addWord(how.word, how.item, at.today) : 'added'
          if (added === 'faulty') return again('noWord')
          await needs.close({ key, how, closedAt: needs.now(), closedBy: who.id })
          const answers = answeredBy(example, needs.knowledge(), answerFrom)?.id
          return shortly(closedIn(how, { ...at, added, answers, say }), days, say)
        }),
      ),
    },
  }
}

/** What came of it, in words. `answers` is what would answer the question now. */
type Came = {
  knowledge: Knowledge
  today: Day
  added: 'added' | 'kept'
  answers: string | undefined
  say: Say
}

function closedIn(how: How, { knowledge, today, added, answers, say }: Came): string {
  if (how.kind === 'nothing') return `${say('closed.nothing')} ${say('comesBack')}`
  const item = knowledge.item(how.item)
  const named = item ? inPlainText(titleOn(item, today)) : how.item
  if (how.kind === 'item') return say('closed.item', { title: named })
  const word = inPlainText(how.word)
  if (added === 'kept') return say('waits', { word })
  const leads = say('closed.word', { word, title: named })
  return answers === how.item ? leads : `${leads} ${say('stillUnsure')}`
}

const shortly = (words: string, days: Span, say: Say): Message => ({
  text: words,
  card: card([text(words)], [backTo(days, say)]),
})
