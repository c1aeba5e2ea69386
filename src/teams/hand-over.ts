import { speaker } from '../kit/say.ts'
import type { Person } from '../people/people.ts'
import type { Upload } from './arrival.ts'
import type { Files } from './files.ts'
import type { Outgoing } from './outgoing.ts'

export type HandOverNeeds = {
  /** The document that was offered with `context`, which a client can have changed; undefined when it is not theirs, or gone. */
  documentOf(context: unknown, who: Person): Promise<{ name: string; content: Uint8Array } | undefined>
}

/** Puts a document that was said yes to into the person's OneDrive; gives what to say about it. */
export async function handOver(
  { context, upload }: { context: unknown; upload: Upload | undefined },
  who: Person,
  files: Files,
  { documentOf }: HandOverNeeds,
): Promise<Outgoing> {
  const words = speak(who.language)
  if (!upload) return { text: words('declined') }
  const document = await documentOf(context, who)
  if (!document) return { text: words('gone') }
  const put = await files.put(upload.uploadUrl, document.content)
  return put === 'put'
    ? { text: words('handedOver'), uploaded: { ...upload, name: upload.name || document.name } }
    : { text: words('notTaken') }
}

const speak = speaker({
  handedOver: {
    nb: 'Filen ligger i OneDrive hos deg.',
    nn: 'Fila ligg i OneDrive hos deg.',
    en: 'The file is in your OneDrive.',
  },
  declined: {
    nb: 'Greit, jeg legger den ikke i OneDrive. Be om filen igjen hvis du trenger den senere.',
    nn: 'Greitt, eg legg ho ikkje i OneDrive. Be om fila igjen om du treng ho seinare.',
    en: 'All right, I will not put it in your OneDrive. Ask for the file again if you need it later.',
  },
  gone: {
    nb: 'Denne filen har jeg ikke lenger. Be om den på nytt, så lager jeg den igjen.',
    nn: 'Denne fila har eg ikkje lenger. Be om ho på nytt, så lagar eg ho igjen.',
    en: 'I no longer have this file. Ask for it anew and I will make it again.',
  },
  notTaken: {
    nb: 'Jeg fikk ikke lagt filen i OneDrive hos deg. Be om den på nytt, så prøver jeg igjen.',
    nn: 'Eg fekk ikkje lagt fila i OneDrive hos deg. Be om ho på nytt, så prøver eg igjen.',
    en: 'I could not put the file in your OneDrive. Ask for it anew and I will try again.',
  },
})
