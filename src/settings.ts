/** How one setting is written, and what is told where it is missing or wrong. */
import { z } from 'zod'
import { Fault } from './kit/fault.ts'

/** Each kind of setting describes what is permitted, which is told when it is wrong. */
export const port = z.coerce.number().int().min(0).max(65_535).describe('et tall fra 0 til 65535')
export const share = z.coerce.number().min(0).max(1).describe('et tall fra 0 til 1, for eksempel 0.8')
export const count = z.coerce.number().int().min(1).describe('et helt tall fra 1 og opp')
export const text = z.string().min(1).describe('tekst')
export const quietHours = z
  .string()
  .regex(/^(([01]?\d|2[0-3])-([01]?\d|2[0-3])|ingen)$/)
  .describe('to klokketimer som 20-07, eller ingen')
export const daysBefore = z
  .string()
  .regex(/^\s*([1-9]|[1-5]\d|60)(\s*,\s*([1-9]|[1-5]\d|60)){0,4}\s*$/)
  .describe('ett til fem tall fra 1 til 60 med komma mellom, for eksempel 7,1')
export const email = z.email().describe('en e-postadresse')
export const organisationNumber = z
  .string()
  .regex(/^\d{9}$/)
  .describe('ni siffer uten mellomrom')
export const id = z.uuid().describe('en id som 3f2504e0-4f89-41d3-9a0c-0305e82c3301')
export const ids = z
  .string()
  .regex(/^[\s,]*([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[\s,]*)+$/i)
  .describe('én eller flere leietaker-id-er med komma mellom')
export const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  .describe('en adresse som postgresql://bruker:passord@vert/database')
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).describe(values.join(', '))

export const missing = (what: string): Fault =>
  new Fault('settings', `Innstillinger mangler eller er feil. Se .env.example.\n  ${what}`)

export function settings<Schema extends z.ZodObject>(
  schema: Schema,
  environment: NodeJS.ProcessEnv,
): z.output<Schema> {
  // An empty line in .env means "not set".
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = schema.safeParse(set)
  if (read.success) return read.data
  const lines = read.error.issues.map((issue) => {
    const name = issue.path.join('.')
    return `  ${name} ${set[name] === undefined ? 'mangler' : 'er feil'}. Skriv ${permitted(schema.shape[name])}`
  })
  throw new Fault('settings', `Innstillinger mangler eller er feil. Se .env.example.\n${lines.join('\n')}`)
}

/** What a setting's schema says of itself, under its default. */
function permitted(schema: z.core.$ZodType): string {
  const inner =
    schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? schema.unwrap() : undefined
  return z.globalRegistry.get(schema)?.description ?? (inner ? permitted(inner) : 'noe annet')
}
