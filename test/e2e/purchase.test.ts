import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser, screenshotPath } from '../support/browser.ts'
import { type OpenPlayground, openPlayground } from '../support/playground.ts'

/** Purchases filled in by a person in a browser: by buttons, by fields and by words. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'a purchase in the browser', () => {
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

  const cards = () => page.locator('.ac-adaptiveCard').count()
  /** Does something, and waits until the bot has answered it with a card. */
  const answered = async (does: () => Promise<void>) => {
    const before = await cards()
    await does()
    await expect.poll(cards, { timeout: 20_000 }).toBeGreaterThan(before)
  }
  const say = (text: string) =>
    answered(async () => {
      await page.getByRole('textbox').last().click()
      await page.keyboard.type(text)
      await page.getByRole('button', { name: 'Send Message' }).click()
    })
  const shows = (text: string | RegExp) => page.getByText(text).last().waitFor()
  const press = (name: string | RegExp) => answered(() => page.getByRole('button', { name }).last().click())
  const keep = async (name: string) => {
    await page.screenshot({ path: screenshotPath(`purchase-${name}`) })
  }
  /** Says something, or presses a button, once the question that it answers is there. */
  const tell = async (question: string, words: string) => {
    await shows(question)
    await say(words)
  }

  test('chairs: what was read is shown, and two presses lead to the agreement', async () => {
    await say('jeg skal kjøpe 20 kontorstoler til biblioteket, ca 80 000')
    await shows('Slik forstod jeg deg')
    await keep('read')
    await press('Ja, det må kjøpes')
    await press('Ja, jeg bruker avtalen')
    await shows('Bestill hos Furumo Interiør AS.')
    await keep('call-off')
  })

  test('a tractor: fields, a fault at the field, the summary, and a numbered request with its document', async () => {
    await say('nytt kjøp')
    await shows('Hva trenger du?')
    await page.getByLabel('Svaret ditt').last().fill('traktor')
    await press('Neste')
    await press('Ja, det må kjøpes')
    await tell('Har du eller noen nær deg bånd', 'nei')
    await tell('Hva slags kjøp er det?', 'varer')
    await shows('Hva koster det?')
    await page.getByLabel('Svaret ditt').last().fill('vet ikke')
    await press('Neste')
    await shows(/Jeg fant ikke noe beløp/)
    await keep('fault')
    await say('450 000')
    await tell('Er beløpet med eller uten mva?', 'uten mva')
    await tell('Er det et engangskjøp?', 'ja')
    await tell('Kjøper kommunen mer av det samme?', 'nei')
    await tell('Hvem er kjøpet for?', '1')
    await tell('Er det penger til dette i budsjettet?', 'ja')
    await tell('Gjelder noe av dette?', 'ingen')
    await keep('applies')
    await tell('Når trenger du det?', '1. mars')
    await shows('Se over før du sender')
    await keep('summary')
    await press('Send til innkjøpsseksjonen')
    await shows(/Kjøpet er meldt: 2026-0001/)
    await keep('receipt')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Behovsbeskrivelse (Word)' }).last().click(),
    ])
    expect(download.suggestedFilename()).toContain('Behovsbeskrivelse.docx')
  })

  test('ties to a supplier stop it, and a saved one is listed', async () => {
    // A fresh view of the same chat, as on another device.
    await page.reload()
    await shows('Hei! Jeg hjelper deg med å kjøpe riktig.')
    await say('nytt kjøp')
    await tell('Hva trenger du?', 'traktor')
    await tell('Må det kjøpes nytt?', 'ja')
    await shows('Har du eller noen nær deg bånd')
    await press('Lagre til senere')
    await shows(/Kjøpet er lagret/)
    await say('mine utkast')
    await shows('Dine utkast')
    await keep('drafts')
    await press('Fortsett')
    await press('Ja, eller jeg er usikker')
    await shows('Stopp her, og snakk med lederen din')
    await keep('stop')
  })
})
