/**
 * A question in, an answer with its sources out: the right agreement, routine, template, guideline or dated limit.
 * It says when it does not know and offers the procurement section. It approves nothing and ranks no suppliers.
 */
import { onPress, type Presses } from '../kit/action.ts'
import { type Clock, dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import type { Person } from '../people/person.ts'
import { askSection, showItem, tryQuestion } from './actions.ts'
import { type Decision, decide } from './decide.ts'
import type { Earlier } from './follow-up.ts'
import {
  asText,
  type HandedOver,
  type Presented,
  present,
  presentAsked,
  presentHelp,
  presentItem,
} from './present.ts'
import { type Say, speak } from './sentences.ts'
import type { Showing } from './shown.ts'
import { smallTalk } from './small-talk.ts'
import { titleOn } from './source.ts'
import { type Answer, understand } from './understand.ts'
import { presentWish } from './wish.ts'

export { defaultAnswerFrom } from './decide.ts'
export { explain } from './explain.ts'

/** A question as it is logged. `sources` are best first; `shown` is the item that was the answer. */
type AskedQuestion = {
  person: string
  askedAt: number
  text: string
  language: Language
  outcome: Decision['kind']
  sources: readonly { id: string; score: number }[]
  shown: string | null
}

export type Needs = {
  /** The knowledge as it is now; one turn uses one. */
  knowledge(): Knowledge
  now: Clock
  /** How sure it must be to answer, 0–1. */
  answerFrom: number
  /** Logs a question and gives its id. */
  noteQuestion(question: AskedQuestion): Promise<string>
  /** What a person asked last, at `since` or later, and the item that was shown for it. */
  newestQuestion(person: string, since: number): Promise<{ text: string; shown: string | null } | undefined>
  /** Notes what was shown for a person's own question; false when it is not theirs. */
  showed(question: string, person: string, item: string): Promise<boolean>
  /** Hands a person's own question to the section; undefined when the person never asked it. */
  askSection(question: string, person: string, at: number): Promise<HandedOver | undefined>
  /** Where a template's file can be downloaded; undefined when it has none. */
  templateUrl(item: Item): string | undefined
  /** How people reach the section themselves. */
  sectionContact: string
}

export type Answers = {
  /** What a person wrote; empty when it was something else than text. */
  said(text: string, who: Person): Promise<Message>
  greet(language: Language): Message
  presses: Presses<Person>
}

/** For so long what a person writes may go on from what they asked before. */
const followsWithinMs = 30 * 60 * 1000

export function createAnswers(needs: Needs): Answers {
  const { now, templateUrl, answerFrom, sectionContact: contact } = needs
  const showing = (language: Language): Showing => ({
    knowledge: needs.knowledge(),
    day: dayAt(now()),
    language,
    say: speak(language),
    templateUrl,
    contact,
  })

  const answer = async (text: string, who: Person): Promise<Message> => {
    const shown = showing(who.language)
    const before = await needs.newestQuestion(who.id, now() - followsWithinMs)
    const earlier = before && earlierTurn(before.text, before.shown, { ...shown, answerFrom })
    const understood = understand(text, earlier, { ...shown, answerFrom })
    const { decision } = understood
    const question = await needs.noteQuestion({
      person: who.id,
      askedAt: now(),
      text,
      language: who.language,
      outcome: decision.kind,
      sources: decision.hits.map(({ item, score }) => ({ id: item.id, score })),
      shown: decision.kind === 'answer' ? decision.item.id : null,
    })
    return { ...presentAnswer(understood, question, shown), answers: question }
  }

  return {
    async said(text, who) {
      return notAQuestion(text, speak(who.language)) ?? answer(text, who)
    },
    greet: (language) => presentHelp(speak(language)),
    presses: {
      ...onPress(showItem, async ({ item: id, question }, who: Person) => {
        const shown = showing(who.language)
        const item = shown.knowledge.item(id)
        // In a group anyone may press; only the one who asked can hand the question over.
        const own = item && question !== undefined && (await needs.showed(question, who.id, id))
        return item && presentItem(item, own ? question : undefined, shown)
      }),
      ...onPress(tryQuestion, ({ question }, who: Person) => answer(question, who)),
      ...onPress(askSection, async ({ question }, who: Person) => {
        const asked = await needs.askSection(question, who.id, now())
        return asked && presentAsked(asked, contact, speak(who.language))
      }),
    },
  }
}

type Deciding = Pick<Showing, 'knowledge' | 'day'> & { answerFrom: number }

/** What came before, as it would be found now: the item that was shown, or those that were offered. */
function earlierTurn(text: string, shown: string | null, { knowledge, day, answerFrom }: Deciding): Earlier {
  const decision = decide(knowledge.search(text), day, answerFrom)
  return {
    text,
    shown: shown === null ? undefined : knowledge.item(shown),
    offered: decision.kind === 'choose' ? decision.items : [],
  }
}

const presentAnswer = (
  { decision, wish }: Answer,
  question: string | undefined,
  showing: Showing,
): Presented =>
  decision.kind === 'answer' && wish
    ? presentWish(decision.item, wish, question, showing)
    : present(decision, question, showing)

/** What is said to a greeting, to thanks, and to nothing at all; undefined to a question. */
function notAQuestion(text: string, say: Say): (Pick<Presented, 'text'> & Partial<Presented>) | undefined {
  if (text.trim() === '') return { text: say('nothingSaid') }
  switch (smallTalk(text)) {
    case 'help':
      return presentHelp(say)
    case 'thanks':
      return { text: say('thanks') }
    case undefined:
      return undefined
  }
}

export type AloneNeeds = Pick<Showing, 'knowledge' | 'day' | 'contact'> & {
  answerFrom: number
  after?: string
}

/** The same answer outside a conversation: nothing is logged, and no button can be pressed. `after` was asked before. */
export function answerAlone(
  question: string,
  language: Language,
  { knowledge, day, contact, answerFrom, after }: AloneNeeds,
): {
  kind: Decision['kind']
  confidence: number
  /** What is shown: the answer, or what is offered. */
  offered: readonly Item[]
  sources: { item: Item; title: string; score: number }[]
  text: string
} {
  const say = speak(language)
  const talk = notAQuestion(question, say)
  if (talk) return { kind: 'refuse', confidence: 0, offered: [], sources: [], text: asText(talk) }
  const deciding = { knowledge, day, answerFrom }
  const before = after === undefined ? undefined : understand(after, undefined, deciding).decision
  const shownBefore = before?.kind === 'answer' ? before.item.id : null
  const earlier = after === undefined ? undefined : earlierTurn(after, shownBefore, deciding)
  const understood = understand(question, earlier, deciding)
  const { decision } = understood
  const templateUrl = (item: Item) => (item.type === 'template' ? knowledge.fileOf(item) : undefined)
  return {
    kind: decision.kind,
    confidence: decision.confidence,
    offered: decision.kind === 'answer' ? [decision.item] : decision.kind === 'choose' ? decision.items : [],
    sources: decision.hits.map(({ item, score }) => ({ item, score, title: titleOn(item, day) })),
    text: asText(
      presentAnswer(understood, undefined, { knowledge, day, language, say, templateUrl, contact }),
    ),
  }
}
