/**
 * What must be done with a purchase, by law or by the municipality's own rules: dated texts that say themselves when they
 * apply. Nothing here is written in code but how a condition is read.
 */
import { z } from 'zod'
import { type Day, daySchema } from '../kit/day.ts'
import type { Language } from '../kit/say.ts'
import { amountOn, type NamedLimit } from './amount-on.ts'
import { type Band, type Banded, bands } from './band.ts'
import { generalKind, type Kind, kindSchema } from './kind.ts'
import { type Authority, periodOn } from './limit.ts'
import { type Meaning, meaningSchema } from './meaning.ts'

/** What a duty is about; a card groups by it. */
const parts = {
  framgangsmåte: 'procedure',
  kunngjøring: 'publishing',
  karens: 'standstill',
  dokumentasjon: 'documentation',
  sjekk: 'check',
  ansvar: 'responsibility',
  tilbud: 'quotes',
  fullmakt: 'authority',
} as const
type DutyPart = (typeof parts)[keyof typeof parts]

/** What a buyer knows about the purchase and a machine does not. */
export const factNames = {
  kjøretøy: 'vehicle',
  renhold: 'cleaning',
  personopplysninger: 'personal-data',
  systemtilgang: 'system-access',
  sårbare: 'vulnerable-people',
  vikar: 'temporary-staff',
  høyrisiko: 'high-risk-goods',
  fagbrevarbeid: 'trade-work',
  brukere: 'used-by-people',
  'nær-relasjon': 'close-relation',
  'ukjent-løsning': 'unknown-solution',
  kritisk: 'critical',
  'særlige-opplysninger': 'sensitive-data',
  'utenfor-eøs': 'outside-eea',
  'én-bruker': 'one-user',
  utslippsunntak: 'emission-exception',
} as const
export type Fact = (typeof factNames)[keyof typeof factNames]

/** These follow from answers about what was ticked: before there is one, they are not the case. */
const answeredElsewhere: Facts = {
  'sensitive-data': false,
  'outside-eea': false,
  'one-user': false,
  'emission-exception': false,
}

const oneOf = <const T extends Record<string, string>>(names: T) =>
  z
    .enum(Object.keys(names) as (keyof T & string)[]) // its own keys
    .transform((name) => names[name as keyof T] as T[keyof T])

const words = z.strictObject({
  nb: z.string().min(1),
  nn: z.string().min(1).optional(),
  en: z.string().min(1).optional(),
})

/** A duty as it stands in `knowledge/rules/*-duties.yaml`. */
export const dutySchema = z.strictObject({
  id: z.string().min(1),
  tittel: words,
  del: oneOf(parts),
  spør: words.optional(),
  lenker: z.array(z.string()).default([]),
  omtales: z.array(z.string().min(1)).default([]),
  perioder: z
    .array(
      z.strictObject({
        fra: daySchema,
        til: daySchema.nullable(),
        når: z.strictObject({
          fra: meaningSchema.optional(),
          over: meaningSchema.optional(),
          under: meaningSchema.optional(),
          til: meaningSchema.optional(),
          bånd: z.array(z.enum(bands)).optional(),
          arter: z.array(kindSchema).optional(),
          'måneder-over': z.int().positive().optional(),
          fakta: z.array(oneOf(factNames)).optional(),
        }),
        gjør: words,
        hjemmel: z.string().min(1),
        status: z.enum(['bekreftet', 'må bekreftes']),
      }),
    )
    .min(1),
})

type Words = z.output<typeof words>

/**
 * When a duty holds: all that is given must be the case, of `facts` one. `from` and `atMost` include the amount itself.
 * A contract whose duration nobody has said may last longer than `moreMonths`.
 */
type When = {
  from: Meaning | undefined
  over: Meaning | undefined
  under: Meaning | undefined
  atMost: Meaning | undefined
  bands: readonly Band[] | undefined
  kinds: readonly Kind[] | undefined
  moreMonths: number | undefined
  facts: readonly Fact[] | undefined
}
type DutyPeriod = {
  from: Day
  to: Day | null
  when: When
  text: Words
  legalBasis: string
  confirmed: boolean
}
export type Duty = {
  id: string
  authority: Authority
  part: DutyPart
  title: Words
  question: Words | undefined
  links: readonly string[]
  /** What people call it when they ask about it. */
  calledAs: readonly string[]
  periods: readonly DutyPeriod[]
}

export const readDuty = (written: z.output<typeof dutySchema>, authority: Authority): Duty => ({
  id: written.id,
  authority,
  part: written.del,
  title: written.tittel,
  question: written.spør,
  links: written.lenker,
  calledAs: written.omtales,
  periods: written.perioder
    .map(({ fra, til, når, gjør, hjemmel, status }) => ({
      from: fra,
      to: til,
      when: {
        from: når.fra,
        over: når.over,
        under: når.under,
        atMost: når.til,
        bands: når.bånd,
        kinds: når.arter,
        moreMonths: når['måneder-over'],
        facts: når.fakta,
      },
      text: gjør,
      legalBasis: hjemmel,
      confirmed: status === 'bekreftet',
    }))
    .sort((a, b) => (a.from < b.from ? 1 : -1)),
})

/** In the wanted language, or in bokmål. */
export const inLanguage = (said: Words, language: Language): string => said[language] ?? said.nb

/** What is known of a purchase beside its value: true, false, or not asked yet. */
export type Facts = Readonly<Partial<Record<Fact, boolean>>>

/** A duty that holds; `ask` when it does only if one of its `facts` is the case, and none of them is known yet. */
export type Due = {
  duty: Duty
  text: Words
  legalBasis: string
  confirmed: boolean
  ask: boolean
  facts: readonly Fact[]
}

/** A purchase with how long it lasts, options included, where that is known. */
export type Lasting = Banded & { months?: number | 'indefinite' | undefined }

/** In the order of the files. */
export function dutiesOn(
  { limits, duties }: { limits: readonly NamedLimit[]; duties: readonly Duty[] },
  purchase: Lasting,
  known: Facts,
): Due[] {
  return duties.flatMap((duty) => {
    const period = periodOn(duty, purchase.day)
    if (!period || !holds(period.when, purchase, limits)) return []
    const ask = askedFor(period.when, { ...answeredElsewhere, ...known })
    if (ask === 'no') return []
    const { text, legalBasis, confirmed } = period
    return [{ duty, text, legalBasis, confirmed, ask: ask === 'ask', facts: period.when.facts ?? [] }]
  })
}

function holds(
  when: When,
  { band, kind, value, day, months }: Lasting,
  limits: readonly NamedLimit[],
): boolean {
  const amount = (meaning: Meaning) => amountOn(limits, meaning, day)?.value
  // A limit that is not set for the day binds nobody.
  const reaches = (meaning: Meaning) => value >= (amount(meaning) ?? Number.POSITIVE_INFINITY)
  return (
    (!when.from || reaches(when.from)) &&
    (!when.over || value > (amount(when.over) ?? Number.POSITIVE_INFINITY)) &&
    (!when.under || value < (amount(when.under) ?? 0)) &&
    (!when.atMost || value <= (amount(when.atMost) ?? -1)) &&
    (!when.bands || when.bands.includes(band)) &&
    (!when.kinds || when.kinds.includes(generalKind(kind))) &&
    (!when.moreMonths || typeof months !== 'number' || months > when.moreMonths)
  )
}

function askedFor({ facts: needed }: When, known: Facts): 'yes' | 'no' | 'ask' {
  if (!needed) return 'yes'
  if (needed.some((fact) => known[fact])) return 'yes'
  return needed.every((fact) => known[fact] === false) ? 'no' : 'ask'
}
