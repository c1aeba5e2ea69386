import type { Presses } from '../kit/action.ts'
import type { Clock } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { type Language, speaker } from '../kit/say.ts'
import { languageOf, languageOfLocale } from '../people/language.ts'
import type { Person } from '../people/person.ts'
import type { Arrival, Reachable, Sender } from './arrival.ts'

type Understood = Exclude<Arrival, { kind: 'ignored' | 'no-activity' }>

/** How many words it takes before what a person writes changes the language that is kept for them. */
const wordsThatTell = 3

/** What a conversation takes from the other rooms. */
export type Needs = {
  now: Clock
  /** True the first time an activity is seen; Teams delivers some twice. */
  firstTime(conversation: string, activity: string, at: number): Promise<boolean>
  /** Lets a failed activity be seen anew, should Teams deliver it again. */
  forget(conversation: string, activity: string): Promise<void>
  /** Keeps who it is and the newest way to reach them alone; gives the language they last wrote in. */
  remember(person: Sender['person'], where: Reachable | undefined, at: number): Promise<Language | undefined>
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

/** What arrived, once understood, becomes what is said back, once. */
export async function respond(arrival: Arrival, reply: Reply, needs: Needs): Promise<void> {
  if (arrival.kind === 'ignored' || arrival.kind === 'no-activity') return
  const { from } = arrival
  const at = needs.now()
  const known = from.activity !== ''
  if (known && !(await needs.firstTime(from.conversation, from.activity, at))) return repeat(arrival, reply)
  try {
    await act(arrival, reply, needs)
  } catch (error) {
    if (known) await needs.forget(from.conversation, from.activity).catch(() => 'stays seen')
    throw error
  }
}

async function act(arrival: Understood, reply: Reply, needs: Needs): Promise<void> {
  const { from } = arrival
  const at = needs.now()
  const who = await whoIs(from, arrival.kind === 'said' ? arrival.text : '', needs)
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
      const words = speak(who.language)
      return reply.answer(200, message ? pressDone(words('seeBelow')) : pressRefused(words('deadButton')))
    }
    case 'asked-for-more':
      return reply.answer(404, notOffered(arrival.name))
  }
}

/** An apology for what went wrong inside, in the language of the client as far as it tells. */
export const apology = (locale: string | undefined): Message => ({
  text: speak(languageOfLocale(locale) ?? 'nb')('apology'),
})

/** A request that Teams delivers again is answered as before; everything else has been answered already. */
async function repeat(arrival: Understood, reply: Reply): Promise<void> {
  if (arrival.kind === 'pressed') await reply.answer(200, pressDone(''))
  if (arrival.kind === 'feedback') await reply.answer(200, {})
  if (arrival.kind === 'asked-for-more') await reply.answer(404, notOffered(arrival.name))
}

const notOffered = (name: string) => ({ error: { code: 'NotSupported', message: `${name} is not offered` } })

async function whoIs(from: Sender, text: string, needs: Needs): Promise<Person> {
  const before = await needs.remember(from.person, from.reachable, needs.now())
  const written = languageOf(text)
  // A word or two may look like another language by chance; only a sentence changes what is kept.
  if (written && written !== before && text.split(' ').length >= wordsThatTell)
    await needs.speaks(from.person.id, written)
  return { id: from.person.id, language: written ?? before ?? languageOfLocale(from.locale) ?? 'nb' }
}

/** What Teams expects back from a pressed Action.Execute button; the words are shown under the card. */
const pressDone = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
})
const pressRefused = (message: string) => ({
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message },
})

const speak = speaker({
  seeBelow: { nb: 'Se svaret under.', nn: 'Sjå svaret under.', en: 'See the answer below.' },
  deadButton: {
    nb: 'Denne knappen virker ikke for deg. Skriv spørsmålet selv, så svarer jeg.',
    nn: 'Denne knappen verkar ikkje for deg. Skriv spørsmålet sjølv, så svarar eg.',
    en: 'This button does not work for you. Write the question yourself and I will answer.',
  },
  apology: {
    nb: 'Beklager, noe gikk galt hos meg. Prøv igjen om litt.',
    nn: 'Orsak, noko gjekk gale hos meg. Prøv igjen om litt.',
    en: 'Sorry, something went wrong on my side. Please try again in a moment.',
  },
})
