import { type Kind, kinds } from '../rules/rules.ts'
import type { KnowledgeFault } from './fault.ts'
import { type GroupOf, readWordGroups } from './word-groups.ts'

/** What kind of purchase a text is about; undefined where no word of it tells. */
export type KindOf = GroupOf<Kind>

/** Whatever else is bought, these have regulations of their own. */
const ownRegulations = new Set<Kind>(['utilities-works', 'utilities', 'concession'])

/** Reads the words that tell a kind. The first word that tells decides; a regulation of its own before everything. */
export function readKindWords(source: string, file: string): { kindOf: KindOf; faults: KnowledgeFault[] } {
  const { groupOf, faults } = readWordGroups({ source, file, names: kinds }, (told) => {
    const own = told.find((kind) => ownRegulations.has(kind))
    const works = told.some((kind) => kind === 'utilities-works' || kind === 'works')
    return own === 'utilities' && works ? 'utilities-works' : (own ?? told[0])
  })
  return { kindOf: groupOf, faults }
}
