import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../kit/fault.ts'
import { type KnowledgeFault, writeFault } from './fault.ts'
import { type NewFile, type Reading, readFolder } from './read.ts'

/** Kept under an id and in a file, or not at all because of what is wrong with it. */
export type Kept = { kind: 'kept'; id: string; file: string } | { kind: 'faulty'; faults: KnowledgeFault[] }

/** Where it is kept: ids such as `a-2026-0001` have a prefix, and are counted up within the year. */
type Kind = { name: string; prefix: string; ending: string }

/**
 * Keeps a new file in a folder of the knowledge. No file is written over, two at once get two ids, and nobody reads a half
 * one: it is written beside, tried together with all the rest, and only then given its name. Throws a `knowledge` Fault
 * where the folder cannot be written to.
 */
export async function keepNew(
  folder: string,
  { name, prefix, ending }: Kind,
  textOf: (id: string) => string,
): Promise<Kept> {
  const place = join(folder, name)
  try {
    await mkdir(place, { recursive: true })
    for (let number = (await highestIn(place, prefix)) + 1; ; number++) {
      const id = `${prefix}${String(number).padStart(4, '0')}`
      const [file, beside, target] = [
        `${name}/${id}${ending}`,
        join(place, `.${id}.tmp`),
        join(place, id + ending),
      ]
      // Who makes this one has the id: others that write at the same time go on to the next.
      const reserved = await open(beside, 'wx').catch(unless('EEXIST'))
      if (!reserved) continue
      try {
        if (await stat(target).catch(unless('ENOENT'))) continue
        const text = textOf(id)
        const { faults } = await readWith(folder, { file, text })
        if (faults.length > 0) return { kind: 'faulty', faults }
        await reserved.writeFile(text)
        await reserved.sync()
        await rename(beside, target)
        return { kind: 'kept', id, file }
      } finally {
        await reserved.close()
        await rm(beside, { force: true })
      }
    }
  } catch (error) {
    throw new Fault('knowledge', `writing to ${place}`, error)
  }
}

/** The knowledge as it would be with a file more; `faults` are those that it would bring. */
export async function readWith(folder: string, file: NewFile): Promise<Reading> {
  const [before, after] = await Promise.all([readFolder(folder), readFolder(folder, file)])
  const old = new Set(before.faults.map(writeFault))
  return { ...after, faults: after.faults.filter((fault) => !old.has(writeFault(fault))) }
}

async function highestIn(place: string, prefix: string): Promise<number> {
  const numbers = (await readdir(place)).map((file) =>
    file.startsWith(prefix) ? Number.parseInt(file.slice(prefix.length), 10) : 0,
  )
  return Math.max(0, ...numbers.filter(Number.isSafeInteger))
}

/** One kind of failure is an answer; all others are thrown. */
const unless =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error
  }
