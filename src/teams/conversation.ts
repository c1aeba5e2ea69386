import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Command, commandIn, type Deed, type Presses } from '../kit/action.ts'
import type { Clock } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { type Language, speaker } from '../kit/say.ts'
import { everyone, isPermitted, languageOf, languageOfLocale, type Person } from '../people/people.ts'
import type { Arrival, Reachable, Sender } from './arrival.ts'

type Understood = Exclude<Arrival, { kind: 'ignored' | 'no-activity' }>

/** How many words it takes before what a person writes changes the language that is kept for them. */
const wordsThatTell = 3

/** What a conversation takes from the other rooms. */
export type Needs = {
  now: Clock
  /** True the first time an activity is seen; Teams delivers some twice. */
  firstTime(conversation: string, activity: string, person: string, at: number): Promise<boolean>
  /** How many activities of a person came at `since` or later. */
  countOf(person: string, since: number): Promise<number>
  /** How many activities a person may send in a minute. */
  mostInAMinute: number
  /** Whether it is a guest, as Teams last said; undefined where Teams never did. */
  guest(person: string): Promise<{ guest: boolean; checkedAt: number } | undefined>
  isGuest(person: string, guest: boolean, at: number): Promise<void>
  /** Notes why the bot cannot write first to a person. */
  unreachable(person: string, because: string): Promise<void>
  /** Lets a failed activity be seen anew, should Teams deliver it again; it still counts as one that came. */
  failed(conversation: string, activity: string): Promise<void>
  /** Keeps who it is and the newest way to reach them alone; gives the language they last wrote in. */
  remember(
    person: Sender['person'] & { timeZone: string },
    where: Reachable | undefined,
    at: number,
  ): Promise<Language | undefined>
  speaks(person: string, language: Language): Promise<void>
  said(text: string, who: Person): Promise<Message>
  greet(language: Language): Message
  presses: Presses<Person>
  commands: readonly Command<Person>[]
  /** What somebody is at this moment, by Entra object id. */
  rolesOf(entraId: string): Person['roles']
  /** Notes which activity carried the answer to a question. */
  answeredWith(question: string, activity: string): Promise<void>
  /** False when the activity is no answer to that person. */
  feedback(activity: string, person: string, reaction: string, reason: string, at: number): Promise<boolean>
}

/** The ways to reply in one turn. `say` gives the id of the activity that was sent; `answer` ends a request. */
export type Reply = {
  say(message: Message): Promise<string | undefined>
  answer(status: number, body: unknown): Promise<void>
  /** Asks Teams whether the sender is a guest; undefined where guests are not told from others, as on one's own machine. */
  askGuest: (() => Promise<boolean>) | undefined
}

/** What arrived, once understood, becomes what is said back, once. */
export async function respond(arrival: Arrival, reply: Reply, needs: Needs): Promise<void> {
  if (arrival.kind === 'ignored' || arrival.kind === 'no-activity') return
  const { from } = arrival
  const at = needs.now()
  // One without an id cannot come twice, but counts as well.
  const activity = from.activity || randomUUID()
  if (!(await needs.firstTime(from.conversation, activity, from.person.id, at))) return repeat(arrival, reply)
  const count = await needs.countOf(from.person.id, at - minuteMs)
  if (count > needs.mostInAMinute) return holdBack(arrival, reply, count === needs.mostInAMinute + 1)
  try {
    await act(arrival, reply, needs)
  } catch (error) {
    const because = refusalIn(error)
    if (because && from.reachable)
      await needs.unreachable(from.person.id, because).catch(() => 'is noted the next time')
    await needs.failed(from.conversation, activity).catch(() => 'stays seen')
    throw error
  }
}

/** What Teams says when it takes nothing for a person: blocked, gone or not permitted. Anything else may pass. */
const refused = z.object({
  statusCode: z.union([z.literal(403), z.literal(404)]),
  code: z.string().catch('refused'),
})
const refusalIn = (error: unknown): string | undefined => refused.safeParse(error).data?.code

const minuteMs = 60 * 1000

/** Who sends more than anybody reads is told so once, and then not answered until the minute is over. */
async function holdBack(arrival: Understood, reply: Reply, first: boolean): Promise<void> {
  const words = speak(languageOfLocale(arrival.from.locale) ?? 'nb')
  if (isRequest(arrival))
    return reply.answer(429, { error: { code: 'TooManyRequests', message: words('tooFast') } })
  if (first) await reply.say({ text: words('tooFast') })
}

const isRequest = ({ kind }: Understood): boolean =>
  kind === 'pressed' || kind === 'feedback' || kind === 'asked-for-more'

/** For so long what Teams said of somebody holds. */
const guestHoldsMs = 24 * 60 * minuteMs

/** Guests of the tenant are not employees. Who cannot be told is not let in: Teams is asked again the next time. */
async function isLetIn({ from }: Understood, reply: Reply, needs: Needs): Promise<boolean> {
  if (!reply.askGuest) return true
  const at = needs.now()
  const known = await needs.guest(from.person.id)
  if (known && at - known.checkedAt < guestHoldsMs) return !known.guest
  const guest = await reply.askGuest()
  await needs.isGuest(from.person.id, guest, at)
  return !guest
}

