/** What kinds, rules and durations are called in documents, in bokmål. */
import { type Band, generalKind, type Kind } from '../../rules/rules.ts'

export const kindNames: Readonly<Record<Kind, string>> = {
  goods: 'Varer',
  services: 'Tjenester',
  special: 'Særlige tjenester',
  health: 'Helse- og sosialtjenester',
  works: 'Bygg og anlegg',
  utilities: 'Forsyning',
  'utilities-works': 'Forsyning, bygg og anlegg',
  concession: 'Konsesjon',
}

const bandNames: Readonly<Record<Band, string>> = {
  '0': 'Under anskaffelsesloven',
  '1': 'Anskaffelsesforskriften del I',
  '2': 'Anskaffelsesforskriften del I og II',
  '3': 'Anskaffelsesforskriften del I og III',
  '4': 'Anskaffelsesforskriften del I og IV',
  S: 'Anskaffelsesforskriften del I og II, særlige tjenester over EØS-terskelen',
}

/** Utilities and concessions have regulations of their own. */
const ownRegulations: Readonly<Partial<Record<Kind, string>>> = {
  utilities: 'Forsyningsforskriften',
  concession: 'Konsesjonskontraktforskriften',
}
export const regulationsOf = (kind: Kind): string | undefined => ownRegulations[generalKind(kind)]

/** Which rules hold. */
export function rulesName({ band, kind }: { band: Band; kind: Kind }): string {
  const own = regulationsOf(kind)
  return band === '0' || !own ? bandNames[band] : `${own}, ${band === '1' ? 'under' : 'over'} EØS-terskelen`
}

const monthsInYear = 12

/** How long a contract lasts with its options; undefined for a single purchase. */
export function durationName(months: number | 'indefinite' | undefined): string | undefined {
  if (months === undefined) return undefined
  if (months === 'indefinite') return 'Uten sluttdato'
  const years = months / monthsInYear
  if (Number.isInteger(years)) return `${years} år, opsjoner medregnet`
  return months === 1 ? '1 måned, opsjoner medregnet' : `${written(months)} måneder, opsjoner medregnet`
}

const written = (number: number): string => String(Math.round(number * 10) / 10).replace('.', ',')

const bytesInKilo = 1000

/** `240 kB`, `1,3 MB`. */
export const sizeName = (bytes: number): string =>
  bytes < bytesInKilo ** 2
    ? `${Math.max(1, Math.round(bytes / bytesInKilo))} kB`
    : `${written(bytes / bytesInKilo ** 2)} MB`

/** A legal basis that does not part from its number at the end of a line. */
export const unbroken = (legalBasis: string): string =>
  legalBasis.replace(/(§|punkt|artikkel) (?=\d)/g, '$1\u00a0').replace(/ og (?=\d)/g, '\u00a0og\u00a0')

export const documentKinds = ['needs', 'protocol', 'inquiry', 'ocds'] as const
export type DocumentKind = (typeof documentKinds)[number]
