import { readFile } from 'node:fs/promises'
import { watch } from 'chokidar'
import type { Day } from '../kit/day.ts'
import { Fault } from '../kit/fault.ts'
import {
  actsFor,
  answersFor,
  approverFor,
  type Directory,
  delegateOf,
  everyoneIn,
  hasAuthority,
  inUnits,
  ledUnits,
  listedWith,
  type Members,
  managerOf,
  ownUnits,
  rolesOf,
  type Unit,
  unitOf,
  unitsAbove,
} from './directory.ts'
import type { Graph } from './graph.ts'
import { readPeopleFile } from './people-file.ts'
import type { Role } from './roles.ts'

export type LivePeople = {
  /** The roles that somebody has now, by Entra object id. Ask at the time of the deed: they change without a restart. */
  rolesOf(entraId: string): ReadonlySet<Role>
  unitOf(entraId: string): Unit | undefined
  units(): readonly Unit[]
  /** Who approves a purchase of so much, kroner without VAT, for a unit on a day; undefined where nobody is found. */
  approverFor(
    unit: string,
    purchase: { amount: number; day: Day; requester: string },
  ): { id: string; name: string } | undefined
  /** Who has a role, as far as the file lists them. */
  withRole(role: Role, day: Day): readonly { id: string; name: string; away: boolean }[]
  /** All that are known to the file and its groups, by Entra object id. */
  everyone(): readonly string[]
  /** Who is listed in units or those below them. */
  inUnits(units: readonly string[]): readonly string[]
  /** The units somebody works in or manages, with those below, by Entra object id. */
  ownUnits(entraId: string): readonly string[]
  /** The unit somebody works in and all above it, by Entra object id. */
  unitsAbove(entraId: string): readonly string[]
  /** The units somebody manages, with those below, by Entra object id. */
  ledUnits(entraId: string): readonly string[]
  /** Whom an e-mail address or an Entra object id belongs to. */
  find(named: string): string | undefined
  /** The one person of a whole name, whatever its case; undefined for nobody and for more than one. */
  named(name: string): string | undefined
  /** As the people file has it, in lower case. */
  emailOf(entraId: string): string | undefined
  /** Whom the register may name as owner of the agreements that somebody answers for, by Entra object id. */
  answersFor(entraId: string): readonly string[]
  /** Whom somebody acts for on a day, by Entra object id. */
  actsFor(entraId: string, day: Day): readonly string[]
  /** Whether somebody's authority reaches so many kroner without VAT, by Entra object id. */
  hasAuthority(entraId: string, amount: number): boolean
  /** Who stands in for somebody while they are away, by Entra object id. */
  delegateOf(entraId: string): string | undefined
  /** Whom somebody reports to, by Entra object id. */
  managerOf(entraId: string): string | undefined
  /** As the people file has it. */
  nameOf(entraId: string): string | undefined
  /** Reads the members of all groups anew. A group that cannot be read keeps the members it had. */
  refreshGroups(): Promise<void>
  close(): Promise<void>
}

/** What somebody is or may decide that is not as it was: roles, or authority limit, unit, delegate and absences. */
type Change = { person: string; act: 'roles-changed' | 'authority-changed'; before: unknown; after: unknown }
export type PeopleNews = { kind: 'changed'; changes: readonly Change[] } | { kind: 'kept'; because: string }

type State = { directory: Directory; members: Members }

const rolesIn = ({ directory, members }: State, person: string) =>
  [...rolesOf(directory, members, person)].sort()

/** What the file says of somebody's authority; undefined where it says nothing of the person. */
function authorityIn({ directory }: State, id: string) {
  const listed = directory.people.find((person) => person.id === id)
  if (!listed) return undefined
  const { approvesUpTo, unit, delegate, absences } = listed
  return { approvesUpTo, unit, delegate, absences }
}

const changed = (person: string, act: Change['act'], before: unknown, after: unknown): Change[] =>
  JSON.stringify(before) === JSON.stringify(after) ? [] : [{ person, act, before, after }]

const empty: Directory = { units: [], people: [], groups: [] }
const defaultQuietMs = 300
const groupsUnread =
  'gruppene i Entra leses ikke, og gir ingen roller. De leses bare når boten har MICROSOFT_APP_PASSWORD'

