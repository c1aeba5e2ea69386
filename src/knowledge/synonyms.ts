import { z } from 'zod'
import { type Synonyms, termOf } from '../search/search.ts'
import { type KnowledgeFault, readBy } from './fault.ts'
import { readYaml } from './yaml.ts'

const schema = z.array(
  z.array(z.string().regex(/^[\p{L}\d]+$/u, 'Skriv hvert ord som ett ord, uten mellomrom og tegn')).min(2),
)

/** Reads the shared word groups: a YAML list of lists of single words. */
export function readSynonyms(source: string, file: string): { synonyms: Synonyms; faults: KnowledgeFault[] } {
  const yaml = readYaml(source, file)
  if (yaml.faults.length > 0) return { synonyms: new Map(), faults: yaml.faults }
  const read = readBy(schema, yaml.value ?? [], { file, lineOf: yaml.lineOf, id: undefined })
  if (read.faults) return { synonyms: new Map(), faults: read.faults }
  const synonyms = new Map<string, Set<string>>()
  for (const group of read.data) {
    const terms = [...new Set(group.map(termOf))]
    for (const term of terms)
      synonyms.set(term, new Set([...(synonyms.get(term) ?? []), ...terms.filter((other) => other !== term)]))
  }
  return { synonyms, faults: [] }
}
