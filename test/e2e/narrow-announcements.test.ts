import { afterAll, beforeAll, describe, test } from 'vitest'
import { noBrowser } from '../support/browser.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { type NarrowScreen, openNarrowScreen } from '../support/narrow-screen.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

/** Every card of an announcement on a phone, in the order in which people see them. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'announcements at 400 pixels', () => {
  let section: Section
  let screen: NarrowScreen
  let now = Date.parse('2026-11-23T21:30:00+01:00')
  beforeAll(async () => {
    const quiet = { quiet: { from: 20, to: 7 } }
    ;[section, screen] = await Promise.all([openSection(() => now++, quiet), openNarrowScreen()])
  })
  afterAll(async () => {
    await screen?.close()
    await section?.chat.close()
  })

  const draws = (name: string, sent: readonly Sent[]) =>
    screen.drawsWhole(`announcement-${name}`, [sent.at(-1)])
  const form = {
    title: 'Leverandøren av hansker og smittevernutstyr til sykehjemmene er skiftet ut',
    text: 'Fra 1. desember bestiller alle hos **Smittevernspesialisten Norge AS**.\n\n- Bruk e-handel\n- Gamle hansker fra parti 42 skal kastes',
    topic: 'agreements',
    link: 'https://eksempel.kommune.no/avtaler/smittevern',
    expiresOn: '2027-01-31',
    readBack: 'true',
    nudgeAfter: '2',
  }

  test('from the form to the second officer', async () => {
    const { press, say, chatOf } = section
    const draft = await say('ny kunngjøring', ola)
    await draws('form', draft)
    await draws(
      'fault',
      await press(draft, 'Velg mottakere', ola, { ...form, text: '# Nei', link: 'ftp://x' }),
    )
    await draws('languages', await press(draft, 'Flere språk', ola, form))
    const audience = await press(draft, 'Velg mottakere', ola, form)
    await draws('audience', audience)
    for (const [name, button] of [
      ['units', 'Enheter'],
      ['roles', 'Roller'],
      ['agreement', 'Brukere av en avtale'],
      ['channel', 'En kanal i Teams'],
    ] as const)
      await draws(name, await press(audience, button, ola))
    const preview = await press(audience, 'Alle ansatte', ola)
    await draws('look', preview.slice(-2, -1))
    await draws('ready', preview)
    await draws('when', await press(preview, 'Velg tidspunkt', ola))
    await press(preview, 'Send nå likevel', ola)
    const decision = chatOf(ida)
    await draws('second', decision)
    await draws('return', await press(decision, 'Send tilbake', ida))
    await press(decision, 'Godkjenn og send', ida)
    await draws('received', chatOf(kari))
  })

  test('from the one who gets it to the results and the recall', async () => {
    const { press, say, chatOf, chat } = section
    await draws('ask', await press(chatOf(kari), 'Spør om dette', kari))
    await draws('topics', await say('varsler', kari))
    await draws('list', await say('kunngjøringer', kari))
    await draws('list-shown', await press(await say('kunngjøringer', kari), 'Vis', kari))
    await chat.send({ type: 'installationUpdate', action: 'remove' }, per)
    const again = await press(await press(await say('kunngjøringer', ola), 'Vis', ola), 'Lag en kopi', ola)
    const preview = await press(
      await press(await press(again, 'Velg mottakere', ola, form), 'Enheter', ola),
      'Bruk dette',
      ola,
      { chosen: 'skogen' },
    )
    await press(preview, 'Send nå likevel', ola)
    now += 10_000
    await chat.bot.idle()
    await draws('works-list', await say('kunngjøringer', ola))
    const status = await press(await say('kunngjøringer', ola), 'Vis', ola)
    await draws('results', status)
    await draws('correct', await press(status, 'Rett', ola))
    await draws('recall', await press(status, 'Trekk tilbake', ola))
    await draws('unreached', await say('nås ikke', ida))
    now = noon + 4 * 24 * 60 * 60 * 1000
    await chat.bot.idle()
    await draws('reminder', chatOf(kari))
  })
})
