import { randomUUID } from 'node:crypto'
import type { Submission } from '../../src/store/requests.ts'
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

/** A request that was submitted from a new draft, with one attachment. */
export async function submitted(store: Store, changed: Partial<Submission> = {}) {
  const { person = kari.id } = changed
  const draft = await store.drafts.begin(begun(person))
  const attachment = file(draft.id, person)
  await store.attachments.add(attachment)
  const request = await store.requests.submit({ ...submission(draft.id, person, 2), ...changed })
  return { draft: draft.id, attachment: attachment.id, number: request?.number ?? '' }
}

/** Limits of age that nothing is older than. */
export const nothingForgotten = {
  questionsBefore: 0,
  peopleBefore: 0,
  auditBefore: 0,
  draftsBefore: 0,
  requestsBefore: 0,
}

/** The same thing done many times at once. */
export const atOnce = <T>(times: number, does: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, at) => does(at)))
