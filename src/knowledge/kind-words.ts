import { z } from 'zod'
import { kinds } from '../rules/kind.ts'
import type { Kind } from '../rules/rules.ts'
import { termOf, wordsOf } from '../search/search.ts'
import { type KnowledgeFault, readBy } from './fault.ts'
import { readYaml } from './yaml.ts'

/** What kind of purchase a text is about; undefined where no word of it tells. */
export type KindOf = (text: string) => Kind | undefined

const names = Object.keys(kinds) as (keyof typeof kinds)[] // its own keys
const schema = z.partialRecord(z.enum(names), z.array(z.string().min(2)))

/** Shorter words end too many others. */
const shortestEnding = 4
const longestPhrase = 3
/** Whatever else is bought, these have regulations of their own. */
const ownRegulations = new Set<Kind>(['utilities-works', 'utilities', 'concession'])

/** Reads the words that tell a kind: a YAML mapping from kind to words and short phrases. */
export function readKindWords(source: string, file: string): { kindOf: KindOf; faults: KnowledgeFault[] } {
  const yaml = readYaml(source, file)
  const read =
    yaml.faults.length > 0
      ? { faults: yaml.faults }
      : readBy(schema, yaml.value ?? {}, { file, lineOf: yaml.lineOf, id: undefined })
  if (read.faults) return { kindOf: () => undefined, faults: read.faults }
  const kindOfPhrase = new Map<string, Kind>()
  for (const name of names)
    for (const phrase of read.data[name] ?? [])
      kindOfPhrase.set(wordsOf(phrase).map(termOf).join(' '), kinds[name])
  const endings = [...kindOfPhrase].filter(([term]) => term.length >= shortestEnding && !term.includes(' '))
  return { kindOf: (text) => kindIn(text, kindOfPhrase, endings), faults: [] }
}

/** The first word that tells decides, the longest phrase before its words; a regulation of its own before everything. */
function kindIn(
  text: string,
  kindOfPhrase: ReadonlyMap<string, Kind>,
  endings: readonly (readonly [string, Kind])[],
): Kind | undefined {
  const terms = wordsOf(text).map(termOf)
  const told: Kind[] = []
  for (let at = 0; at < terms.length; at++)
    for (let length = longestPhrase; length >= 1; length--) {
      const phrase = terms.slice(at, at + length)
      const kind =
        phrase.length === length
          ? (kindOfPhrase.get(phrase.join(' ')) ??
            (length === 1 ? kindOfEnding(phrase[0], endings) : undefined))
          : undefined
      if (!kind) continue
      told.push(kind)
      at += length - 1
      break
    }
  const own = told.find((kind) => ownRegulations.has(kind))
  return own === 'utilities' && told.some((kind) => kind === 'utilities-works' || kind === 'works')
    ? 'utilities-works'
    : (own ?? told[0])
}

const kindOfEnding = (term = '', endings: readonly (readonly [string, Kind])[]): Kind | undefined =>
  endings.filter(([ending]) => term.endsWith(ending)).toSorted(([a], [b]) => b.length - a.length)[0]?.[1]
