/** Who is told what of a case, and where. What is said is worded when it is sent, of what is then true. */
import { z } from 'zod'
import { businessDaysAfter } from '../kit/business-day.ts'
import { type Day, dayAt, hourMs } from '../kit/day.ts'
import { channelPlace, personPlace } from '../kit/place.ts'
import { tenantOf } from '../people/people.ts'
import type { Case } from './case.ts'
import { channelFor } from './channels-file.ts'
import { beforeDecision, type Party } from './moves.ts'
import type { Letter, Needs } from './needs.ts'

const party = z.enum(['requester', 'owner', 'officer', 'approver'])
/**
 * What a letter of a case tells: that something happened, the case as it is, to the section or to who asked to see it, that it
 * is overdue, that it awaits approval, or an article that answers it.
 */
export const letterSchema = z.discriminatedUnion('tell', [
  z.object({
    room: z.literal('cases'),
    tell: z.literal('event'),
    number: z.string(),
    seq: z.number(),
    to: party,
  }),
  z.object({ room: z.literal('cases'), tell: z.literal('case'), number: z.string() }),
  z.object({ room: z.literal('cases'), tell: z.literal('asked-for'), number: z.string() }),
  z.object({ room: z.literal('cases'), tell: z.literal('overdue'), number: z.string(), due: z.string() }),
  z.object({
    room: z.literal('cases'),
    tell: z.literal('approval'),
    number: z.string(),
  }),
  z.object({ room: z.literal('cases'), tell: z.literal('article'), number: z.string(), article: z.string() }),
])
export type CaseLetter = z.output<typeof letterSchema>

/** Hour of the day at which what was forgotten is reminded of, in UTC: morning in Norway, summer and winter. */
const nudgeHour = 7
const morningOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) + nudgeHour * hourMs
/** How many business days an approver has before being reminded. */
const approvalDays = 2

type Where = Pick<Needs, 'channels' | 'people'>

/** Where the section sees a case: the channel of its topic or unit, or each officer where there is none. */
function sectionPlaces({ topic, unit, requester }: Case, day: Day, { channels, people }: Where): string[] {
  const channel = channelFor({ topic, unit }, channels())
  return channel ? [channelPlace(channel.id)] : officerPlaces(requester, day, people)
}

const officerPlaces = (requester: string, day: Day, people: Where['people']): string[] =>
  people.officers(tenantOf(requester), day).map(({ id }) => personPlace(id))

/** What a channel should have been told and cannot, to each officer; once, however often it is tried. */
export const toOfficers = (
  { number, requester }: Case,
  tells: { tell: 'case' } | { tell: 'overdue'; due: Day },
  { people, now }: Pick<Needs, 'people' | 'now'>,
): Letter[] =>
  officerPlaces(requester, dayAt(now()), people).map((place) => ({
    place,
    what: { room: 'cases', number, ...tells } satisfies CaseLetter,
    dueAt: now(),
    key: `instead of a channel ${number} ${JSON.stringify(tells)} ${place}`,
  }))

type Happened = {
  seq: number
  actor: string
  at: number
  tells: readonly Party[]
  /** The case as it was; undefined where it is opened. */
  before?: Case
  /** The approval is awaited from now on. */
  waitsAnew: boolean
}

/**
 * The letters of what has just happened: `after` is the case as it then is, `seq` the event. Nobody is told of what they did
 * themselves. Who is away is told, and so is who stands in for them; reminders see to that when they are sent.
 */
export function lettersOf(
  after: Case,
  { seq, actor, at, tells, before, waitsAnew }: Happened,
  where: Where,
): Letter[] {
  const day = dayAt(at)
  const { number, dueOn, owner } = after
  const case_ = { room: 'cases', number } as const
  const { people } = where
  const withDelegate = (person: string) => [person, people.delegateOf(person) ?? []].flat()
  const told = tells.flatMap((to) => {
    const person = personOf(to, after)
    if (person === null || person === actor) return []
    const all = to === 'requester' ? [person] : withDelegate(person)
    return all
      .filter((one) => one !== actor && (one === person || people.actsFor(one, day).includes(person)))
      .map((one) => ({ to, person: one }))
  })
  const lost = before?.owner ?? null
  if (lost !== null && owner !== null && lost !== owner && lost !== actor)
    told.push({ to: 'officer', person: lost })
  const onePerPerson = told.filter(
    ({ person }, at_) => told.findIndex((one) => one.person === person) === at_,
  )
  // A card in the channel where it was before tells how it stands, too.
  const shownAt = new Set([after, before ?? after].flatMap((one) => sectionPlaces(one, day, where)))
  return [
    ...[...shownAt].map((place) => ({ place, what: { ...case_, tell: 'case' }, dueAt: at })),
    ...onePerPerson.map(({ to, person }) => ({
      place: personPlace(person),
      what: { ...case_, tell: 'event', seq, to },
      dueAt: at,
    })),
    ...(dueOn === null
      ? []
      : (owner === null ? sectionPlaces(after, day, where) : withDelegate(owner).map(personPlace)).map(
          (place) => ({
            place,
            what: { ...case_, tell: 'overdue', due: dueOn },
            dueAt: morningOf(businessDaysAfter(dueOn, 1)),
            key: `overdue ${number} ${dueOn} ${place}`,
          }),
        )),
    ...(waitsAnew && awaitsApproval(after) && after.approver !== null
      ? withDelegate(after.approver).map((person) => ({
          place: personPlace(person),
          what: { ...case_, tell: 'approval' },
          dueAt: morningOf(businessDaysAfter(day, approvalDays)),
        }))
      : []),
  ]
}

/** What was withdrawn or declined waits for nobody. */
export const awaitsApproval = ({ approval, state }: Case): boolean =>
  approval === 'awaited' && beforeDecision.includes(state)

function personOf(to: Party, { requester, owner, approver }: Case): string | null {
  switch (to) {
    case 'requester':
      return requester
    case 'owner':
    case 'officer':
      return owner
    case 'approver':
      return approver
  }
}