async function act(arrival: Understood, reply: Reply, needs: Needs): Promise<void> {
  const { from } = arrival
  const at = needs.now()
  // Taken out of a team, it still reaches the person in their own chat.
  if (arrival.kind === 'removed') return from.reachable && needs.unreachable(from.person.id, 'removed')
  const who = await whoIs(from, arrival.kind === 'said' ? arrival.text : '', needs)
  if (!(await isLetIn(arrival, reply, needs))) {
    const words = speak(who.language)('guest')
    return isRequest(arrival)
      ? reply.answer(403, { error: { code: 'Forbidden', message: words } })
      : void (await reply.say({ text: words }))
  }
  const say = async (message: Message) => {
    const activity = await reply.say(message)
    if (message.answers && activity) await needs.answeredWith(message.answers, activity)
  }
  switch (arrival.kind) {
    case 'said': {
      const command = commandIn(arrival.text, needs.commands)
      const done = await perform(command ?? asking(needs), arrival.text, who, from)
      if (done === 'not-here') return say({ text: speak(who.language)('onlyAlone') })
      return say(done === 'not-permitted' || !done ? { text: speak(who.language)('notForYou') } : done)
    }
    case 'installed':
      return say(needs.greet(who.language))
    case 'feedback':
      await perform(rating(needs, at), arrival, who, from)
      return reply.answer(200, {})
    case 'pressed': {
      // A client can send any verb, also the name of something that every object has.
      const press = Object.hasOwn(needs.presses, arrival.verb) ? needs.presses[arrival.verb] : undefined
      const done = press && (await perform(press, arrival.data, who, from))
      const words = speak(who.language)
      if (done === 'not-permitted') return reply.answer(200, pressRefused(words('notForYou')))
      if (done === 'not-here') return reply.answer(200, pressRefused(words('onlyAlone')))
      if (done) await say(done)
      return reply.answer(200, done ? pressDone(words('seeBelow')) : pressRefused(words('deadButton')))
    }
    case 'asked-for-more':
      return reply.answer(404, notOffered(arrival.name))
  }
}

/** To ask in one's own words. */
const asking = ({ said }: Needs): Deed<Person> => ({
  needs: everyone,
  does: (text, who) => said(String(text), who),
})

/** A thumb up or down under an answer. */
const rating = ({ feedback }: Needs, at: number): Deed<Person> => ({
  needs: everyone,
  async does(given, who) {
    const { answer, reaction, reason } = given as Extract<Arrival, { kind: 'feedback' }> // only `act` gives it
    await feedback(answer, who.id, reaction, reason, at)
    return undefined
  },
})

/** The one place where it is checked who may do what and where, at the moment it is done. */
async function perform(
  deed: Deed<Person>,
  data: unknown,
  who: Person,
  from: Sender,
): Promise<Message | undefined | 'not-permitted' | 'not-here'> {
  if (!isPermitted(deed.needs, who.roles)) return 'not-permitted'
  return deed.alone && !from.reachable ? 'not-here' : deed.does(data, who)
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
  const before = await needs.remember(
    { ...from.person, timeZone: from.timeZone },
    from.reachable,
    needs.now(),
  )
  const written = languageOf(text)
  // A word or two may look like another language by chance; only a sentence changes what is kept.
  if (written && written !== before && text.split(' ').length >= wordsThatTell)
    await needs.speaks(from.person.id, written)
  return {
    id: from.person.id,
    language: written ?? before ?? languageOfLocale(from.locale) ?? 'nb',
    roles: needs.rolesOf(from.person.entraId),
  }
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
  tooFast: {
    nb: 'Det gikk litt fort. Vent et minutt, så svarer jeg igjen.',
    nn: 'Det gjekk litt fort. Vent eit minutt, så svarar eg igjen.',
    en: 'That was a little fast. Wait a minute, and I will answer again.',
  },
  guest: {
    nb: 'Jeg svarer bare ansatte i kommunen. Du er gjest her.',
    nn: 'Eg svarar berre tilsette i kommunen. Du er gjest her.',
    en: 'I only answer employees of the municipality. You are a guest here.',
  },
  onlyAlone: {
    nb: 'Dette viser jeg bare til deg alene. Skriv det til meg i vår egen chat.',
    nn: 'Dette viser eg berre til deg åleine. Skriv det til meg i vår eigen chat.',
    en: 'I only show this to you alone. Write it to me in our own chat.',
  },
  notForYou: {
    nb: 'Dette har du ikke tilgang til. Spør innkjøpsseksjonen hvis du mener at du burde ha det.',
    nn: 'Dette har du ikkje tilgang til. Spør innkjøpsseksjonen om du meiner at du burde ha det.',
    en: 'You do not have access to this. Ask the procurement section if you think you should.',
  },
  apology: {
    nb: 'Beklager, noe gikk galt hos meg. Prøv igjen om litt.',
    nn: 'Orsak, noko gjekk gale hos meg. Prøv igjen om litt.',
    en: 'Sorry, something went wrong on my side. Please try again in a moment.',
  },
})
