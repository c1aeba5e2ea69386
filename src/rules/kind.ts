import { z } from 'zod'

/** What is bought, as the regulations part it. The names on the left are those of the files. */
export const kinds = {
  varer: 'goods',
  tjenester: 'services',
  særlige: 'special',
  'helse-sosial': 'health',
  bygg: 'works',
  forsyning: 'utilities',
  'forsyning-bygg': 'utilities-works',
  konsesjon: 'concession',
} as const

/** What is called utilities when goods and services are not told from works: they have limits of their own only. */
export const generalKind = (kind: Kind): Exclude<Kind, 'utilities-works'> =>
  kind === 'utilities-works' ? 'utilities' : kind

/** special = særlige tjenester (FOA vedlegg 2), health = helse- og sosialtjenester (FOA vedlegg 3). */
export type Kind = (typeof kinds)[keyof typeof kinds]

const names = Object.keys(kinds) as (keyof typeof kinds)[] // its own keys
export const kindSchema = z.enum(names).transform((name): Kind => kinds[name])
export const allKinds = Object.values(kinds) as readonly Kind[] as readonly [Kind, ...Kind[]] // kinds is not empty
