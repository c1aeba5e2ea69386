import { z } from 'zod'
import { termOf, wordsOf } from '../search/search.ts'
import { type KnowledgeFault, readBy } from './fault.ts'
import { readYaml } from './yaml.ts'

/** Which group a text belongs to by its words; undefined where none of them tells. */
export type GroupOf<Group> = (text: string) => Group | undefined

/** Shorter words end too many others. */
const shortestEnding = 4
const shortestBeginning = 5
const longestPhrase = 3

type Phrases<Group> = {
  phrases: ReadonlyMap<string, Group>
  /** Terms that also tell where a longer word ends with them. */
  endings: readonly (readonly [string, Group])[]
  /** Whole words that tell only where nothing else does: the group's own name. */
  last: ReadonlyMap<string, Group>
}

/**
 * Reads groups of words: a YAML mapping from the group's name to words and short phrases. A word that begins with `=` is
 * the group's own name: it counts when nothing else tells, and ends no longer word.
 */
export function readWordGroups<Group extends string>(
  { source, file, names }: { source: string; file: string; names: Readonly<Record<string, Group>> },
  choose: (told: readonly Group[]) => Group | undefined = ([first]) => first,
): { groupOf: GroupOf<Group>; faults: KnowledgeFault[] } {
  const schema = z.partialRecord(z.enum(Object.keys(names)), z.array(z.string().min(2)))
  const yaml = readYaml(source, file)
  const read =
    yaml.faults.length > 0
      ? { faults: yaml.faults }
      : readBy(schema, yaml.value ?? {}, { file, lineOf: yaml.lineOf, id: undefined })
  if (read.faults) return { groupOf: () => undefined, faults: read.faults }
  const phrases = new Map<string, Group>()
  const last = new Map<string, Group>()
  for (const [name, group] of Object.entries(names))
    for (const phrase of read.data[name] ?? []) {
      if (phrase.startsWith('=')) last.set(phrase.slice(1), group)
      else phrases.set(wordsOf(phrase).map(termOf).join(' '), group)
    }
  const endings = [...phrases].filter(([term]) => term.length >= shortestEnding && !term.includes(' '))
  return {
    groupOf(text) {
      return choose(toldBy(wordsOf(text), { phrases, endings, last }))
    },
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
      const group = phrases.get(phrase.join(' ')) ?? (length === 1 ? byEnding(phrase[0], endings) : undefined)
      if (!group) continue
      told.push(group)
      at += length - 1
      break
    }
  if (told.length > 0) return told
  const begun = terms.flatMap((term) => byBeginning(term, endings) ?? [])
  return begun.length > 0 ? begun : words.flatMap((word) => last.get(word) ?? [])
}

/** A compound is a kind of what it ends with; what it begins with tells only where nothing else does. */
const byBeginning = <Group>(
  term: string,
  endings: readonly (readonly [string, Group])[],
): Group | undefined =>
  endings.find(([beginning]) => beginning.length >= shortestBeginning && term.startsWith(beginning))?.[1]

const byEnding = <Group>(term = '', endings: readonly (readonly [string, Group])[]): Group | undefined =>
  endings.filter(([ending]) => term.endsWith(ending)).toSorted(([a], [b]) => b.length - a.length)[0]?.[1]
