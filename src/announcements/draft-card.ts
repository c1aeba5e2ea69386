/** What an author fills in, and whom it is for. */
import { type Button, card, type Element, inPlainText, note, text, title } from '../kit/card.ts'
import type { Day } from '../kit/day.ts'
import { choice, line, toggle } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import { saveDraft } from './actions.ts'
import { type Announcement, type Content, type Fault, longest, nudges, topics } from './announcement.ts'
import type { Say } from './sentences.ts'

type Draft = Pick<Announcement, 'id' | 'content' | 'state'>
type Shown = { say: Say; faults?: readonly (Fault | 'day')[]; today: Day }

const faultLines = (faults: Shown['faults'], say: Say): Element[] =>
  (faults ?? []).map((fault) => text(say(`fault.${fault}`), { color: 'Attention', weight: 'Bolder' }))

/** The announcement as it is filled in, with what was wrong the last time. */
export function draftCard({ id, content, state }: Draft, { say, faults, today }: Shown): Message {
  const heading = say(state === 'draft' ? 'draft.title' : 'draft.correct')
  const { nb } = content.texts
  return {
    text: heading,
    card: card(
      [
        title(heading),
        note(say('draft.help')),
        ...faultLines(faults, say),
        line('title', say('heading'), nb.title, longest.title),
        line('text', say('body'), nb.text, longest.text, true),
        choice(
          'topic',
          say('about'),
          topics.map((topic) => ({ title: say(`topic.${topic}`), value: topic })),
          { value: content.topic },
        ),
        line('link', say('link'), content.link ?? '', longest.link),
        {
          type: 'Input.Date',
          id: 'expiresOn',
          label: say('expires'),
          min: today,
          ...(content.expiresOn && { value: content.expiresOn }),
        },
        toggle('mandatory', say('mandatory'), content.mandatory),
        toggle('readBack', say('readBack'), content.readBack),
        choice(
          'nudgeAfter',
          say('nudgeAfter'),
          [
            { title: say('noNudge'), value: '0' },
            ...nudges.map((count) => ({ title: say('days', { count }), value: String(count) })),
          ],
          { value: String(content.nudgeAfter ?? 0) },
        ),
        ...attachedIn(content, say),
      ],
      draftButtons({ id, content, state }, say),
    ),
  }
}

const attachedIn = ({ image, file }: Content, say: Say): Element[] => [
  ...(image ? [line('alt', say('alt'), image.alt, longest.alt)] : []),
  ...(file ? [text(inPlainText(say('hasFile', { name: file.name })))] : []),
]

function draftButtons({ id, content, state }: Draft, say: Say): Button[] {
  const secondary = { mode: 'secondary' } as const
  return [
    state === 'draft'
      ? saveDraft.button(say('toAudience'), { id, next: 'audience' }, { style: 'positive' })
      : saveDraft.button(say('preview.title'), { id, next: 'audience' }, { style: 'positive' }),
    saveDraft.button(say('attachImage'), { id, next: 'image' }),
    saveDraft.button(say('attachFile'), { id, next: 'file' }),
    saveDraft.button(say('languages'), { id, next: 'languages' }),
    ...(content.image || content.file
      ? [saveDraft.button(say('removeFiles'), { id, next: 'bare' }, secondary)]
      : []),
    saveDraft.button(say('save'), { id, next: 'later' }, secondary),
  ]
}

/** The same in nynorsk and English; what is left empty is read in bokmål. */
export function languagesCard({ id, content }: Draft, { say, faults }: Shown): Message {
  const { nn, en } = content.texts
  const heading = say('languages')
  const named = (what: 'heading' | 'body', language: 'inNynorsk' | 'inEnglish') =>
    `${say(what)} ${say(language)}`
  return {
    text: heading,
    card: card(
      [
        title(heading),
        ...faultLines(faults, say),
        line('titleNn', named('heading', 'inNynorsk'), nn?.title ?? '', longest.title),
        line('textNn', named('body', 'inNynorsk'), nn?.text ?? '', longest.text, true),
        line('titleEn', named('heading', 'inEnglish'), en?.title ?? '', longest.title),
        line('textEn', named('body', 'inEnglish'), en?.text ?? '', longest.text, true),
      ],
      [
        saveDraft.button(say('toAudience'), { id, next: 'audience' }, { style: 'positive' }),
        saveDraft.button(say('edit'), { id, next: 'text' }),
      ],
    ),
  }
}
