import { buttons, card, note, text, title } from '../kit/card.ts'
import { choice } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import { chooseAudience, editDraft, saveDraft, setAudience } from './actions.ts'
import type { Announcement } from './announcement.ts'
import { addressedRoles, agreementsFor, roleIn } from './audience.ts'
import type { Needs } from './needs.ts'
import type { Say } from './sentences.ts'

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

/** `own` are the units that may be chosen; undefined = all. */
type Chooser = { say: Say; fault?: boolean; own: readonly string[] | undefined; who: Person; needs: Needs }
type Kind = 'units' | 'roles' | 'agreement' | 'channel'

/** Which units, roles, agreement or channel. */
export function choicesCard(
  { id }: Pick<Announcement, 'id'>,
  kind: Kind,
  { say, fault, own, who, needs }: Chooser,
): Message {
  const heading = say(`audience.${kind}`)
  const choices = choicesOf(kind, { say, own, who, needs })
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

function choicesOf(kind: Kind, { say, own, who, needs }: Omit<Chooser, 'fault'>) {
  switch (kind) {
    case 'units':
      return needs.people
        .units()
        .filter((unit) => own === undefined || own.includes(unit.id))
        .map(({ id, name }) => ({ title: name, value: id }))
    case 'roles':
      return addressedRoles.map((role) => ({ title: roleIn(role, say), value: role }))
    case 'agreement':
      return agreementsFor(who, needs).map((one) => ({ title: one.title, value: one.id }))
    case 'channel':
      return needs.channels().map(({ id, name }) => ({ title: name, value: id }))
  }
}
