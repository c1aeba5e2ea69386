/** What was acknowledged, what is kept and what arrived, held against each other. */
import { stateOf } from '../../src/cases/in-words.ts'
import { speak } from '../../src/cases/sentences.ts'
import type { Sent } from '../support/connector.ts'
import { checked, type Due, doublesIn } from './day-checked.ts'
import type { KeptCase, KeptLetter } from './day-kept.ts'
import { type Acknowledged, readIn } from './day-party.ts'
import { channel, chatOf, everybody, personOf } from './day-people.ts'

/** Each in words; all empty where all is well. */
export type Faults = Record<
  'lost' | 'astray' | 'doubles' | 'untold' | 'tooOften' | 'untrue' | 'cards' | 'unsent' | 'ignored',
  string[]
>

type Kept = { cases: readonly KeptCase[]; letters: readonly KeptLetter[] }

export async function compared(
  acknowledged: readonly Acknowledged[],
  sent: readonly Sent[],
  { cases, letters }: Kept,
  at: number,
): Promise<{ told: number; twice: number; inFlight: number; faults: Omit<Faults, 'ignored'> }> {
  const all = await Promise.all(cases.map(checked))
  const due = countOf([...all.flatMap((one) => one.due.map(keyOf)), ...cases.flatMap(cardsOf)])
  const arrived = countOf(sent.flatMap(arrivalOf))
  const again = countOf(letters.flatMap((one) => Array(Math.max(0, one.attempts - 1)).fill(groupOf(one))))
  const times = (key: string) => arrived.get(key) ?? 0
  const more = [...due].map(([key, often]) => [key, times(key) - often] as const)
  return {
    told: [...due].reduce((told, [key, often]) => told + Math.min(often, times(key)), 0),
    twice: more.reduce((twice, [, often]) => twice + Math.max(0, often), 0),
    inFlight: [...again.values()].reduce((a, b) => a + b, 0),
    faults: {
      lost: lostOf(acknowledged, cases),
      astray: all.flatMap(({ astray }) => astray),
      doubles: cases.flatMap(doublesIn),
      untold: more.filter(([, often]) => often < 0).map(([key]) => key),
      tooOften: tooOften(more, again),
      untrue: [...arrived.keys()].filter((key) => !due.has(key)),
      cards: cases.flatMap((one) => faultsOfCard(one, sent, again)),
      unsent: letters
        .filter(({ state, due_at }) => due_at <= at && state !== 'sent')
        .map(
          ({ place, what, state, because }) => `${state} ${place} ${JSON.stringify(what)} ${because ?? ''}`,
        ),
    },
  }
}

/** What was acknowledged and has not happened, as often as it was acknowledged. */
export function lostOf(acknowledged: readonly Acknowledged[], cases: readonly KeptCase[]): string[] {
  const happened = countOf(
    cases.flatMap(({ number, events }) =>
      events.map(({ kind, actor, data }) => {
        const { words, officer, reference } = (data ?? {}) as Record<string, string | undefined>
        return JSON.stringify([number, kind, actor, words ?? officer ?? reference])
      }),
    ),
  )
  const said = countOf(
    acknowledged.map(({ number, kind, actor, said }) => JSON.stringify([number, kind, actor, said])),
  )
  return [...said].filter(([one, often]) => (happened.get(one) ?? 0) < often).map(([one]) => one)
}

/** What is told of a case at a place, to be found again in what arrives: a sentence to a person, the card in the channel. */
const keyOf = ({ person, number, text }: Due): string => `${person} ${number} ${text}`
const cardsOf = ({ number, events }: KeptCase): string[] => events.map(() => `${channel} ${number}`)
/** Where and of which case: as near as a letter and what arrives of it can be brought together. */
const groupOf = ({ place, what }: KeptLetter): string =>
  `${place.slice(place.indexOf(':') + 1)} ${what.number}`

function arrivalOf(one: Sent): string[] {
  const number = /(?:Kjøp|Spørsmål) (S-\d+|\d{4}-\d{4,})/.exec(readIn(one))?.[1]
  if (one.under !== undefined || number === undefined) return []
  if (isInChannel(one)) return [`${channel} ${number}`]
  const who = everybody.find((somebody) => one.to === chatOf(somebody))
  return who ? [keyOf({ person: personOf(who), number, text: readIn(one).split('\n', 1)[0] ?? '' })] : []
}

const isInChannel = ({ to }: Sent): boolean => to.split(';')[0] === channel

/** What was told more often than a letter there was being sent when the bot died. */
function tooOften(
  more: readonly (readonly [string, number])[],
  again: ReadonlyMap<string, number>,
): string[] {
  const groups = new Map<string, number>()
  for (const [key, often] of more) {
    const group = key.split(' ', 2).join(' ')
    groups.set(group, (groups.get(group) ?? 0) + Math.max(0, often))
  }
  return [...groups].filter(([group, often]) => often > (again.get(group) ?? 0)).map(([group]) => group)
}

/** There is one card in the channel, or another where its place could not be noted, and the last that arrived shows the case as it is. */
function faultsOfCard(kase: KeptCase, sent: readonly Sent[], again: ReadonlyMap<string, number>): string[] {
  const { number } = kase
  const cards = sent.filter(
    (one) => isInChannel(one) && one.under === undefined && readIn(one).includes(` ${number}:`),
  )
  const begun = cards.filter(({ replaced }) => !replaced).length
  const last = cards.at(-1)
  const isTrue = last && readIn(last).includes(`Status: ${stateOf(kase, speak('nb'))}`)
  return [
    ...(isTrue ? [] : [`${number}: not as it is`]),
    ...(begun > 1 + (again.get(`${channel} ${number}`) ?? 0) ? [`${number}: ${begun} cards`] : []),
  ]
}

function countOf(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
