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
}
export type Needs = {
  ownData(person: string): Promise<Kept>
  /** Deletes all of it; gives how many questions went with it. */
  erase(person: string): Promise<number>
}

/** How many of the newest questions are shown. */
const questionsShown = 10

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
        const count = await needs.erase(who.id)
        return { text: speak(who.language)('erased', { count }) }
      }),
    },
  }
}

function present({ questions, feedback, sectionQuestions }: Kept, language: Language): Message {
  const say = speak(language)
  const newest = questions.slice(-questionsShown).reverse()
  return {
    text: say('heading'),
    card: card(
      [
        title(say('heading')),
        text(say('what')),
        facts([
          [say('questions'), String(questions.length)],
          [say('feedback'), String(feedback.length)],
          [say('handedOver'), String(sectionQuestions.length)],
        ]),
        ...newest.map((question) =>
          note(`${writeDay(dayAt(question.asked_at))}: ${inPlainText(question.text)}`),
        ),
        text(say('more')),
      ],
      [eraseOwn.button(say('erase'), {})],
    ),
  }
}

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
    nb: 'Navnet ditt, språket du skriver, tidssonen din, hvordan jeg kan nå deg, og det du har spurt om.',
    nn: 'Namnet ditt, språket du skriv, tidssona di, korleis eg kan nå deg, og det du har spurt om.',
    en: 'Your name, the language you write, your time zone, how I can reach you, and what you have asked.',
  },
  questions: { nb: 'Spørsmål', nn: 'Spørsmål', en: 'Questions' },
  feedback: { nb: 'Tommel opp eller ned', nn: 'Tommel opp eller ned', en: 'Thumbs up or down' },
  handedOver: { nb: 'Sendt til innkjøp', nn: 'Sendt til innkjøp', en: 'Handed to procurement' },
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
    nb: 'Spørsmålene dine og det du har sagt om svarene blir borte, også de som er sendt til innkjøpsseksjonen. Det kan ikke angres. Vil du ikke, trenger du ikke gjøre noe.',
    nn: 'Spørsmåla dine og det du har sagt om svara blir borte, også dei som er sende til innkjøpsseksjonen. Det kan ikkje angrast. Vil du ikkje, treng du ikkje gjere noko.',
    en: 'Your questions and what you said about the answers will be gone, also those handed to the procurement section. This cannot be undone. If you do not want it, you need not do anything.',
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
} as const)
type SayOwnData = Say<Parameters<ReturnType<typeof speak>>[0]>
