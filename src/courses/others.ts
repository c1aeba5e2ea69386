/** Yes for others: a colleague, or those that somebody leads. They are told, and can say no themselves. */
import { onPress, type Presses } from '../kit/action.ts'
import { card, type Element, inPlainText, note, text, title } from '../kit/card.ts'
import { choice, line } from '../kit/field.ts'
import type { Message } from '../kit/message.ts'
import { type Person, tenantOf } from '../people/people.ts'
import { registerOther, showEvent } from './actions.ts'
import { answerFor } from './answer.ts'
import type { Needs } from './needs.ts'
import { registeredAs } from './participants.ts'
import { eventFor, seatsOf } from './read.ts'
import { isIn } from './seats.ts'
import { speak } from './sentences.ts'

export const registering = (needs: Needs): Presses<Person> =>
  onPress(registerOther, async ({ id, named = '', staff = '', asks }, who: Person) => {
    const chosen = staff.split(',').filter(Boolean)
    return asks || (named.trim() === '' && chosen.length === 0)
      ? form(id, who, needs, asks ? undefined : 'nobody')
      : register(id, { named: named.trim(), chosen }, who, needs)
  })

/** So many are registered at once at most. */
const mostAtOnce = 200

async function form(
  id: string,
  who: Person,
  needs: Needs,
  fault?: 'nobody' | 'unknown',
  named = '',
): Promise<Message> {
  const say = speak(who.language)
  const found = await eventFor(id, who, needs)
  if (!found) return { text: say('refused.gone') }
  const heading = say('registerTitle', { title: found.content.title })
  return {
    text: heading,
    card: card(
      [
        title(inPlainText(heading)),
        fault ? text(say(`fault.${fault}`, { named }), { color: 'Attention', weight: 'Bolder' }) : undefined,
        line('named', say('registerNamed'), named, 200),
        ...(await staffIn(id, who, needs)),
        note(say('registerHelp')),
      ],
      [
        registerOther.button(say('register'), { id }, { style: 'positive' }),
        showEvent.button(say('back'), { id }, { associatedInputs: 'none' }),
      ],
    ),
  }
}

/** Those whom the reader leads and who are not on it yet; nothing for who leads nobody. */
async function staffIn(id: string, who: Person, needs: Needs): Promise<Element[]> {
  const on = new Set((await seatsOf(id, needs)).filter(isIn).map(({ person }) => person))
  const staff = staffOf(who, needs).filter((person) => !on.has(person))
  if (staff.length === 0) return []
  const named = await Promise.all(
    staff.slice(0, mostAtOnce).map(async (person) => ({
      title: (await needs.people.nameOf(person)) ?? person,
      value: person,
    })),
  )
  const sorted = named.toSorted((a, b) => a.title.localeCompare(b.title, 'nb'))
  return [choice('staff', speak(who.language)('registerStaff'), sorted, { many: true })]
}

const staffOf = (who: Person, { people }: Needs): string[] =>
  people.inUnits(tenantOf(who.id), people.ledBy(who.id)).filter((person) => person !== who.id)

async function register(
  id: string,
  { named, chosen }: { named: string; chosen: readonly string[] },
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  if (!(await eventFor(id, who, needs))) return { text: say('refused.gone') }
  const colleague = named === '' ? undefined : await needs.people.find(tenantOf(who.id), named)
  if (named !== '' && colleague === undefined) return form(id, who, needs, 'unknown', named)
  const staff = new Set(staffOf(who, needs))
  const people = [...new Set([...(colleague ? [colleague] : []), ...chosen.filter((one) => staff.has(one))])]
  const lines: string[] = []
  for (const person of people.slice(0, mostAtOnce)) {
    const done = await answerFor(id, person, { wish: 'yes', by: who.id }, { actor: who.id }, needs)
    const name = (await needs.people.nameOf(person)) ?? person
    lines.push(say(`registered.${registeredAs(done)}`, { name }))
  }
  return { text: lines.join('\n\n') || say('fault.nobody') }
}
