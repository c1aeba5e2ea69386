/**
 * A question in, an answer with its sources out: the right agreement, routine, template, guideline or dated limit.
 * It says when it does not know and offers the procurement section. It approves nothing and ranks no suppliers.
 */
import { onPress, type Presses } from '../kit/action.ts'
import { type Button, beside, box, card, inPlainText, text as textOf } from '../kit/card.ts'
import { type Clock, dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import { mask, type Person, type PersonalData } from '../people/people.ts'
import { askSection, showItem, tellFact, tryQuestion } from './actions.ts'
import type { Decision } from './decide.ts'
import { demandsCard } from './demands-card.ts'
import { notAQuestion } from './not-a-question.ts'
import { type HandedOver, presentAsked, presentHelp, presentItem, presentWrong } from './present.ts'
import { outcomeOf, presentAnswer } from './present-answer.ts'
import { presentRule } from './present-rule.ts'
import { ruleAnswer } from './rule-answer.ts'
import { type Say, speak } from './sentences.ts'
import type { Showing } from './shown.ts'
import { earlierTurn, understand } from './understand.ts'

export { answerAlone } from './alone.ts'
export { boundaryIn } from './boundary.ts'
export { defaultAnswerFrom } from './decide.ts'
export { explain } from './explain.ts'

/** Shows an item of the knowledge base, from wherever it is named. */
export const itemButton = (item: Item, title: string): Button => showItem.button(title, { item: item.id })

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
  newestQuestion(
    person: string,
    since: number,
  ): Promise<{ id: string; text: string; shown: string | null } | undefined>
  /**
   * Keeps what a person thinks of an answer, by the activity that carried it; of what they asked last where that is empty. Gives
   * the question; undefined when there is no such answer to that person.
   */
  noteFeedback(feedback: {
    activity: string
    person: string
    reaction: 'like' | 'dislike'
    reason: string
  }): Promise<{ id: string; text: string } | undefined>
  /** Notes what was shown for a person's own question; false when it is not theirs. */
  showed(question: string, person: string, item: string): Promise<boolean>
  /** Hands a person's own question to the section; undefined when the person never asked it. */
  askSection(question: string, person: string): Promise<HandedOver | undefined>
  /** Where a template's file can be downloaded; undefined when it has none. */
  templateUrl(item: Item): string | undefined
  /** What a person was told of an item and still holds, newest first, each with a button that shows it. */
  newsOf(item: string, who: Person): Promise<readonly { title: string; show: Button }[]>
  /** The button that begins the guided purchase with what was asked and shown. */
  startButton(language: Language, from: { question: string | undefined; item?: Item }): Button
  /** How people reach the section themselves. */
  sectionContact: string
}

export type Answers = {
  /** What a person wrote; empty when it was something else than text. */
  said(text: string, who: Person): Promise<Message>
  greet(language: Language): Message
  /** A thumb on an answer, with the reason if one was written. What was wrong can go to the section. */
  feedback(
    activity: string,
    who: Person,
    reaction: 'like' | 'dislike',
    reason: string,
  ): Promise<Message | undefined>
  presses: Presses<Person>
}

/** Tells what was taken out before the question was kept. */
function withMaskedNote(message: Message, found: readonly PersonalData[], say: Say): Message {
  const told = box([textOf(say('masked', { what: found.map((kind) => say(`masked.${kind}`)).join(', ') }))])
  const shown = message.card ?? card([])
  return { ...message, card: { ...shown, body: [told, ...shown.body] } }
}

/** What is new of what was asked about stands above the answer. */
function withNews<Told extends Message>(
  message: Told,
  news: readonly { title: string; show: Button }[],
  say: Say,
): Told {
  if (news.length === 0 || !message.card) return message
  const lines = news.map((one) => beside(textOf(say('news', { title: inPlainText(one.title) })), one.show))
  return { ...message, card: { ...message.card, body: [box(lines), ...message.card.body] } }
}

/** An answer was no good. */
const saysWrong =
  /^(?:nei,?\s+)?(?:dette|det|svaret|this|that|the answer)\s+(?:var|er|stemmer|stemte|was|is)\s+(?:jo\s+)?(?:helt\s+|heilt\s+)?(?:feil|galt|ikke(?: riktig| rett)?|ikkje(?: rett)?|wrong|not right)[.!]*$/iu

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
    startButton: (from) => needs.startButton(language, from),
    contact,
  })

  const answer = async (written: string, who: Person): Promise<Message> => {
    const shown = showing(who.language)
    // Personal data is out of sight before anything is kept, searched or carried by a button.
    const { text, found } = mask(written)
    const before = await needs.newestQuestion(who.id, now() - followsWithinMs)
    const earlier = before && earlierTurn(before.text, before.shown, { ...shown, answerFrom })
    const understood = understand(text, earlier, { ...shown, answerFrom })
    const { decision } = understood
    const question = await needs.noteQuestion({
      person: who.id,
      askedAt: now(),
      text,
      language: who.language,
      outcome: outcomeOf(understood),
      sources: decision.hits.map(({ item, score }) => ({ id: item.id, score })),
      shown: decision.kind === 'answer' && understood.leads === 'item' ? decision.item.id : null,
    })
    const presented = presentAnswer(understood, question, shown)
    const news = decision.kind === 'answer' ? await needs.newsOf(decision.item.id, who) : []
    const answered = { ...withNews(presented, news, shown.say), answers: question }
    return found.length > 0 ? withMaskedNote(answered, found, shown.say) : answered
  }

  const feedback: Answers['feedback'] = async (activity, who, reaction, reason) => {
    const asked = await needs.noteFeedback({
      activity,
      person: who.id,
      reaction,
      reason: mask(reason).text,
    })
    return asked && reaction === 'dislike' ? presentWrong(asked, speak(who.language)) : undefined
  }

  /** Undefined where nothing was asked lately. */
  const afterWrong = async (text: string, who: Person): Promise<Message | undefined> => {
    const asked = await needs.newestQuestion(who.id, now() - followsWithinMs)
    return asked && feedback('', who, 'dislike', text)
  }

  return {
    async said(text, who) {
      return (
        notAQuestion(text, speak(who.language)) ??
        (saysWrong.test(text.trim()) ? await afterWrong(text, who) : undefined) ??
        answer(text, who)
      )
    },
    greet: (language) => presentHelp(speak(language)),
    feedback,
    presses: {
      ...onPress(showItem, async ({ item: id, question }, who: Person) => {
        const shown = showing(who.language)
        const item = shown.knowledge.item(id)
        // In a group anyone may press; only the one who asked can hand the question over.
        const own = item && question !== undefined && (await needs.showed(question, who.id, id))
        return item && presentItem(item, own ? question : undefined, shown)
      }),
      ...onPress(tellFact, async ({ question, all, ...saying }, who: Person) => {
        const shown = showing(who.language)
        const rule = ruleAnswer(saying, shown)
        if (all && rule?.reckoning?.kind === 'reckoned')
          return demandsCard(rule.reckoning.reckoned, who.language)
        return rule && presentRule(rule, [], question, shown)
      }),
      ...onPress(tryQuestion, ({ question }, who: Person) => answer(question, who)),
      ...onPress(askSection, async ({ question }, who: Person) => {
        const asked = await needs.askSection(question, who.id)
        return asked && presentAsked(asked, speak(who.language))
      }),
    },
  }
}
