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
import {
  asText,
  type HandedOver,
  type Presented,
  present,
  presentAsked,
  presentHelp,
  presentItem,
  type Showing,
} from './present.ts'
import { type Say, speak } from './sentences.ts'
import { smallTalk } from './small-talk.ts'
import { titleOn } from './source.ts'

export { defaultAnswerFrom } from './decide.ts'

/** A question as it is logged. `sources` are best first. */
type AskedQuestion = {
  person: string
  askedAt: number
  text: string
  language: Language
  outcome: Decision['kind']
  sources: readonly { id: string; score: number }[]
}

export type Needs = {
  /** The knowledge as it is now; one turn uses one. */
  knowledge(): Knowledge
  now: Clock
  /** How sure it must be to answer, 0–1. */
  answerFrom: number
  /** Logs a question and gives its id. */
  noteQuestion(question: AskedQuestion): Promise<string>
  /** Whether a logged question is this person's own. */
  isOf(question: string, person: string): Promise<boolean>
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

export function createAnswers(needs: Needs): Answers {
  const { now, templateUrl, sectionContact: contact } = needs
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
    const decision = decide(shown.knowledge.search(text), shown.day, needs.answerFrom)
    const question = await needs.noteQuestion({
      person: who.id,
      askedAt: now(),
      text,
      language: who.language,
      outcome: decision.kind,
      sources: decision.hits.map(({ item, score }) => ({ id: item.id, score })),
    })
    return { ...present(decision, question, shown), answers: question }
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
        const own = question !== undefined && (await needs.isOf(question, who.id)) ? question : undefined
        return item && presentItem(item, own, shown)
      }),
      ...onPress(tryQuestion, ({ question }, who: Person) => answer(question, who)),
      ...onPress(askSection, async ({ question }, who: Person) => {
        const asked = await needs.askSection(question, who.id, now())
        return asked && presentAsked(asked, contact, speak(who.language))
      }),
    },
  }
}

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

/** The same answer outside a conversation: nothing is logged, and no button can be pressed. */
export function answerAlone(
  question: string,
  language: Language,
  {
    knowledge,
    day,
    contact,
    answerFrom,
  }: Pick<Showing, 'knowledge' | 'day' | 'contact'> & { answerFrom?: number },
): { kind: Decision['kind']; sources: { item: Item; title: string; score: number }[]; text: string } {
  const say = speak(language)
  const talk = notAQuestion(question, say)
  if (talk) return { kind: 'refuse', sources: [], text: asText(talk) }
  const decision = decide(knowledge.search(question), day, answerFrom)
  const templateUrl = (item: Item) => (item.type === 'template' ? knowledge.fileOf(item) : undefined)
  return {
    kind: decision.kind,
    sources: decision.hits.map(({ item, score }) => ({ item, score, title: titleOn(item, day) })),
    text: asText(present(decision, undefined, { knowledge, day, language, say, templateUrl, contact })),
  }
}
