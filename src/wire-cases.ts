/** What the cases take from the rooms beside them, and how a request or a question becomes a case. */
import {
  type Needs as CaseNeeds,
  type Channels,
  handlingOf,
  questionOpening,
  readChannels,
} from './cases/cases.ts'
import type { Intake, Needs as IntakeNeeds } from './intake/intake.ts'
import type { Clock } from './kit/day.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { LivePeople } from './people/people.ts'
import type { Store } from './store/store.ts'
import { handlers } from './wire-people.ts'

type Rooms = {
  live: { now(): Knowledge }
  store: Store
  people: LivePeople
  intake: () => Intake
  channels: Channels
  now: Clock
  linkTo: CaseNeeds['linkTo']
  wake: () => void
}

export const casesOf = ({ live, store, people, intake, channels, now, linkTo, wake }: Rooms): CaseNeeds => ({
  now,
  knowledge: live.now,
  channels: () => channels,
  cases: store.cases,
  requests: {
    of: store.requests.of,
    async attachmentsOf(number) {
      const sent = await store.requests.of(number)
      return sent ? (await store.attachments.of(sent.draft)).map(({ name }) => name) : []
    },
  },
  people: handlers(people, store),
  correct: (number, who) => intake().correct(number, who),
  documentButtons: (number, content, language) => intake().documentButtons(number, content, language),
  linkTo,
  wake,
})

/** A request names its unit; the channels file has the unit's id. */
export async function channelsIn(folder: string, people: LivePeople): Promise<Channels> {
  const read = await readChannels(`${folder}/channels.yaml`)
  const nameOf = (id: string) => people.units().find((unit) => unit.id === id)?.name ?? id
  return { ...read, channels: read.channels.map((one) => ({ ...one, units: one.units.map(nameOf) })) }
}

type Submitted = Parameters<IntakeNeeds['requests']['submit']>[0]

export async function submitRequest(sent: Submitted, store: Store, needs: CaseNeeds) {
  const submitted = await store.requests.submit(sent, handlingOf(sent, needs))
  if (submitted && !submitted.before) needs.wake()
  return submitted
}

export async function askSection(question: string, person: string, store: Store, needs: CaseNeeds) {
  const asked = await store.questions.askSection(question, person, (opened) =>
    questionOpening({ ...opened, person }, needs),
  )
  if (asked && !asked.before) needs.wake()
  return asked
}
