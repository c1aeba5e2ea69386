/** Whom an announcement is for: chosen of what there is, by who may address them. */
import { onPress, type Presses } from '../kit/action.ts'
import type { Message } from '../kit/message.ts'
import { isPermitted, type Person } from '../people/people.ts'
import { chooseAudience, setAudience } from './actions.ts'
import type { Announcement, Audience } from './announcement.ts'
import { addressedRoles, mayAddress } from './audience.ts'
import { audienceCard, choicesCard } from './audience-card.ts'
import { keep } from './compose.ts'
import type { Needs } from './needs.ts'
import { preview } from './preview.ts'
import { workable, workedBy } from './read.ts'
import { speak } from './sentences.ts'

export const addressing = (needs: Needs): Presses<Person> => ({
  ...onPress(chooseAudience, async ({ id, kind }, who: Person) => {
    const read = await workable(id, 'send', who, needs)
    if ('refused' in read) return { text: read.refused }
    return kind
      ? choices(read.found, kind, who, needs)
      : audienceCard(read.found, mayAll(who), speak(who.language))
  }),
  ...onPress(setAudience, (chosen, who: Person) => address(chosen, who, needs)),
})

const mayAll = (who: Person): boolean => isPermitted('officer', who.roles)

const choices = (
  found: Announcement,
  kind: 'units' | 'roles' | 'agreement' | 'channel',
  who: Person,
  needs: Needs,
  fault = false,
): Message =>
  choicesCard(found, kind, {
    say: speak(who.language),
    fault,
    who,
    own: mayAll(who) ? undefined : needs.people.unitsOf(who.id),
    needs,
  })

type Chosen = NonNullable<ReturnType<typeof setAudience.read>>

async function address({ id, kind, chosen = '' }: Chosen, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const read = await workable(id, 'send', who, needs)
  if ('refused' in read) return { text: read.refused }
  const audience = audienceOf(kind, chosen.split(',').filter(Boolean), read.found, needs)
  if (!audience)
    return kind === 'everyone' || kind === 'list'
      ? { text: say('fault.nobody') }
      : choices(read.found, kind, who, needs, true)
  if (!mayAddress(audience, who, needs)) return { text: say('notYourAudience') }
  if (!(await keep(read.found, { audience, content: { ...read.found.content, awaits: null } }, needs)))
    return { text: say('refused.changed') }
  const now = await workedBy(id, who, needs)
  return now ? preview(now, who, needs) : { text: say('refused.gone') }
}

/** What was chosen, of what there is to choose; undefined where that is nothing. */
function audienceOf(
  kind: Chosen['kind'],
  chosen: readonly string[],
  { audience }: Announcement,
  needs: Needs,
): Audience | undefined {
  const [one = ''] = chosen
  switch (kind) {
    case 'everyone':
      return { kind }
    case 'units': {
      const units = needs.people.units().flatMap(({ id }) => (chosen.includes(id) ? [id] : []))
      return units.length > 0 ? { kind, units } : undefined
    }
    case 'roles': {
      const roles = addressedRoles.filter((role) => chosen.includes(role))
      return roles.length > 0 ? { kind, roles } : undefined
    }
    case 'agreement':
      return needs.agreements().some(({ id }) => id === one) ? { kind, agreement: one } : undefined
    case 'channel': {
      const channel = needs.channels().find(({ id }) => id === one)
      return channel && { kind, channel: channel.id, name: channel.name }
    }
    case 'list':
      return audience.kind === 'list' ? audience : undefined
  }
}
