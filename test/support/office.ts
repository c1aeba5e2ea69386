import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

/** Why Word files cannot be opened in an office program here; undefined when they can. */
export const noOffice = program
  ? undefined
  : 'no LibreOffice on this machine; install Debian package libreoffice-writer'

if (noOffice) console.warn(`\nTests that open documents are skipped: ${noOffice}.\n`)

/** Opens Word files in LibreOffice and gives each as PDF, by name; what could not be opened is missing. */
export function asPdf(files: Readonly<Record<string, Uint8Array>>): Record<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${name}.docx`), bytes)
    // A profile of its own: two runs that share one lock each other out.
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const sources = Object.keys(files).map((name) => join(folder, `${name}.docx`))
    const options = ['--headless', '--infilter=MS Word 2007 XML', '--convert-to', 'pdf', '--outdir', folder]
    spawnSync(program ?? '', [profile, ...options, ...sources], { timeout: 120_000 })
    return Object.fromEntries(
      readdirSync(folder)
        .filter((file) => file.endsWith('.pdf'))
        .map((file) => [file.replace(/\.pdf$/, ''), readFileSync(join(folder, file))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
