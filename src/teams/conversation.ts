import { type Command, commandIn, type Presses } from '../kit/action.ts'
import type { Message } from '../kit/message.ts'
import { type Language, type Say, speaker } from '../kit/say.ts'
import { everyone, isPermitted, type Person } from '../people/people.ts'
import { type AdmissionNeeds, admit, isLetIn } from './admission.ts'
import type { Arrival, Understood } from './arrival.ts'
import type { Sender } from './envelope.ts'
import type { NotRead } from './files.ts'
import { type HandOverNeeds, handOver } from './hand-over.ts'
import type { Outgoing } from './outgoing.ts'
import { notOffered, pressDone, pressRefused, type Reply } from './reply.ts'
import { sayAll } from './saying.ts'
import { type WhoIsNeeds, whoIs } from './who-is.ts'

/** A file that a person sent, not fetched yet: its address opens for a few minutes only. */
type ReceivedFile = {
  /** As the client calls it; empty for a picture pasted into the text. */
  name: string
  /** At most `mostBytes` of it. `elsewhere` = it does not lie where Teams keeps files, or has no address. */
  read(mostBytes: number): Promise<Uint8Array | NotRead>
}

type Where = {
  /** Nobody else reads it: it is the person's own chat with the bot. */
  alone: boolean
  /** Elsewhere, where it is one. */
  channel: string | undefined
  /** The activity that is quoted or replied to; empty where it is none. */
  about: string
}

/** What a conversation takes from the other rooms. */
export type Needs = AdmissionNeeds &
  WhoIsNeeds &
  HandOverNeeds & {
    said(text: string, who: Person, where: Where): Promise<Message>
    /** Takes a file that a person sent when alone with the bot; `said` gets the words that came with it. */
    received(file: ReceivedFile, who: Person): Promise<Message>
    greet(language: Language): Message
    presses: Presses<Person>
    commands: readonly Command<Person>[]
    /** Somebody has read all that they were sent up to an activity. */
    readUpTo(person: string, activity: string): Promise<void>
    /** Notes which activity carried the answer to a question. */
    answeredWith(question: string, activity: string): Promise<void>
    /** Keeps what somebody thinks of an answer; gives what is said to it, if anything. */
    feedback(
      activity: string,
      who: Person,
      reaction: 'like' | 'dislike',
      reason: string,
    ): Promise<Message | undefined>
  }

/** What arrived, once understood, becomes what is said back, once. */
export async function respond(arrival: Arrival, reply: Reply, needs: Needs): Promise<void> {
  if (arrival.kind === 'ignored' || arrival.kind === 'no-activity') return
  await admit(arrival, reply, needs, () => act(arrival, reply, needs))
}

/** One turn of somebody who is known: how to say, and in which words. */
type Turn = {
  who: Person
  from: Sender
  reply: Reply
  words: Say<keyof typeof sentences>
  say(message: Outgoing): Promise<void>
}

async function act(arrival: Understood, reply: Reply, needs: Needs): Promise<void> {
  const { from } = arrival
  // Taken out of a team, it still reaches the person in their own chat.
  if (arrival.kind === 'removed') return from.reachable && needs.unreachable(from.person.id, 'removed')
  if (arrival.kind === 'read') return from.reachable && needs.readUpTo(from.person.id, arrival.upTo)
  const who = await whoIs(from, arrival.kind === 'said' ? arrival.text : '', needs.now(), needs)
  if (!(await isLetIn(arrival, who.language, reply, needs))) return
  const words = speak(who.language)
  const turn: Turn = { who, from, reply, words, say: (message) => sayAll(message, saying) }
  const saying = {
    // Teams hands files over in a person's own chat only.
    say: (one: Outgoing) => reply.say(one.file && !from.reachable ? { text: words('onlyAlone') } : one),
    answeredWith: needs.answeredWith,
  }
  switch (arrival.kind) {
    case 'said':
      return hear(arrival, turn, needs)
    case 'installed':
      return turn.say(needs.greet(who.language))
    case 'pressed':
      return takePress(arrival, turn, needs)
    case 'file-answered':
      return takeFileAnswer(arrival, turn, needs)
    case 'feedback': {
      const { answer, reaction, reason } = arrival
      const done = await perform(byEveryone, turn, () => needs.feedback(answer, who, reaction, reason))
      if (done && !isRefusal(done)) await turn.say(done)
      return reply.answer(200, {})
    }
    case 'asked-for-more':
      return reply.answer(404, notOffered(arrival.name))
  }
}

