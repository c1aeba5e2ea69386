/**
 * What must be true of a case by what happened to it: reads the declared moves anew, without what the bot reads them with, and
 * knows by itself what can be decided once only.
 */
import { toldOf } from '../../src/cases/in-words.ts'
import { type Move, moves, type Party } from '../../src/cases/moves.ts'
import { speak } from '../../src/cases/sentences.ts'
import type { KeptCase } from './day-kept.ts'
import { officers, ola, personOf, whoIs } from './day-people.ts'

type Standing = Pick<KeptCase, 'kind' | 'requester' | 'approver' | 'state' | 'owner' | 'approval'>
type Happened = KeptCase['events'][number]

/** Something that somebody must have been told. */
export type Due = { person: string; number: string; text: string }

/** What is wrong with a case, in words, and what its parties must have been told. */
export async function checked(kase: KeptCase): Promise<{ astray: string[]; due: Due[] }> {
  const [first, ...rest] = kase.events
  if (!first) return { astray: [`${kase.number} has no beginning`], due: [] }
  let now = begun(kase)
  const astray = first.kind === now.state && first.actor === kase.requester ? [] : ['it began otherwise']
  const due = await dueOf(kase, first, now, ['approver'])
  for (const event of rest) {
    const declared = moves[kase.kind][event.kind]
    const fault = declared ? faultIn(declared, event, now) : 'there is no such move'
    if (fault) astray.push(`${event.seq} ${event.kind}: ${fault}`)
    if (!declared) continue
    const before = now.owner
    now = after(declared, event, now)
    due.push(...(await dueOf(kase, event, now, declared.tells, before)))
  }
  const { state, owner, approval } = kase
  if (now.state !== state || now.owner !== owner || now.approval !== approval)
    astray.push(`${state}, ${owner}, ${approval} is not ${now.state}, ${now.owner}, ${now.approval}`)
  if (kase.version !== kase.events.length || kase.events.some(({ seq }, at) => seq !== at + 1))
    astray.push(`version ${kase.version} after ${kase.events.length} events`)
  return { astray: astray.map((fault) => `${kase.number}: ${fault}`), due }
}

const begun = ({ kind, requester, approver }: KeptCase): Standing => ({
  kind,
  requester,
  approver,
  state: kind === 'purchase' ? 'submitted' : 'asked',
  owner: null,
  approval: approver === null ? 'none' : 'awaited',
})

function faultIn({ through, by, approval, says }: Move, event: Happened, now: Standing): string | undefined {
  if (!through[now.state]) return `not from ${now.state}`
  if (!by.some((party) => isParty(party, event.actor, now))) return `not by ${event.actor}`
  const fits = approval === 'settled' ? now.approval !== 'awaited' : approval === now.approval
  if (approval && !fits) return `while ${now.approval}`
  return says && !dataOf(event)[says] ? `without ${says}` : undefined
}

const isParty = (party: Party, person: string, now: Standing): boolean =>
  party === 'officer'
    ? officers.some((one) => personOf(one) === person) && person !== now.requester
    : now[party] === person

function after({ through, owner, says, decides }: Move, event: Happened, now: Standing): Standing {
  const given = says === 'officer' ? (dataOf(event).officer ?? null) : now.owner
  const anew = now.approver === null ? 'none' : 'awaited'
  return {
    ...now,
    state: through[now.state] ?? now.state,
    owner: owner === 'takes' ? event.actor : owner === 'leaves' ? null : given,
    approval: decides === undefined ? now.approval : decides === 'anew' ? anew : decides,
  }
}

/** As `Said` has them, in what is kept of an event. */
const dataOf = ({ data }: Happened) =>
  (data ?? {}) as Partial<Record<'words' | 'officer' | 'reference', string>>

/** Nobody is told of what they did, but for who takes a case where others read it: Ola does, Ida has her own chat for it. */
async function dueOf(
  kase: KeptCase,
  event: Happened,
  now: Standing,
  tells: readonly Party[],
  before: string | null = null,
): Promise<Due[]> {
  const isTakenInChannel = event.kind === 'take' && event.actor === personOf(ola)
  const to = new Map<string, Party>()
  for (const party of isTakenInChannel ? [...tells, 'owner' as const] : tells) {
    const person = party === 'officer' ? now.owner : now[party]
    if (person !== null && (isTakenInChannel || person !== event.actor) && !to.has(person))
      to.set(person, party)
  }
  // Who had the case and has it no more is told by whom.
  if (before && now.owner && before !== now.owner && before !== event.actor && !to.has(before))
    to.set(before, 'officer')
  const people = { nameOf: async (person: string) => whoIs(person).name }
  return Promise.all(
    [...to].map(async ([person, party]) => ({
      person,
      number: kase.number,
      text: await toldOf({ kind: kase.kind } as Parameters<typeof toldOf>[0], { ...event, at: 0 }, party, {
        people,
        say: speak('nb'),
      }),
    })),
  )
}

/** What was decided though it had been decided: taken while somebody has it, or said yes or no to a second time. */
export function doublesIn({ number, events }: Pick<KeptCase, 'number' | 'events'>): string[] {
  const doubles: string[] = []
  let decided = new Set<string>()
  for (const { kind, seq } of events) {
    if (kind === 'give-back') decided.delete('take')
    if (kind === 'resubmit' || kind === 'retract') decided.delete('the manager')
    if (kind === 'reopen') decided = new Set(['take'])
    if (kind === 'assign') decided.add('take')
    const what = decisions[kind]
    if (what === undefined) continue
    if (decided.has(what)) doubles.push(`${number}: ${seq} ${kind}, decided before`)
    decided.add(what)
  }
  return doubles
}

const decisions: Readonly<Record<string, string>> = {
  take: 'take',
  endorse: 'the manager',
  refuse: 'the manager',
  approve: 'the section',
  decline: 'the section',
}
