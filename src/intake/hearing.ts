/** What a person writes while a purchase is open: an answer, a question of their own, a word that steers, or a new purchase. */
import { card, text as textOf } from '../kit/card.ts'
import { follow } from '../kit/dialog.ts'
import type { Message } from '../kit/message.ts'
import { mask, type Person } from '../people/people.ts'
import { wasQuestion } from './actions.ts'
import { labelOf } from './answer-text.ts'
import type { DraftTurns } from './draft-turns.ts'
import type { Draft, Needs } from './needs.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import { faultText } from './question-card.ts'
import { speak } from './sentences.ts'
import { wantsToBuy } from './start.ts'
import { factsFor, repliesOf } from './turn.ts'
import { readTyped } from './typed.ts'

/** For so long what is written goes to the purchase that is open; later it is taken up by its card or by "mine utkast". */
const activeForMs = 12 * 60 * 60 * 1000
/** How much of what was not understood is said back, in letters. */
const longestQuote = 200

export const activeDraft = ({ drafts, now }: Needs, who: Person): Promise<Draft | undefined> =>
  drafts.activeOf(who.id, now() - activeForMs)

/** `answer` is what is said to a question. */
export type Hear = (
  text: string,
  who: Person,
  answer: (question: string) => Promise<Message>,
) => Promise<Message>

export const createHearing =
  (turns: DraftTurns, needs: Needs): Hear =>
  async (text, who, answer) => {
    const draft = await activeDraft(needs, who)
    if (!draft) return wantsToBuy(text) ? turns.beginFrom(who, text) : answer(text)
    const { id } = draft
    if (draft.asking) return turns.goOnAfter(id, who, await answer(text))
    const steered = steering.find(([, form]) => form.test(text.trim()))?.[0]
    if (steered) return turns[steered](id, who)
    const facts = await factsFor(who, needs)
    const standing = follow(purchaseDialog, repliesOf(draft), facts)
    const atNeed = standing.kind === 'ask' && standing.step === 'need'
    if (wantsToBuy(text) && !atNeed) return turns.beginFrom(who, text)
    if (standing.kind === 'done') return turns.goOnAfter(id, who, await answer(text))
    const { step, answers } = standing
    const say = speak(who.language)
    const input = purchaseDialog[step].input(answers, facts)
    const named = (option: string) => labelOf(step, option, answers, facts, say)
    const typed = readTyped(text, input, named, facts.today)
    switch (typed.kind) {
      case 'question':
        return turns.goOnAfter(id, who, await answer(text))
      case 'unclear': {
        const what = faultText(input.kind === 'day' ? 'notADay' : 'notAnOption', input, say)
        return notUnderstood(text, what, draft, who, turns)
      }
      case 'reply': {
        const first = atNeed && Object.keys(draft.replies).length === 0
        return (
          (first ? await turns.fillIn(id, who, text) : undefined) ?? turns.take(id, who, step, typed.said)
        )
      }
    }
  }

async function notUnderstood(
  text: string,
  what: string,
  { id }: Draft,
  who: Person,
  turns: DraftTurns,
): Promise<Message> {
  const say = speak(who.language)
  const quoted = mask(text).text.slice(0, longestQuote)
  const told = say('unclear', { text: quoted, what })
  return {
    text: told,
    card: card([textOf(told)], [wasQuestion.button(say('answerAsQuestion'), { draft: id, text: quoted })]),
    next: await turns.showChanged(id, who),
  }
}

const steering: readonly (readonly ['stepBack' | 'save' | 'cancel', RegExp])[] = [
  ['stepBack', /^(?:gå )?(?:tilbake|attende|back|forrige|førre)[.!]?$/iu],
  [
    'save',
    /^(?:lagre|lagre til senere|lagre til seinare|save|save for later|fortsett senere|hald fram seinare)[.!]?$/iu,
  ],
  ['cancel', /^(?:avbryt|avbryt kjøpet|cancel|stopp|slutt)[.!]?$/iu],
]
