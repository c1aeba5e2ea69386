/**
 * The guided purchase: from "vi må ha nye garderobeskap" to the right call-off or a request with its documents. It asks
 * for what the rules need and no more, says why, and can be left and taken up again anywhere. It approves nothing, chooses
 * no supplier, and helps nobody split a purchase.
 */
import { type Command, onPress, type Presses } from '../kit/action.ts'
import type { Button } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import type { Item } from '../knowledge/knowledge.ts'
import { everyone, type Person } from '../people/people.ts'
import * as actions from './actions.ts'
import { attach, type ReceivedFile } from './attachments.ts'
import { createDocuments, type Documents } from './document-delivery.ts'
import { createDraftTurns, type DraftTurns } from './draft-turns.ts'
import { draftsCard } from './drafts-card.ts'
import { activeDraft, createHearing, type Hear } from './hearing.ts'
import type { Needs } from './needs.ts'
import { documentButtons } from './receipt-card.ts'
import { remind, wordReminder } from './reminders.ts'
import { requestSchema } from './request.ts'
import { speak } from './sentences.ts'
import { readStart } from './start.ts'
import { submit } from './submit.ts'
import { factsFor } from './turn.ts'
import { asksInWords } from './typed.ts'

export { linkData } from './document-delivery.ts'
export type { Needs }

export type Intake = {
  /** What a person wrote alone with the bot. */
  said: Hear
  /** A file that a person sent alone with the bot. */
  received(file: ReceivedFile, who: Person): Promise<Message>
  presses: Presses<Person>
  commands: readonly Command<Person>[]
  /** Begins a purchase with what was asked: a logged question, and the agreement that answered it. */
  startButton(language: Language, from: { question: string | undefined; item?: Item | undefined }): Button
  /** Reminds of drafts that nobody goes on with, and ends those that were reminded of long ago. */
  remind(): Promise<void>
  /** What a letter of this room says when it is sent; undefined where there is nothing to say any more. */
  word(what: unknown, place: string): ReturnType<typeof wordReminder>
  documents: Documents
  /** A button for each document of a request as it was submitted. */
  documentButtons(number: string, content: unknown, language: Language): readonly Button[]
  /** Opens a request to be corrected by the one who made it, and shows it; undefined where it is none of theirs. */
  correct(number: string, who: Person): Promise<Message | undefined>
}

/** `answer` is what is said to a question, also in the middle of a purchase. */
export function createIntake(
  needs: Needs,
  answer: (question: string, who: Person) => Promise<Message>,
): Intake {
  const turns = createDraftTurns(needs)
  const documents = createDocuments(needs)
  return {
    said: createHearing(turns, needs),
    async received(file, who) {
      const draft = await activeDraft(needs, who)
      const told = await attach(file, draft, who, needs)
      return draft ? { ...told, next: await turns.showChanged(draft.id, who) } : told
    },
    startButton: (language, { question, item }) =>
      actions.startPurchase.button(speak(language)('start'), {
        ...(question !== undefined && { question }),
        ...(item?.type === 'agreement' && { item: item.id }),
      }),
    remind: () => remind(needs),
    word: (what, place) => wordReminder(what, place, needs),
    documents,
    documentButtons(number, content, language) {
      const request = requestSchema.safeParse(content).data
      return request
        ? documentButtons({ number, request, documentUrl: needs.documentUrl }, speak(language))
        : []
    },
    async correct(number, who) {
      const sent = await needs.requests.of(number)
      if (sent?.person !== who.id) return undefined
      await needs.drafts.openAgain(sent.draft, who.id, needs.now())
      return turns.showChanged(sent.draft, who)
    },
    commands: commandsOf(turns, needs),
    presses: {
      ...onPress(actions.startPurchase, async ({ question, item }, who: Person) => {
        const facts = await factsFor(who, needs)
        const asked = question && (await needs.questionText(question, who.id))
        const read = asked ? readStart(asked, facts) : {}
        // A question is no name of what is bought; what answered it may be.
        const { title } = (item !== undefined && facts.knowledge.item(item)) || { title: undefined }
        const { need, ...more } = read
        const named = need !== undefined && !asksInWords(need) ? need : title
        return turns.begin(who, { ...more, ...(named !== undefined && { need: named }) })
      }),
      ...onPress(actions.answerStep, ({ draft, step, answer: said = '' }, who: Person) =>
        turns.take(draft, who, step, said),
      ),
      ...onPress(actions.goBack, async (filled, who: Person) => {
        await turns.keepFilledIn(filled, who)
        return turns.stepBack(filled.draft, who)
      }),
      ...onPress(actions.saveDraft, async (filled, who: Person) => {
        await turns.keepFilledIn(filled, who)
        return turns.save(filled.draft, who)
      }),
      ...onPress(actions.askQuestion, async (filled, who: Person) => {
        await turns.keepFilledIn(filled, who)
        return turns.listen(filled.draft, who)
      }),
      ...onPress(actions.wasQuestion, async ({ draft, text }, who: Person) =>
        turns.goOnAfter(draft, who, await answer(text, who)),
      ),
      ...onPress(actions.cancelDraft, ({ draft }, who: Person) => turns.cancel(draft, who)),
      ...onPress(actions.resumeDraft, ({ draft }, who: Person) => turns.showChanged(draft, who)),
      ...onPress(actions.editStep, ({ draft, step }, who: Person) => turns.edit(draft, who, step)),
      ...onPress(actions.removeAttachment, async ({ draft, attachment }, who: Person) => {
        await needs.attachments.remove(attachment, who.id)
        return turns.showChanged(draft, who)
      }),
      ...onPress(actions.submitRequest, ({ draft }, who: Person) => submit(draft, who, needs)),
      ...onPress(actions.getDocument, ({ number, kind }, who: Person) => documents.offer(number, kind, who)),
    },
  }
}

const commandsOf = (turns: DraftTurns, { drafts, requests }: Needs): readonly Command<Person>[] => [
  {
    names: [
      'nytt kjøp',
      'start kjøp',
      'nytt innkjøp',
      'kjøpe noe',
      'kjøpe noko',
      'new purchase',
      'start purchase',
    ],
    needs: everyone,
    alone: true,
    does: (_, who) => turns.begin(who, {}),
  },
  {
    names: ['mine utkast', 'utkast', 'mine kjøp', 'utkasta mine', 'my drafts', 'my purchases'],
    needs: everyone,
    alone: true,
    does: async (_, who) =>
      draftsCard({
        drafts: await drafts.openOf(who.id),
        sent: await requests.ofPerson(who.id),
        language: who.language,
      }),
  },
]
