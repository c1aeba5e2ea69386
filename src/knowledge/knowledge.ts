/**
 * The knowledge base: the municipality's agreements, routines, templates, guidelines and dated limits, read from files
 * and searched. It finds and tells what holds on a day; it decides nothing. It changes no file: what is written in Teams is
 * kept in new files beside those that people keep.
 */
import { join } from 'node:path'
import type { Day } from '../kit/day.ts'
import { Fault } from '../kit/fault.ts'
import type { Fact, Rules, VatGroup } from '../rules/rules.ts'
import { contradictionsIn } from './contradictions.ts'
import { type KnowledgeFault, readBy, writeFault } from './fault.ts'
import { type Agreement, type Article, type Item, onSameAgreement } from './item.ts'
import type { KindOf } from './kind-words.ts'
import type { Outside } from './outside.ts'
import { type Reading, readFolder } from './read.ts'
import { type Hit, type Hits, type SearchKnowledge, searchKnowledge } from './search.ts'
import type { GroupOf, GroupsIn } from './word-groups.ts'
import { readYaml } from './yaml.ts'

export { duplicatesOf } from './duplicates.ts'
export type { Limit } from './item.ts'
export { onSameAgreement, validityOn } from './item.ts'
export {
  articleFile,
  articleFromAnswer,
  checkArticle,
  type NewArticle,
  writeArticle,
} from './write-article.ts'
export { writeWords } from './write-words.ts'
export type { Agreement, Article, Hit, Hits, Item, KnowledgeFault, Outside }
/** For what other rooms read in the same folder. */
export { readBy, readYaml, writeFault }

/** The id under which the municipality keeps the routine for buying outside an agreement. */
const bindingRoutineId = 'r-utenom'
const routine = (item: Item | undefined): Article | undefined => (item?.type === 'routine' ? item : undefined)

/** Never changed: when the files change, a new one takes its place. */
export type Knowledge = {
  /** Best first, at most ten. Ended items are found too: the one who asks must be told that they ended. */
  search: SearchKnowledge
  item(id: string): Item | undefined
  items: readonly Item[]
  rules: Rules
  kindOf: KindOf
  /** Which rate of VAT that is not the general one a text is about. */
  vatOf: GroupOf<VatGroup>
  /** What a text lets one expect of a purchase: a car is a vehicle. To be confirmed by the person. */
  factsIn: GroupsIn<Fact>
  /** All suppliers on the same framework agreement, in the order in which they are to be asked. */
  suppliersOf(agreement: Agreement): readonly Agreement[]
  /** The routine that says that agreements must be used; undefined where the municipality has none. */
  bindingRoutine: Article | undefined
  /** Where a template's file stands on this machine. */
  fileOf(template: Article): string | undefined
}

/**
 * Reads and checks a folder as of a day; `faults` is empty when all is well. Nothing is thrown for what stands in a file.
 * `contradictions` are sentences that say something else than the dated rules: they are to be mended, and stop nothing.
 * `groups` are the main groups of the agreements that could be read.
 */
export async function checkKnowledge(
  folder: string,
  day: Day,
): Promise<{
  count: number
  groups: string[]
  faults: KnowledgeFault[]
  contradictions: KnowledgeFault[]
  warnings: KnowledgeFault[]
}> {
  const { items, faults, warnings } = await readFolder(folder)
  return {
    count: items.length,
    groups: groupsOf(items),
    faults,
    contradictions: contradictionsIn(items, day),
    warnings,
  }
}

/** The main groups of the agreements, each once. */
export const groupsOf = (items: readonly Item[]): string[] => [
  ...new Set(items.flatMap((item) => (item.type === 'agreement' ? [item.group] : []))),
]

/** Opens a folder for use. Throws a `knowledge` Fault that lists what is wrong when a file has faults. */
export async function openKnowledge(folder: string): Promise<Knowledge> {
  const reading = await readFolder(folder)
  if (reading.faults.length > 0)
    throw new Fault(
      'knowledge',
      `reading ${folder}: ${reading.faults.length} feil\n${reading.faults.map(writeFault).join('\n')}`,
    )
  return knowledgeIn(reading, folder)
}

function knowledgeIn(reading: Reading, folder: string): Knowledge {
  const { items, duties, kindOf, vatOf, factsIn } = reading
  const byId = new Map(items.map((item) => [item.id, item]))
  return {
    search: searchKnowledge(reading),
    item: (id) => byId.get(id),
    items,
    rules: { limits: items.filter((item) => item.type === 'limit'), duties },
    kindOf,
    vatOf,
    factsIn,
    suppliersOf: (agreement) =>
      items
        .filter((item) => item.type === 'agreement')
        .filter((other) => other === agreement || onSameAgreement(other, agreement))
        .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
    bindingRoutine: routine(byId.get(bindingRoutineId)),
    fileOf: (template) => template.attachment && join(folder, template.attachment),
  }
}
