/** What is kept about the person who asks: shown in the chat, and deleted there if they want it. */
import { z } from 'zod'
import { action, type Command, onPress, type Presses } from '../kit/action.ts'
import { card, facts, inPlainText, note, text, title } from '../kit/card.ts'
import { dayAt, writeDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { type Language, type Say, speaker } from '../kit/say.ts'
import { everyone, type Person } from './person.ts'

/** What is kept, as people read it. */
type Kept = {
  questions: readonly { asked_at: number; text: string }[]
  feedback: readonly unknown[]
  sectionQuestions: readonly unknown[]
  drafts: readonly { state: string; startedAt: number; replies: Readonly<Record<string, string>> }[]
  /** Newest first. */
  requests: readonly { number: string; title: string; submittedAt: number }[]
}
export type Needs = {
  ownData(person: string): Promise<Kept>
  /** Deletes all of it but what was submitted; gives how many questions went with it. */
  erase(person: string): Promise<number>
}

/** How many of the newest are shown of each kind. */
const most = { questions: 10, requests: 5, drafts: 3 }
/** How much is shown of the replies of one draft, in letters. */
const repliesShown = 300

const eraseOwn = action('people.erase-own', { needs: everyone, alone: true, carries: z.strictObject({}) })
const eraseOwnSurely = action('people.erase-own-surely', {
  needs: everyone,
  alone: true,
  carries: z.strictObject({}),
})

export function createOwnData(needs: Needs): {
  presses: Presses<Person>
  commands: readonly Command<Person>[]
} {
  return {
    commands: [
      {
        names: ['mine data', 'mine opplysninger', 'mine opplysningar', 'my data'],
        needs: everyone,
        alone: true,
        does: async (_, who) => present(await needs.ownData(who.id), who.language),
      },
      {
        names: ['slett mine data', 'slett meg', 'slett alt om meg', 'delete my data'],
        needs: everyone,
        alone: true,
        does: async (_, who) => confirm(speak(who.language)),
      },
    ],
    presses: {
      ...onPress(eraseOwn, async (_, who: Person) => confirm(speak(who.language))),
      ...onPress(eraseOwnSurely, async (_, who: Person) => {
        const say = speak(who.language)
        const erased = say('erased', { count: await needs.erase(who.id) })
        const { requests } = await needs.ownData(who.id)
        return {
          text: requests.length === 0 ? erased : `${erased} ${say('left', { count: requests.length })}`,
        }
      }),
    },
  }
}

function present(kept: Kept, language: Language): Message {
  const say = speak(language)
  const unsubmitted = kept.drafts.filter(({ state }) => state !== 'submitted')
  const line = (at: number, words: string) => note(`${writeDay(dayAt(at))}: ${inPlainText(words)}`)
  return {
    text: say('heading'),
    card: card(
      [
        title(say('heading')),
        text(say('what')),
        facts([
          [say('questions'), String(kept.questions.length)],
          [say('feedback'), String(kept.feedback.length)],
          [say('handedOver'), String(kept.sectionQuestions.length)],
          [say('requests'), String(kept.requests.length)],
          [say('drafts'), String(unsubmitted.length)],
        ]),
        ...newest(kept.questions, most.questions).map((question) => line(question.asked_at, question.text)),
        ...kept.requests
          .slice(0, most.requests)
          .map((request) =>
            line(request.submittedAt, `${say('request')} ${request.number}, ${request.title}`),
          ),
        ...newest(unsubmitted, most.drafts).map((draft) =>
          line(draft.startedAt, `${say('draft')}, ${shortened(Object.values(draft.replies).join(' · '))}`),
        ),
        text(say('more')),
      ],
      [eraseOwn.button(say('erase'), {})],
    ),
  }
}

/** Of what stands oldest first. */
const newest = <T>(all: readonly T[], count: number): T[] => all.slice(-count).reverse()

const shortened = (words: string): string =>
  words.length > repliesShown ? `${words.slice(0, repliesShown).trimEnd()} …` : words

const confirm = (say: SayOwnData): Message => ({
  text: say('sure'),
  card: card([title(say('sure')), text(say('sureMeans'))], [eraseOwnSurely.button(say('eraseSurely'), {})]),
})

const speak = speaker({
  heading: {
    nb: 'Dette har jeg lagret om deg',
    nn: 'Dette har eg lagra om deg',
    en: 'This is what I keep about you',
  },
  what: {
    nb: 'Navnet ditt, språket du skriver, tidssonen din, hvordan jeg kan nå deg, det du har spurt om, og innkjøpene du har begynt på eller sendt inn, med vedlegg.',
    nn: 'Namnet ditt, språket du skriv, tidssona di, korleis eg kan nå deg, det du har spurt om, og innkjøpa du har byrja på eller sendt inn, med vedlegg.',
    en: 'Your name, the language you write, your time zone, how I can reach you, what you have asked, and the purchases you have begun or submitted, with attachments.',
  },
  questions: { nb: 'Spørsmål', nn: 'Spørsmål', en: 'Questions' },
  feedback: { nb: 'Tommel opp eller ned', nn: 'Tommel opp eller ned', en: 'Thumbs up or down' },
  handedOver: { nb: 'Sendt til innkjøp', nn: 'Sendt til innkjøp', en: 'Handed to procurement' },
  requests: { nb: 'Innsendte forespørsler', nn: 'Innsende førespurnader', en: 'Submitted requests' },
  drafts: {
    nb: 'Innkjøp som ikke er sendt inn',
    nn: 'Innkjøp som ikkje er sende inn',
    en: 'Purchases not submitted',
  },
  request: { nb: 'forespørsel', nn: 'førespurnad', en: 'request' },
  draft: { nb: 'ikke sendt inn', nn: 'ikkje sendt inn', en: 'not submitted' },
  more: {
    nb: 'Vil du ha alt på en fil, spør innkjøpsseksjonen.',
    nn: 'Vil du ha alt på ei fil, spør innkjøpsseksjonen.',
    en: 'If you want all of it in a file, ask the procurement section.',
  },
  erase: { nb: 'Slett alt om meg', nn: 'Slett alt om meg', en: 'Delete everything about me' },
  sure: {
    nb: 'Vil du slette alt om deg?',
    nn: 'Vil du slette alt om deg?',
    en: 'Delete everything about you?',
  },
  sureMeans: {
    nb: 'Spørsmålene dine og det du har sagt om svarene blir borte, også de som er sendt til innkjøpsseksjonen. Innkjøp du har begynt på og ikke sendt inn, blir også borte. Forespørsler du har sendt inn, er saksdokumenter som arkivlova krever at kommunen tar vare på; de blir liggende. Det kan ikke angres. Vil du ikke, trenger du ikke gjøre noe.',
    nn: 'Spørsmåla dine og det du har sagt om svara blir borte, også dei som er sende til innkjøpsseksjonen. Innkjøp du har byrja på og ikkje sendt inn, blir også borte. Førespurnader du har sendt inn, er saksdokument som arkivlova krev at kommunen tek vare på; dei blir liggjande. Det kan ikkje angrast. Vil du ikkje, treng du ikkje gjere noko.',
    en: 'Your questions and what you said about the answers will be gone, also those handed to the procurement section. So will purchases that you have begun and not submitted. Requests that you have submitted are case documents that the municipality must keep under the Norwegian Archives Act (arkivlova); they stay. This cannot be undone. If you do not want it, you need not do anything.',
  },
  eraseSurely: { nb: 'Ja, slett alt', nn: 'Ja, slett alt', en: 'Yes, delete everything' },
  erased_one: {
    nb: 'Alt om deg er slettet, også {{count}} spørsmål.',
    nn: 'Alt om deg er sletta, også {{count}} spørsmål.',
    en: 'Everything about you is deleted, {{count}} question with it.',
  },
  erased_other: {
    nb: 'Alt om deg er slettet, også {{count}} spørsmål.',
    nn: 'Alt om deg er sletta, også {{count}} spørsmål.',
    en: 'Everything about you is deleted, {{count}} questions with it.',
  },
  left_one: {
    nb: 'Unntaket er {{count}} forespørsel som du har sendt inn: Den er et saksdokument som kommunen må ta vare på etter arkivlova.',
    nn: 'Unntaket er {{count}} førespurnad som du har sendt inn: Han er eit saksdokument som kommunen må ta vare på etter arkivlova.',
    en: 'The exception is {{count}} request that you have submitted: it is a case document that the municipality must keep under the Norwegian Archives Act (arkivlova).',
  },
  left_other: {
    nb: 'Unntaket er {{count}} forespørsler som du har sendt inn: De er saksdokumenter som kommunen må ta vare på etter arkivlova.',
    nn: 'Unntaket er {{count}} førespurnader som du har sendt inn: Dei er saksdokument som kommunen må ta vare på etter arkivlova.',
    en: 'The exception is {{count}} requests that you have submitted: they are case documents that the municipality must keep under the Norwegian Archives Act (arkivlova).',
  },
} as const)
type SayOwnData = Say<Parameters<ReturnType<typeof speak>>[0]>
