import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { openBrowser, screenshotPath } from './browser.ts'
import { openPlayground } from './playground.ts'

export type PlaygroundPage = Awaited<ReturnType<typeof openPlaygroundPage>>
export type ChatPage = Awaited<ReturnType<typeof openChatPage>>

/** A person in a browser: the real Playground in headless Chromium against the real bot. */
export async function openPlaygroundPage() {
  const [playground, browser] = await Promise.all([openPlayground(), openBrowser()])
  return {
    ...(await openChatPage(browser, playground.address)),
    bot: playground.bot,
    async close() {
      await browser.close()
      await playground.close()
    },
  }
}

/** One page of a browser that shows a Playground, `width` pixels wide. From 1200 on its list of chats and channels is there. */
export async function openChatPage(browser: Browser, address: string, width = 1000) {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, acceptDownloads: true })
  const show = async () => {
    await page.goto(address)
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
    /** A fresh view of the same chat, as on another device. */
    showAgain: show,
    say: (text: string) =>
      answered(async () => {
        await page.getByRole('textbox').last().click()
        await page.keyboard.type(text)
        await page.getByRole('button', { name: 'Send Message' }).click()
      }),
    press: (name: string | RegExp) => answered(() => page.getByRole('button', { name }).last().click()),
    /** Presses a button that stands behind the last "…". */
    async pressBehind(name: string) {
      await page.getByRole('button', { name: 'More options' }).last().click()
      await answered(() => page.getByRole('menuitem', { name }).click())
    },
    /** Opens a chat or a channel in the list of them: the last that is called so. */
    open: (name: string) => page.getByRole('treeitem', { name }).last().click(),
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
  }
}
