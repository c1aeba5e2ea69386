import { setImmediate } from 'node:timers/promises'
import { remembering } from '../kit/remember.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Finding, findingOf, type GapKind, gapKindOf, gapKinds, type LoggedQuestion } from './gap.ts'
import { type Group, groupAlike } from './grouping.ts'
import { alike, featuresOf, type Key, keyOf, sameFrom } from './likeness.ts'

/** A gap that was closed: what was asked about it until then is looked after. */
export type Closing = { key: Key; closedAt: number }

type Gap = LoggedQuestion & { kind: GapKind }

/** Questions about the same that were not answered well. */
export type GapGroup = {
  key: Key
  /** One of them, as it was written most often. */
  example: string
  /** All of them by id. */
  questions: ReadonlySet<string>
  people: number
  first: number
  last: number
  /** How many there are of each kind; the kinds that there are, and no others. */
  kinds: readonly (readonly [GapKind, number])[]
  /** Why the newest was called bad, where somebody wrote why. */
  reason: string | undefined
  /** When it was closed before; it was asked anew since. */
  closedBefore: number | undefined
}

export type Reporting = {
  knowledge: Knowledge
  answerFrom: number
  /** Whether a question is refused whatever the knowledge holds. */
  isBoundary(text: string): boolean
  closings: readonly Closing[]
}

/** Questions between two breaths: others are answered meanwhile. */
const atOnce = 50
const findings = remembering<Knowledge, Finding>()

/** What was not answered well and is not looked after, in groups, the largest first. */
export async function reportOn(
  questions: readonly LoggedQuestion[],
  { knowledge, answerFrom, isBoundary, closings }: Reporting,
): Promise<GapGroup[]> {
  const gaps: Gap[] = []
  for (const [at, question] of questions.entries()) {
    if (at % atOnce === 0) await setImmediate()
    const { text } = question
    if (question.outcome === 'refuse' && isBoundary(text)) continue
    const find = () => findings(knowledge, text, () => findingOf(knowledge.search(text)))
    const kind = gapKindOf(question, find, answerFrom)
    if (kind) gaps.push({ ...question, kind })
  }
  return groupsOf(gaps, closings)
}

/** Pure: the order of gaps and closings does not matter. */
function groupsOf(gaps: readonly Gap[], closings: readonly Closing[]): GapGroup[] {
  const closedAt = closedAtIn(closings)
  const open = gaps.filter(
    ({ text, askedAt }) => askedAt > (closedAt(keyOf(text)) ?? Number.NEGATIVE_INFINITY),
  )
  return groupAlike(open)
    .map((group) => groupOf(group, closedAt(group.key)))
    .sort((a, b) => b.questions.size - a.questions.size || b.last - a.last || (a.key < b.key ? -1 : 1))
}

/** When what is about the same was closed last; undefined where it never was. */
function closedAtIn(closings: readonly Closing[]): (key: Key) => number | undefined {
  const closed = closings.map(({ key, closedAt }) => ({ features: featuresOf(key), closedAt }))
  const known = new Map<Key, number | undefined>()
  return (key) => {
    if (!known.has(key)) {
      const features = featuresOf(key)
      const same = closed.filter((closing) => alike(features, closing.features) >= sameFrom)
      known.set(key, same.length > 0 ? Math.max(...same.map((closing) => closing.closedAt)) : undefined)
    }
    return known.get(key)
  }
}

function groupOf({ key, members }: Group<Gap>, closedBefore: number | undefined): GapGroup {
  const newestFirst = members.toSorted((a, b) => b.askedAt - a.askedAt || (a.id < b.id ? -1 : 1))
  const times = members.map(({ askedAt }) => askedAt)
  return {
    key,
    example: mostOften(members.filter(({ text }) => keyOf(text) === key).map(({ text }) => text.trim())),
    questions: new Set(members.map(({ id }) => id)),
    people: new Set(members.map(({ person }) => person)).size,
    first: Math.min(...times),
    last: Math.max(...times),
    kinds: gapKinds
      .map((kind) => [kind, members.filter((gap) => gap.kind === kind).length] as const)
      .filter(([, count]) => count > 0),
    reason: newestFirst.find(({ kind, reason }) => kind === 'disliked' && reason)?.reason ?? undefined,
    closedBefore,
  }
}

/** Of equally many the shortest, and of those the first in the alphabet. */
const mostOften = (texts: readonly string[]): string =>
  [...Map.groupBy(texts, (text) => text)].toSorted(
    ([a, as], [b, bs]) => bs.length - as.length || a.length - b.length || (a < b ? -1 : 1),
  )[0]?.[0] ?? ''
