import { type Button, box, card, type Element, facts, inPlainText, note, text, title } from '../kit/card.ts'
import { dayAt, writeDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { writeKroner } from '../kit/money.ts'
import type { Language } from '../kit/say.ts'
import { answerCase, draftArticle, sendCase, showCase, takeCase } from './actions.ts'
import { attachmentButtons } from './attachments.ts'
import type { Case } from './case.ts'
import { behind, moveButtons } from './case-buttons.ts'
import { approvalOf, eventLine, moveButton, nameOf, stateOf } from './in-words.ts'
import type { Mover } from './move.ts'
import { beforeDecision, endStates } from './moves.ts'
import type { Needs } from './needs.ts'
import { type RequestShown, requestShown } from './request-shown.ts'
import { type Say, speak } from './sentences.ts'

const newestEvents = 5
const longestTitle = 200
const longestAnswer = 2_000
/** As much of somebody's words as a card has room for beside all else. */
export const clip = (words: string, longest = longestTitle): string =>
  words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words

export type Showing = {
  kase: Case
  needs: Needs
  language: Language
  /** What is said first, such as what has just happened. */
  told?: string
  /** The event that was told so, by its number. */
  toldOf?: number
}

/** A case where several read it: what it is and who has it, with a button to take it. It is kept up to date in its place. */
export async function sharedCard({ kase, needs, language, told }: Showing): Promise<Message> {
  const say = speak(language)
  const heading = `${nameOf(kase, say)}: ${clip(kase.title)}`
  const request = await requestOf(kase, needs)
  const isFree = kase.state === 'submitted' || kase.state === 'asked'
  const isToAnswer = kase.state === 'asked' || kase.state === 'taken'
  const { number } = kase
  const apart = { associatedInputs: 'none' } as const
  return {
    text: told ?? `${heading} (${stateOf(kase, say)})`,
    card: card(
      [
        told === undefined ? undefined : box([text(inPlainText(told))]),
        title(inPlainText(heading)),
        await standing(kase, request, { needs, say }),
        isFree && request ? note(inPlainText(firstSentence(request.conclusion))) : undefined,
        isToAnswer
          ? {
              type: 'Input.Text',
              id: 'words',
              label: say('form.answer'),
              isMultiline: true,
              maxLength: longestAnswer,
            }
          : undefined,
      ],
      [
        isFree
          ? takeCase.button(moveButton('take', say), { number }, { style: 'positive', ...apart })
          : undefined,
        isToAnswer ? answerCase.button(say('answerHere'), { number }) : undefined,
        sendCase.button(say('sendAlone'), { number }, apart),
      ],
    ),
  }
}

/** A case to one of its parties alone: what has happened, and what this person can do now. */
export async function caseCard(
  { kase, needs, language, told, toldOf }: Showing,
  mover: Mover,
  { all = false }: { all?: boolean } = {},
): Promise<Message> {
  const say = speak(language)
  const request = await requestOf(kase, needs)
  const heading = nameOf(kase, say)
  const kept = await needs.requests.of(kase.number)
  const files = kase.kind === 'purchase' ? await needs.requests.attachmentsOf(kase.number) : []
  const asked = mover.id === kase.requester
  const lines = await linesOf(kase, needs, say, all ? undefined : toldOf)
  const newest = lines.slice(-newestEvents).map((line) => clip(line))
  const isCut = kase.title !== clip(kase.title) || lines.join() !== newest.join()
  const { first, more } = moveButtons(kase, mover, say)
  return {
    text: told?.includes(heading) ? told : `${heading}: ${told ?? stateOf(kase, say)}`,
    card: card(
      [
        told === undefined ? undefined : box([text(inPlainText(told))]),
        title(heading),
        text(inPlainText(all ? kase.title : clip(kase.title)), { spacing: 'Small' }),
        await standing(kase, request, { needs, say, files: files.map(({ name }) => name) }),
        request?.near && beforeDecision.includes(kase.state)
          ? note(inPlainText(asked ? request.near : firstSentence(request.near)))
          : undefined,
        ...(all && request ? answersOf(request) : []),
        ...history(all ? lines : newest, say),
      ],
      behind(
        [...first, ...(all || !(request || isCut) ? [] : [showAll(kase, say)])],
        [
          ...(kase.kind === 'question' && mover.isOfficer && ['answered', 'closed'].includes(kase.state)
            ? [draftArticle.button(say('article.begin'), { number: kase.number })]
            : []),
          ...more,
          ...(kept ? needs.documentButtons(kase.number, kept.content, language) : []),
          ...attachmentButtons(kase.number, files, needs),
        ],
      ),
    ),
  }
}

const showAll = ({ kind, number }: Case, say: Say): Button =>
  showCase.button(say(kind === 'purchase' ? 'allAnswers' : 'everything'), { number, all: true })

/** What holds, without what the one who buys should do about it. */
const firstSentence = (words: string): string => /^.*?[.!?](?=\s|$)/su.exec(words)?.[0] ?? words

async function requestOf({ kind, number }: Case, { requests }: Needs): Promise<RequestShown | undefined> {
  return kind === 'purchase' ? requestShown((await requests.of(number))?.content) : undefined
}

async function standing(
  kase: Case,
  request: RequestShown | undefined,
  { needs, say, files = [] }: { needs: Needs; say: Say; files?: readonly string[] },
): Promise<Element | undefined> {
  const { people } = needs
  const { agreement } = request ?? {}
  const name = async (person: string | null) => (person ? ((await people.nameOf(person)) ?? '') : '')
  const requester = [request?.requester || (await name(kase.requester)), request?.onBehalfOf, kase.unit]
  return facts([
    [say('status'), stateOf(kase, say)],
    [
      say(kase.kind === 'purchase' ? 'requester' : 'askedBy'),
      inPlainText([...new Set(requester.filter(Boolean))].join(', ')),
    ],
    [say('opened'), writeDay(dayAt(kase.openedAt))],
    [say('owner'), (await name(kase.owner)) || (endStates.includes(kase.state) ? '' : say('nobody'))],
    [say('approval'), await approvalOf(kase, { people, say })],
    [say('value'), request && say('withoutVat', { amount: writeKroner(request.value) })],
    [say('wanted'), request?.wanted && writeDay(request.wanted)],
    [say('due'), kase.dueOn === null ? undefined : writeDay(kase.dueOn)],
    [say('agreement'), agreement && inPlainText(clip(say(`agreement.${agreement.use}`, agreement)))],
    [say('reference'), kase.reference === null ? undefined : inPlainText(kase.reference)],
    [say('attachments'), inPlainText(files.join(', '))],
  ])
}

const answersOf = ({ answers }: RequestShown): Element[] =>
  answers.map(({ question, answer }) => text(`**${question}** ${inPlainText(answer)}`, { spacing: 'Small' }))

/** What has happened since it began, oldest first: who began it, and when, stands on the card already. */
async function linesOf(kase: Case, { cases, people }: Needs, say: Say, toldOf?: number): Promise<string[]> {
  const events = (await cases.eventsOf(kase.number)).filter(({ seq }) => seq > 1 && seq !== toldOf)
  return Promise.all(events.map((event) => eventLine(kase, event, { people, say })))
}

const history = (lines: readonly string[], say: Say): Element[] =>
  lines.length === 0
    ? []
    : [text(say('history'), { weight: 'Bolder' }), ...lines.map((line) => note(inPlainText(line)))]