type Of<Kind extends Arrival['kind']> = Extract<Arrival, { kind: Kind }>

/** Files first, then the words that came with them. A file without words is no question. */
async function hear({ text, files, about }: Of<'said'>, turn: Turn, needs: Needs): Promise<void> {
  const { who, from, words, say, reply } = turn
  for (const { name, url } of files) {
    const file = { name, read: (mostBytes: number) => reply.files.read(url, mostBytes) }
    const done = await perform(byEveryoneAlone, turn, () => needs.received(file, who))
    await say(isRefusal(done) ? { text: words(done === 'not-here' ? 'filesAlone' : refusals[done]) } : done)
    if (done === 'not-here') break
  }
  if (text === '' && files.length > 0) return
  const command = commandIn(text, needs.commands)
  const where = { alone: from.reachable !== undefined, channel: from.channel?.id, about }
  const done = await (command
    ? perform(command, turn, () => command.does(text, who))
    : perform(byEveryone, turn, () => needs.said(text, who, where)))
  await say(isRefusal(done) ? { text: words(refusals[done]) } : (done ?? { text: words('notForYou') }))
}

async function takePress({ verb, data }: Of<'pressed'>, turn: Turn, { presses }: Needs): Promise<void> {
  const { who, words, say, reply } = turn
  // A client can send any verb, also the name of something that every object has.
  const press = Object.hasOwn(presses, verb) ? presses[verb] : undefined
  const done = press && (await perform(press, turn, () => press.does(data, who)))
  if (isRefusal(done)) return reply.answer(200, pressRefused(words(refusals[done])))
  if (done) await say(done)
  return reply.answer(200, done ? pressDone(words('seeBelow')) : pressRefused(words('deadButton')))
}

async function takeFileAnswer(answer: Of<'file-answered'>, turn: Turn, needs: Needs): Promise<void> {
  const { who, words, say, reply } = turn
  const done = await perform(byEveryoneAlone, turn, () => handOver(answer, who, reply.files, needs))
  await say(isRefusal(done) ? { text: words(refusals[done]) } : done)
  return reply.answer(200)
}

/** What it takes to do something, as a button or command declares it. */
type Needed = { needs: string; alone?: boolean }
const byEveryone: Needed = { needs: everyone }
const byEveryoneAlone: Needed = { needs: everyone, alone: true }

/** The one place where it is checked who may do what and where, at the moment it is done. */
async function perform<Done>(
  { needs, alone }: Needed,
  { who, from }: Turn,
  does: () => Promise<Done>,
): Promise<Done | Refusal> {
  if (!isPermitted(needs, who.roles)) return 'not-permitted'
  return alone && !from.reachable ? 'not-here' : does()
}

const refusals = { 'not-permitted': 'notForYou', 'not-here': 'onlyAlone' } as const
type Refusal = keyof typeof refusals
const isRefusal = (done: unknown): done is Refusal => done === 'not-permitted' || done === 'not-here'

const sentences = {
  seeBelow: { nb: 'Se svaret under.', nn: 'Sjå svaret under.', en: 'See the answer below.' },
  deadButton: {
    nb: 'Denne knappen virker ikke for deg. Skriv spørsmålet selv, så svarer jeg.',
    nn: 'Denne knappen verkar ikkje for deg. Skriv spørsmålet sjølv, så svarar eg.',
    en: 'This button does not work for you. Write the question yourself and I will answer.',
  },
  onlyAlone: {
    nb: 'Dette viser jeg bare til deg alene. Skriv det til meg i vår egen chat.',
    nn: 'Dette viser eg berre til deg åleine. Skriv det til meg i vår eigen chat.',
    en: 'I only show this to you alone. Write it to me in our own chat.',
  },
  filesAlone: {
    nb: 'Filer tar jeg bare imot når vi er alene. Send den til meg i vår egen chat.',
    nn: 'Filer tek eg berre imot når vi er åleine. Send ho til meg i vår eigen chat.',
    en: 'I only take files when we are alone. Send it to me in our own chat.',
  },
  notForYou: {
    nb: 'Dette har du ikke tilgang til. Spør innkjøpsseksjonen hvis du mener at du burde ha det.',
    nn: 'Dette har du ikkje tilgang til. Spør innkjøpsseksjonen om du meiner at du burde ha det.',
    en: 'You do not have access to this. Ask the procurement section if you think you should.',
  },
}
const speak = speaker(sentences)
