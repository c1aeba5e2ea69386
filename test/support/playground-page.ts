import { expect } from 'vitest'
import { openBrowser, screenshotPath } from './browser.ts'
import { openPlayground } from './playground.ts'

export type PlaygroundPage = Awaited<ReturnType<typeof openPlaygroundPage>>

/** A person in a browser: the real Playground in headless Chromium against the real bot. */
export async function openPlaygroundPage() {
  const [playground, browser] = await Promise.all([openPlayground(), openBrowser()])
  const page = await browser.newPage({ viewport: { width: 1000, height: 1000 }, acceptDownloads: true })
  const show = async () => {
    await page.goto(playground.address)
    await page.getByRole('button', { name: 'Hide log panel' }).click()
  }
  await show()
  const cards = () => page.locator('.ac-adaptiveCard').count()
  /** Does something, and waits until the bot has answered it with a card. */
  const answered = async (does: () => Promise<void>) => {
    const before = await cards()
    await does()
    await expect.poll(cards, { timeout: 20_000 }).toBeGreaterThan(before)
  }
  return {
    page,
    bot: playground.bot,
    /** A fresh view of the same chat, as on another device. */
    showAgain: show,
    say: (text: string) =>
      answered(async () => {
        await page.getByRole('textbox').last().click()
        await page.keyboard.type(text)
        await page.getByRole('button', { name: 'Send Message' }).click()
      }),
    press: (name: string | RegExp) => answered(() => page.getByRole('button', { name }).last().click()),
    shows: (text: string | RegExp) => page.getByText(text).last().waitFor(),
    /** What is downloaded when a link is pressed. */
    async download(name: string) {
      const link = page.getByRole('link', { name }).last()
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      return download
    },
    async keep(name: string) {
      await page.screenshot({ path: screenshotPath(name) })
    },
    async close() {
      await browser.close()
      await playground.close()
    },
  }
}
