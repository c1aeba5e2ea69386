/**
 * Who is who: language, roles, units, and what is kept about people. Roles are asked for at the time of the deed, and
 * change without a restart. It knows no cards of other rooms and decides nothing about purchases.
 */
export { createAuditTrail } from './audit-trail.ts'
export { createGraph, type Graph, microsoft } from './graph.ts'
export { languageOf, languageOfLocale } from './language.ts'
export { followPeople, type LivePeople, type PeopleNews, readPeople } from './live-people.ts'
export { createOwnData } from './own-data.ts'
export { entraIdOf, everyone, isPermitted, type Person, tenantOf } from './person.ts'
export { mask, type PersonalData } from './personal-data.ts'
