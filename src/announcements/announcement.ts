import { z } from 'zod'
import { daySchema } from '../kit/day.ts'

/** What an announcement is about; people may choose not to be told of a topic. */
export const topics = ['agreements', 'rules', 'ordering', 'courses', 'recall', 'other'] as const

/** After how many business days somebody may be reminded. */
export const nudges = [2, 5, 10] as const

/** In letters. A message with all of it, read aloud and as a card, stays far below what Teams takes. */
export const longest = { title: 150, text: 4_000, link: 1_000, alt: 300 }

const words = z.object({ title: z.string(), text: z.string() })
export type Words = z.output<typeof words>

export const contentSchema = z.object({
  /** In bokmål, and in the languages it was also written in. */
  texts: z.object({ nb: words, nn: words.optional(), en: words.optional() }),
  topic: z.enum(topics),
  /** It is sent also to who does not want to be told of the topic. */
  mandatory: z.boolean(),
  /** Whoever gets it is asked to say that they have read and understood it. */
  readBack: z.boolean(),
  /** Business days until who has not said so is reminded, once; null = nobody is. */
  nudgeAfter: z.number().int().min(1).max(60).nullable(),
  link: z.string().nullable(),
  /** Ids of kept files. `alt` is what the picture shows. */
  image: z.object({ file: z.string(), alt: z.string() }).nullable(),
  file: z.object({ file: z.string(), name: z.string() }).nullable(),
  /** The last day it holds. */
  expiresOn: daySchema.nullable(),
  /** The event that it invites to: it is answered in the announcement itself. */
  event: z.string().nullable().default(null),
  /** Earlier announcements: whoever got one of these does not get this one too. */
  notTo: z.array(z.string()).default([]),
  /** What the next file that the author sends is for. */
  awaits: z.enum(['image', 'file', 'list']).nullable(),
  /** Who wrote in it last: nobody lets out their own words. */
  editedBy: z.string().nullable(),
})
export type Content = z.output<typeof contentSchema>

/** Who is to have it. */
export const audienceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nobody') }),
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('units'), units: z.array(z.string()) }),
  z.object({ kind: z.literal('roles'), roles: z.array(z.string()) }),
  /** Who has asked for an agreement or bought beside it. */
  z.object({ kind: z.literal('agreement'), agreement: z.string() }),
  z.object({ kind: z.literal('channel'), channel: z.string(), name: z.string() }),
  /** Ids of people. `unknown` are the rows of the list that are nobody's. */
  z.object({
    kind: z.literal('list'),
    name: z.string(),
    people: z.array(z.string()),
    unknown: z.array(z.string()),
  }),
])
export type Audience = z.output<typeof audienceSchema>

/**
 * `awaiting`: a second officer is to look at it. `scheduled`: it is sent when its time comes. `sending` goes on until nobody is
 * left; `paused` until it is let go. `sent` may be corrected and recalled; `cancelled` never went out, or no further.
 */
export const states = [
  'draft',
  'awaiting',
  'scheduled',
  'sending',
  'paused',
  'sent',
  'cancelled',
  'recalled',
] as const
export type State = (typeof states)[number]

export type Announcement = {
  id: string
  tenant: string
  author: string
  state: State
  content: Content
  audience: Audience
  version: number
  revision: number
  sendAt: number | null
  begunAt: number | null
  endedAt: number | null
  approvedBy: string | null
  changedAt: number
}

/** What can be done in which state. The rest is refused, whatever an old card still shows. */
const doable = {
  edit: ['draft', 'sending', 'paused', 'sent'],
  send: ['draft'],
  approve: ['awaiting'],
  withdraw: ['awaiting'],
  return: ['awaiting', 'scheduled'],
  pause: ['sending'],
  resume: ['paused'],
  again: ['sending', 'sent'],
  cancel: ['scheduled', 'sending', 'paused'],
  correct: ['sending', 'paused', 'sent'],
  recall: ['sending', 'paused', 'sent', 'cancelled'],
  remove: ['draft'],
} as const satisfies Record<string, readonly State[]>
export type Deed = keyof typeof doable

export const mayBe = (deed: Deed, { state }: Pick<Announcement, 'state'>): boolean =>
  (doable[deed] as readonly State[]).includes(state) // each is a list of states

export const emptyContent: Content = {
  texts: { nb: { title: '', text: '' } },
  topic: 'agreements',
  mandatory: false,
  readBack: false,
  nudgeAfter: null,
  link: null,
  image: null,
  file: null,
  expiresOn: null,
  event: null,
  notTo: [],
  awaits: null,
  editedBy: null,
}

/** What a card's text cannot show: headings, tables, pictures, HTML and links that are not https. */
const notShown =
  /^\s*#{1,6}\s|^\s*\|.*\|\s*$|^\s*(?:={3,}|-{3,})\s*$|!\[|<\/?[a-z][a-z0-9]*(?:\s[^>]*)?\/?>|\]\((?!https:\/\/)|^\s*\[[^\]]+\]:|\bhttp:\/\//im

/** What is wrong with it before it can be sent; empty where nothing is. */
export function faultsIn({ texts, link, image }: Content): Fault[] {
  const all = Object.values(texts).filter((one) => one !== undefined)
  return [
    ...(all.some(({ title, text }) => title.trim() === '' || text.trim() === '') ? ['empty' as const] : []),
    ...(all.some(({ text }) => notShown.test(text)) ? ['markdown' as const] : []),
    ...(link !== null && !isWebAddress(link) ? ['link' as const] : []),
    ...(image !== null && image.alt.trim() === '' ? ['alt' as const] : []),
  ]
}
export type Fault = 'empty' | 'markdown' | 'link' | 'alt'

const isWebAddress = (link: string): boolean => /^https:\/\//i.test(link) && URL.parse(link) !== null
