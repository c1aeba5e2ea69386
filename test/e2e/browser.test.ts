import { statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser } from '../support/browser.ts'
import { openPlaygroundPage, type PlaygroundPage } from '../support/playground-page.ts'

describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'in the browser', () => {
  let chat: PlaygroundPage
  beforeAll(async () => {
    chat = await openPlaygroundPage()
  })
  afterAll(() => chat?.close())

  test('the bot greets on installation, and an example leads to an answer', async () => {
    await chat.shows('Hei! Jeg hjelper deg med å kjøpe riktig.')
    await chat.keep('greeting')
    await chat.press('Når må vi kunngjøre i Doffin?')
    await chat.shows('Anskaffelsesforskriften § 5-1, gjelder fra 06.04.2018')
    await chat.keep('rule')
  })

  test('a question gets the agreement card with its source', async () => {
    await chat.say('hvem leverer kontorstoler?')
    await chat.shows('Kilde: Avtaleregisteret, avtale 2025/1091, gyldig 01.05.2025–01.05.2027')
    await chat.shows('Furumo Interiør AS')
    await chat.keep('agreement')
  })

  test('a button on the card leads on to the routine', async () => {
    await chat.press('Rutine for bestilling i E-handel')
    await chat.shows(/Innkjøpshåndboka punkt/)
    await chat.keep('routine')
  })

  test('a refusal says so, and the question is handed to the section', async () => {
    await chat.say('hvordan søker jeg om barnehageplass')
    await chat.shows('Det kan ikke jeg svare på. Spør heller barnehagekontoret.')
    await chat.keep('refusal')
    await chat.press('Spør innkjøpsseksjonen')
    await chat.shows('Spørsmålet er sendt til innkjøpsseksjonen: S-1')
    await chat.keep('asked')
  })

  test('an amount gets its rules, and what is missing is asked with buttons', async () => {
    await chat.say('kjøp på 1,5 mill')
    await chat.shows('Hva slags kjøp er det?')
    await chat.keep('ask-kind')
    await chat.press('Tjenester')
    await chat.press('Med mva')
    await chat.shows('Kjøp på 1\u00a0200\u00a0000\u00a0kroner uten mva')
    await chat.keep('band')
  })

  test('a template is downloaded as a Word file', async () => {
    await chat.say('mal for protokoll')
    await chat.shows('Mal for anskaffelsesprotokoll')
    await chat.keep('template')
    const download = await chat.download('Last ned (Word)')
    expect(download.suggestedFilename()).toBe('anskaffelsesprotokoll.docx')
    expect(statSync(await download.path()).size).toBe(
      statSync('knowledge/templates/anskaffelsesprotokoll.docx').size,
    )
  })

  test('thumbs down with a reason is kept', async () => {
    const { page, bot } = chat
    await page.getByRole('button', { name: 'Dislike' }).last().click()
    await page.getByRole('dialog').getByRole('textbox').fill('Jeg ville ha en annen mal')
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
    await expect
      .poll(async () => (await bot.store.questions.newestFeedback()).map(({ reason }) => reason))
      .toEqual(['Jeg ville ha en annen mal'])
  })
})
