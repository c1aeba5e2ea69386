/**
 * Who is who in the municipality: roles, units, authority limits, delegates and absence, as data. Pure: the same
 * directory gives the same answer. Groups of Entra add roles; they take none away.
 */
import type { Day } from '../kit/day.ts'
import { type Role, rolesWith } from './roles.ts'

export type Unit = {
  id: string
  name: string
  /** Entra object id of its manager. */
  manager: string
  /** The unit above; undefined at the top. */
  above: string | undefined
}
/** A time away, first and last day; somebody else may stand in. */
type Absence = { from: Day; to: Day }
type Listed = {
  /** Entra object id. */
  id: string
  name: string
  unit: string | undefined
  roles: readonly Role[]
  /** Up to which amount the person may approve, kroner without VAT; undefined where none is set. */
  approvesUpTo: number | undefined
  delegate: string | undefined
  /** Whose agreements they answer for, as the register names them beside themselves and their unit. */
  answersFor: readonly string[]
  /** Lower case; undefined where the file does not say. */
  email: string | undefined
  absences: readonly Absence[]
}
export type Directory = {
  units: readonly Unit[]
  people: readonly Listed[]
  /** Entra group → the roles of its members. */
  groups: readonly { id: string; roles: readonly Role[] }[]
}

/** Group → Entra object ids of its members, as far as they are known. */
export type Members = ReadonlyMap<string, ReadonlySet<string>>

/** All roles of a person, by Entra object id. */
export function rolesOf({ people, groups }: Directory, members: Members, id: string): ReadonlySet<Role> {
  const listed = people.find((person) => person.id === id)?.roles ?? []
  const grouped = groups.filter((group) => members.get(group.id)?.has(id)).flatMap(({ roles }) => roles)
  return rolesWith([...listed, ...grouped])
}

export const unitOf = ({ people, units }: Directory, id: string): Unit | undefined => {
  const unit = people.find((person) => person.id === id)?.unit
  return units.find((one) => one.id === unit)
}

/**
 * Who approves a purchase of `amount` kroner for a unit on a day: its manager, or the first manager above whose limit
 * reaches, never the `requester`. Who is away is stood in for by the delegate, if that one is there and may approve as much. Undefined where
 * nobody is found: then the section is asked.
 */
export function approverFor(
  directory: Directory,
  unit: string,
  { amount, day, requester }: { amount: number; day: Day; requester?: string },
): Listed | undefined {
  for (const { manager: id } of upwards(directory, unit)) {
    const manager = directory.people.find((person) => person.id === id)
    const delegate = directory.people.find((person) => person.id === manager?.delegate)
    const there = manager && isAway(manager, day) ? delegate : manager
    if (there && there.id !== requester && mayApprove(there, amount) && !isAway(there, day)) return there
  }
  return undefined
}

/** Everybody with a role by the file or a group, as far as they are listed, and whether they are away on a day. */
export const listedWith = (
  directory: Directory,
  members: Members,
  { role, day }: { role: Role; day: Day },
): { id: string; name: string; away: boolean }[] =>
  directory.people
    .filter(({ id }) => rolesOf(directory, members, id).has(role))
    .map((person) => ({ id: person.id, name: person.name, away: isAway(person, day) }))

/** Everybody who is listed or in a group that is named, by Entra object id. */
export const everyoneIn = ({ people, groups }: Directory, members: Members): string[] => [
  ...new Set([...people.map(({ id }) => id), ...groups.flatMap(({ id }) => [...(members.get(id) ?? [])])]),
]

/** Units with all below them. */
const withBelow = ({ units }: Directory, ids: readonly string[]): string[] => {
  const all = new Set(ids)
  for (const id of all) for (const unit of units) if (unit.above === id) all.add(unit.id)
  return [...all]
}

/** Who is listed in units or those below them. */
export function inUnits(directory: Directory, ids: readonly string[]): string[] {
  const all = withBelow(directory, ids)
  return directory.people.flatMap(({ id, unit }) => (unit !== undefined && all.includes(unit) ? [id] : []))
}

/** The units somebody works in or manages, with all below those they manage. */
export const ownUnits = (directory: Directory, id: string): string[] => [
  ...new Set([
    ...ledUnits(directory, id),
    ...[unitOf(directory, id)?.id].filter((unit) => unit !== undefined),
  ]),
]

/** The unit somebody works in and all above it, the nearest first. */
export function unitsAbove(directory: Directory, id: string): string[] {
  const found: string[] = []
  for (let at = unitOf(directory, id); at && !found.includes(at.id); ) {
    found.push(at.id)
    const { above } = at
    at = directory.units.find((unit) => unit.id === above)
  }
  return found
}

/** The units that somebody manages, with those below. */
export const ledUnits = (directory: Directory, id: string): string[] =>
  withBelow(
    directory,
    directory.units.filter(({ manager }) => manager === id).map((unit) => unit.id),
  )

/** Whom the register may name as owner of the agreements that somebody answers for: themselves, their unit, and what is listed. */
export function answersFor(directory: Directory, id: string): string[] {
  const person = directory.people.find((one) => one.id === id)
  if (!person) return []
  const unit = unitOf(directory, id)
  return [person.name, ...(unit ? [unit.name] : []), ...person.answersFor]
}

/** Whom somebody acts for on a day: themselves, and whoever is away and has them as delegate. */
export const actsFor = ({ people }: Directory, id: string, day: Day): string[] => [
  id,
  ...people.filter((person) => person.delegate === id && isAway(person, day)).map((person) => person.id),
]

/** Whether somebody's own authority reaches so many kroner. */
export const hasAuthority = ({ people }: Directory, id: string, amount: number): boolean =>
  people.some((person) => person.id === id && mayApprove(person, amount))

/** Who stands in for somebody while they are away. */
export const delegateOf = ({ people }: Directory, id: string): string | undefined =>
  people.find((person) => person.id === id)?.delegate

/** Whom somebody reports to: the manager of their unit, or of the one above for who manages it; an Entra object id. */
export const managerOf = (directory: Directory, id: string): string | undefined =>
  upwards(directory, unitOf(directory, id)?.id).find(({ manager }) => manager !== id)?.manager

/** A unit and those above it, the nearest first. */
function upwards(directory: Directory, unit: string | undefined): Unit[] {
  const line: Unit[] = []
  for (let at = find(directory, unit); at && !line.includes(at); at = find(directory, at.above)) line.push(at)
  return line
}

const find = ({ units }: Directory, id: string | undefined): Unit | undefined =>
  units.find((unit) => unit.id === id)
const mayApprove = ({ approvesUpTo }: Listed, amount: number): boolean => amount <= (approvesUpTo ?? -1)
const isAway = ({ absences }: Pick<Listed, 'absences'>, day: Day): boolean =>
  absences.some(({ from, to }) => from <= day && day <= to)
