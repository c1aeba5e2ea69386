/** What a person writes while a purchase is open: an answer, a question of their own, a word that steers, or a new purchase. */

import { card, text as textOf } from '../kit/card.ts'
import { hourMs } from '../kit/day.ts'
import { follow } from '../kit/dialog.ts'
import type { Message } from '../kit/message.ts'
import { mask, type Person } from '../people/people.ts'
import { wasQuestion } from './actions.ts'
import { calledSo } from './also-called.ts'
import { labelOf, questionOf } from './answer-text.ts'
import { asksForHelp } from './asks-for-help.ts'
import { repliesOf } from './change-draft.ts'
import type { DraftTurns } from './draft-turns.ts'
import type { Draft, Needs } from './needs.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import { faultText, whyOf } from './question-card.ts'
import { speak } from './sentences.ts'
import { wantsToBuy } from './start.ts'
import { submit } from './submit.ts'
import { factsFor } from './turn.ts'
import { readTyped } from './typed.ts'

/** For so long what is written goes to the purchase that is open; later it is taken up by its card or by "mine utkast". */
const activeForMs = 12 * hourMs
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

export const createHearing = (turns: DraftTurns, needs: Needs): Hear => {
  /** A new purchase, or the one that was just left had back; undefined for anything else. */
  const withoutDraft = async (text: string, who: Person): Promise<Message | undefined> => {
    if (wantsToBuy(text)) return turns.beginFrom(who, text)
    if (!undoes.test(text.trim())) return undefined
    const left = (await needs.drafts.allOf(who.id))
      .filter(({ state }) => state === 'cancelled' || state === 'ended')
      .filter(({ touchedAt }) => touchedAt >= needs.now() - activeForMs)
      .toSorted((a, b) => b.touchedAt - a.touchedAt)[0]
    if (!left) return undefined
    return left.state === 'cancelled' ? turns.showChanged(left.id, who) : turns.stepBack(left.id, who)
  }

  return async (text, who, answer) => {
    const draft = await activeDraft(needs, who)
    if (!draft) return (await withoutDraft(text, who)) ?? answer(text)
    const { id } = draft
    const steered = steering.find(([, form]) => form.test(text.trim()))?.[0]
    if (steered) return turns[steered](id, who)
    if (draft.asking) return turns.goOnAfter(id, who, await answer(text))
    const facts = await factsFor(who, needs)
    const standing = follow(purchaseDialog, repliesOf(draft), facts)
    const atNeed = standing.kind === 'ask' && standing.step === 'need'
    const input =
      standing.kind === 'ask' ? purchaseDialog[standing.step].input(standing.answers, facts) : undefined
    // Where one writes at length, "Vi må kjøpe hos en annen fordi …" is the answer.
    const atLength = input?.kind === 'words' && input.long
    if (wantsToBuy(text) && !atLength) return turns.beginFrom(who, text, draft)
    if (standing.kind === 'done' || !input)
      return sends.test(text.trim()) ? submit(id, who, needs) : turns.goOnAfter(id, who, await answer(text))
    const { step, answers } = standing
    const say = speak(who.language)
    const named = (option: string) => labelOf(step, option, answers, facts, say)
    const options = 'options' in input ? input.options.map(named) : []
    if (asksForHelp(text.trim(), [questionOf(step, answers, facts, say), ...options].join(' '))) {
      const why = whyOf({ step, answers }, facts, say)
      return turns.goOnAfter(id, who, { text: say('help', { why, contact: needs.sectionContact }) })
    }
    const shown = standing.said ?? purchaseDialog[step].suggest?.(answers, facts)
    if (goesOn.test(text.trim()) && shown !== undefined) return turns.take(id, who, step, shown)
    const called = 'options' in input ? calledSo(step, text, input.options) : undefined
    if (called !== undefined) return turns.take(id, who, step, called)
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

/** After a purchase that was cancelled or stopped. */
const undoes = /^(?:angre|angra|jeg angrer|eg angrar|tilbake|attende|undo|back)[.!]?$/iu
/** Takes what stands in the field as it is. */
const goesOn = /^(?:neste|next|videre|vidare|gå videre|gå vidare|go on|ok)[.!]?$/iu
const sends = /^(?:send|sende|send (?:inn|det|kjøpet|til innkjøpsseksjonen|it|the request))[.!]?$/iu
const steering: readonly (readonly ['stepBack' | 'save' | 'cancel', RegExp])[] = [
  ['stepBack', /^(?:gå )?(?:tilbake|attende|back|forrige|førre)[.!]?$/iu],
  [
    'save',
    /^(?:lagre|lagre til senere|lagre til seinare|save|save for later|fortsett senere|hald fram seinare)[.!]?$/iu,
  ],
  [
    'cancel',
    /^(?:(?:jeg|eg) vil )?(?:avbryte?|avbryt kjøpet|cancel|stopp|slutt|avslutte?|glem det|gløym det|forget it)[.!]?$/iu,
  ],
]
