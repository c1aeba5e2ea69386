import type { Sent } from './connector.ts'
import { readIn } from './purchase-talk.ts'

/** A course as its leader writes it. */
export const form = {
  title: 'Avrop på rammeavtaler',
  text: 'Slik bestiller du rett.',
  sessions: '15.12.2026 09:00–11:00',
  place: 'Rådhuset, møterom 3',
  teacher: 'Ola Innkjøper',
  capacity: '1',
  minimum: '2',
  deadline: '08.12.2026',
}

/** What is said, with or without a card. */
export const heard = (sent: readonly Sent[]): string =>
  sent.map((one) => `${one.text ?? ''} ${readIn([one])}`).join('\n')
