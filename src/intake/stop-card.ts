import type { Button } from '../kit/card.ts'
import { card, text, title } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { answerStep, resumeDraft } from './actions.ts'
import type { Outcome } from './outcome.ts'
import { type Say, speak } from './sentences.ts'

type Stop = Exclude<Outcome['kind'], 'call-off' | 'request'> | 'no-approver'

const goesOnWith = {
  covered: { step: 'reuse', answer: 'buy', words: 'covered.anyway' },
  conflict: { step: 'relation', answer: 'no', words: 'conflict.none' },
  'no-budget': { step: 'budget', answer: 'yes', words: 'no-budget.now' },
} as const

/** Why it goes no further, whom to talk to, and the way on where the answer was another. `manager` is a name. */
export function stopCard(
  stop: Stop,
  draft: string,
  manager: string | undefined,
  language: Language,
): Message {
  const say = speak(language)
  const heading = say(`${stop}.title`)
  return {
    text: heading,
    card: card(
      [title(heading), text(say(`${stop}.text`, { manager: manager ?? say('yourManager') }))],
      [wayOn(stop, draft, say)],
    ),
  }
}

function wayOn(stop: Stop, draft: string, say: Say): Button {
  if (stop === 'no-approver') return resumeDraft.button(say('no-approver.now'), { draft })
  const { step, answer, words } = goesOnWith[stop]
  return answerStep.button(say(words), { draft, step, answer })
}
