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
  /** Newest first. */
  cases: readonly Case[]
  drafts: readonly { state: string; startedAt: number; replies: Readonly<Record<string, string>> }[]
  announcements: readonly unknown[]
  courses: readonly unknown[]
  topicsOff: readonly unknown[]
}
type Case = { number: string; kind: 'purchase' | 'question'; state: string; title: string; openedAt: number }
export type Needs = {
  ownData(person: string): Promise<Kept>
  /** Deletes all of it but the cases, with what was submitted; gives how many questions went with it. */
  erase(person: string): Promise<number>
  /** What people call a state of a case. */
  stateInWords(state: string, language: Language): string
}

/** How many of the newest are shown of each kind. */
const most = { questions: 10, cases: 5, drafts: 3 }
/** How much is shown of the replies of one draft, or of one title, in letters. */
const lettersShown = 300

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
        does: async (_, who) => present(await needs.ownData(who.id), who.language, needs),
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
        const { cases } = await needs.ownData(who.id)
        return { text: cases.length === 0 ? erased : `${erased} ${say('left', { count: cases.length })}` }
      }),
    },
  }
}

function present(kept: Kept, language: Language, { stateInWords }: Needs): Message {
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
          [say('cases'), String(kept.cases.length)],
          [say('drafts'), String(unsubmitted.length)],
          [say('announcements'), String(kept.announcements.length)],
          [say('courses'), String(kept.courses.length)],
          [say('topicsOff'), String(kept.topicsOff.length)],
        ]),
        ...newest(kept.questions, most.questions).map((question) => line(question.asked_at, question.text)),
        ...kept.cases
          .slice(0, most.cases)
          .map(({ kind, number, title, state, openedAt }) =>
            line(openedAt, `${say(kind)} ${number}, ${shortened(title)} · ${stateInWords(state, language)}`),
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
  words.length > lettersShown ? `${words.slice(0, lettersShown).trimEnd()} …` : words

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
    nb: 'Navnet ditt, språket du skriver, tidssonen din, hvordan jeg kan nå deg, det du har spurt om, innkjøpene du har begynt på, med vedlegg, sakene du har hos innkjøpsseksjonen, med det som har skjedd i dem, hvilke kunngjøringer du har fått, lest og bekreftet, og hvilke kurs du har svart på og vært på.',
    nn: 'Namnet ditt, språket du skriv, tidssona di, korleis eg kan nå deg, det du har spurt om, innkjøpa du har byrja på, med vedlegg, sakene du har hos innkjøpsseksjonen, med det som har skjedd i dei, kva kunngjeringar du har fått, lese og stadfesta, og kva kurs du har svart på og vore på.',
    en: 'Your name, the language you write, your time zone, how I can reach you, what you have asked, the purchases you have begun, with attachments, your cases with the procurement section, with what has happened in them, which announcements you got, read and confirmed, and which courses you answered and were at.',
  },
  questions: { nb: 'Spørsmål', nn: 'Spørsmål', en: 'Questions' },
  feedback: { nb: 'Tommel opp eller ned', nn: 'Tommel opp eller ned', en: 'Thumbs up or down' },
  cases: { nb: 'Saker hos innkjøp', nn: 'Saker hos innkjøp', en: 'Cases with procurement' },
  drafts: {
    nb: 'Innkjøp som ikke er sendt inn',
    nn: 'Innkjøp som ikkje er sende inn',
    en: 'Purchases not submitted',
  },
  announcements: {
    nb: 'Kunngjøringer du har fått',
    nn: 'Kunngjeringar du har fått',
    en: 'Announcements you got',
  },
  courses: { nb: 'Kurs', nn: 'Kurs', en: 'Courses' },
  topicsOff: { nb: 'Emner du har slått av', nn: 'Emne du har slått av', en: 'Topics you turned off' },
  purchase: { nb: 'kjøp', nn: 'kjøp', en: 'purchase' },
  question: { nb: 'spørsmål', nn: 'spørsmål', en: 'question' },
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
    nb: 'Spørsmålene dine og det du har sagt om svarene blir borte. Innkjøp du har begynt på og ikke sendt inn, blir også borte. Plassene du har på kurs, går videre til andre. Hvilke kurs du har vært på, blir borte, og da kan du ikke få kursbevis for dem. Kjøp og spørsmål du har sendt til innkjøpsseksjonen, er saksdokumenter som arkivlova krever at kommunen tar vare på; de blir liggende. Det kan ikke angres. Vil du ikke, trenger du ikke gjøre noe.',
    nn: 'Spørsmåla dine og det du har sagt om svara blir borte. Innkjøp du har byrja på og ikkje sendt inn, blir også borte. Plassane du har på kurs, går vidare til andre. Kva kurs du har vore på, blir borte, og då kan du ikkje få kursbevis for dei. Kjøp og spørsmål du har sendt til innkjøpsseksjonen, er saksdokument som arkivlova krev at kommunen tek vare på; dei blir liggjande. Det kan ikkje angrast. Vil du ikkje, treng du ikkje gjere noko.',
    en: 'Your questions and what you said about the answers will be gone. So will purchases that you have begun and not submitted. The places you have at courses go on to others. Which courses you were at will be gone, and then you cannot get certificates of them. Purchases and questions that you have sent to the procurement section are case documents that the municipality must keep under the Norwegian Archives Act (arkivlova); they stay. This cannot be undone. If you do not want it, you need not do anything.',
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
    nb: 'Unntaket er {{count}} sak som du har hos innkjøpsseksjonen: Kommunen må ta vare på den etter arkivlova.',
    nn: 'Unntaket er {{count}} sak som du har hos innkjøpsseksjonen: Kommunen må ta vare på ho etter arkivlova.',
    en: 'The exception is {{count}} case that you have with the procurement section: the municipality must keep it under the Norwegian Archives Act (arkivlova).',
  },
  left_other: {
    nb: 'Unntaket er {{count}} saker som du har hos innkjøpsseksjonen: Kommunen må ta vare på dem etter arkivlova.',
    nn: 'Unntaket er {{count}} saker som du har hos innkjøpsseksjonen: Kommunen må ta vare på dei etter arkivlova.',
    en: 'The exception is {{count}} cases that you have with the procurement section: the municipality must keep them under the Norwegian Archives Act (arkivlova).',
  },
} as const)
type SayOwnData = Say<Parameters<ReturnType<typeof speak>>[0]>
