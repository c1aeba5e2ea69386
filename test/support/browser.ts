import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const found = places.find((path) => existsSync(path))

/** Why browser tests cannot run here; undefined when they can. */
export const noBrowser = found ? undefined : 'no Chromium on this machine; install Debian package chromium'

if (noBrowser) console.warn(`\nBrowser tests are skipped: ${noBrowser}.\n`)

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: found ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** Where a screenshot of the run is kept, to be looked at. */
export function screenshotPath(name: string): string {
  const folder = join('build', 'screenshots')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${name}.png`)
}
