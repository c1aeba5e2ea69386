import { type Features, featuresOf, type Key, keyOf, likeness, sameFrom } from './likeness.ts'

/** Questions that are about the same. `key` is what the one that stands for them is about. */
export type Group<Question> = { key: Key; members: readonly Question[] }

/**
 * Puts questions together that are about the same. What is asked most, word for word, stands for a group; each other belongs
 * to the one it is most like, or stands for a group of its own. So all are alike the one that stands for them, those that
 * stand for groups are not alike each other, and the order in which they come does not matter.
 */
export function groupAlike<Question extends { text: string }>(
  questions: readonly Question[],
): Group<Question>[] {
  const byKey = Map.groupBy(questions, ({ text }) => keyOf(text))
  const inOrder = [...byKey].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
  const groups: { key: Key; features: Features; members: Question[] }[] = []
  const holders = new Map<string, { group: number; weight: number }[]>()
  for (const [key, members] of inOrder) {
    const features = featuresOf(key)
    const nearest = groups[nearestOf(features, groups, holders) ?? -1]
    if (nearest) nearest.members.push(...members)
    else {
      for (const [part, weight] of features.parts)
        holders.set(part, [...(holders.get(part) ?? []), { group: groups.length, weight }])
      groups.push({ key, features, members: [...members] })
    }
  }
  return groups.map(({ key, members }) => ({ key, members }))
}

/** The group that a question is most like, and like enough; of several the first. */
function nearestOf(
  features: Features,
  groups: readonly { features: Features }[],
  holders: ReadonlyMap<string, readonly { group: number; weight: number }[]>,
): number | undefined {
  const common = new Map<number, number>()
  for (const [part, weight] of features.parts)
    for (const holder of holders.get(part) ?? [])
      common.set(holder.group, (common.get(holder.group) ?? 0) + Math.min(weight, holder.weight))
  let nearest: { group: number; alike: number } | undefined
  for (const [group, shared] of common) {
    const other = groups[group]
    const so = other ? likeness(shared, features, other.features) : 0
    const nearer = !nearest || so > nearest.alike || (so === nearest.alike && group < nearest.group)
    if (so >= sameFrom && nearer) nearest = { group, alike: so }
  }
  return nearest?.group
}
