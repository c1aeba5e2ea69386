import { box, card, image, inPlainText, note, openUrl, text, title } from '../kit/card.ts'
import { dayAt, writeDay, writeTime } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { askAbout, getFile, understand } from './actions.ts'
import type { Announcement, Content, Words } from './announcement.ts'
import type { Needs, Part } from './needs.ts'
import { speak } from './sentences.ts'

/** What the reader has of it. `shared`: others read it too. */
export type Reader = {
  language: Language
  understoodAt?: number | null
  shared?: boolean
  /** Of the event that it invites to. */
  part?: Part | undefined
}
type Where = { imageUrl(file: string): string }

/** In letters: what a notification shows of it on a phone. */
const longestNotice = 160

/** In the reader's language, if it was written in that. */
export const wordsFor = ({ texts }: Content, language: Language): Words => texts[language] ?? texts.nb

/** What a phone shows before it is opened: the announcement's own words, never that there is one. */
export function noticeOf(content: Content, language: Language): string {
  const { title: heading, text: body } = wordsFor(content, language)
  const plain = body
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/(^|\s)([*_])(\S(?:.*?\S)?)\2(?=\s|[.,:;!?]|$)/gm, '$1$3')
    .replace(/^\s*[-*] /gm, '')
    .replace(/\s+/g, ' ')
    .trim()
  const whole = `${heading}: ${plain}`
  if (whole.length <= longestNotice) return whole
  // No half of a letter that takes two.
  return `${whole
    .slice(0, longestNotice - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}

/** The part of an event that somebody sees in an announcement; undefined where it invites to none. */
export const partIn = async (
  { event }: Content,
  person: string | undefined,
  language: Language,
  { eventPart }: Pick<Needs, 'eventPart'>,
): Promise<Part | undefined> => (event === null ? undefined : eventPart(event, person, language))

/** An announcement as whoever gets it sees it. */
export function messageOf(
  {
    id,
    content,
    version,
    changedAt,
    begunAt,
  }: Pick<Announcement, 'id' | 'content' | 'version' | 'changedAt' | 'begunAt'>,
  { language, understoodAt, shared = false, part }: Reader,
  { imageUrl }: Where,
): Message {
  const say = speak(language)
  const { title: heading, text: body } = wordsFor(content, language)
  const { link, image: picture, file, readBack, expiresOn } = content
  const day = writeDay(dayAt(begunAt ?? changedAt))
  const confirmed = understoodAt != null
  return {
    text: noticeOf(content, language),
    card: card(
      [
        title(inPlainText(heading)),
        picture ? image(imageUrl(picture.file), picture.alt) : undefined,
        text(body),
        ...(part?.body ?? []),
        confirmed ? box([text(say('understoodOn', { time: writeTime(understoodAt) }))]) : undefined,
        note(
          [
            say('from', { who: say('section'), day }),
            version > 1 ? say('correctedOn', { time: writeTime(changedAt) }) : '',
            expiresOn ? say('holdsUntil', { day: writeDay(expiresOn) }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        ),
      ],
      [
        ...(part?.actions ?? []),
        readBack && !confirmed && !shared
          ? understand.button(say('understood'), { id }, { style: 'positive' })
          : undefined,
        link ? openUrl(say('openLink'), link) : undefined,
        file ? getFile.button(say('getFile', { name: file.name }), { id }) : undefined,
        askAbout.button(say('ask'), { id, asks: true }),
      ],
    ),
  }
}
