/** How those who were there liked it: asked once, kept without who said what. */
import { z } from 'zod'
import { onPress, type Presses } from '../kit/action.ts'
import { card, chart, inPlainText, note, text, title } from '../kit/card.ts'
import { choice, line } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { evaluateEvent, showResults, steerEvent } from './actions.ts'
import type { CourseEvent } from './event.ts'
import type { Needs } from './needs.ts'
import { eventFor } from './read.ts'
import { type Say, speak } from './sentences.ts'

const scores = ['5', '4', '3', '2', '1'] as const
const answersSchema = z.object({ score: z.number().int().min(1).max(5), words: z.array(z.string()) })
type Answers = z.output<typeof answersSchema>

type Filled = NonNullable<ReturnType<typeof evaluateEvent.read>>

export const evaluating = (needs: Needs): Presses<Person> => ({
  ...onPress(evaluateEvent, async (filled, who: Person) => {
    const say = speak(who.language)
    const event = await eventFor(filled.id, who, needs)
    if (!event) return { text: say('refused.gone') }
    if (event.state !== 'open') return { text: say('refused.over') }
    const was = (await needs.events.attendanceOf(event.id)).some(({ person }) => person === who.id)
    if (!was) return { text: say('notThere') }
    if (filled.asks || filled.score === undefined) return form(event, filled, say)
    const kept = await needs.events.evaluate(event.id, who.id, answersIn(filled, event))
    return { text: say(kept ? 'evaluated' : 'evaluatedBefore') }
  }),
  ...onPress(showResults, async ({ id }, who: Person) => {
    const event = await eventFor(id, who, needs)
    return event ? results(event, who, needs) : { text: speak(who.language)('refused.gone') }
  }),
})

/** What is asked where whoever leads it has not written anything else. */
const questionsOf = ({ content }: CourseEvent, say: Say): readonly string[] =>
  content.questions.length > 0 ? content.questions : [say('question.useful'), say('question.better')]

const wordsIn = (filled: Filled): (string | undefined)[] => [
  filled.a0,
  filled.a1,
  filled.a2,
  filled.a3,
  filled.a4,
  filled.a5,
]

function form(event: CourseEvent, filled: Filled, say: Say): Message {
  const heading = say('evaluateTitle', { title: event.content.title })
  return {
    text: heading,
    card: card(
      [
        title(inPlainText(heading)),
        note(say('evaluateMeans')),
        filled.asks ? undefined : text(say('fault.score'), { color: 'Attention', weight: 'Bolder' }),
        choice(
          'score',
          say('score'),
          scores.map((score) => ({ title: say(`score.${score}`), value: score })),
        ),
        ...questionsOf(event, say).map((question, at) =>
          line(`a${at}`, question, wordsIn(filled)[at] ?? '', 1_000, true),
        ),
      ],
      [evaluateEvent.button(say('send'), { id: event.id }, { style: 'positive' })],
    ),
  }
}

const answersIn = (filled: Filled, event: CourseEvent): Answers => ({
  score: Number(filled.score),
  words: questionsOf(event, speak('nb')).map((_, at) => (wordsIn(filled)[at] ?? '').trim()),
})

export const answersOf = async (event: string, { events }: Needs): Promise<Answers[]> =>
  (await events.evaluationsOf(event)).flatMap((one) => answersSchema.safeParse(one).data ?? [])

/** The mean of the scores, with one decimal; null where nobody has said. */
const meanScore = (answers: readonly Answers[]): number | null =>
  answers.length === 0
    ? null
    : Math.round((10 * answers.reduce((sum, { score }) => sum + score, 0)) / answers.length) / 10

/** With fewer, it could be seen who said what. */
const fewestShown = 3
const mostWords = 20

/** Null also where it could be seen who said what. */
export const shownScore = (answers: readonly Answers[]): number | null =>
  answers.length < fewestShown ? null : meanScore(answers)

async function results(event: CourseEvent, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const answers = await answersOf(event.id, needs)
  const back = [steerEvent.button(say('back'), { id: event.id })]
  if (answers.length < fewestShown) {
    const few = say('tooFewAnswers', { count: answers.length, least: fewestShown })
    return { text: few, card: card([title(few)], back) }
  }
  const mean = String(meanScore(answers)).replace('.', ',')
  const heading = say('resultsTitle', { mean, count: answers.length })
  return {
    text: heading,
    card: card(
      [
        title(heading),
        chart(
          say('score'),
          scores
            .map((score) => ({
              legend: say(`score.${score}`),
              value: answers.filter((one) => String(one.score) === score).length,
            }))
            .filter(({ value }) => value > 0),
        ),
        ...questionsOf(event, say).flatMap((question, at) => {
          const said = answers.flatMap(({ words }) => words[at] || [])
          return said.length === 0
            ? []
            : [
                text(inPlainText(question), { weight: 'Bolder' }),
                ...said.slice(0, mostWords).map((one) => text(`– ${inPlainText(one)}`, { spacing: 'Small' })),
                ...(said.length > mostWords ? [note(say('more', { count: said.length - mostWords }))] : []),
              ]
        }),
      ],
      back,
    ),
  }
}
