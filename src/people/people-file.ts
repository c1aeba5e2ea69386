import { type Document, isMap, parseDocument } from 'yaml'
import { z } from 'zod'
import { daySchema } from '../kit/day.ts'
import { Fault } from '../kit/fault.ts'
import type { Directory } from './directory.ts'
import { roleNames } from './roles.ts'

const inNorwegian = z.locales.no().localeError

const roles = z
  .array(
    z
      .enum(Object.keys(roleNames) as [string, ...string[]], {
        error: `må være ${Object.keys(roleNames).join(', ')}`,
      }) // roleNames is not empty
      .transform((name) => roleNames[name] ?? 'employee'),
  )
  .default([])

const schema = z.strictObject({
  enheter: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        navn: z.string().min(1),
        leder: z.string().min(1),
        over: z.string().min(1).optional(),
      }),
    )
    .default([]),
  personer: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        navn: z.string().min(1),
        enhet: z.string().min(1).optional(),
        roller: roles,
        fullmakt: z.number().int().positive().optional(),
        stedfortreder: z.string().min(1).optional(),
        avtaleansvar: z.array(z.string().min(1)).default([]),
        epost: z.email({ error: 'må være en e-postadresse' }).optional(),
        fravær: z.array(z.strictObject({ fra: daySchema, til: daySchema })).default([]),
      }),
    )
    .default([]),
  grupper: z.array(z.strictObject({ id: z.string().min(1), roller: roles })).default([]),
})

/** What the document says. An alias of what is not there, and aliases that unfold without end, are found only here. */
function plain(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new Fault('people', `${file}: kan ikke leses: ${error instanceof Error ? error.message : error}`)
  }
}

/** Reads `people.yaml`. Throws a `people` Fault that names every line that is wrong and what is permitted. */
export function readPeopleFile(source: string, file: string): Directory {
  const document = parseDocument(source)
  const [broken] = document.errors
  if (broken) throw new Fault('people', `${file}: kan ikke leses: ${broken.message.split('\n')[0]}`)
  if (document.contents !== null && !isMap(document.contents))
    throw new Fault('people', `${file}: må ha enheter, personer og grupper`)
  const read = schema.safeParse(plain(document, file) ?? {}, { error: inNorwegian })
  if (!read.success)
    throw new Fault(
      'people',
      read.error.issues.map((issue) => `${file}: ${issue.path.join(' › ')}: ${issue.message}`).join('\n'),
    )
  const directory = directoryOf(read.data)
  const wrong = danglingIn(directory)
  if (wrong.length > 0) throw new Fault('people', wrong.map((line) => `${file}: ${line}`).join('\n'))
  return directory
}

const directoryOf = ({ enheter, personer, grupper }: z.output<typeof schema>): Directory => ({
  units: enheter.map(({ id, navn, leder, over }) => ({ id, name: navn, manager: leder, above: over })),
  people: personer.map(
    ({ id, navn, enhet, roller, fullmakt, stedfortreder, avtaleansvar, epost, fravær }) => ({
      id,
      name: navn,
      unit: enhet,
      roles: roller,
      approvesUpTo: fullmakt,
      delegate: stedfortreder,
      answersFor: avtaleansvar,
      email: epost?.toLowerCase(),
      absences: fravær.map(({ fra, til }) => ({ from: fra, to: til })),
    }),
  ),
  groups: grupper.map(({ id, roller }) => ({ id, roles: roller })),
})

/** What points to nobody, stands twice, or leads in a circle. */
function danglingIn({ units, people }: Directory): string[] {
  const [unitIds, personIds] = [units.map(({ id }) => id), people.map(({ id }) => id)]
  const twice = (ids: string[]) => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
  return [
    ...twice([...unitIds]).map((id) => `enheten «${id}» står to ganger`),
    ...twice([...personIds]).map((id) => `personen «${id}» står to ganger`),
    ...units.flatMap(({ id, manager, above }) => [
      ...(personIds.includes(manager)
        ? []
        : [`enheten «${id}» har leder «${manager}», som ikke står under personer`]),
      ...(above === undefined || unitIds.includes(above)
        ? []
        : [`enheten «${id}» ligger under «${above}», som ikke finnes`]),
    ]),
    ...people.flatMap(({ id, unit, delegate, absences }) => [
      ...(unit === undefined || unitIds.includes(unit)
        ? []
        : [`personen «${id}» har enhet «${unit}», som ikke finnes`]),
      ...(delegate === undefined || personIds.includes(delegate)
        ? []
        : [`personen «${id}» har stedfortreder «${delegate}», som ikke står under personer`]),
      ...absences.flatMap(({ from, to }) =>
        to < from ? [`personen «${id}» har et fravær som slutter før det begynner`] : [],
      ),
    ]),
  ]
}
