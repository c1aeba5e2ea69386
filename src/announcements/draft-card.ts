/** What an author fills in, and whom it is for. */
import { type Button, buttons, card, type Element, inPlainText, note, text, title } from '../kit/card.ts'
import type { Day } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { chooseAudience, editDraft, saveDraft, setAudience } from './actions.ts'
import { type Announcement, type Content, type Fault, longest, nudges, topics } from './announcement.ts'
import { addressedRoles, roleIn } from './audience.ts'
import type { Needs } from './needs.ts'
import type { Say } from './sentences.ts'

type Draft = Pick<Announcement, 'id' | 'content' | 'state'>
type Shown = { say: Say; faults?: readonly (Fault | 'day')[]; today: Day }

const line = (id: string, label: string, value: string, most: number, multiline = false): Element => ({
  type: 'Input.Text',
  id,
  label,
  value,
  isMultiline: multiline,
  maxLength: most,
})
const toggle = (id: string, words: string, on: boolean): Element => ({
  type: 'Input.Toggle',
  id,
  label: '',
  title: words,
  value: String(on),
  wrap: true,
})
const choice = (
  id: string,
  label: string,
  choices: readonly { title: string; value: string }[],
  look: { value?: string; many?: boolean } = {},
): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  choices,
  isMultiSelect: look.many ?? false,
  style: look.many ? 'expanded' : 'compact',
  wrap: true,
  ...(look.value !== undefined && { value: look.value }),
})

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

/** Which kind of audience. Who may not address all sees what they may. */
export function audienceCard({ id }: Pick<Announcement, 'id'>, mayAll: boolean, say: Say): Message {
  const heading = say('audience.title')
  return {
    text: heading,
    card: card(
      [
        title(heading),
        ...(mayAll ? [] : [note(say('notYourAudience'))]),
        // Clients show five buttons or six at the foot of a card, and these are more.
        buttons([
          chooseAudience.button(say('audience.units'), { id, kind: 'units' }),
          chooseAudience.button(say('audience.agreement'), { id, kind: 'agreement' }),
          ...(mayAll ? [chooseAudience.button(say('audience.roles'), { id, kind: 'roles' })] : []),
        ]),
        ...(mayAll
          ? [
              buttons([
                chooseAudience.button(say('audience.channel'), { id, kind: 'channel' }),
                saveDraft.button(say('audience.list'), { id, next: 'list' }),
                setAudience.button(say('audience.everyone'), { id, kind: 'everyone' }),
              ]),
            ]
          : []),
      ],
      [editDraft.button(say('edit'), { id })],
    ),
  }
}

type Kind = 'units' | 'roles' | 'agreement' | 'channel'

/** Which units, roles, agreement or channel. */
export function choicesCard(
  { id }: Pick<Announcement, 'id'>,
  kind: Kind,
  { say, fault, own, needs }: { say: Say; fault?: boolean; own: readonly string[] | undefined; needs: Needs },
): Message {
  const heading = say(`audience.${kind}`)
  const choices = choicesOf(kind, own, say, needs)
  const help = kind === 'units' || kind === 'agreement' ? say(`audience.${kind}.help`) : heading
  return {
    text: heading,
    card: card(
      [
        title(heading),
        ...(fault ? [text(say('fault.nobody'), { color: 'Attention', weight: 'Bolder' })] : []),
        choice('chosen', help, choices, { many: kind === 'units' || kind === 'roles' }),
      ],
      [
        setAudience.button(say('choose'), { id, kind }, { style: 'positive' }),
        chooseAudience.button(say('editAudience'), { id }, { associatedInputs: 'none' }),
      ],
    ),
  }
}

function choicesOf(kind: Kind, own: readonly string[] | undefined, say: Say, needs: Needs) {
  switch (kind) {
    case 'units':
      return needs.people
        .units()
        .filter((unit) => own === undefined || own.includes(unit.id))
        .map(({ id, name }) => ({ title: name, value: id }))
    case 'roles':
      return addressedRoles.map((role) => ({ title: roleIn(role, say), value: role }))
    case 'agreement':
      return needs.agreements().map((one) => ({ title: one.title, value: one.id }))
    case 'channel':
      return needs.channels().map(({ id, name }) => ({ title: name, value: id }))
  }
}
