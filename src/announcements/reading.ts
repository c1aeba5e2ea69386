/** What people do with the announcements they get: find them, say that they understood, ask, and choose what they are told of. */
import { type Command, onPress, type Presses } from '../kit/action.ts'
import { beside, card, inPlainText, note, openUrl, text, title } from '../kit/card.ts'
import { dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { personPlace } from '../kit/place.ts'
import { everyone, type Person } from '../people/people.ts'
import { askAbout, getFile, setTopic, showAnnouncement, understand } from './actions.ts'
import { topics } from './announcement.ts'
import { redrawing } from './letters.ts'
import { list } from './listed.ts'
import { messageOf, partIn, wordsFor } from './message.ts'
import type { Needs } from './needs.ts'
import { announcementIn, workedBy } from './read.ts'
import { speak } from './sentences.ts'

/** An announcement that somebody got, as it was sent out last; undefined where they did not, or it holds no longer. */
async function gotBy(id: string, who: Person, needs: Needs, place = personPlace(who.id)) {
  const [copy] = await needs.copies.of([{ announcement: id, place }])
  const [kept] = await needs.announcements.published([id])
  const found = announcementIn(kept)
  const holds = found && (found.content.expiresOn === null || found.content.expiresOn >= dayAt(needs.now()))
  return copy?.state === 'delivered' && holds && found.state !== 'recalled' ? { found, copy } : undefined
}

export function reading(needs: Needs): Presses<Person> {
  return {
    ...onPress(showAnnouncement, async ({ id }, who: Person) => {
      const got = await gotBy(id, who, needs)
      if (!got) return { text: speak(who.language)('isOver') }
      const part = await partIn(got.found.content, who.id, who.language, needs)
      const reader = { language: who.language, understoodAt: got.copy.understoodAt, part }
      return messageOf(got.found, reader, needs)
    }),
    ...onPress(understand, async ({ id }, who: Person) => {
      const say = speak(who.language)
      const got = await gotBy(id, who, needs)
      if (!got) return { text: say((await workedBy(id, who, needs)) ? 'onlyPreview' : 'isOver') }
      const place = personPlace(who.id)
      if (await needs.copies.understood({ announcement: id, place }, needs.now()))
        await needs.outbox.post([redrawing(place, id, needs.now())])
      return { text: say('thanks') }
    }),
    ...onPress(askAbout, (asked, who: Person) => ask(asked, who, needs)),
    ...onPress(getFile, ({ id }, who: Person) => offerFile(id, who, needs)),
    ...onPress(setTopic, async ({ topic, out }, who: Person) => {
      await needs.announcements.optOut(who.id, topic, out)
      return topicsCard(who, needs)
    }),
  }
}

export async function ask(
  { id, words = '', asks }: { id: string; words?: string | undefined; asks?: true | undefined },
  who: Person,
  needs: Needs,
  place?: string,
): Promise<Message> {
  const say = speak(who.language)
  const found = (await gotBy(id, who, needs, place))?.found ?? (await workedBy(id, who, needs))
  if (!found) return { text: say('refused.gone') }
  const { title: heading } = wordsFor(found.content, who.language)
  if (asks || words.trim() === '') return askForm(id, say('askTitle', { title: heading }), who)
  const number = await needs.askSection(
    say('askedAbout', { title: heading, words: words.trim() }),
    who.id,
    who.language,
  )
  return { text: say('handedOver', { number: number ?? '' }) }
}

function askForm(id: string, asked: string, who: Person): Message {
  const say = speak(who.language)
  const input = {
    type: 'Input.Text',
    id: 'words',
    label: say('write'),
    isMultiline: true,
    maxLength: 2_000,
  } as const
  return {
    text: asked,
    card: card(
      [title(inPlainText(asked)), input],
      [askAbout.button(say('send'), { id }, { style: 'positive' })],
    ),
  }
}

/** Its file, as an offer or a link; only to who got it or works with it. */
async function offerFile(id: string, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const found = (await gotBy(id, who, needs))?.found ?? (await workedBy(id, who, needs))
  const attached = found?.content.file
  const file = attached && (await needs.announcements.fileOf(attached.file))
  if (!file) return { text: say('isOver') }
  const told = say('hereIs', { name: file.name })
  const data = { announcementFile: { id, file: attached.file } }
  const url = needs.linkTo(JSON.stringify(data), file.name)
  if (url) return { text: told, card: card([title(inPlainText(file.name))], [openUrl(say('download'), url)]) }
  return { text: told, file: { name: file.name, bytes: file.content.byteLength, description: told, data } }
}

async function topicsCard(who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const off = await needs.announcements.optOutsOf(who.id)
  return {
    text: say('topicsTitle'),
    card: card([
      title(say('topicsTitle')),
      note(say('topicsHelp')),
      ...topics.map((topic) => {
        const out = off.includes(topic)
        const name = say(`topic.${topic}`)
        return beside(
          text(say(out ? 'topicOff' : 'topicOn', { topic: name })),
          setTopic.button(say(out ? 'turnOn' : 'turnOff'), { topic, out: !out }, { tooltip: name }),
        )
      }),
    ]),
  }
}

export const readingCommands = (needs: Needs): readonly Command<Person>[] => [
  {
    names: ['kunngjøringer', 'kunngjeringar', 'announcements', 'meldinger', 'meldingar'],
    needs: everyone,
    alone: true,
    does: (_, who) => list(who, needs),
  },
  {
    names: ['varsler', 'varsel', 'mine varsler', 'topics', 'notifications'],
    needs: everyone,
    alone: true,
    does: (_, who) => topicsCard(who, needs),
  },
]
