/** Who is talking, as rooms need to know it: never a name or an address, only what decides an answer. */
import type { Language } from '../kit/say.ts'
import type { Role } from './roles.ts'

export { isPermitted, type Role } from './roles.ts'

export type Person = {
  /** Tenant and Entra object id; the same in every conversation. */
  id: string
  language: Language
  /** What the person is now. */
  roles: ReadonlySet<Role>
}

/** What every employee may do. */
export const everyone: Role = 'employee'

/** A person is known by a tenant and an Entra object id, with a colon between. */
export const tenantOf = (person: string): string => person.slice(0, person.indexOf(':'))
export const entraIdOf = (person: string): string => person.slice(person.indexOf(':') + 1)
