/**
 * What the section handles: purchases that were sent and questions that were asked, from the first event to the last. Who may
 * do what is declared in `moves.ts`; it happens once, whoever presses at the same moment, and each party is told.
 */
import { type Command, onPress, type Presses } from '../kit/action.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { type Person, tenantOf } from '../people/people.ts'
import { answerCase, beginMove, correctRequest, makeMove, sendCase, showCase, takeCase } from './actions.ts'
import { articlePresses } from './articles.ts'
import { attachmentOf, attachmentPresses } from './attachments.ts'
import { caseCard } from './case-card.ts'
import { type CaseFile, exportIn, exportOf, offerExport } from './export.ts'
import { formCard } from './form-card.ts'
import { answer, send, take } from './in-channel.ts'
import { commandsOf, list } from './lists.ts'
import { movesOf } from './move.ts'
import type { Needs } from './needs.ts'
import { caseFor, moverOf } from './seen.ts'
import { type Say, speak } from './sentences.ts'
import { make } from './work.ts'

export { type Channels, readChannels } from './channels-file.ts'
export { handlingOf, questionOpening } from './handling.ts'
export { word } from './word.ts'
export type { Needs }

/** What people call a state of a case. */
export const caseState = (state: string, language: Language): string =>
  speak(language)(`state.${state}` as Parameters<Say>[0]) // the store keeps states of moves only

export type Cases = {
  /** The file that was offered to a person, or that a link opens; undefined where it is none of these. */
  file(data: unknown, who: Person | undefined): Promise<CaseFile | undefined>
  /** Whether a case is somebody's to see: their own, to approve, or of the section where they are an officer. */
  maySee(number: string, who: Person): Promise<boolean>
  /** What a person wrote alone with the bot, where it names a case or looks for one. */
  said(text: string, who: Person): Promise<Message | undefined>
  presses: Presses<Person>
  commands: readonly Command<Person>[]
}

export function createCases(needs: Needs): Cases {
  const show = async (number: string, who: Person, all = false): Promise<Message> => {
    const kase = await caseFor(number, who, needs)
    const say = speak(who.language)
    if (!kase) return { text: say('refused.no-case') }
    return caseCard({ kase, needs, language: who.language }, moverOf(who, needs), { all })
  }
  return {
    file: async (data, who) => (await exportOf(data, who, needs)) ?? (await attachmentOf(data, who, needs)),
    maySee: async (number, who) => (await caseFor(number, who, needs)) !== undefined,
    async said(text, who) {
      const wanted = exportIn(text, tenantOf(who.id))
      if (wanted && moverOf(who, needs).isOfficer) return offerExport(wanted, who, needs)
      const number = asked.exec(text.trim())?.[1]?.toUpperCase()
      if (number !== undefined) return show(number, who)
      const words = sought.exec(text.trim())?.[1]
      if (words === undefined || !moverOf(who, needs).isOfficer) return undefined
      return list({ words }, who, needs, (say) => say('found', { words }))
    },
    commands: commandsOf(needs),
    presses: {
      ...onPress(showCase, ({ number, all = false }, who: Person) => show(number, who, all)),
      ...onPress(beginMove, async ({ number, move }, who: Person) => {
        const kase = await caseFor(number, who, needs)
        // What cannot be done any more is refused before anything is written for it.
        return kase && movesOf(kase, moverOf(who, needs)).includes(move)
          ? formCard(kase, move, { needs, language: who.language })
          : make({ number, move }, who, needs)
      }),
      ...onPress(makeMove, (wanted, who: Person) => make(wanted, who, needs)),
      ...articlePresses(needs),
      ...attachmentPresses(needs),
      ...onPress(takeCase, ({ number }, who: Person) => take(number, who, needs)),
      ...onPress(answerCase, ({ number, words }, who: Person) => answer(number, words, who, needs)),
      ...onPress(sendCase, ({ number }, who: Person) => send(number, who, needs)),
      ...onPress(correctRequest, async ({ number }, who: Person) => {
        const kase = await caseFor(number, who, needs)
        const mayCorrect = kase?.requester === who.id && ['submitted', 'returned'].includes(kase.state)
        return (mayCorrect && (await needs.correct(number, who))) || show(number, who)
      }),
    },
  }
}

/** A case by its number: "sak 2026-0042", "S-7". */
const asked =
  /^(?:(?:vis )?(?:saka?|saken|kjøp|spørsmål|case|purchase|question)\s+)?(S-\d+|\d{4}-\d{4,})[.?!]?$/iu
/** Cases by their words, for officers: "søk saker traktor". */
const sought = /^(?:søk(?:e)?(?: i)? sak(?:er|ene)?|finn sak(?:er)?|search cases|find cases?)\s+(.{2,100})$/iu
