import type { Language } from '../kit/say.ts'
import { languageOf, languageOfLocale, type Person } from '../people/people.ts'
import type { Reachable, Sender } from './envelope.ts'

export type WhoIsNeeds = {
  /** Keeps who it is and the newest way to reach them alone; gives the language they last wrote in. */
  remember(
    person: Sender['person'] & { timeZone: string },
    where: Reachable | undefined,
    at: number,
  ): Promise<Language | undefined>
  /** Keeps the newest way to begin something in a channel. */
  rememberChannel(channel: string, where: Reachable, at: number): Promise<void>
  speaks(person: string, language: Language): Promise<void>
  /** What somebody is at this moment, by Entra object id. */
  rolesOf(entraId: string): Person['roles']
}

/** How many words it takes before what a person writes changes the language that is kept for them. */
const wordsThatTell = 3

/** Who is talking, known from `from` and from what they write: `text`, which may be empty. */
export async function whoIs(from: Sender, text: string, at: number, needs: WhoIsNeeds): Promise<Person> {
  const before = await needs.remember({ ...from.person, timeZone: from.timeZone }, from.reachable, at)
  if (from.channel) await needs.rememberChannel(from.channel.id, from.channel.reachable, at)
  const written = languageOf(text)
  // A word or two may look like another language by chance; only a sentence changes what is kept.
  const tells = text.split(' ').length >= wordsThatTell
  if (written && written !== before && tells) await needs.speaks(from.person.id, written)
  return {
    id: from.person.id,
    language: (tells ? written : undefined) ?? before ?? written ?? languageOfLocale(from.locale) ?? 'nb',
    roles: needs.rolesOf(from.person.entraId),
  }
}
