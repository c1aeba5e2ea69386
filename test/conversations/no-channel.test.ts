import { afterAll, beforeAll, expect, test } from 'vitest'
import { noon } from '../support/config.ts'
import { readIn } from '../support/purchase-talk.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

const dayMs = 24 * 60 * 60 * 1000
let now = noon
let section: Section
beforeAll(async () => {
  section = await openSection(() => now)
  section.chat.connector.closed.add('channel-general')
})
afterAll(() => section.chat.close())

test('where the channel is not there every officer is told, once, and it can be handled all the same', async () => {
  const number = await section.sendPurchase()
  const told = (who: typeof ola) => section.chatOf(who).filter(({ summary }) => summary?.includes(number))
  for (const who of [ola, ida]) expect(told(who)).toHaveLength(1)
  await section.press(section.chatOf(per), 'Godkjenn kjøpet', per)
  for (const who of [ola, ida]) expect(told(who), 'of what is free still').toHaveLength(1)

  now = noon + 14 * dayMs
  await section.chat.restart()
  await section.chat.bot.idle()
  for (const who of [ola, ida]) expect(readIn(told(who))).toContain(`Kjøp ${number} er over fristen`)

  await section.press(told(ola), 'Jeg tar saken', ola)
  await section.press(await section.say(`sak ${number}`, ola), 'Godkjenn', ola)
  expect(readIn(section.chatOf(kari))).toContain('Innkjøpsseksjonen har godkjent kjøpet.')
})
