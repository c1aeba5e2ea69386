/** Links to files, and the files behind them. */
import { basename } from 'node:path'
import type { Config } from './config.ts'
import { linkData } from './intake/intake.ts'
import { type Clock, hourMs } from './kit/day.ts'
import type { Item, Knowledge } from './knowledge/knowledge.ts'
import type { createPasses, Links } from './teams/teams.ts'

/** The download links on template cards, and the files behind them. `address` is where browsers reach the bot. */
export function templateDownloads(knowledge: () => Knowledge, links: Links, address: () => string) {
  const fileOf = (item: Item | undefined) =>
    item?.type === 'template' ? knowledge().fileOf(item) : undefined
  return {
    urlOf(item: Item): string | undefined {
      const file = fileOf(item)
      return (
        file &&
        `${address()}/templates/${item.id}/${encodeURIComponent(basename(file))}?key=${links.keyOf(item.id)}`
      )
    },
    fileOf: (id: string, key: string) => (links.fits(id, key) ? fileOf(knowledge().item(id)) : undefined),
  }
}

/** How long a link to a document opens: it stands in a card that others may come to see. */
const documentOpenMs = 24 * hourMs

/** Links to documents, where Teams cannot hand files out: on one's own machine. */
export function documentLinks(
  passes: ReturnType<typeof createPasses>,
  { config, now, address }: { config: Config; now: Clock; address: () => string },
) {
  const linkTo = (data: string, name: string) =>
    config.credentials
      ? undefined
      : `${address()}/documents/${passes.passFor(data, now() + documentOpenMs)}/${encodeURIComponent(name)}`
  return {
    linkTo,
    urlOf: (number: string, kind: Parameters<typeof linkData>[1]) =>
      linkTo(linkData(number, kind), `${number}-${kind}`),
    /** `linked` gives the file that the data of a good pass tells of. */
    async at<File>(pass: string, linked: (data: string) => Promise<File | undefined>) {
      const read = passes.read(pass)
      if (read.kind === 'expired') return 'expired' as const
      return read.kind === 'good' ? linked(read.data) : undefined
    },
  }
}
