/** The certificate (kursbevis) that somebody was at a course: one framed page as a Word file. */
import { dayAt, hourMs, writeDay } from '../kit/day.ts'
import { type Language, speaker } from '../kit/say.ts'
import { display, facts, fileName, heading, type Paper, text, wordFile } from '../paper/paper.ts'
import type { CourseEvent, Session } from './event.ts'
import { onCertificate } from './sentences/certificate.ts'
import { writeSession } from './session-lines.ts'
import { endOf, startOf } from './times.ts'

const speak = speaker(onCertificate)
type Say = ReturnType<typeof speak>

export type Certified = {
  event: Pick<CourseEvent, 'content'>
  /** Whose it is, as it is written on it. */
  name: string
  /** The sessions they were at, at least one, in the order they are listed. */
  attended: readonly Session[]
  municipality: string
  /** When it is issued, epoch milliseconds. */
  at: number
  /** That it is written in; title and teacher stay as they are. */
  language: Language
}

/** The same gives the same bytes. */
export const certificate = (certified: Certified): Promise<Uint8Array> =>
  wordFile(paperOf(certified), { from: certified.municipality, at: certified.at })

/** Such as `Kursbevis Rammeavtaler og avrop.docx`, fit for Windows and SharePoint. */
export const certificateName = ({ content }: Pick<CourseEvent, 'content'>, language: Language): string =>
  fileName(`${speak(language)('certificate')} ${content.title}`, 'docx')

function paperOf({ event, name, attended, municipality, at, language }: Certified): Paper {
  const say = speak(language)
  const { title, kind, teacher } = event.content
  return {
    title: say('certificate'),
    draft: false,
    language,
    framed: true,
    blocks: [
      display(name),
      text(say(`tookPart.${kind}`)),
      heading(title),
      facts([
        [say('whenThere'), attended.map(writeSession)],
        [say('inAll'), lasting(attended, say)],
        [say('teacher'), teacher.trim() || undefined],
        [say('issuedBy'), say('issuer', { municipality })],
        [say('issuedOn'), writeDay(dayAt(at))],
      ]),
    ],
  }
}

const minuteMs = hourMs / 60

/** `2 timer og 30 minutter`. */
function lasting(sessions: readonly Session[], say: Say): string {
  const total = sessions.reduce((sum, session) => sum + endOf(session) - startOf(session), 0)
  const hours = Math.floor(total / hourMs)
  const minutes = Math.round((total % hourMs) / minuteMs)
  const inHours = say('hours', { count: hours })
  const inMinutes = say('minutes', { count: minutes })
  if (minutes === 0) return inHours
  return hours === 0 ? inMinutes : say('and', { first: inHours, second: inMinutes })
}
