/** What courses take from the rooms beside them. */
import { randomInt } from 'node:crypto'
import { type Announcements, redrawing, redrawingAll } from './announcements/announcements.ts'
import type { Config } from './config.ts'
import type { Needs } from './courses/courses.ts'
import type { Clock } from './kit/day.ts'
import { personPlace } from './kit/place.ts'
import { entraIdOf, type Graph, type LivePeople } from './people/people.ts'
import type { Store } from './store/store.ts'

type Rooms = {
  config: Pick<
    Config,
    'municipality' | 'graphCalendar' | 'remindBefore' | 'coursesAYear' | 'calendarOrganizer'
  >
  store: Store
  people: LivePeople
  graph: Graph | undefined
  announcements: () => Announcements
  now: Clock
  linkTo: Needs['linkTo']
  wake: () => void
}

export const coursesOf = ({
  config,
  store,
  people,
  graph,
  announcements,
  now,
  linkTo,
  wake,
}: Rooms): Needs => ({
  now,
  events: store.events,
  outbox: {
    async post(letters) {
      await store.outbox.post(letters, now())
      wake()
    },
    wake,
  },
  people: comers(people, store, graph),
  invite: (invitation, who) => announcements().invite(invitation, who),
  redrawing: (announcement, person, at) => redrawing(personPlace(person), announcement, at),
  redrawingAll,
  calendar: config.graphCalendar && graph ? calendarIn(graph) : undefined,
  linkTo,
  code: () => String(randomInt(1_000, 10_000)),
  municipality: config.municipality.name,
  organizer: config.calendarOrganizer,
  remindBefore: config.remindBefore,
  coursesAYear: config.coursesAYear,
  noteAct: (act) => store.audit.note(act, now()),
})

/** Who comes to courses. */
const comers = (people: LivePeople, store: Store, graph: Graph | undefined): Needs['people'] => ({
  nameOf: async (person) => people.nameOf(entraIdOf(person)) ?? (await store.people.nameOf(person)),
  emailOf: (person) => people.emailOf(entraIdOf(person)),
  unitNameOf: (person) => people.unitOf(entraIdOf(person))?.name,
  async find(tenant, named) {
    const isAddress = named.includes('@')
    const id =
      people.find(named) ?? people.named(named) ?? (isAddress ? await graph?.userIdOf(named) : undefined)
    const person = id === undefined ? undefined : `${tenant}:${id}`
    // An address may be a guest's, who is not let in.
    return person === undefined || (await store.people.guests(tenant)).has(person) ? undefined : person
  },
  leads: (tenant, day) =>
    people
      .withRole('lead', day)
      .filter(({ away }) => !away)
      .map(({ id }) => `${tenant}:${id}`),
  units: () => people.units().map(({ id, name }) => ({ id, name })),
  inUnits: (tenant, units) => people.inUnits(units).map((id) => `${tenant}:${id}`),
  leaders: (tenant) => [...new Set(people.units().map(({ manager }) => `${tenant}:${manager}`))],
  unitsOf: (person) => people.unitsAbove(entraIdOf(person)),
  ledBy: (person) => people.ledUnits(entraIdOf(person)),
})

const calendarIn = (graph: Graph): NonNullable<Needs['calendar']> => ({
  put: (person, entry, id) => graph.putEntry(entraIdOf(person), entry, id),
  remove: (person, id) => graph.removeEntry(entraIdOf(person), id),
})