/**
 * Follows the people file and, where there is a `graph`, its groups. A file with faults changes nothing and is told. No
 * file at all is a directory of nobody. Throws a `people` Fault when the file is broken from the beginning.
 */
export async function followPeople(
  file: string,
  graph: Pick<Graph, 'membersOf'> | undefined,
  tell: (news: PeopleNews) => void,
  quietMs = defaultQuietMs,
): Promise<LivePeople> {
  const watcher = watch(file, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: quietMs, pollInterval: Math.min(100, quietMs) },
  })
  await new Promise<void>((ready) => watcher.once('ready', ready))
  let directory: Directory
  let members: Members = new Map()
  try {
    directory = await readPeople(file)
  } catch (error) {
    await watcher.close()
    throw error
  }
  /** Puts something new in the place of what was, and tells whose roles it changes. */
  const renew = (next: State) => {
    const everyone = new Set([
      ...[directory, next.directory].flatMap(({ people }) => people.map(({ id }) => id)),
      ...[members, next.members].flatMap((groups) => [...groups.values()].flatMap((ids) => [...ids])),
    ])
    const before = { directory, members }
    const changes = [...everyone].flatMap((person) => [
      ...changed(person, 'roles-changed', rolesIn(before, person), rolesIn(next, person)),
      ...changed(person, 'authority-changed', authorityIn(before, person), authorityIn(next, person)),
    ])
    ;({ directory, members } = next)
    tell({ kind: 'changed', changes })
  }
  const kept = (error: unknown) =>
    tell({ kind: 'kept', because: error instanceof Error ? error.message : String(error) })
  const membersNow = async (): Promise<Members> => {
    if (!graph && directory.groups.length > 0) tell({ kind: 'kept', because: `${file}: ${groupsUnread}` })
    const next = new Map(members)
    for (const { id } of graph ? directory.groups : [])
      await graph?.membersOf(id).then((ids) => next.set(id, ids), kept)
    return next
  }
  const refreshGroups = async () => renew({ directory, members: await membersNow() })
  let renewing = Promise.resolve()
  watcher.on('all', () => {
    renewing = renewing.then(async () => {
      try {
        renew({ directory: await readPeople(file), members })
        await refreshGroups()
      } catch (error) {
        kept(error)
      }
    })
  })
  watcher.on('error', (error) => tell({ kind: 'kept', because: `watching ${file}: ${String(error)}` }))
  members = await membersNow()
  return {
    rolesOf: (id) => rolesOf(directory, members, id),
    unitOf: (id) => unitOf(directory, id),
    units: () => directory.units,
    approverFor: (unit, purchase) => approverFor(directory, unit, purchase),
    withRole: (role, day) => listedWith(directory, members, { role, day }),
    everyone: () => everyoneIn(directory, members),
    inUnits: (units) => inUnits(directory, units),
    ownUnits: (id) => ownUnits(directory, id),
    find(named) {
      const known = everyoneIn(directory, members)
      const id = named.toLowerCase()
      return (
        directory.people.find(({ email }) => email === id)?.id ??
        known.find((one) => one.toLowerCase() === id)
      )
    },
    unitsAbove: (id) => unitsAbove(directory, id),
    ledUnits: (id) => ledUnits(directory, id),
    named(name) {
      const whole = name.trim().toLowerCase()
      const found = directory.people.filter((person) => person.name.toLowerCase() === whole)
      return found.length === 1 ? found[0]?.id : undefined
    },
    emailOf: (id) => directory.people.find((person) => person.id === id)?.email,
    answersFor: (id) => answersFor(directory, id),
    actsFor: (id, day) => actsFor(directory, id, day),
    hasAuthority: (id, amount) => hasAuthority(directory, id, amount),
    delegateOf: (id) => delegateOf(directory, id),
    managerOf: (id) => managerOf(directory, id),
    nameOf: (id) => directory.people.find((person) => person.id === id)?.name,
    refreshGroups,
    async close() {
      await watcher.close()
      await renewing
    },
  }
}

/** Who is who, as the file has it; nobody where there is no file. Throws a `people` Fault that names what is wrong. */
export async function readPeople(file: string): Promise<Directory> {
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Fault('people', `${file} kan ikke leses`, error)
  })
  return source === undefined ? empty : readPeopleFile(source, file)
}
