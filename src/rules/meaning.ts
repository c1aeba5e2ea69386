/** What an amount is the limit of: the closed set of limits that the rules reckon with, by the names that the files use. */
import { z } from 'zod'

const meanings = {
  innslagspunkt: 'act',
  nasjonal: 'national',
  'eøs-varer-tjenester': 'eea-goods-services',
  'eøs-bygg': 'eea-works',
  'eøs-særlige-helse': 'eea-special-health',
  'eøs-stat': 'eea-state',
  'forsyning-varer-tjenester': 'utilities-goods-services',
  'forsyning-bygg': 'utilities-works',
  'forsyning-særlige': 'utilities-special',
  konsesjon: 'concession',
  'plan-og-designkonkurranse': 'design-contest',
  'delkontrakt-varer-tjenester': 'lot-goods-services',
  'delkontrakt-bygg': 'lot-works',
  'tilskudd-bygg': 'subsidised-works',
  'tilskudd-tjenester': 'subsidised-services',
  'måneder-uten-slutt': 'months-without-end',
  mva: 'vat',
  'mva-mat': 'vat-food',
  'mva-lav': 'vat-low',
  skatteattest: 'tax-certificate',
  lærling: 'apprentices',
  direktekjøp: 'direct-purchase',
  'tre-tilbud': 'three-quotes',
  seksjonsgrense: 'section',
  minikonkurranse: 'mini-competition',
  'uker-direkte': 'weeks-direct',
  'uker-tilbud': 'weeks-quotes',
  'uker-del1': 'weeks-part-one',
  'uker-doffin': 'weeks-national',
  'uker-eøs': 'weeks-eea',
  'fullmakt-leder': 'authority-manager',
  'fullmakt-direktør': 'authority-director',
} as const

type Written = keyof typeof meanings
export type Meaning = (typeof meanings)[Written]

/** The rates of VAT that are not the general one, by the names of the files. */
export const vatGroups = { mat: 'vat-food', lav: 'vat-low' } as const satisfies Record<string, Meaning>
export type VatGroup = (typeof vatGroups)[keyof typeof vatGroups]

const names = Object.keys(meanings) as Written[] // its own keys
export const meaningSchema = z.enum(names).transform((name): Meaning => meanings[name])
