import { z } from 'zod'
import { type Day, dayBefore } from '../kit/day.ts'
import { type Authority, amountNames, limitSchema, readPeriods } from '../rules/rules.ts'
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
      fieldLines: { lenker: lineOf(['lenker']), søkeord: lineOf(['søkeord']) },
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
    searchWords: limit.søkeord,
    searched: limit.søkes === 'ja',
    place,
    authority,
    periods,
    means: limit.betyr,
    calledAs: limit.omtales,
  }
}

/** What is wrong with a rule's periods and texts, in the words of the one who keeps the file. */
export function periodFaults({
  title,
  periods,
  means,
}: Pick<Limit, 'title' | 'periods' | 'means'>): string[] {
  return [
    ...periodOrderFaults(periods),
    ...periods.flatMap((period) => [
      ...amountNames(`${title} ${period.text}`)
        .filter((name) => !isSet(name, period))
        .map(
          (name) =>
            `teksten bruker {${name}}, men verken «beløp» eller «tall» i perioden fra ${period.from} har dette navnet`,
        ),
      ...Object.keys(means)
        .filter((name) => !isSet(name, period))
        .map(
          (name) =>
            `«betyr» nevner ${name}, men verken «beløp» eller «tall» i perioden fra ${period.from} har dette navnet`,
        ),
    ]),
  ]
}

/** What is wrong with the order of periods, newest first. */
export function periodOrderFaults(periods: readonly { from: Day; to: Day | null }[]): string[] {
  return periods.flatMap((period, at) => {
    const earlier = periods[at + 1]
    return [
      ...(period.to !== null && period.to < period.from
        ? [
            `perioden fra ${period.from} slutter ${period.to}, før den begynner. «til» må være samme dag eller senere`,
          ]
        : []),
      ...(earlier !== undefined && (earlier.to === null || earlier.to >= period.from)
        ? [
            `perioden fra ${period.from} overlapper den forrige. Den forrige må slutte senest ${dayBefore(period.from)}`,
          ]
        : []),
    ]
  })
}

const isSet = (name: string, { amounts, numbers }: Limit['periods'][number]): boolean =>
  name in amounts || name in numbers
