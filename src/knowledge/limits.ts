import { z } from 'zod'
import { type Authority, limitSchema, periodFaults, readPeriods } from '../rules/limit.ts'
import { faultAt, type KnowledgeFault, readBy } from './fault.ts'
import type { Limit } from './item.ts'
import { idIn, readYaml } from './yaml.ts'

/** Reads a file of dated limits: a YAML list. */
export function readLimits(
  source: string,
  file: string,
  authority: Authority,
): { items: Limit[]; faults: KnowledgeFault[] } {
  const yaml = readYaml(source, file)
  if (yaml.faults.length > 0) return { items: [], faults: yaml.faults }
  const whole = readBy(z.array(z.unknown()), yaml.value, { file, lineOf: yaml.lineOf, id: undefined })
  if (whole.faults) return { items: [], faults: whole.faults }
  const parts = whole.data.map((value, at) => {
    const lineOf = (path: readonly PropertyKey[]) => yaml.lineOf([at, ...path])
    const read = readBy(limitSchema, value, { file, lineOf, id: idIn(value) })
    if (read.faults) return { items: [], faults: read.faults }
    const limit = toLimit(read.data, authority, {
      file,
      line: lineOf(['id']),
      fieldLines: { lenker: lineOf(['lenker']) },
    })
    const faults = periodFaults(limit).map((problem) =>
      faultAt(limit.place, `${limit.id} › perioder`, problem),
    )
    return { items: [limit], faults }
  })
  return { items: parts.flatMap(({ items }) => items), faults: parts.flatMap(({ faults }) => faults) }
}

function toLimit(limit: z.output<typeof limitSchema>, authority: Authority, place: Limit['place']): Limit {
  const periods = readPeriods(limit.perioder)
  return {
    type: 'limit',
    id: limit.id,
    title: limit.tittel,
    owner: limit.eier,
    validFrom: periods.at(-1)?.from ?? '',
    validTo: periods[0]?.to ?? null,
    reviewDate: limit.revideres,
    source: limit.kilde,
    links: limit.lenker,
    place,
    authority,
    periods,
  }
}
