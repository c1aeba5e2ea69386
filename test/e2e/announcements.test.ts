import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser } from '../support/browser.ts'
import { openBot } from '../support/playground.ts'
import { type ChatPage, openChatPage } from '../support/playground-page.ts'

const greeting = 'Hei! Jeg hjelper deg med å kjøpe riktig.'

/** Who writes an announcement, who lets it out and who gets it, each in a browser of their own, at one bot. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'an announcement in the browser', () => {
  let desk: Awaited<ReturnType<typeof openBot>>
  let browser: Browser
  let ola: ChatPage
  let ida: ChatPage
  let kari: ChatPage
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([openBot(), openBrowser()])
    kari = await openChatPage(browser, await desk.seat('ansatt'))
    ola = await openChatPage(browser, await desk.seat('innkjøper'))
    ida = await openChatPage(browser, await desk.seat('innkjøpssjef'))
    for (const one of [kari, ola, ida]) await one.shows(greeting)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  test('is written, seen as it will look, and goes to everybody when a second officer lets it out', async () => {
    await ola.say('ny kunngjøring')
    const field = (name: string) => ola.page.getByRole('textbox', { name }).last()
    await field('Overskrift').fill('Stopp bruken av hansker fra parti 42')
    await field('Tekst').fill('Hanskene kan sprekke. **Ta dem ut av lageret nå.**')
    await ola.page
      .getByRole('checkbox', { name: /Lest og forstått/ })
      .last()
      .check()
    await ola.keep('announcement-form')
    await ola.press('Velg mottakere')
    await ola.keep('announcement-audience')
    await ola.press('Alle ansatte')
    await ola.shows(
      'Varselet sier: «Stopp bruken av hansker fra parti 42: Hanskene kan sprekke. Ta dem ut av lageret nå.»',
    )
    await ola.keep('announcement-preview')
    await ola.page.getByRole('button', { name: 'Be om godkjenning' }).last().click()

    await ida.shows(/Ola Innkjøper vil sende en kunngjøring til/)
    await ida.keep('announcement-second-officer')
    await ida.page.getByRole('button', { name: 'Godkjenn og send' }).last().click()
    await kari.shows('Stopp bruken av hansker fra parti 42')
    await kari.keep('announcement-received')
    await ola.shows(/er ferdig/)
    await ola.keep('announcement-progress')
  })

  /** The progress card is drawn anew meanwhile: what comes is waited for by its words. */
  const click = async (name: string | RegExp, shows: string | RegExp) => {
    await ola.page.getByRole('button', { name }).last().click()
    await ola.shows(shows)
  }

  test('is confirmed, corrected where it stands, and recalled', async () => {
    await kari.page.getByRole('button', { name: 'Lest og forstått' }).last().click()
    await kari.shows(/Du bekreftet/)
    await kari.keep('announcement-confirmed')

    await ola.say('kunngjøringer')
    await click(/^Vis$/, 'Rett')
    await click('Rett', 'Rett kunngjøringen')
    await ola.page
      .getByRole('textbox', { name: 'Overskrift' })
      .last()
      .fill('Stopp bruken av hansker fra parti 42 og 43')
    await click('Slik blir det', 'En annen innkjøper må se over før den sendes.')
    await ola.page.getByRole('button', { name: 'Be om godkjenning' }).last().click()
    await ida.page
      .getByRole('button', { name: /Send rettelsen/ })
      .last()
      .click()
    await kari.shows('Stopp bruken av hansker fra parti 42 og 43')
    expect(await kari.page.getByText(/Stopp bruken av hansker/, { exact: false }).count()).toBeGreaterThan(0)
    await kari.keep('announcement-corrected')

    await ola.say('kunngjøringer')
    await click(/^Vis$/, /Hent Excel-liste/)
    await ola.keep('announcement-results')
    await click('Trekk tilbake', /blir slettet hos/)
    await ola.keep('announcement-recall-sure')
    await ola.page.getByRole('button', { name: 'Ja, trekk tilbake' }).last().click()
    // The Playground deletes nothing: what is recalled says so in its place.
    await kari.shows('Denne kunngjøringen er trukket tilbake.')
    await expect
      .poll(() => kari.page.getByText('Stopp bruken av hansker fra parti 42 og 43').count(), {
        timeout: 20_000,
      })
      .toBe(0)
    await kari.keep('announcement-recalled')
  })
})
