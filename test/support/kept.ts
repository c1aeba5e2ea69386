import { randomUUID } from 'node:crypto'

/** A person and their question, as the store is given them. */
export const kari = { id: 't:kari', tenant: 't', entraId: 'kari', name: 'Kari', timeZone: '' }

export const asked = (text: string, person = kari.id) => ({
  id: randomUUID(),
  person,
  askedAt: 1_700_000_000_000,
  text,
  language: 'nb',
  outcome: 'refuse',
  sources: [{ id: 'kontor1', score: 1.5 }],
  shown: null,
})
