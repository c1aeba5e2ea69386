import { isPermitted, type Person, tenantOf } from '../people/people.ts'
import { type Announcement, audienceSchema, contentSchema, type Deed, mayBe, states } from './announcement.ts'
import type { Kept, Needs } from './needs.ts'
import { speak } from './sentences.ts'

/** What was kept, as this room knows it; undefined for what it did not keep. */
export function announcementIn(kept: Kept | undefined): Announcement | undefined {
  const content = contentSchema.safeParse(kept?.content).data
  const audience = audienceSchema.safeParse(kept?.audience).data
  const state = states.find((one) => one === kept?.state)
  return kept && content && audience && state && { ...kept, content, audience, state }
}

/** One that somebody may work with: their own, or any of the tenant's for an officer. */
export async function workedBy(id: string, who: Person, needs: Needs): Promise<Announcement | undefined> {
  const found = announcementIn(await needs.announcements.of(id))
  const may = found && (found.author === who.id || isPermitted('officer', who.roles))
  return may && found.tenant === tenantOf(who.id) ? found : undefined
}

/** The same, where a deed can be done with it now; otherwise why it cannot. */
export async function workable(
  id: string,
  deed: Deed,
  who: Person,
  needs: Needs,
): Promise<{ found: Announcement } | { refused: string }> {
  const say = speak(who.language)
  const found = await workedBy(id, who, needs)
  if (!found) return { refused: say('refused.gone') }
  // A draft is its author's: others see it when it is ready.
  const isOthers = found.state === 'draft' && found.author !== who.id
  if (isOthers) return { refused: say('refused.others') }
  return mayBe(deed, found)
    ? { found }
    : { refused: say('refused.state', { state: say(`state.${found.state}`) }) }
}
