import type { Presses } from '../kit/action.ts'
import type { Clock } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { type Language, speaker } from '../kit/say.ts'
import { languageOf, languageOfLocale } from '../people/language.ts'
import type { Person } from '../people/person.ts'
import type { Arrival, Sender } from './arrival.ts'

/** What a conversation takes from the other rooms. */
export type Needs = {
  now: Clock
  /** True the first time an activity is seen; Teams delivers some twice. */
  firstTime(conversation: string, activity: string, at: number): Promise<boolean>
  /** Keeps who it is and how to reach them; gives the language they last wrote in. */
  remember(person: Sender['person'], conversation: unknown, at: number): Promise<Language | undefined>
  speaks(person: string, language: Language): Promise<void>
  said(text: string, who: Person): Promise<Message>
  greet(language: Language): Message
  presses: Presses<Person>
  /** Notes which activity carried the answer to a question. */
  answeredWith(question: string, activity: string): Promise<void>
  /** False when the activity is no answer to that person. */
  feedback(activity: string, person: string, reaction: string, reason: string, at: number): Promise<boolean>
}

/** The ways to reply in one turn. `say` gives the id of the activity that was sent; `answer` ends a request. */
export type Reply = {
  say(message: Message): Promise<string | undefined>
  answer(status: number, body: unknown): Promise<void>
}

/** What arrived, once understood, becomes what is said back. `reference` is where this conversation can be reached. */
export async function respond(
  arrival: Arrival,
  reference: unknown,
  reply: Reply,
  needs: Needs,
): Promise<void> {
  if (arrival.kind === 'ignored') return
  const { from } = arrival
  const at = needs.now()
  if (from.activity !== '' && !(await needs.firstTime(from.conversation, from.activity, at))) {
    if (isRequest(arrival)) await reply.answer(200, {})
    return
  }
  const who = await whoIs(from, arrival.kind === 'said' ? arrival.text : '', reference, needs)
  const say = async (message: Message) => {
    const activity = await reply.say(message)
    if (message.answers && activity) await needs.answeredWith(message.answers, activity)
  }
  switch (arrival.kind) {
    case 'said':
      return say(await needs.said(arrival.text, who))
    case 'installed':
      return say(needs.greet(who.language))
    case 'feedback':
      await needs.feedback(arrival.answer, who.id, arrival.reaction, arrival.reason, at)
      return reply.answer(200, {})
    case 'pressed': {
      // A client can send any verb, also the name of something that every object has.
      const press = Object.hasOwn(needs.presses, arrival.verb) ? needs.presses[arrival.verb] : undefined
      const message = await press?.(arrival.data, who)
      if (message) await say(message)
      return message
        ? reply.answer(
            200,
            cardResponse(200, 'application/vnd.microsoft.activity.message', speak(who.language)('seeBelow')),
          )
        : reply.answer(
            200,
            cardResponse(400, 'application/vnd.microsoft.error', gone(speak(who.language)('deadButton'))),
          )
    }
    case 'asked-for-more':
      return reply.answer(404, { error: { code: 'NotSupported', message: `${arrival.name} is not offered` } })
  }
}

/** An apology for what went wrong inside, in the language of the client as far as it tells. */
export const apology = (locale: string | undefined): Message => ({
  text: speak(languageOfLocale(locale) ?? 'nb')('apology'),
})

const isRequest = ({ kind }: Arrival): boolean =>
  kind === 'pressed' || kind === 'feedback' || kind === 'asked-for-more'

async function whoIs(from: Sender, text: string, reference: unknown, needs: Needs): Promise<Person> {
  const before = await needs.remember(from.person, reference, needs.now())
  const written = languageOf(text)
  if (written && written !== before) await needs.speaks(from.person.id, written)
  return { id: from.person.id, language: written ?? before ?? languageOfLocale(from.locale) ?? 'nb' }
}

/** What Teams expects back from a pressed Action.Execute button. */
const cardResponse = (statusCode: number, type: string, value: unknown) => ({ statusCode, type, value })
const gone = (message: string) => ({ code: 'BadRequest', message })

const speak = speaker({
  seeBelow: { nb: 'Se svaret under.', nn: 'Sjå svaret under.', en: 'See the answer below.' },
  deadButton: {
    nb: 'Denne knappen virker ikke lenger. Skriv spørsmålet på nytt.',
    nn: 'Denne knappen verkar ikkje lenger. Skriv spørsmålet på nytt.',
    en: 'This button no longer works. Please write your question again.',
  },
  apology: {
    nb: 'Beklager, noe gikk galt hos meg. Prøv igjen om litt.',
    nn: 'Orsak, noko gjekk gale hos meg. Prøv igjen om litt.',
    en: 'Sorry, something went wrong on my side. Please try again in a moment.',
  },
})
