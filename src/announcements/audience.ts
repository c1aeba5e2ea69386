/** Who is to have an announcement: places, counted and sampled before anything is sent. */
import { dayMs } from '../kit/day.ts'
import { channelPlace, personAt, personPlace } from '../kit/place.ts'
import { isPermitted, type Person } from '../people/people.ts'
import type { Audience, Content } from './announcement.ts'
import type { Needs } from './needs.ts'
import type { Say } from './sentences.ts'

/** `places` get it. `optedOut` would, had they not turned the topic off. */
export type Reached = { places: readonly string[]; optedOut: number }

/** How far back somebody has used an agreement to be told of it. */
const usedWithinMs = 365 * dayMs

/** Each place once, in order. Who turned the topic off is left out, unless all must have it. */
export async function reachedBy(
  audience: Audience,
  content: Pick<Content, 'topic' | 'mandatory'> & Partial<Pick<Content, 'notTo'>>,
  tenant: string,
  needs: Needs,
): Promise<Reached> {
  if (audience.kind === 'channel') return { places: [channelPlace(audience.channel)], optedOut: 0 }
  const guests = await needs.people.guests(tenant)
  const had = await needs.copies.placesOf(content.notTo ?? [])
  const people = new Set(
    (await peopleIn(audience, tenant, needs)).filter((one) => !guests.has(one) && !had.has(personPlace(one))),
  )
  const out = content.mandatory ? new Set<string>() : await needs.announcements.optedOut(content.topic)
  const places = [...people].filter((person) => !out.has(person)).map(personPlace)
  return { places: places.toSorted(), optedOut: people.size - places.length }
}

async function peopleIn(
  audience: Exclude<Audience, { kind: 'channel' }>,
  tenant: string,
  { people, now }: Needs,
): Promise<readonly string[]> {
  switch (audience.kind) {
    case 'nobody':
      return []
    case 'everyone':
      return people.everyone(tenant)
    case 'units':
      return people.inUnits(tenant, audience.units)
    case 'roles':
      return people.withRoles(tenant, audience.roles)
    case 'agreement':
      return people.usersOf(tenant, audience.agreement, now() - usedWithinMs)
    case 'list':
      return audience.people
  }
}

/** Officers may address anybody; who answers for agreements the users of these, and the own unit. */
export function mayAddress(
  audience: Audience,
  who: Person,
  needs: Pick<Needs, 'people' | 'agreements'>,
): boolean {
  if (isPermitted('officer', who.roles)) return true
  switch (audience.kind) {
    case 'nobody':
      return true
    case 'units': {
      const own = needs.people.unitsOf(who.id)
      return audience.units.every((unit) => own.includes(unit))
    }
    case 'agreement':
      return agreementsFor(who, needs).some(({ id }) => id === audience.agreement)
    default:
      return false
  }
}

/** The agreements whose users somebody may address. */
export function agreementsFor(
  who: Person,
  { people, agreements }: Pick<Needs, 'people' | 'agreements'>,
): ReturnType<Needs['agreements']> {
  if (isPermitted('officer', who.roles)) return agreements()
  const own = new Set(people.answersFor(who.id).map((name) => name.toLowerCase()))
  return agreements().filter(({ owner }) => own.has(owner.trim().toLowerCase()))
}

/** Whether somebody beside the author must look at it before it goes out. */
export const needsSecond = (
  audience: Audience,
  count: number,
  author: Person,
  { aloneUpTo }: Pick<Needs, 'aloneUpTo'>,
): boolean => audience.kind === 'everyone' || count > aloneUpTo || !isPermitted('officer', author.roles)

/** So many names are shown of those who are to have it, taken evenly. */
const sampled = 5

export async function namesAmong(places: readonly string[], { people }: Needs): Promise<string[]> {
  const ids = places.flatMap((place) => personAt(place) ?? [])
  const step = Math.max(1, ids.length / sampled)
  const some = Array.from(
    { length: Math.min(sampled, ids.length) },
    (_, at) => ids[Math.floor(at * step)] ?? '',
  )
  const names = await Promise.all(some.map((id) => people.nameOf(id)))
  return names.filter((name) => name !== undefined)
}

/** An audience in words. */
export function audienceIn(audience: Audience, say: Say, { people, agreements }: Needs): string {
  switch (audience.kind) {
    case 'nobody':
      return '–'
    case 'everyone':
      return say('audience.everyone')
    case 'units':
      return people
        .units()
        .filter(({ id }) => audience.units.includes(id))
        .map(({ name }) => name)
        .join(', ')
    case 'roles':
      return audience.roles.map((role) => roleIn(role, say)).join(', ')
    case 'agreement':
      return `${say('audience.agreement')}: ${agreements().find(({ id }) => id === audience.agreement)?.title ?? audience.agreement}`
    case 'channel':
      return `${say('audience.channel')}: ${audience.name}`
    case 'list':
      return audience.name
  }
}

/** Roles that can be addressed. */
export const addressedRoles = ['approver', 'agreement-owner', 'officer', 'administrator'] as const
export const roleIn = (role: string, say: Say): string => {
  const known = addressedRoles.find((one) => one === role)
  return known ? say(`role.${known}`) : role
}
