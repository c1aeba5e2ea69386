import { card, type Element, inPlainText, note, text, title } from '../kit/card.ts'
import { dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { tenantOf } from '../people/people.ts'
import { makeMove, showCase } from './actions.ts'
import type { Case } from './case.ts'
import { clip } from './case-card.ts'
import { nameOf } from './in-words.ts'
import { moves } from './moves.ts'
import type { Needs } from './needs.ts'
import { requestShown } from './request-shown.ts'
import { type Say, speak } from './sentences.ts'

type Key = Parameters<Say>[0]
const longestWords = 1_000

/** Asks for what has to be said with a move, before it is made. `fault` is what was wrong with it the last time. */
export async function formCard(
  kase: Case,
  move: string,
  { needs, language, fault }: { needs: Needs; language: Language; fault?: string },
): Promise<Message> {
  const say = speak(language)
  const asked = say(`form.${move}` as Key) // a test goes through the moves that say something
  const { number, version } = kase
  const inputs = await inputsOf(kase, move, { needs, say })
  const canSend = inputs.some(({ type }) => type.startsWith('Input.'))
  return {
    text: asked,
    card: card(
      [
        title(asked),
        note(inPlainText(`${nameOf(kase, say)}: ${clip(kase.title)}`)),
        fault === undefined ? undefined : text(fault, { color: 'Attention', weight: 'Bolder' }),
        ...inputs,
      ],
      [
        canSend ? makeMove.button(say('send'), { number, move, version }, { style: 'positive' }) : undefined,
        showCase.button(say('back'), { number }, { associatedInputs: 'none' }),
      ],
    ),
  }
}

async function inputsOf(
  kase: Case,
  move: string,
  { needs, say }: { needs: Needs; say: Say },
): Promise<Element[]> {
  const words = {
    type: 'Input.Text',
    id: 'words',
    label: say('write'),
    isMultiline: true,
    maxLength: longestWords,
  } as const
  switch (moves[kase.kind][move]?.says) {
    case 'officer': {
      const officers = needs.people.officers(tenantOf(kase.requester), dayAt(needs.now()))
      const choices = officers
        .filter(({ id, away }) => !away && id !== kase.owner && id !== kase.requester)
        .map(({ id, name }) => ({ title: name, value: id }))
      if (choices.length === 0) return [text(say('noOfficer'))]
      const look = { isMultiSelect: false, style: 'expanded', wrap: true } as const
      return [{ type: 'Input.ChoiceSet', id: 'officer', label: say('choose'), choices, ...look }]
    }
    case 'reference':
      return [
        { type: 'Input.Text', id: 'reference', label: say('reference'), isMultiline: false, maxLength: 100 },
      ]
    default: {
      const request =
        move === 'return' ? requestShown((await needs.requests.of(kase.number))?.content) : undefined
      if (!request) return [words]
      const choices = request.answers.map(({ step, question }) => ({ title: question, value: step }))
      const look = { isMultiSelect: true, style: 'expanded', wrap: true } as const
      return [words, { type: 'Input.ChoiceSet', id: 'steps', label: say('form.steps'), choices, ...look }]
    }
  }
}
