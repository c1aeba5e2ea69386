/** What announcements take from the rooms beside them. */
import { randomUUID } from 'node:crypto'
import type { Needs } from './announcements/announcements.ts'
import type { Channels } from './cases/cases.ts'
import type { Config } from './config.ts'
import type { Clock } from './kit/day.ts'
import type { LiveKnowledge } from './knowledge/live.ts'
import { entraIdOf, type Graph, type LivePeople, mask } from './people/people.ts'
import type { Store } from './store/store.ts'

type Rooms = {
  config: Pick<Config, 'aloneUpTo' | 'quiet' | 'sendsPerSecond'>
  store: Store
  people: LivePeople
  graph: Graph | undefined
  live: LiveKnowledge
  channels: () => Channels
  now: Clock
  askSection(question: string, person: string): Promise<{ number: string } | undefined>
  eventPart: Needs['eventPart']
  imageUrl: Needs['imageUrl']
  linkTo: Needs['linkTo']
  wake: () => void
}

export function announcementsOf(rooms: Rooms): Needs {
  const { config, store, live, channels, now, eventPart, imageUrl, linkTo, wake } = rooms
  return {
    now,
    announcements: store.announcements,
    copies: store.copies,
    outbox: {
      async post(letters) {
        await store.outbox.post(letters, now())
        wake()
      },
      doubtful: store.outbox.doubtful,
      isOpen: (batch, of) => store.outbox.isOpen(batch, { of, at: now() }),
      waits: store.outbox.waits,
      wake,
    },
    people: recipients(rooms),
    agreements: () =>
      live
        .now()
        .items.filter(({ type }) => type === 'agreement')
        .map(({ id, title, owner }) => ({ id, title, owner }))
        .toSorted((a, b) => a.title.localeCompare(b.title, 'nb')),
    channels: () => channels().channels.map(({ id, name }) => ({ id, name })),
    async askSection(text, person, language) {
      const question = randomUUID()
      const kept = { text: mask(text).text, language, outcome: 'handed-over', sources: [], shown: null }
      await store.questions.note({ id: question, person, askedAt: now(), ...kept })
      return (await rooms.askSection(question, person))?.number
    },
    eventPart,
    imageUrl,
    linkTo,
    noteAct: (act) => store.audit.note(act, now()),
    aloneUpTo: config.aloneUpTo,
    quiet: config.quiet,
    perSecond: config.sendsPerSecond,
  }
}

/** Who is addressed by what. Ids are a tenant's and a person's of Entra. */
function recipients({ store, people, graph }: Rooms): Needs['people'] {
  const inTenant = (tenant: string, ids: readonly string[]) => ids.map((id) => `${tenant}:${id}`)
  return {
    nameOf: async (person) => people.nameOf(entraIdOf(person)) ?? (await store.people.nameOf(person)),
    guests: store.people.guests,
    everyone: async (tenant) => [
      ...new Set([...inTenant(tenant, people.everyone()), ...(await store.people.known(tenant))]),
    ],
    inUnits: (tenant, units) => inTenant(tenant, people.inUnits(units)),
    withRoles: (tenant, roles) =>
      inTenant(
        tenant,
        people
          .everyone()
          .filter((id) => roles.some((role) => (people.rolesOf(id) as ReadonlySet<string>).has(role))), // roles are strings
      ),
    usersOf: store.agreementUsers.of,
    async find(tenant, named) {
      const id = people.find(named) ?? (await graph?.userIdOf(named))
      if (id !== undefined) return `${tenant}:${id}`
      const [known] = await store.people.reachesOf([`${tenant}:${named}`])
      return known && `${tenant}:${named}`
    },
    officers: (tenant, day) =>
      people.withRole('officer', day).map(({ id, ...rest }) => ({ id: `${tenant}:${id}`, ...rest })),
    leads: (tenant, day) =>
      inTenant(
        tenant,
        people
          .withRole('lead', day)
          .filter(({ away }) => !away)
          .map(({ id }) => id),
      ),
    unitsOf: (person) => people.ownUnits(entraIdOf(person)),
    answersFor: (person) => people.answersFor(entraIdOf(person)),
    units: () => people.units().map(({ id, name }) => ({ id, name })),
  }
}

/** Puts the bot where somebody has it not; where that fails it is told in the log, and they stay unreached. */
export const installer = (
  graph: Graph | undefined,
  app: string | undefined,
  log: { warn(what: object, words: string): void },
) =>
  graph && app !== undefined
    ? async (entraId: string): Promise<void> =>
        graph
          .install(entraId, app)
          .catch((error: unknown) => log.warn({ err: error }, 'the bot could not be installed for a person'))
    : undefined

/** Keeps who it is, and sees to it that who could not be reached until now gets what they missed. */
export const rememberAnd =
  (store: Store, returned: (person: string) => Promise<void>): Store['people']['remember'] =>
  async (person, conversation, at) => {
    const [before] = conversation ? await store.people.reachesOf([person.id]) : []
    const language = await store.people.remember(person, conversation, at)
    if (before?.unreachable) await returned(person.id)
    return language
  }
