import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser } from '../support/browser.ts'
import { openPlaygroundPage, type PlaygroundPage } from '../support/playground-page.ts'

/** Purchases filled in by a person in a browser: by buttons, by fields and by words. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'a purchase in the browser', () => {
  let chat: PlaygroundPage
  beforeAll(async () => {
    chat = await openPlaygroundPage()
  })
  afterAll(() => chat?.close())

  const fill = (words: string) => chat.page.getByLabel('Svaret ditt').last().fill(words)
  /** Says something once the question that it answers is there. */
  const tell = async (question: string, words: string) => {
    await chat.shows(question)
    await chat.say(words)
  }

  test('chairs: what was read is shown, and two presses lead to the agreement', async () => {
    await chat.say('jeg skal kjøpe 20 kontorstoler til biblioteket, ca 80 000')
    await chat.shows('Slik forstod jeg deg')
    await chat.keep('purchase-read')
    await chat.press('Ja, det må kjøpes')
    await chat.press('Ja, jeg bruker avtalen')
    await chat.shows('Bestill hos Furumo Interiør AS.')
    await chat.keep('purchase-call-off')
  })

  test('a tractor: fields, a fault at the field, the summary, and a numbered request with its document', async () => {
    await chat.say('nytt kjøp')
    await chat.shows('Hva trenger du?')
    await fill('traktor')
    await chat.press('Neste')
    await chat.press('Ja, det må kjøpes')
    await tell('Har du eller noen nær deg bånd', 'nei')
    await tell('Hva slags kjøp er det?', 'varer')
    await chat.shows('Hva koster det?')
    await fill('vet ikke')
    await chat.press('Neste')
    await chat.shows(/Jeg fant ikke noe beløp/)
    await chat.keep('purchase-fault')
    await chat.say('450 000')
    await tell('Er beløpet med eller uten mva?', 'uten mva')
    await tell('Er det et engangskjøp?', 'ja')
    await tell('Kjøper kommunen mer av det samme?', 'nei')
    await tell('Hvem er kjøpet for?', '1')
    await tell('Er det penger til dette i budsjettet?', 'ja')
    await tell('Gjelder noe av dette?', 'ingen')
    await chat.keep('purchase-applies')
    await tell('Når trenger du det?', '1. mars')
    await chat.shows('Se over før du sender')
    await chat.keep('purchase-summary')
    await chat.press('Send til innkjøpsseksjonen')
    await chat.shows(/Kjøpet er meldt: 2026-0001/)
    await chat.keep('purchase-receipt')
    const download = await chat.download('Behovsbeskrivelse (Word)')
    expect(download.suggestedFilename()).toContain('Behovsbeskrivelse.docx')
  })

  test('ties to a supplier stop it, and a saved one is listed', async () => {
    await chat.showAgain()
    await chat.shows('Hei! Jeg hjelper deg med å kjøpe riktig.')
    await chat.say('nytt kjøp')
    await tell('Hva trenger du?', 'traktor')
    await tell('Må det kjøpes nytt?', 'ja')
    await chat.shows('Har du eller noen nær deg bånd')
    await chat.press('Lagre til senere')
    await chat.shows(/Kjøpet er lagret/)
    await chat.say('mine utkast')
    await chat.shows('Dine utkast')
    await chat.keep('purchase-drafts')
    await chat.press('Fortsett')
    await chat.press('Ja, eller jeg er usikker')
    await chat.shows('Stopp her, og snakk med lederen din')
    await chat.keep('purchase-stop')
  })
})
