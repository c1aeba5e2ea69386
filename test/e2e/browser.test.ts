import { statSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser, screenshotPath } from '../support/browser.ts'
import { type OpenPlayground, openPlayground } from '../support/playground.ts'

/** A person in a browser: the real Playground in headless Chromium against the real bot. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'in the browser', () => {
  let playground: OpenPlayground
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    ;[playground, browser] = await Promise.all([openPlayground(), openBrowser()])
    page = await browser.newPage({ viewport: { width: 1000, height: 1000 }, acceptDownloads: true })
    await page.goto(playground.address)
    await page.getByRole('button', { name: 'Hide log panel' }).click()
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.close()
  })

  const say = async (text: string) => {
    await page.getByRole('textbox').last().click()
    await page.keyboard.type(text)
    await page.getByRole('button', { name: 'Send Message' }).click()
  }
  const shows = (text: string | RegExp) => page.getByText(text).last().waitFor()
  const press = (name: string | RegExp) => page.getByRole('button', { name }).last().click()
  const keep = async (name: string) => {
    await page.screenshot({ path: screenshotPath(name) })
  }

  test('the bot greets on installation, and an example leads to an answer', async () => {
    await shows('Hei! Jeg hjelper deg med å kjøpe riktig.')
    await keep('greeting')
    await press('Når må vi kunngjøre i Doffin?')
    await shows('Anskaffelsesforskriften § 5-1, gjelder fra 06.04.2018')
    await keep('rule')
  })

  test('a question gets the agreement card with its source', async () => {
    await say('hvem leverer kontorstoler?')
    await shows('Kilde: Avtaleregisteret, avtale 2025/1091, gyldig 01.05.2025–01.05.2027')
    await shows('Furumo Interiør AS')
    await keep('agreement')
  })

  test('a button on the card leads on to the routine', async () => {
    await press('Rutine for bestilling i E-handel')
    await shows(/Innkjøpshåndboka punkt/)
    await keep('routine')
  })

  test('a refusal says so, and the question is handed to the section', async () => {
    await say('hvordan søker jeg om barnehageplass')
    await shows('Det kan ikke jeg svare på. Spør heller barnehagekontoret.')
    await keep('refusal')
    await press('Spør innkjøpsseksjonen')
    await shows('Spørsmålet er lagret som nummer 1.')
    await keep('asked')
  })

  test('an amount gets its rules, and what is missing is asked with buttons', async () => {
    await say('kjøp på 1,5 mill')
    await shows('Hva slags kjøp er det?')
    await keep('ask-kind')
    await press('Tjenester')
    await press('Med mva')
    await shows('Kjøp på 1\u00a0200\u00a0000\u00a0kroner uten mva')
    await keep('band')
  })

  test('a template is downloaded as a Word file', async () => {
    await say('mal for protokoll')
    await shows('Mal for anskaffelsesprotokoll')
    await keep('template')
    const link = page.getByRole('link', { name: 'Last ned (Word)' }).last()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('anskaffelsesprotokoll.docx')
    expect(statSync(await download.path()).size).toBe(
      statSync('knowledge/templates/anskaffelsesprotokoll.docx').size,
    )
  })

  test('thumbs down with a reason is kept', async () => {
    await press('Dislike')
    await page.getByRole('dialog').getByRole('textbox').fill('Jeg ville ha en annen mal')
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
    await expect
      .poll(async () => (await playground.bot.store.questions.newestFeedback()).map(({ reason }) => reason))
      .toEqual(['Jeg ville ha en annen mal'])
  })
})
