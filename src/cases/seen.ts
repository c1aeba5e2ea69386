/** Who may see a case, and what somebody is to it. */
import { dayAt } from '../kit/day.ts'
import { isPermitted, type Person, tenantOf } from '../people/people.ts'
import type { Case } from './case.ts'
import { isParty, type Mover } from './move.ts'
import type { Needs } from './needs.ts'

export const moverOf = (who: Person, { people, now }: Needs): Mover => ({
  id: who.id,
  isOfficer: isPermitted('officer', who.roles),
  actsFor: people.actsFor(who.id, dayAt(now())),
})

/** A case that somebody may see: their own, one to approve, or any where they are an officer of the same tenant. */
export async function caseFor(number: string, who: Person, needs: Needs): Promise<Case | undefined> {
  const kept = await needs.cases.of(number)
  const mover = moverOf(who, needs)
  if (!kept || tenantOf(kept.requester) !== tenantOf(who.id)) return undefined
  const kase = kept as Case // the store keeps states of moves only
  const isSeen = mover.isOfficer || kase.requester === who.id || isParty('approver', kase, mover)
  return isSeen ? kase : undefined
}
