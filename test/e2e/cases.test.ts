import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { noBrowser, openBrowser } from '../support/browser.ts'
import { openBot } from '../support/playground.ts'
import { type ChatPage, openChatPage } from '../support/playground-page.ts'
import { turns } from '../support/section.ts'

const greeting = 'Hei! Jeg hjelper deg med å kjøpe riktig.'

/** An employee and an officer, each in a browser of their own, at one bot. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'cases in the browser', () => {
  let desk: Awaited<ReturnType<typeof openBot>>
  let browser: Browser
  let kari: ChatPage
  let ola: ChatPage
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([openBot(), openBrowser()])
    kari = await openChatPage(browser, await desk.seat('ansatt'))
    await kari.shows(greeting)
    // Who is greeted in a channel last is who sees what is posted there: each Playground has a team of its own.
    ola = await openChatPage(browser, await desk.seat('innkjøper'), 1300)
    await toChannel()
    await ola.shows(greeting)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  const toChannel = () => ola.open('Innkjøpssaker')
  const toChat = () => ola.open('Personal Chat')
  const fill = async (on: ChatPage, words: string) => {
    await on.page.getByRole('textbox', { name: 'Skriv her' }).last().fill(words)
    await on.press(/^Send$/)
  }
  /** The officer takes what is new in the channel, and finds it in their own chat. */
  const take = async (told: string) => {
    await ola.page.getByRole('button', { name: 'Jeg tar saken' }).first().click()
    await ola.shows(told)
  }

  test('a purchase comes into the channel, is taken, asked about and answered', async () => {
    await kari.say('nytt kjøp')
    for (const [question, answer] of turns) {
      await kari.shows(question)
      await kari.say(answer)
    }
    await kari.press('Send til innkjøpsseksjonen')
    await kari.shows('Kjøpet er meldt: 2026-0001')

    await ola.shows('Kjøp 2026-0001: traktor')
    await ola.keep('cases-channel-new')
    await take('Ola Innkjøper har tatt Kjøp 2026-0001.')
    await ola.shows('Under behandling')
    await ola.keep('cases-channel-taken')
    await kari.shows('Ola Innkjøper i innkjøpsseksjonen har tatt saken.')
    await kari.keep('cases-requester-taken')

    await toChat()
    await ola.shows('Du har tatt saken.')
    await ola.keep('cases-officer')
    await ola.press('Spør melderen')
    await ola.keep('cases-form')
    await fill(ola, 'Hvor mange hestekrefter?')
    await kari.shows('Ola Innkjøper spør: «Hvor mange hestekrefter?»')
    await kari.press(/^Svar$/)
    await fill(kari, 'Rundt 120')
    await ola.shows('Kari Ansatt svarer: «Rundt 120»')
    await ola.keep('cases-officer-answered')
  })

  test('it is declined, opened again and withdrawn', async () => {
    await ola.pressBehind('Avslå')
    await fill(ola, 'Skolen har en traktor fra før')
    await kari.shows('Innkjøpsseksjonen har avslått kjøpet: «Skolen har en traktor fra før»')
    await kari.keep('cases-requester-declined')
    await ola.press('Åpne igjen')
    await kari.shows('Ola Innkjøper har åpnet saken igjen.')
    await kari.pressBehind('Trekk tilbake')
    await ola.shows('Kari Ansatt har trukket kjøpet tilbake.')
    await toChannel()
    await ola.shows('Trukket tilbake')
    await ola.keep('cases-channel-withdrawn')
  })

  test('a question is answered, and that helped', async () => {
    await kari.say('hvordan søker jeg om barnehageplass')
    await kari.press('Spør innkjøpsseksjonen')
    await ola.shows('Spørsmål S-1: hvordan søker jeg om barnehageplass')
    await take('Ola Innkjøper har tatt Spørsmål S-1.')
    await toChat()
    await ola.press('Svar på spørsmålet')
    await fill(ola, 'Ring barnehagekontoret på telefon 12 34 56 78.')
    await kari.shows(/Svar fra Ola Innkjøper, rådgiver i innkjøpsseksjonen: Ring barnehagekontoret/)
    await kari.keep('cases-question-answered')
    await kari.press('Ja, det hjalp')
    await toChannel()
    await ola.shows('Avsluttet')
    await ola.keep('cases-channel-closed')
  })
})
