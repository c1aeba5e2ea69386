/** What people may do. Everyone who is let in is an employee; the other roles come from `people.yaml` and Entra groups. */
const written = {
  ansatt: 'employee',
  godkjenner: 'approver',
  avtaleansvarlig: 'agreement-owner',
  innkjøper: 'officer',
  innkjøpssjef: 'lead',
  administrator: 'administrator',
} as const

export type Role = (typeof written)[keyof typeof written]

/** The roles by the names that the files use. */
export const roleNames: Readonly<Record<string, Role>> = written

/** Roles that another role has with it: who leads the section may do what its officers do. */
const includes: Readonly<Partial<Record<Role, readonly Role[]>>> = { lead: ['officer'] }

/** All that somebody is who was given `roles`. */
export const rolesWith = (roles: Iterable<Role>): ReadonlySet<Role> => {
  const given = new Set<Role>(['employee', ...roles])
  for (const role of given) for (const included of includes[role] ?? []) given.add(included)
  return given
}

/** What is not given to anybody by itself: who writes announcements are those who work with agreements. */
const belongsTo: Readonly<Record<string, readonly Role[]>> = { author: ['officer', 'agreement-owner'] }

/** Whether somebody with `roles` may do what needs `needed`. What nobody declared as a role is permitted to nobody. */
export const isPermitted = (needed: string, roles: ReadonlySet<Role>): boolean =>
  (roles as ReadonlySet<string>).has(needed) || // a set of roles is a set of strings
  (Object.hasOwn(belongsTo, needed) && (belongsTo[needed] ?? []).some((role) => roles.has(role)))
