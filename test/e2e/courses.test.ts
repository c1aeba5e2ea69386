import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser } from '../support/browser.ts'
import { noon } from '../support/config.ts'
import { openBot } from '../support/playground.ts'
import { type ChatPage, openChatPage } from '../support/playground-page.ts'

const greeting = 'Hei! Jeg hjelper deg med å kjøpe riktig.'
const title = 'Avrop på rammeavtaler'

/** Who leads a course and two who want its one place, each in a browser of their own, at one bot whose clock is moved on. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'a course in the browser', () => {
  let desk: Awaited<ReturnType<typeof openBot>>
  let browser: Browser
  let ola: ChatPage
  let kari: ChatPage
  let per: ChatPage
  let ahead = 0
  const moveTo = async (when: string) => {
    ahead = Date.parse(when) - noon
    await desk.bot.idle()
  }
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([openBot(() => ahead), openBrowser()])
    kari = await openChatPage(browser, await desk.seat('ansatt'))
    per = await openChatPage(browser, await desk.seat('godkjenner'))
    ola = await openChatPage(browser, await desk.seat('innkjøper'))
    for (const one of [kari, per, ola]) await one.shows(greeting)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })
  const click = async (who: ChatPage, name: string | RegExp, shows: string | RegExp) => {
    await who.page.getByRole('button', { name }).last().click()
    await who.shows(shows)
  }

  test('is made, opened and invited to', async () => {
    await ola.say('nytt kurs')
    const field = (name: string) => ola.page.getByRole('textbox', { name }).last()
    await field('Tittel').fill(title)
    await field('Hva det handler om').fill('Slik bestiller du riktig vare til riktig pris.')
    await field('Når, én samling på hver linje').fill('15.12.2026 09:00–11:00')
    await field('Sted').fill('Rådhuset, møterom 3')
    await field('Antall plasser').fill('1')
    await ola.keep('course-form')
    await ola.press('Se hvordan det blir')
    await ola.keep('course-draft')
    await ola.press('Åpne for påmelding')
    await ola.press('Inviter')
    await ola.press('Enheter')
    await ola.page.getByRole('checkbox', { name: 'Skogen skole' }).last().check()
    await ola.press('Bruk dette')
    await ola.keep('course-invitation-preview')
    await ola.page
      .getByRole('button', { name: /^Send til/ })
      .last()
      .click()
    await kari.shows(title)
    await kari.keep('course-invited')
  })

  test('one says yes, and then it is full: the other waits', async () => {
    await click(kari, 'Ja, jeg kommer', 'Du har fått plass.')
    await kari.keep('course-booked')
    await moveTo('2026-11-22T12:10:00+01:00')
    await per.shows(/Fullt/)
    await click(per, 'Ja, sett meg på venteliste', /Det er fullt. Du står på ventelisten/)
    await per.keep('course-waiting')
  })

  test('who has the place gives it up, and the other is offered it and takes it', async () => {
    await click(kari, 'Meld meg av', `Melde deg av «${title}»?`)
    await kari.keep('course-leave')
    await click(kari, 'Ja, meld meg av', 'Du er meldt av.')
    await per.shows(`Det er blitt en plass til deg på «${title}».`)
    await per.keep('course-offered')
    await click(per, 'Ja, jeg tar plassen', 'Du har fått plass.')
    await per.press('Legg i kalenderen')
    expect((await per.download('Åpne filen')).suggestedFilename()).toMatch(/\.ics$/)
  })

  test('they are reminded, are noted as there, and get their certificate', async () => {
    await moveTo('2026-12-14T09:00:30+01:00')
    await per.shows(`Husk «${title}»: 15.12.2026 09:00–11:00`)
    await per.keep('course-reminded')
    await moveTo('2026-12-15T09:10:00+01:00')
    await ola.say('kursplan')
    await ola.keep('course-plan')
    await ola.press('Styr')
    await ola.press('Hvem er her?')
    await ola.keep('course-attendance')
    const words = await ola.page
      .getByText(/kode \d{4}/)
      .last()
      .innerText()
    await per.page.getByRole('textbox').last().click()
    await per.page.keyboard.type(`kode ${/kode (\d{4})/.exec(words)?.[1]}`)
    await per.page.getByRole('button', { name: 'Send Message' }).click()
    await per.shows(`Du er registrert på «${title}».`)
    await moveTo('2026-12-16T09:00:30+01:00')
    await per.shows(`Takk for at du var med på «${title}».`)
    await per.keep('course-thanked')
    await per.press('Kursbevis')
    // Where a machine knows no å in names of files, the browser saves it under another.
    const certificate = await per.download('Åpne filen')
    expect(decodeURIComponent(certificate.url())).toMatch(/Kursbevis Avrop på rammeavtaler\.docx$/)
    await click(per, 'Si hva du syntes', `Hva syntes du om «${title}»?`)
    await per.keep('course-evaluation')
    await per.say('mine kurs')
    await per.keep('course-history')
  })
})
