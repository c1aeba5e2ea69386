/**
 * What the section handles: purchases that were sent and questions that were asked, from the first event to the last. Who may
 * do what is declared in `moves.ts`; it happens once, whoever presses at the same moment, and each party is told.
 */
import { type Command, onPress, type Presses } from '../kit/action.ts'
import { dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { everyone, type Person } from '../people/people.ts'
import { answerCase, beginMove, correctRequest, makeMove, sendCase, showCase, takeCase } from './actions.ts'
import { articlePresses } from './articles.ts'
import type { Case } from './case.ts'
import { caseCard } from './case-card.ts'
import { type CaseFile, exportIn, exportOf, offerExport } from './exporting.ts'
import { formCard } from './form-card.ts'
import { nameOf, stateOf } from './in-words.ts'
import { type CaseLetter, personPlace, tenantOf } from './letters.ts'
import { listCard } from './list-card.ts'
import { movesOf } from './move.ts'
import { endStates } from './moves.ts'
import type { CaseFilter, Needs } from './needs.ts'
import { type Say, speak } from './sentences.ts'
import { caseFor, make, moverOf } from './work.ts'

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
    file: (data, who) => exportOf(data, who, needs),
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

/** Taken where others read it: they are told who has it, and the case comes to the officer alone. */
async function take(number: string, who: Person, needs: Needs): Promise<Message> {
  await make({ number, move: 'take' }, who, needs, { elsewhere: true })
  const kase = await caseFor(number, who, needs)
  const say = speak(who.language)
  if (!kase) return { text: say('refused.no-case') }
  if (kase.requester === who.id) return { text: say('refused.not-yours') }
  if (kase.owner === null) return { text: say('refused.not-now', { state: stateOf(kase, say) }) }
  const name = (await needs.people.nameOf(kase.owner)) ?? say('somebody')
  return {
    text:
      kase.owner === who.id
        ? say('hasIt', { who: name, name: nameOf(kase, say) })
        : say('refused.taken', { who: name }),
  }
}

/** Answered where others read it: they are told that it was, and the case comes to the officer alone. */
async function answer(number: string, words = '', who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (words.trim() === '') return { text: say('refused.says-nothing') }
  const asked = await caseFor(number, who, needs)
  if (asked?.kind !== 'question') return { text: say('refused.no-case') }
  if (asked.requester === who.id) return { text: say('refused.not-yours') }
  if (asked.owner === null) await make({ number, move: 'take' }, who, needs, { elsewhere: true })
  const before = (await caseFor(number, who, needs)) ?? asked
  if (before.state !== 'taken') return { text: say('refused.not-now', { state: stateOf(before, say) }) }
  await make({ number, move: 'answer', words, version: before.version }, who, needs, { elsewhere: true })
  const after = await caseFor(number, who, needs)
  if (after?.state === 'answered') return { text: say('answered', { name: nameOf(after, say) }) }
  const owner = (before.owner !== null && (await needs.people.nameOf(before.owner))) || say('somebody')
  return { text: say('refused.taken', { who: owner }) }
}

/** It can hold more than all who read the channel should see. */
async function send(number: string, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  if (!(await caseFor(number, who, needs))) return { text: say('refused.no-case') }
  const what = { room: 'cases', tell: 'asked-for', number } satisfies CaseLetter
  await needs.postLetters([{ place: personPlace(who.id), what, dueAt: needs.now() }])
  return { text: say('sentAlone', { number }) }
}

const mostListed = 15

async function list(
  filter: CaseFilter,
  who: Person,
  needs: Needs,
  heading: (say: Say) => string,
): Promise<Message> {
  const say = speak(who.language)
  const within = { ...filter, tenant: tenantOf(who.id) }
  const listed = (await needs.cases.list(within, mostListed)) as Case[] // the store keeps states of moves only
  return listCard(heading(say), listed, { count: await needs.cases.count(within), language: who.language })
}

const open = (
  ['submitted', 'in-review', 'needs-information', 'returned', 'approved', 'asked', 'taken'] as const
).filter((state) => !endStates.includes(state))

const commandsOf = (needs: Needs): readonly Command<Person>[] => {
  const actsFor = (id: string) => needs.people.actsFor(id, dayAt(needs.now()))
  const listing = (
    names: readonly string[],
    role: string,
    filter: (who: Person) => CaseFilter,
    heading: Parameters<Say>[0],
  ): Command<Person> => ({
    names,
    needs: role,
    alone: true,
    does: (_, who) => list(filter(who), who, needs, (say) => say(heading)),
  })
  return [
    listing(
      ['min kø', 'køen min', 'kø', 'mine saker til behandling', 'my queue'],
      'officer',
      ({ id }) => ({ owners: actsFor(id), states: open }),
      'mine',
    ),
    listing(
      ['nye saker', 'ufordelte saker', 'ufordelt', 'ufordelte', 'new cases', 'unassigned'],
      'officer',
      () => ({ owner: null, states: ['submitted', 'asked'] }),
      'unowned',
    ),
    listing(
      ['forfalte saker', 'forfalt', 'over fristen', 'overdue'],
      'officer',
      () => ({ states: open, due: dayAt(needs.now() - dayMs) }),
      'overdue',
    ),
    listing(['mine saker', 'sakene mine', 'my cases'], everyone, ({ id }) => ({ requester: id }), 'own'),
    listing(
      ['til godkjenning', 'mine godkjenninger', 'for my approval'],
      everyone,
      ({ id }) => ({
        approvers: actsFor(id),
        approval: 'awaited',
        states: ['submitted', 'in-review', 'needs-information', 'returned'],
      }),
      'toApprove',
    ),
  ]
}

const dayMs = 24 * 60 * 60 * 1000
