/** What a person can do with a purchase that is begun: answer, go back, leave it, ask something in between. */
import { randomUUID } from 'node:crypto'
import { card, text } from '../kit/card.ts'
import { back, follow, reopen, reply, standAt } from '../kit/dialog.ts'
import type { Message } from '../kit/message.ts'
import { mask, type Person } from '../people/people.ts'
import { resumeDraft } from './actions.ts'
import { changeDraft, repliesOf } from './change-draft.ts'
import type { Draft, Needs } from './needs.ts'
import type { StepName } from './purchase-answers.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import { draftsKeptDays } from './reminders.ts'
import { speak } from './sentences.ts'
import { readStart } from './start.ts'
import { type Aside, factsFor, show } from './turn.ts'

/** What is filled in on a card when a button is pressed that is not its answer. */
export type FilledIn = { draft: string; step: string; answer?: string | undefined }

export type DraftTurns = ReturnType<typeof createDraftTurns>

export function createDraftTurns(needs: Needs) {
  const { drafts, now } = needs

  /** Shows where a changed draft stands; that it is gone where there is none to change. It is then the active one. */
  const showChanged = async (
    id: string,
    who: Person,
    change: (draft: Draft) => Draft = (draft) => draft,
    aside: () => Aside = () => ({}),
  ): Promise<Message> => {
    const changed = await changeDraft(id, who.id, needs, (draft) => ({
      ...change(draft),
      state: 'open',
      active: true,
      asking: false,
    }))
    if (!changed) return { text: speak(who.language)('gone') }
    return show(changed, await factsFor(who, needs), who, needs, aside())
  }

  /** Rests or ends a draft, and says so with a way back to it. */
  const leave = async (
    id: string,
    who: Person,
    left: Partial<Draft>,
    said: { told: string; wayBack: string },
  ): Promise<Message> => {
    const changed = await changeDraft(id, who.id, needs, (draft) => ({ ...draft, ...left, active: false }))
    if (!changed) return { text: speak(who.language)('gone') }
    return {
      text: said.told,
      card: card([text(said.told)], [resumeDraft.button(said.wayBack, { draft: id })]),
    }
  }

  /** Begins a purchase with what was said of it, to be corrected on its first card. */
  const begin = async (who: Person, replies: Draft['replies']): Promise<Message> => {
    const facts = await factsFor(who, needs)
    const draft = await drafts.begin({ id: randomUUID(), person: who.id, replies, at: now() })
    return show(draft, facts, who, needs, { read: listed(replies) })
  }

  return {
    showChanged,
    begin,
    /** Begins with what somebody wrote; a purchase that was open is left as it is. */
    async beginFrom(who: Person, words: string, other?: Draft): Promise<Message> {
      const { text: kept, found } = mask(words)
      const begun = await begin(who, readStart(kept, await factsFor(who, needs)))
      const left = other && { text: speak(who.language)('otherKept'), next: begun }
      return tellMasked(found, who, left ?? begun)
    },

    /** Takes a reply to a step. What is not accepted changes no answer, and is told at the field. */
    async take(id: string, who: Person, step: string, said: string): Promise<Message> {
      const facts = await factsFor(who, needs)
      const { text: kept, found } = mask(said)
      let fault: Aside['fault']
      let gone = false
      const shown = await showChanged(
        id,
        who,
        (draft) => {
          const taken = reply(purchaseDialog, repliesOf(draft), { step, said: kept }, facts)
          fault = taken.kind === 'fault' ? { said: kept, key: taken.fault } : undefined
          gone = taken.kind === 'not-asked'
          switch (taken.kind) {
            case 'taken':
              return { ...draft, replies: taken.replies.said, reopened: taken.replies.reopened }
            case 'fault':
              return standAt(draft, step)
            case 'not-asked':
              return draft
          }
        },
        () => ({ fault }),
      )
      return tellMasked(found, who, gone ? { text: speak(who.language)('notAsked'), next: shown } : shown)
    },

    /** The need in the person's own words may hold amount and unit as well. */
    async fillIn(id: string, who: Person, words: string): Promise<Message | undefined> {
      const { text: kept, found } = mask(words)
      const read = readStart(kept, await factsFor(who, needs))
      if (!read.need) return undefined
      const { need: _, ...more } = read
      const shown = await showChanged(
        id,
        who,
        (draft) => ({ ...draft, replies: { ...draft.replies, ...read } }),
        () => ({ read: listed(more) }),
      )
      return tellMasked(found, who, shown)
    },

    /** After the answer to a question in between, the same step again. */
    async goOnAfter(id: string, who: Person, answered: Message): Promise<Message> {
      const again = await showChanged(id, who)
      const goingOn: Message = { text: speak(who.language)('goOn'), next: again }
      const withLast = (message: Message): Message => ({
        ...message,
        next: message.next ? withLast(message.next) : goingOn,
      })
      return withLast(answered)
    },

    async stepBack(id: string, who: Person): Promise<Message> {
      const facts = await factsFor(who, needs)
      return showChanged(id, who, (draft) => ({
        ...draft,
        reopened: back(purchaseDialog, repliesOf(draft), facts).reopened,
      }))
    },

    async edit(id: string, who: Person, step: string): Promise<Message> {
      const facts = await factsFor(who, needs)
      return showChanged(id, who, (draft) => ({
        ...draft,
        reopened: reopen(purchaseDialog, repliesOf(draft), step, facts).reopened,
      }))
    },

    save(id: string, who: Person): Promise<Message> {
      const say = speak(who.language)
      return leave(id, who, {}, { told: say('saved', { days: draftsKeptDays }), wayBack: say('goOnNow') })
    },

    cancel(id: string, who: Person): Promise<Message> {
      const say = speak(who.language)
      return leave(id, who, { state: 'cancelled' }, { told: say('cancelled'), wayBack: say('undo') })
    },

    /** The next thing that is written is a question. */
    async listen(id: string, who: Person): Promise<Message> {
      const asking = await changeDraft(id, who.id, needs, (draft) => ({
        ...draft,
        state: 'open',
        active: true,
        asking: true,
      }))
      return { text: speak(who.language)(asking ? 'askNow' : 'gone') }
    },

    /** Keeps what was filled in, if it is an answer to the step that stands there and no mere suggestion. */
    async keepFilledIn({ draft: id, step, answer = '' }: FilledIn, who: Person): Promise<void> {
      if (answer.trim() === '') return
      const facts = await factsFor(who, needs)
      await changeDraft(id, who.id, needs, (draft) => {
        const standing = follow(purchaseDialog, repliesOf(draft), facts)
        if (standing.kind === 'done' || standing.step !== step) return undefined
        if (purchaseDialog[standing.step].suggest?.(standing.answers, facts) === answer) return undefined
        const taken = reply(purchaseDialog, repliesOf(draft), { step, said: mask(answer).text }, facts)
        // It stays at this step: what was pressed leads on.
        return taken.kind === 'taken' ? standAt({ ...draft, replies: taken.replies.said }, step) : undefined
      })
    },
  }
}

/** Tells first that something was taken out before it was kept. */
const tellMasked = (found: readonly unknown[], { language }: Person, message: Message): Message =>
  found.length > 0 ? { text: speak(language)('masked'), next: message } : message

const listed = (replies: Draft['replies']) =>
  Object.entries(replies).map(([step, said]) => ({ step: step as StepName, said })) // `readStart` names steps
