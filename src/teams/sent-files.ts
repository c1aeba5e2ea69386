import { z } from 'zod'

/** A file that came with a message. Without a `url` the bot cannot fetch it, as a picture pasted into the text. */
export type SentFile = {
  /** Empty where the client gives none, as for pasted pictures. */
  name: string
  url: string | undefined
}

/** As many as Teams lets a person attach. */
const mostFiles = 10
/** Longer is cut. In letters. */
const longestName = 255
/** Addresses carry a key of one or two thousand letters; one that is longer is no address. */
export const longestUrl = 8_192

const attachment = z.object({
  contentType: z.string(),
  name: z.string().catch(''),
  content: z
    .object({ downloadUrl: z.string().min(1).max(longestUrl) })
    .optional()
    .catch(undefined),
})

/** The files among a message's attachments. Cards, and the text once more as HTML, are none. */
export const readFiles = (attachments: readonly unknown[]): SentFile[] =>
  attachments.flatMap((one) => fileIn(attachment.safeParse(one).data) ?? []).slice(0, mostFiles)

function fileIn(given: z.output<typeof attachment> | undefined): SentFile | undefined {
  if (!given) return undefined
  const name = nameIn(given.name)
  if (given.contentType === 'application/vnd.microsoft.teams.file.download.info')
    return { name, url: given.content?.downloadUrl }
  return given.contentType.startsWith('image/') ? { name, url: undefined } : undefined
}

/** Without line breaks and without what turns the order of letters around. */
const nameIn = (written: string): string =>
  written
    .slice(0, longestName)
    .replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim()
