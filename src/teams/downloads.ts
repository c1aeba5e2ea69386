import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type restify from 'restify'
import type { Log } from '../kit/log.ts'
import { type Language, speaker } from '../kit/say.ts'
import { languageOfLocale } from '../people/people.ts'

export type DownloadNeeds = {
  /** The file behind a template's download link; undefined when the link's key does not fit or it is gone. */
  templateFile(id: string, key: string): string | undefined
  /** The document that a link opens for a time; undefined when the pass is not good or the document is gone. */
  documentAt(pass: string): Promise<LinkedDocument | 'expired' | undefined>
  /** The picture behind its address in a card; undefined when the key does not fit or it is gone. */
  pictureAt(id: string, key: string): Promise<LinkedDocument | undefined>
}
/** `type` is its media type. */
type LinkedDocument = { name: string; content: Uint8Array; type: string }

/** What browsers fetch: they cannot sign in, so what a link carries is all that opens it. */
export function serveDownloads(server: restify.Server, needs: DownloadNeeds, log: Log): void {
  server.get('/templates/:id/:name', async (req: restify.Request, res: restify.Response) =>
    sendTemplate(needs.templateFile(String(req.params.id), String(req.query.key ?? '')), res),
  )
  server.get('/pictures/:id', async (req: restify.Request, res: restify.Response) => {
    try {
      const found = await needs.pictureAt(String(req.params.id), String(req.query.key ?? ''))
      if (found) sendPicture(res, found)
      else sendText(res, 404, speak('nb')('noDocument'))
    } catch (error) {
      log.error({ err: error }, 'a picture could not be given')
      sendText(res, 500, speak('nb')('failed'))
    }
  })
  server.get('/documents/:pass/:name', async (req: restify.Request, res: restify.Response) => {
    res.header('Cache-Control', 'no-store')
    const words = speak(languageAmong(req.header('accept-language', '')))
    try {
      const found = await needs.documentAt(String(req.params.pass))
      if (found === 'expired') sendText(res, 410, words('expired'))
      else if (found) sendFile(res, found)
      else sendText(res, 404, words('noDocument'))
    } catch (error) {
      log.error({ err: error }, 'a document could not be given')
      sendText(res, 500, words('failed'))
    }
  })
}

async function sendTemplate(file: string | undefined, res: restify.Response): Promise<void> {
  const content = file && (await readFile(file).catch(() => undefined))
  if (content) sendFile(res, { name: basename(file), content, type: 'application/octet-stream' })
  else res.send(404, { error: 'Malen finnes ikke, eller lenken er gammel. Spør boten om malen på nytt.' })
}

const sendFile = (res: restify.Response, { name, content, type }: LinkedDocument): void =>
  res.sendRaw(200, Buffer.from(content), {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
    'X-Content-Type-Options': 'nosniff',
  })

/** Teams fetches it anew for each who looks. */
const sendPicture = (res: restify.Response, { content, type }: LinkedDocument): void =>
  res.sendRaw(200, Buffer.from(content), {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=86400',
    'X-Content-Type-Options': 'nosniff',
  })

const sendText = (res: restify.Response, status: number, words: string): void =>
  res.sendRaw(status, words, { 'Content-Type': 'text/plain; charset=utf-8' })

/** The first Norwegian that a browser asks for, wherever it stands: English browsers are common here too. */
function languageAmong(accepted: string): Language {
  const tags = accepted.split(',').map((tag) => tag.trim())
  const norwegian = tags.map(languageOfLocale).find((language) => language !== undefined)
  return norwegian ?? (tags.some((tag) => /^en\b/i.test(tag)) ? 'en' : 'nb')
}

const speak = speaker({
  expired: {
    nb: 'Lenken virker ikke lenger. Be boten om dokumentet på nytt.',
    nn: 'Lenkja verkar ikkje lenger. Be boten om dokumentet på nytt.',
    en: 'The link works no longer. Ask the bot for the document anew.',
  },
  noDocument: {
    nb: 'Dokumentet finnes ikke. Er lenken hel? Be boten om dokumentet på nytt.',
    nn: 'Dokumentet finst ikkje. Er lenkja heil? Be boten om dokumentet på nytt.',
    en: 'There is no such document. Is the link whole? Ask the bot for the document anew.',
  },
  failed: {
    nb: 'Beklager, noe gikk galt hos meg. Prøv igjen om litt.',
    nn: 'Orsak, noko gjekk gale hos meg. Prøv igjen om litt.',
    en: 'Sorry, something went wrong on my side. Please try again in a moment.',
  },
})
