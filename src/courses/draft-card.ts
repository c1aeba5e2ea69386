/** What whoever leads an event fills in. */
import { card, type Element, note, text, title } from '../kit/card.ts'
import { writeDay } from '../kit/day.ts'
import { choice, line, toggle } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import { type FilledEvent, removeEvent, saveEvent, steerEvent } from './actions.ts'
import { audiences, type CourseEvent, type Fault, kinds, languages, longest } from './event.ts'
import type { Say } from './sentences.ts'
import { writeSessions } from './session-lines.ts'

export type Wrong = Fault | 'session-line' | 'number' | 'day' | 'too-small'

type Shown = {
  say: Say
  units: readonly { id: string; name: string }[]
  /** What was written the last time, shown as it was written. */
  written?: FilledEvent
  wrong?: readonly Wrong[]
  /** Sessions that could not be read. */
  lines?: readonly string[]
}

export function draftCard(
  { id, content, state, revision }: Pick<CourseEvent, 'id' | 'content' | 'state' | 'revision'>,
  { say, units, written, wrong = [], lines = [] }: Shown,
): Message {
  const heading = say(state === 'draft' ? 'draft.new' : 'draft.change')
  const shown = (key: 'title' | 'text' | 'place' | 'teacher') => written?.[key] ?? content[key]
  const number = (key: 'capacity' | 'minimum') => written?.[key] ?? String(content[key] ?? '')
  const field = (key: 'title' | 'text' | 'place' | 'teacher', multiline = false) =>
    line(key, say(`field.${key}`), shown(key), longest[key], multiline)
  return {
    text: heading,
    card: card(
      [
        title(heading),
        ...faultLines(wrong, lines, say),
        choice(
          'kind',
          say('kind'),
          kinds.map((kind) => ({ title: say(`kind.${kind}`), value: kind })),
          { value: written?.kind ?? content.kind },
        ),
        field('title'),
        field('text', true),
        line(
          'sessions',
          say('field.sessions'),
          written?.sessions ?? writeSessions(content.sessions),
          2_000,
          true,
        ),
        note(say('field.sessions.help')),
        field('place'),
        line('link', say('field.link'), written?.link ?? content.link ?? '', longest.link),
        field('teacher'),
        line('capacity', say('field.capacity'), number('capacity'), 4),
        line('minimum', say('field.minimum'), number('minimum'), 4),
        line('deadline', say('field.deadline'), written?.deadline ?? deadlineOf(content.deadline), 10),
        choice(
          'who',
          say('field.who'),
          audiences.map((who) => ({ title: say(`who.${who}`), value: who })),
          { value: written?.who ?? content.audience.who },
        ),
        units.length === 0
          ? undefined
          : choice(
              'units',
              say('field.units'),
              units.map(({ id: unit, name }) => ({ title: name, value: unit })),
              { many: true, value: written?.units ?? content.audience.units.join(',') },
            ),
        choice(
          'language',
          say('field.language'),
          languages.map((one) => ({ title: say(`language.${one}`), value: one })),
          { value: written?.language ?? content.language },
        ),
        line('material', say('field.material'), written?.material ?? content.material ?? '', longest.link),
        line(
          'questions',
          say('field.questions'),
          written?.questions ?? content.questions.join('\n'),
          2_000,
          true,
        ),
        toggle(
          'mandatory',
          say('field.mandatory'),
          (written?.mandatory ?? String(content.mandatory)) === 'true',
        ),
      ],
      state === 'draft'
        ? [
            saveEvent.button(say('next'), { id, revision, next: 'ready' }, { style: 'positive' }),
            saveEvent.button(say('saveForLater'), { id, revision, next: 'later' }),
            removeEvent.button(
              say('remove'),
              { id },
              { mode: 'secondary', style: 'destructive', associatedInputs: 'none' },
            ),
          ]
        : [
            saveEvent.button(say('saveChanges'), { id, revision, next: 'ready' }, { style: 'positive' }),
            steerEvent.button(say('back'), { id }, { associatedInputs: 'none' }),
          ],
    ),
  }
}

const deadlineOf = (day: string | null): string => (day === null ? '' : writeDay(day))

const faultLines = (wrong: readonly Wrong[], lines: readonly string[], say: Say): Element[] =>
  [...new Set(wrong)].map((one) =>
    text(
      one === 'session-line' ? say('fault.session-line', { lines: lines.join('; ') }) : say(`fault.${one}`),
      {
        color: 'Attention',
        weight: 'Bolder',
      },
    ),
  )
