import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser, screenshotPath } from '../support/browser.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { noon } from '../support/config.ts'

const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')

/** Every kind of card on a phone: drawn by the renderer that Teams builds on, 400 pixels wide. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'at 400 pixels', () => {
  let chat: Chat
  let browser: Browser
  beforeAll(async () => {
    ;[chat, browser] = await Promise.all([openChat(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await chat?.close()
  })

  const lead = '00000000-0000-0000-0000-000000000003' // of the sample's people
  beforeAll(() =>
    chat.bot.store.audit.note(
      {
        actor: 'people.yaml',
        act: 'roles-changed',
        object: '00000000-0000-0000-0000-000000000002',
        before: ['employee', 'officer'],
        after: ['employee'],
      },
      noon,
    ),
  )

  test.each([
    ['greeting', 'hjelp'],
    ['agreement', 'rørlegger'],
    ['ended-agreement', 'blomster til begravelse'],
    ['rule', 'når må vi kunngjøre i Doffin?'],
    ['routine', 'rutine for reklamasjon'],
    ['template', 'mal for konkurransegrunnlag nasjonal kunngjøring'],
    ['old-strategy', 'konkurransegjennomføringsverktøy KGV'],
    ['choice', 'hvem brøyter'],
    ['refusal', 'hvordan søker jeg om barnehageplass'],
    ['english', 'I need a laptop'],
    ['band-below', '520 000 inkl mva, må det på Doffin?'],
    ['band-eea', 'bygge skole til 70 mill eks mva'],
    ['band-near', 'kjøp på 1,25 mill eks mva'],
    ['band-english', 'health services for 3 million ex VAT, must we publish?'],
    ['ask-kind', 'kjøp på 1,5 mill eks mva'],
    ['ask-amount', 'kjøp på 1.300'],
    ['limits', 'hva er grensa nå'],
    ['old-limit', 'gjelder 100 000 grensa fortsatt?'],
    ['split', 'kan vi dele opp i to fakturaer'],
    ['agreement-with-amount', 'konsulent 200 tusen i året i 4 år'],
    ['own-data', 'mine data'],
    ['erase', 'slett mine data'],
    ['log', 'logg'],
  ])('%s is drawn whole: nothing is refused, cut off or wider than the screen', async (name, question) => {
    const [sent] = await chat.say(question, { entraId: lead })
    const card = sent?.attachments?.[0]?.content
    const page = await browser.newPage({ viewport: { width: 400, height: 700 } })
    await page.setContent(
      '<body style="margin:8px;font-family:sans-serif;font-size:14px"><div id="card"></div></body>',
    )
    await page.addScriptTag({ content: readFileSync(renderer, 'utf8') })
    const drawn = await page.evaluate(draw, JSON.stringify(card))
    await page.screenshot({ path: screenshotPath(`narrow-${name}`), fullPage: true })
    await page.close()
    const { actions = [] } = card as { actions?: unknown[] } // an Adaptive Card's buttons
    expect(drawn).toEqual({ faults: [], tooWide: [], buttons: actions.length })
  })
})

/** Runs in the page. Gives what the renderer finds wrong, and the texts that do not fit. */
function draw(json: string): { faults: string[]; tooWide: string[]; buttons: number } {
  // the renderer's own global, in the page
  const { AdaptiveCard, HostConfig, SerializationContext } = (
    globalThis as unknown as { AdaptiveCards: Renderer }
  ).AdaptiveCards
  // bold and links, as every client draws them
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
      .replace(/\[([^\]]+)\]\((https?:[^)]*)\)/g, '<a href="$2">$1</a>')
    result.didProcess = true
  }
  const card = new AdaptiveCard()
  // as the Playground draws them: buttons below one another, on all of the width
  card.hostConfig = new HostConfig({
    actions: { actionsOrientation: 'vertical', actionAlignment: 'stretch' },
  })
  const context = new SerializationContext()
  card.parse(JSON.parse(json), context)
  const holder = document.getElementById('card')
  holder?.append(card.render() ?? '')
  const faults = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  const tooWide = [...document.querySelectorAll<HTMLElement>('#card *')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    .map((element) => element.textContent ?? '')
  return { faults, tooWide, buttons: document.querySelectorAll('#card button').length }
}
type Renderer = {
  HostConfig: new (config: object) => unknown
  AdaptiveCard: {
    onProcessMarkdown: (text: string, result: { outputHtml?: string; didProcess: boolean }) => void
    new (): {
      hostConfig: unknown
      parse(json: unknown, context: unknown): void
      render(): HTMLElement | undefined
    }
  }
  SerializationContext: new () => { eventCount: number; getEventAt(at: number): { message: string } }
}
