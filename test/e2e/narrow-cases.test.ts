import { afterAll, beforeAll, describe, test } from 'vitest'
import { noBrowser } from '../support/browser.ts'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { type NarrowScreen, openNarrowScreen } from '../support/narrow-screen.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Every card of a case on a phone, in the order in which people get them. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'cases at 400 pixels', () => {
  let section: Section
  let screen: NarrowScreen
  let now = noon
  beforeAll(async () => {
    ;[section, screen] = await Promise.all([openSection(() => now), openNarrowScreen()])
  })
  afterAll(async () => {
    await screen?.close()
    await section?.chat.close()
  })

  const draws = (name: string, sent: readonly Sent[]) => screen.drawsWhole(`case-${name}`, [sent.at(-1)])

  test('a purchase, from its channel to its end', async () => {
    const { press, say, channel, chatOf, sendPurchase } = section
    const number = await sendPurchase()
    await draws('channel-new', channel())
    await draws('approver', chatOf(per))
    await draws('form-refuse', await press(chatOf(per), 'Ikke godkjenn', per))
    await draws('requester-new', await say(`sak ${number}`, kari))
    await draws('officer-new', await say(`sak ${number}`, ida))

    await press(channel(), 'Jeg tar saken', ola)
    await draws('channel-taken', channel())
    await draws('officer', chatOf(ola))
    await draws('officer-all', await press(chatOf(ola), 'Alle svarene', ola))
    await draws('requester-taken', chatOf(kari))
    await draws('form-assign', await press(await say(number, ola), 'Gi til en annen', ola))

    const form = await press(await say(number, ola), 'Spør melderen', ola)
    await draws('form-ask', form)
    await draws('form-fault', await press(form, 'Send', ola, { words: ' ' }))
    await draws('officer-asked', await press(form, 'Send', ola, { words: 'Hvor mange hestekrefter?' }))
    await draws('requester-asked', chatOf(kari))
    await draws('form-reply', await press(chatOf(kari), 'Svar', kari))
    await press(chatOf(kari), 'Send', kari, { words: 'Rundt 120, og den må ha frontlaster.' })
    await draws('officer-answered', chatOf(ola))

    const returning = await press(await say(number, ola), 'Send tilbake for retting', ola)
    await draws('form-return', returning)
    await press(returning, 'Send', ola, { words: 'Prisen er for lav', steps: 'amount' })
    await draws('requester-returned', chatOf(kari))
    await press(chatOf(kari), 'Rett opp', kari)
    await press(await say('480 000 eks mva', kari), 'Send til innkjøpsseksjonen', kari)
    await draws('officer-corrected', chatOf(ola))
    await draws('approver-corrected', chatOf(per))

    await press(chatOf(per), 'Godkjenn kjøpet', per)
    await draws('officer-endorsed', chatOf(ola))
    await press(chatOf(ola), 'Godkjenn', ola)
    await draws('requester-approved', chatOf(kari))
    const handing = await press(chatOf(ola), 'Videre i konkurranseverktøyet', ola)
    await draws('form-reference', handing)
    await press(handing, 'Send', ola, { reference: '26/0815' })
    await draws('requester-with-kgv', chatOf(kari))
    await press(chatOf(ola), 'Avslutt saken', ola)
    await draws('channel-closed', channel())
    await draws('officer-closed', chatOf(ola))
  })

  test('a purchase that comes to nothing', async () => {
    const { press, say, channel, chatOf, sendPurchase } = section
    await sendPurchase()
    const refusing = await press(chatOf(per), 'Ikke godkjenn', per)
    await press(refusing, 'Send', per, { words: 'Vi har ikke råd i år' })
    await draws('requester-declined', chatOf(kari))
    const number = await sendPurchase()
    await press(channel(), 'Jeg tar saken', ola)
    await press(await say(number, kari), 'Trekk tilbake', kari)
    await draws('officer-withdrawn', chatOf(ola))
    await draws('channel-withdrawn', channel())
  })

  test('a question, from its channel to its end', async () => {
    const { press, say, channel, chatOf } = section
    const refused = await say('hvordan blir været i morgen på jobben', kari)
    const ask = cardIn(refused).buttons.find(({ title }) => /spør innkjøpsseksjonen/i.test(title))
    await press(refused, ask?.title ?? '', kari)
    await draws('question-channel', channel())
    await press(channel(), 'Jeg tar saken', ida)
    await draws('question-officer', chatOf(ida))
    await draws('question-taken', chatOf(kari))
    const form = await press(chatOf(ida), 'Svar på spørsmålet', ida)
    await draws('question-form', form)
    const answer = [
      'Det vet vi ikke, men Meteorologisk institutt gjør det.',
      'Skriv et stedsnavn på yr.no.',
    ].join('\n\n')
    await press(form, 'Send', ida, { words: answer })
    await draws('question-answered', chatOf(kari))
    const again = await press(chatOf(kari), 'Nei, jeg lurer fortsatt', kari)
    await draws('question-form-reopen', again)
    await press(again, 'Send', kari, { words: 'Og i overmorgen?' })
    await draws('question-reopened', chatOf(ida))
    await press(await press(chatOf(ida), 'Svar på spørsmålet', ida), 'Send', ida, { words: 'Samme sted.' })
    await press(chatOf(kari), 'Ja, det hjalp', kari)
    await draws('question-channel-closed', channel())
  })

  test('lists: empty, of many, one’s own and to approve', async () => {
    const { say, sendPurchase } = section
    await draws('list-none', await say('min kø', ola))
    for (let sent = 0; sent < 17; sent++) await sendPurchase()
    await draws('list-many', await say('nye saker', ola))
    await draws('list-own', await say('mine saker', kari))
    await draws('list-approve', await say('til godkjenning', per))
    await draws('list-found', await say('søk saker hestekrefter', ola))
  })

  test('what is overdue, and what awaits approval', async () => {
    const { press, say, channel, chatOf, chat } = section
    now = noon + 3 * dayMs
    await chat.restart()
    await chat.bot.idle()
    await draws('nudge-approver', chatOf(per))
    await press(channel(), 'Jeg tar saken', ola)
    now = noon + 30 * dayMs
    await chat.restart()
    await chat.bot.idle()
    await draws('nudge-officer', chatOf(ola))
    await draws('nudge-channel', channel())
    await draws('list-overdue', await say('forfalte saker', ola))
  })

  test('the other languages', async () => {
    const { say, sendPurchase } = section
    const number = await sendPurchase()
    await draws('nynorsk', await say(`eg vil sjå sak ${number}`, kari))
  })
})
