import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'vitest'
import { openBrowser, screenshotPath } from './browser.ts'
import type { Sent } from './connector.ts'

const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')

export type NarrowScreen = Awaited<ReturnType<typeof openNarrowScreen>>

/** A phone: cards are drawn by the renderer that Teams builds on, 400 pixels wide. */
export async function openNarrowScreen() {
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 400, height: 700 } })
  await page.setContent(`<style>${looks}</style><div id="card"></div>`)
  await page.addScriptTag({ content: readFileSync(renderer, 'utf8') })
  return {
    /** Nothing is refused by the renderer, cut off or wider than the screen. Several cards get a number each. */
    async drawsWhole(name: string, sent: readonly (Sent | undefined)[]): Promise<void> {
      const cards = sent.flatMap((one) => one?.attachments?.map(({ content }) => content) ?? [])
      expect(cards).not.toEqual([])
      for (const [at, card] of cards.entries()) {
        const drawn = await page.evaluate(draw, JSON.stringify(card))
        await page.screenshot({
          path: screenshotPath(`narrow-${name}${at ? `-${at + 1}` : ''}`),
          fullPage: true,
        })
        expect(drawn).toEqual({ faults: [], tooWide: [], controls: controlsIn(card) })
      }
    },
    close: () => browser.close(),
  }
}

/** As Teams and the Playground draw: what a button is called stands on one line. */
const looks = `
  body { margin: 8px; font: 14px sans-serif }
  button { padding: 6px 12px; font: 600 14px sans-serif; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
`

/** How much there is to press and fill in on a card. Secondary buttons stand together behind one. */
function controlsIn(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0
  const { type = '', mode, actions = [], choices = [], style } = part as Part
  const fields = type.startsWith('Input.') ? (style === 'expanded' ? choices.length : 1) : 0
  const button = type.startsWith('Action.') && mode !== 'secondary' ? 1 : 0
  const more = actions.some((one) => one.mode === 'secondary') ? 1 : 0
  return Object.values(part).reduce((sum, within) => sum + controlsIn(within), fields + button + more)
}
/** Any object within an Adaptive Card. */
type Part = { type?: string; mode?: string; actions?: Part[]; choices?: Part[]; style?: string }

/** Runs in the page. Gives what the renderer finds wrong, and the texts that do not fit. */
function draw(json: string): { faults: string[]; tooWide: string[]; controls: number } {
  // the renderer's own global, in the page
  const { AdaptiveCard, HostConfig, SerializationContext } = (
    globalThis as unknown as { AdaptiveCards: Renderer }
  ).AdaptiveCards
  // bold, links, lines and escaped signs, as every client draws them
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
      .replaceAll('\n', '<br>')
      .replace(/\[([^\]]+)\]\((https?:[^)]*)\)/g, '<a href="$2">$1</a>')
      .replace(/\\(.)/g, '$1')
    result.didProcess = true
  }
  const card = new AdaptiveCard()
  // buttons below one another, on all of the width
  card.hostConfig = new HostConfig({
    actions: { actionsOrientation: 'vertical', actionAlignment: 'stretch' },
  })
  const context = new SerializationContext()
  card.parse(JSON.parse(json), context)
  const holder = document.getElementById('card')
  holder?.replaceChildren(card.render() ?? '')
  // A newer element says what stands in its place where it is not known.
  const faults = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message).filter(
    (message) => !message.endsWith('Fallback will be used if present.'),
  )
  // what is filled in can be scrolled
  const tooWide = [...document.querySelectorAll<HTMLElement>('#card :not(input)')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    .map((element) => element.textContent ?? '')
  return {
    faults,
    tooWide,
    controls: document.querySelectorAll('#card :is(button, input, textarea, select)').length,
  }
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
