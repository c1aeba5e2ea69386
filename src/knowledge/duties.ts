import { z } from 'zod'
import { type Authority, type Duty, dutySchema, readDuty } from '../rules/rules.ts'
import { faultAt, type KnowledgeFault, readBy } from './fault.ts'
import type { Place } from './item.ts'
import { periodOrderFaults } from './limits.ts'
import { idIn, readYaml } from './yaml.ts'

/** A duty with where it is written. */
export type PlacedDuty = Duty & { place: Place }

/** Reads a file of duties: a YAML list. */
export function readDuties(
  source: string,
  file: string,
  authority: Authority,
): { duties: PlacedDuty[]; faults: KnowledgeFault[] } {
  const yaml = readYaml(source, file)
  if (yaml.faults.length > 0) return { duties: [], faults: yaml.faults }
  const whole = readBy(z.array(z.unknown()), yaml.value, { file, lineOf: yaml.lineOf, id: undefined })
  if (whole.faults) return { duties: [], faults: whole.faults }
  const duties: PlacedDuty[] = []
  const faults = whole.data.flatMap((value, at): KnowledgeFault[] => {
    const lineOf = (path: readonly PropertyKey[]) => yaml.lineOf([at, ...path])
    const read = readBy(dutySchema, value, { file, lineOf, id: idIn(value) })
    if (read.faults) return read.faults
    const duty = readDuty(read.data, authority)
    const place = { file, line: lineOf(['id']) }
    duties.push({ ...duty, place })
    return periodOrderFaults(duty.periods).map((problem) => faultAt(place, duty.id, problem))
  })
  return { duties, faults }
}
