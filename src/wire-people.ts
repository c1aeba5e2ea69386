/** People are known by tenant and Entra id where they are kept, and by Entra id alone in who is who. */
import type { Needs as CaseNeeds } from './cases/cases.ts'
import type { Needs as IntakeNeeds } from './intake/intake.ts'
import { entraIdOf, type LivePeople, tenantOf } from './people/people.ts'
import type { Store } from './store/store.ts'

/** Who buys for which unit. */
export const purchasers = (people: LivePeople, store: Store): IntakeNeeds['people'] => ({
  units: people.units,
  approverFor(unit, { requester, ...purchase }) {
    const approver = people.approverFor(unit, { ...purchase, requester: entraIdOf(requester) })
    return approver && { id: `${tenantOf(requester)}:${approver.id}`, name: approver.name }
  },
  managerOf(person) {
    const manager = people.managerOf(entraIdOf(person))
    return manager && people.nameOf(manager)
  },
  nameOf: namesOf(people, store),
  unitOf(person) {
    const unit = people.unitOf(entraIdOf(person))
    return unit && { id: unit.id, name: unit.name }
  },
})

/** Who handles what is asked for. */
export const handlers = (people: LivePeople, store: Store): CaseNeeds['people'] => ({
  nameOf: namesOf(people, store),
  officers: (tenant, day) =>
    people.withRole('officer', day).map(({ id, ...rest }) => ({ id: `${tenant}:${id}`, ...rest })),
  actsFor: (person, day) =>
    people.actsFor(entraIdOf(person), day).map((entraId) => `${tenantOf(person)}:${entraId}`),
  mayApprove: (person, amount) => people.hasAuthority(entraIdOf(person), amount),
  delegateOf(person) {
    const delegate = people.delegateOf(entraIdOf(person))
    return delegate && `${tenantOf(person)}:${delegate}`
  },
})

const namesOf = (people: LivePeople, store: Store) => async (person: string) =>
  people.nameOf(entraIdOf(person)) ?? store.people.nameOf(person)
