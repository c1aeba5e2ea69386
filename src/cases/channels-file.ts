import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Fault } from '../kit/fault.ts'
import { readBy, readYaml, writeFault } from '../knowledge/knowledge.ts'
import type { CaseKind } from './moves.ts'

export type Channel = {
  /** Of the channel in Teams. */
  id: string
  name: string
  /** The main groups of agreements, and the ids of the units, whose cases it gets. */
  topics: readonly string[]
  units: readonly string[]
  /** Whether it gets what no other channel gets. */
  isStandard: boolean
}
export type Channels = {
  channels: readonly Channel[]
  /** In how many business days a case should be done. */
  timeLimits: Readonly<Record<CaseKind, number>>
}
/** What the file may name. What is undefined is not checked. */
export type Known = { topics?: readonly string[] | undefined; units?: readonly string[] | undefined }

/** Where a case is shown: in the channel of its topic, else in that of its unit, else in the standard one. */
export const channelFor = (
  { topic, unit }: { topic: string | null; unit: string | null },
  { channels }: Channels,
): Channel | undefined =>
  channels.find(({ topics }) => topic !== null && topics.includes(topic)) ??
  channels.find(({ units }) => unit !== null && units.includes(unit)) ??
  channels.find(({ isStandard }) => isStandard)

/** Reads `channels.yaml` from the disk; no file is no channels. Throws as `readChannelsFile` does. */
export async function readChannels(file: string, known?: Known): Promise<Channels> {
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new Fault('knowledge', `${file} kan ikke leses`, error)
  })
  return readChannelsFile(source, file, known)
}

/** Throws a `knowledge` Fault with every line and field that is wrong, and what is permitted there. */
export function readChannelsFile(source: string, file: string, known: Known = {}): Channels {
  const { value, lineOf, faults } = readYaml(source, file)
  const read = faults.length > 0 ? { faults } : readBy(schema(known), value ?? {}, { file, lineOf })
  if (read.faults) throw new Fault('knowledge', read.faults.map(writeFault).join('\n'))
  return read.data
}

const text = z.string().trim().min(1)
const texts = z.array(text).default([])
const channelId = z
  .string()
  .regex(
    /^[^\s%/]+$/,
    'Skriv id-en til kanalen i Teams, for eksempel 19:abc@thread.tacv2, med : for %3A og @ for %40',
  )
const businessDays = z
  .number()
  .refine(
    (days) => Number.isInteger(days) && days >= 1 && days <= 250,
    'må være et helt antall virkedager fra 1 til 250',
  )
const channel = z.strictObject({
  id: channelId,
  navn: text,
  emner: texts,
  enheter: texts,
  standard: z.boolean().default(false),
})
const schema = (known: Known) =>
  z
    .strictObject({
      frister: z
        .strictObject({ kjøp: businessDays.default(5), spørsmål: businessDays.default(3) })
        .prefault({}),
      kanaler: z.array(channel).default([]),
    })
    .superRefine(({ kanaler }, context) => {
      for (const { path, message } of wrongTogether(kanaler, known))
        context.addIssue({ code: 'custom', path: ['kanaler', ...path], message })
    })
    .transform(
      ({ kanaler, frister }): Channels => ({
        channels: kanaler.map(({ id, navn, emner, enheter, standard }) => ({
          id,
          name: navn,
          topics: emner,
          units: enheter,
          isStandard: standard,
        })),
        timeLimits: { purchase: frister.kjøp, question: frister.spørsmål },
      }),
    )

type Named = { name: string; path: (string | number)[] }
type Wrong = { path: Named['path']; message: string }

/** What only shows when all channels are there: two that get the same, and names of what there is not. */
function wrongTogether(channels: z.output<typeof channel>[], { topics, units }: Known): Wrong[] {
  const all = (field: 'emner' | 'enheter') =>
    channels.flatMap((one, at) => one[field].map((name, nth): Named => ({ name, path: [at, field, nth] })))
  const ids = channels.map(({ id }, at): Named => ({ name: id, path: [at, 'id'] }))
  const standards = channels.flatMap(({ standard }, at): Named[] =>
    standard ? [{ name: 'standard', path: [at, 'standard'] }] : [],
  )
  return [
    ...twice(ids, 'Skriv alt om kanalen på ett sted'),
    ...twice(standards, 'Bare én kanal kan være standard'),
    ...twice(all('emner'), 'Et emne kan ha én kanal'),
    ...twice(all('enheter'), 'En enhet kan ha én kanal'),
    ...strangers(all('emner'), topics, 'er ikke i avtaleregisteret. Skriv det som i kolonnen Hovedgruppe'),
    ...strangers(all('enheter'), units, `er ikke i people.yaml. Skriv ${units?.join(', ')}`),
  ]
}

const twice = (all: readonly Named[], permitted: string): Wrong[] =>
  all
    .filter(({ name }, at) => all.findIndex((one) => one.name === name) < at)
    .map(({ name, path }) => ({ path, message: `«${name}» står to ganger. ${permitted}` }))

const strangers = (all: readonly Named[], known: readonly string[] | undefined, problem: string): Wrong[] =>
  known
    ? all
        .filter(({ name }) => !known.includes(name))
        .map(({ name, path }) => ({ path, message: `«${name}» ${problem}` }))
    : []
