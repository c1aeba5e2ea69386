/** What people may do. Everyone who is let in is an employee; the other roles come from `people.yaml` and Entra groups. */
const written = {
  ansatt: 'employee',
  godkjenner: 'approver',
  avtaleansvarlig: 'agreement-owner',
  innkjøper: 'officer',
  innkjøpssjef: 'lead',
  administrator: 'administrator',
} as const

/** `author`: may write announcements. Nobody is given that alone: it comes with other roles. */
export type Role = (typeof written)[keyof typeof written] | 'author'

/** The roles by the names that the files use. */
export const roleNames: Readonly<Record<string, Role>> = written

/** Roles that another role has with it: who leads the section may do what its officers do. */
const includes: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  lead: ['officer'],
  officer: ['author'],
  'agreement-owner': ['author'],
}

/** All that somebody is who was given `roles`. */
export const rolesWith = (roles: Iterable<Role>): ReadonlySet<Role> => {
  const given = new Set<Role>(['employee', ...roles])
  for (const role of given) for (const included of includes[role] ?? []) given.add(included)
  return given
}

/** Whether somebody with `roles` may do what needs `needed`. What nobody declared as a role is permitted to nobody. */
export const isPermitted = (needed: string, roles: ReadonlySet<Role>): boolean =>
  (roles as ReadonlySet<string>).has(needed) // a set of roles is a set of strings
