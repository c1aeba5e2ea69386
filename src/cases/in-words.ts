/** A case, its state and what has happened to it, in words. */
import { dayAt, writeDay } from '../kit/day.ts'
import type { Case, Event } from './case.ts'
import { endStates, type Party } from './moves.ts'
import type { Needs } from './needs.ts'
import { type Say, speak } from './sentences.ts'

type Key = Parameters<Say>[0]
const isKey = (key: string): key is Key => speak('nb')(key as Key) !== key

export const nameOf = ({ kind, number }: Pick<Case, 'kind' | 'number'>, say: Say): string =>
  say(kind, { number })
export const stateOf = ({ state }: Pick<Case, 'state'>, say: Say): string => say(`state.${state}`)
export const moveButton = (move: string, say: Say): string => say(`move.${move}` as Key) // a test goes through the moves

/** What is said with a move, as it was kept. */
type Data = { words?: string; officer?: string; reference?: string }
const dataOf = (event: Event): Data => (event.data ?? {}) as Data // as `work.ts` keeps it

type People = Pick<Needs['people'], 'nameOf'>
const called = async (person: string | undefined | null, people: People, say: Say): Promise<string> =>
  (person && (await people.nameOf(person))) || say('somebody')

/** What a party is told of an event. */
export async function toldOf(
  { kind }: Case,
  event: Event,
  to: Party,
  { people, say }: { people: People; say: Say },
): Promise<string> {
  const { words = '', officer, reference = '' } = dataOf(event)
  const told = `told.${kind}.${event.kind}`
  const key = isKey(`${told}.${to}`) ? `${told}.${to}` : told
  return say(key as Key, {
    who: await called(event.actor, people, say),
    officer: await called(officer, people, say),
    words,
    reference,
  })
}

/** One line of the history. */
export async function eventLine(
  kase: Case,
  event: Event,
  { people, say }: { people: People; say: Say },
): Promise<string> {
  const own = `event.${event.kind}`
  const what = isKey(own)
    ? say(own, { who: await called(event.actor, people, say) })
    : await toldOf(kase, event, 'requester', { people, say })
  return say('eventLine', { day: writeDay(dayAt(event.at)), what })
}

/** Where the manager's approval stands; undefined where none is needed, or any more. */
export async function approvalOf(
  { approval, approver, state }: Case,
  { people, say }: { people: People; say: Say },
): Promise<string | undefined> {
  return approval === 'none' || (approval === 'awaited' && endStates.includes(state))
    ? undefined
    : say(`approval.${approval}`, { who: await called(approver, people, say) })
}
