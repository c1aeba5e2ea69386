/**
 * The documents that a purchase request gives: a needs description always, and a protocol draft, an inquiry to suppliers
 * and an OCDS release as the rules ask. Pure: the same request gives the same bytes. What is not known is left as a marked
 * place for a person, and nothing is decided here that the request does not say.
 */
import { fileName, type Paper, wordFile, wordType } from '../../paper/paper.ts'
import type { PurchaseRequest, SubmittedRequest } from '../request.ts'
import { inquiry } from './inquiry.ts'
import type { Municipality } from './municipality.ts'
import type { DocumentKind } from './names.ts'
import { needs } from './needs.ts'
import { ocdsRelease } from './ocds.ts'
import { protocol, protocolTitle } from './protocol.ts'

export { type DocumentKind, documentKinds } from './names.ts'

export type { Municipality }

/**
 * Which documents a request gives, in the order they are offered. Three suppliers are not asked where a framework
 * agreement covers the purchase: the procurement section must first agree to the deviation, and until then the agreement
 * binds.
 */
export const documentsFor = (request: PurchaseRequest): DocumentKind[] => [
  'needs',
  ...(request.threeQuotes || request.band !== '0' ? (['protocol'] as const) : []),
  ...(request.threeQuotes && request.agreement?.use !== 'deviation' ? (['inquiry'] as const) : []),
  'ocds',
]

/** The file's name such as `2026-0042 Behovsbeskrivelse.docx`, fit for Windows and SharePoint. */
export const nameOf = (kind: DocumentKind, request: SubmittedRequest): string =>
  fileName(`${request.number} ${titles[kind](request)}`, endings[kind])

export const contentTypeOf = (kind: DocumentKind): string => contentTypes[endings[kind]]

/** Writes a document whether or not it is among those offered. The same request gives the same bytes. */
export async function write(
  kind: DocumentKind,
  request: SubmittedRequest,
  municipality: Municipality,
): Promise<Uint8Array> {
  if (kind === 'ocds') return utf8(ocdsRelease(request, municipality, listed(request)))
  return wordFile(papers[kind](request, municipality), { from: municipality.name, at: request.submittedAt })
}

const endings = { needs: 'docx', protocol: 'docx', inquiry: 'docx', ocds: 'json' } as const
const contentTypes = {
  docx: wordType,
  json: 'application/json',
} as const

const titles: Readonly<Record<DocumentKind, (request: SubmittedRequest) => string>> = {
  needs: () => 'Behovsbeskrivelse',
  protocol: protocolTitle,
  inquiry: () => 'Forespørsel om tilbud',
  ocds: () => 'OCDS',
}

const papers: Readonly<
  Record<Exclude<DocumentKind, 'ocds'>, (request: SubmittedRequest, municipality: Municipality) => Paper>
> = { needs, protocol, inquiry }

const utf8 = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

/** The documents that the release names. */
const listed = (request: SubmittedRequest) =>
  documentsFor(request).map((kind) => ({ kind, title: nameOf(kind, request), format: contentTypeOf(kind) }))
