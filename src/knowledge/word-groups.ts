import { z } from 'zod'
import { termOf, wordsOf } from '../search/search.ts'
import { type KnowledgeFault, readBy } from './fault.ts'
import { readYaml } from './yaml.ts'

/** Which group a text belongs to by its words; undefined where none of them tells. */
export type GroupOf<Group> = (text: string) => Group | undefined
/** All groups that a text speaks of. */
export type GroupsIn<Group> = (text: string) => readonly Group[]

/** Shorter words end too many others. */
const shortestEnding = 4
const shortestBeginning = 5
const longestPhrase = 3

/** A phrase may belong to several groups; of those that were read, the last comes first. */
type Phrases<Group> = {
  phrases: ReadonlyMap<string, readonly Group[]>
  /** Terms that also tell where a longer word ends with them. */
  endings: readonly (readonly [string, readonly Group[]])[]
  /** Whole words that tell only where nothing else does: the group's own name. */
  last: ReadonlyMap<string, Group>
}

/**
 * Reads groups of words: a YAML mapping from the group's name to words and short phrases. A word that begins with `=` is
 * the group's own name: it counts when nothing else tells, and ends no longer word.
 */
export function readWordGroups<Group extends string>(
  written: Written<Group>,
  choose: (told: readonly Group[]) => Group | undefined = ([first]) => first,
): { groupOf: GroupOf<Group>; faults: KnowledgeFault[] } {
  const { groupsIn, faults } = readAllGroups(written)
  return { groupOf: (text) => choose(groupsIn(text)), faults }
}

type Written<Group> = { source: string; file: string; names: Readonly<Record<string, Group>> }

/** The same for texts that may belong to several groups: all that their words tell, in the order of the text. */
export function readAllGroups<Group extends string>({
  source,
  file,
  names,
}: Written<Group>): {
  groupsIn: GroupsIn<Group>
  faults: KnowledgeFault[]
} {
  const schema = z.partialRecord(z.enum(Object.keys(names)), z.array(z.string().min(2)))
  const yaml = readYaml(source, file)
  const read =
    yaml.faults.length > 0
      ? { faults: yaml.faults }
      : readBy(schema, yaml.value ?? {}, { file, lineOf: yaml.lineOf, id: undefined })
  if (read.faults) return { groupsIn: () => [], faults: read.faults }
  const phrases = new Map<string, readonly Group[]>()
  const last = new Map<string, Group>()
  for (const [name, group] of Object.entries(names))
    for (const phrase of read.data[name] ?? []) {
      if (phrase.startsWith('=')) last.set(phrase.slice(1), group)
      else {
        const terms = wordsOf(phrase).map(termOf).join(' ')
        phrases.set(terms, [group, ...(phrases.get(terms) ?? [])])
      }
    }
  const endings = [...phrases].filter(([term]) => term.length >= shortestEnding && !term.includes(' '))
  return {
    groupsIn: (text) => toldBy(wordsOf(text), { phrases, endings, last }),
    faults: [],
  }
}

/** In the order of the text, the longest phrase before its words. */
function toldBy<Group>(words: readonly string[], { phrases, endings, last }: Phrases<Group>): Group[] {
  const terms = words.map(termOf)
  const told: Group[] = []
  for (let at = 0; at < terms.length; at++)
    for (let length = longestPhrase; length >= 1; length--) {
      const phrase = terms.slice(at, at + length)
      if (phrase.length < length) continue
      const groups =
        phrases.get(phrase.join(' ')) ?? (length === 1 ? byEnding(phrase[0], endings) : undefined)
      if (!groups) continue
      told.push(...groups)
      at += length - 1
      break
    }
  if (told.length > 0) return told
  const begun = terms.flatMap((term) => byBeginning(term, endings) ?? [])
  return begun.length > 0 ? begun : words.flatMap((word) => last.get(word) ?? [])
}

/** A compound is a kind of what it ends with; what it begins with tells only where nothing else does. */
const byBeginning = <Group>(term: string, endings: Phrases<Group>['endings']): readonly Group[] | undefined =>
  endings.find(([beginning]) => beginning.length >= shortestBeginning && term.startsWith(beginning))?.[1]

const byEnding = <Group>(term = '', endings: Phrases<Group>['endings']): readonly Group[] | undefined =>
  endings.filter(([ending]) => term.endsWith(ending)).toSorted(([a], [b]) => b.length - a.length)[0]?.[1]
