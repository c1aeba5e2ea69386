/**
 * Which points a procurement protocol must show, by the regulations that hold. Read in them as they stood on 2026-07-02:
 * FOR-2016-08-12-974 §§ 7-1, 10-5, 25-5 and 30-1, FOR-2016-08-12-975 §§ 7-1 and 21-5, FOR-2016-08-12-976 § 7-1.
 * FOR-2026-04-14-617, in force from 2026-07-01, left all of these as they were.
 */
import { type Band, generalKind, type Kind } from '../../rules/rules.ts'
import { regulationsOf } from './names.ts'
import type { Point } from './protocol-points.ts'

/** `column` says what the references are. `short` has a table of those who were asked as well. */
export type Form = {
  basis: string
  column: string
  short: boolean
  points: readonly (readonly [reference: string, Point])[]
}

const lettered = (names: readonly Point[]): Form['points'] =>
  names.map((name, at) => [String.fromCharCode('a'.charCodeAt(0) + at), name])
const numbered = (names: readonly Point[]): Form['points'] => names.map((name, at) => [`${at + 1}`, name])

/** Below the act nothing is asked for by law: the municipality's own short note. */
const note: Form = {
  basis: 'Kommunens eget notat. Anskaffelsesloven gjelder ikke for kjøpet.',
  column: 'Nr.',
  short: true,
  points: numbered(['authority', 'subject', 'agreement', 'asked', 'impartiality', 'chosen', 'other']),
}

/** Reasons, and the contract kept. A dash is what no paragraph asks for but any reader does. */
const reasonsAndContract: Form['points'] = [
  ['–', 'authority'],
  ['–', 'subject'],
  ['første ledd', 'procedure'],
  ['første ledd', 'asked'],
  ['første ledd', 'chosen'],
  ['andre ledd', 'keeping'],
]

/** Asked for in every purchase under these regulations, and in a longer form too. */
const kept = ['§ 7-1', 'keeping'] as const

const partOne: Form = {
  basis: 'Anskaffelsesforskriften § 7-1',
  column: 'Ledd',
  short: true,
  points: [
    ...reasonsAndContract,
    ['tredje ledd', 'agreement'],
    ['tredje ledd', 'impartiality'],
    ['tredje ledd', 'rejected'],
    ['tredje ledd', 'other'],
  ],
}

const partTwo: Form = {
  basis: 'Anskaffelsesforskriften § 10-5 andre ledd',
  column: 'Bokstav',
  short: false,
  points: [
    ...lettered([
      'authority',
      'subject',
      'onPaper',
      'applicants',
      'selected',
      'tenderers',
      'rejected',
      'changedDialogue',
      'dialogue',
      'impartiality',
      'chosen',
      'subcontractors',
      'cancelled',
      'reserved',
      'other',
    ]),
    kept,
  ],
}

const partThree: Form = {
  basis: 'Anskaffelsesforskriften § 25-5 andre ledd',
  column: 'Bokstav',
  short: false,
  points: [
    ...lettered([
      'authority',
      'subject',
      'lots',
      'negotiation',
      'unpublished',
      'onPaper',
      'applicants',
      'selected',
      'tenderers',
      'rejected',
      'reduced',
      'impartiality',
      'chosen',
      'subcontractors',
      'cancelled',
      'other',
    ]),
    kept,
  ],
}

const partFour: Form = { ...partTwo, basis: `${partTwo.basis}, som § 30-1 sjuende ledd viser til` }

/** Utilities above the EEA value. */
const utilities: Form = {
  basis: 'Forsyningsforskriften § 21-5 første ledd. Innkjøpsseksjonen avklarer om den gjelder.',
  column: 'Bokstav',
  short: false,
  points: [
    ['–', 'authority'],
    ['–', 'subject'],
    ...lettered(['rejected', 'selected', 'chosen', 'unpublished', 'exception', 'reservation', 'onPaper']),
    ['–', 'other'],
  ],
}

/** Regulations whose § 7-1 asks for the documentation and the contract to be kept, and no more. */
const keptOnly = (regulations: string): Form => ({
  basis: `${regulations} § 7-1. Innkjøpsseksjonen avklarer om den gjelder.`,
  column: 'Ledd',
  short: true,
  points: [...reasonsAndContract, ['–', 'impartiality'], ['–', 'other']],
})

const byBand: Readonly<Record<Band, Form>> = {
  '0': note,
  '1': partOne,
  '2': partTwo,
  '3': partThree,
  '4': partFour,
  S: partTwo,
}

/** The form that a purchase is documented by. */
export function formFor({ band, kind }: { band: Band; kind: Kind }): Form {
  const own = regulationsOf(kind)
  if (band === '0' || !own) return byBand[band]
  return generalKind(kind) === 'utilities' && band !== '1' ? utilities : keptOnly(own)
}
