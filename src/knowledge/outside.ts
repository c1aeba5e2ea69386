import { z } from 'zod'
import { type KnowledgeFault, readBy } from './fault.ts'
import type { Place } from './item.ts'
import { idIn, readYaml } from './yaml.ts'

/**
 * What people ask about and is not answered here: another office's matter (`elsewhere`), or a purchase that no
 * agreement covers (`no-agreement`). Known, so that it is refused in plain words and never taken for something else.
 */
export type Outside = {
  kind: 'elsewhere' | 'no-agreement'
  id: string
  /** Goes on from "jeg tror dette gjelder" or "jeg kjenner ingen rammeavtale for". */
  title: string
  /** Who can answer instead; undefined where that is the procurement section. */
  contact: string | undefined
  searchWords: readonly string[]
  place: Place
}

const common = {
  id: z.string().min(1),
  tittel: z.string().min(1),
  søkeord: z.array(z.string().min(1)).min(1),
}
const schemas = {
  elsewhere: z.strictObject({ ...common, spør: z.string().min(1) }),
  'no-agreement': z.strictObject({ ...common, spør: z.undefined().optional() }),
}

/** Reads a YAML list of subjects. */
export function readOutside(
  source: string,
  file: string,
  kind: Outside['kind'],
): { outside: Outside[]; faults: KnowledgeFault[] } {
  const yaml = readYaml(source, file)
  if (yaml.faults.length > 0) return { outside: [], faults: yaml.faults }
  const whole = readBy(z.array(z.unknown()), yaml.value ?? [], { file, lineOf: yaml.lineOf, id: undefined })
  if (whole.faults) return { outside: [], faults: whole.faults }
  const read = whole.data.map((value, at) => {
    const lineOf = (path: readonly PropertyKey[]) => yaml.lineOf([at, ...path])
    return { ...readBy(schemas[kind], value, { file, lineOf, id: idIn(value) }), line: lineOf(['id']) }
  })
  return {
    outside: read.flatMap(({ data, line }) =>
      data
        ? [
            {
              kind,
              id: data.id,
              title: data.tittel,
              contact: data.spør,
              searchWords: data.søkeord,
              place: { file, line },
            },
          ]
        : [],
    ),
    faults: read.flatMap(({ faults }) => faults ?? []),
  }
}
