import { z } from 'zod'
import { type Authority, limitSchema, periodFaults, readPeriods } from '../rules/limit.ts'
import { faultAt, faultsOf, type KnowledgeFault } from './fault.ts'
import type { Limit } from './item.ts'
import { readYaml } from './yaml.ts'

/** Reads a file of dated limits: a YAML list. */
export function readLimits(
  source: string,
  file: string,
  authority: Authority,
): { items: Limit[]; faults: KnowledgeFault[] } {
  const yaml = readYaml(source, file)
  if (yaml.faults.length > 0) return { items: [], faults: yaml.faults }
  const read = z.array(limitSchema).safeParse(yaml.value)
  if (!read.success) return { items: [], faults: faultsOf(read.error.issues, file, yaml.lineOf) }
  const items = read.data.map((limit, at) => toLimit(limit, authority, { file, line: yaml.lineOf([at, 'id']) }))
  const faults = items.flatMap((limit) =>
    periodFaults(limit).map((problem) => faultAt(limit.place, `${limit.id} › perioder`, problem)),
  )
  return { items, faults }
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
    comparison: limit.grense,
  }
}
