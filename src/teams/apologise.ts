import { speaker } from '../kit/say.ts'
import { languageOfLocale } from '../people/people.ts'
import type { Reply } from './reply.ts'

/** Says that something went wrong inside, in the language of the client as far as it tells. A request is answered too. */
export async function apologise(
  { isRequest, locale }: { isRequest: boolean; locale: string | undefined },
  reply: Reply,
): Promise<void> {
  try {
    await reply.say({ text: speak(languageOfLocale(locale) ?? 'nb')('apology') })
  } finally {
    if (isRequest) await reply.answer(500, { error: { code: 'InternalError', message: '' } })
  }
}

const speak = speaker({
  apology: {
    nb: 'Beklager, noe gikk galt hos meg. Prøv igjen om litt.',
    nn: 'Orsak, noko gjekk gale hos meg. Prøv igjen om litt.',
    en: 'Sorry, something went wrong on my side. Please try again in a moment.',
  },
})
