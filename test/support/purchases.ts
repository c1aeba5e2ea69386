import { randomUUID } from 'node:crypto'
import type { Happening } from '../../src/store/cases.ts'
import type { Letter } from '../../src/store/outbox.ts'
import type { Handling, Opening, Submission } from '../../src/store/requests.ts'
import type { Store } from '../../src/store/store.ts'
import { kari } from './kept.ts'

/** A draft and what comes of it, as the store is given them. */
export const begun = (person = kari.id, at = 1000) => ({
  id: randomUUID(),
  person,
  replies: { need: 'kontorstoler' },
  at,
})

export const submission = (draft: string, person = kari.id, version = 1): Submission => ({
  draft,
  version,
  person,
  year: 2026,
  at: 5000,
  content: { title: 'Kontorstoler', duties: [{ id: 'three-quotes', confirmed: true }], near: null },
  unit: 'Fjordvik skole',
  group: 'furniture',
  title: 'Kontorstoler',
  value: 120_000,
})

export const happened = (kind: string, at = 5000, actor = kari.id): Happening => ({
  actor,
  kind,
  data: null,
  at,
})

/** How a case begins: nobody has it, and nobody is told. */
export const opening = (changed: Partial<Opening> = {}): Opening => ({
  state: 'submitted',
  topic: 'furniture',
  approver: null,
  approval: 'none',
  dueOn: null,
  happening: happened('submitted'),
  letters: [],
  ...changed,
})

export const handling: Handling = {
  opens: () => opening(),
  changes: () => ({ change: { state: 'in-review' }, happening: happened('resubmit', 7000), letters: [] }),
}

/** How the case of a question begins. */
export const opens = () => opening({ state: 'asked', topic: null, happening: happened('asked') })

export const file = (draft: string, person = kari.id) => ({
  id: randomUUID(),
  draft,
  person,
  name: 'tilbud.pdf',
  contentType: 'application/pdf',
  content: Uint8Array.from({ length: 4096 }, (_, at) => at % 256),
  at: 2000,
  most: 3,
})

/** A letter of its own place, due at once. */
export const letter = (what: unknown, changed: Partial<Letter> = {}): Letter => ({
  place: `person:${what}`,
  what,
  dueAt: 0,
  ...changed,
})

/** What all letters that are due tell, of each place the first. */
export const told = async ({ outbox }: Store) =>
  (await outbox.claim({ at: 1_000_000, leaseUntil: 2_000_000, most: 1000 })).letters.map(({ what }) => what)

/** A request that was submitted from a new draft, with one attachment. */
export async function submitted(
  store: Store,
  changed: Partial<Submission> = {},
  opened: Partial<Opening> = {},
) {
  const { person = kari.id, at } = changed
  const draft = await store.drafts.begin(begun(person))
  const attachment = file(draft.id, person)
  await store.attachments.add(attachment)
  const request = await store.requests.submit(
    { ...submission(draft.id, person, 2), ...changed },
    { ...handling, opens: () => opening({ happening: happened('submitted', at, person), ...opened }) },
  )
  return { draft: draft.id, attachment: attachment.id, number: request?.number ?? '' }
}

/** Limits of age that nothing is older than. */
export const nothingForgotten = {
  questionsBefore: 0,
  peopleBefore: 0,
  auditBefore: 0,
  draftsBefore: 0,
  requestsBefore: 0,
  eventsBefore: 0,
  outboxBefore: 0,
}

/** The same thing done many times at once. */
export const atOnce = <T>(times: number, does: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, at) => does(at)))
