import type { Day } from '../../kit/day.ts'
import { legible } from '../../paper/paper.ts'
import type { Band, Kind } from '../../rules/rules.ts'
import type { SubmittedRequest } from '../request.ts'
import { digitsOf, type Municipality } from './municipality.ts'
import { type DocumentKind, regulationsOf, rulesName } from './names.ts'

/** A document that the release names: where it is kept is not known when it is written, so none has an address. */
type Listed = { kind: DocumentKind; title: string; format: string }

/**
 * Not a registered prefix: the Open Contracting Partnership gives each publisher its own, as `ocds-` and six characters. The
 * municipality's organisation number after it keeps the identifiers of two municipalities apart until then.
 */
const placeholderPrefix = 'ocds-xxxxxx'
/** The register of legal entities in Brønnøysund, as org-id.guide calls it. */
const register = 'NO-BRC'

/**
 * A release of the Open Contracting Data Standard 1.1: the purchase as it is planned. It names no person, and leaves out what
 * is not decided. Nothing is published by it: a person reads it first, and may withhold the value.
 */
export function ocdsRelease(
  request: SubmittedRequest,
  municipality: Municipality,
  documents: readonly Listed[],
): object {
  const { submittedAt } = request
  const number = legible(request.number).replace(/[#\s]+/g, '-')
  const buyer = partyOf(municipality)
  return {
    ocid: [placeholderPrefix, ...(buyer.identifier ? [buyer.identifier.id] : []), number].join('-'),
    id: `${number}-planning`,
    date: new Date(submittedAt).toISOString(),
    tag: ['planning'],
    initiationType: 'tender',
    language: 'nb',
    parties: [
      {
        ...buyer,
        ...(request.unit && { contactPoint: { name: legible(request.unit) } }),
        roles: ['buyer', 'procuringEntity'],
      },
    ],
    buyer: { id: buyer.id, name: buyer.name },
    planning: planningOf(request, documents),
    tender: tenderOf(request, number, { id: buyer.id, name: buyer.name }, documents),
  }
}

function partyOf(municipality: Municipality) {
  const id = digitsOf(municipality)
  const legalName = legible(municipality.name)
  return id
    ? { id: `${register}-${id}`, name: legalName, identifier: { scheme: register, id, legalName } }
    : { id: 'municipality', name: legalName, identifier: undefined }
}

const planningOf = (request: SubmittedRequest, documents: readonly Listed[]) => {
  const { problem, value, submittedAt, wanted } = request
  return {
    ...(problem?.trim() && { rationale: legible(problem) }),
    budget: { description: words.budget, amount: nok(value) },
    documents: entries(documents, { needs: 'needsAssessment' }),
    milestones: [
      {
        id: 'request',
        type: 'preProcurement',
        title: words.requested,
        dateMet: new Date(submittedAt).toISOString(),
        status: 'met',
      },
      ...(wanted
        ? [
            {
              id: 'delivery',
              type: 'delivery',
              title: words.wanted,
              dueDate: endOf(wanted),
              status: 'scheduled',
            },
          ]
        : []),
    ],
  }
}

const words = {
  budget: 'Anslått verdi uten merverdiavgift for hele varigheten. At beløpet er satt av, er ikke bekreftet.',
  requested: 'Forespørselen er sendt inn',
  wanted: 'Ønsket levering eller oppstart',
  threeQuotes: 'Tilbud fra minst tre leverandører',
}

function tenderOf(
  request: SubmittedRequest,
  number: string,
  procuringEntity: { id: string; name: string },
  documents: readonly Listed[],
) {
  const { title, problem, value, kind, band } = request
  const category = categories[kind]
  const asked = documents.some(({ kind }) => kind === 'inquiry') && (band === '0' || band === '1')
  const procedure = asked ? words.threeQuotes : regulationsOf(kind) ? undefined : procedures[band]
  return {
    id: number,
    title: legible(title),
    ...(problem?.trim() && { description: legible(problem) }),
    status: 'planning',
    procuringEntity,
    value: nok(value),
    ...(asked && { procurementMethod: 'limited' }),
    procurementMethodDetails: [rulesName(request), ...(procedure ? [procedure] : [])].join('. '),
    ...(category && { mainProcurementCategory: category }),
    ...contractPeriod(request),
    documents: entries(documents, { inquiry: 'biddingDocuments' }),
  }
}

/** The main object of a contract for utilities, or of a concession, is not told by its kind. */
const categories: Readonly<Record<Kind, 'goods' | 'services' | 'works' | undefined>> = {
  goods: 'goods',
  services: 'services',
  special: 'services',
  health: 'services',
  works: 'works',
  utilities: undefined,
  'utilities-works': 'works',
  concession: undefined,
}

/** Open or restricted is chosen later, so these have no code in the standard yet (FOA §§ 8-3, 13-1 and 30-1). */
const procedures: Readonly<Partial<Record<Band, string>>> = {
  '2': 'Åpen eller begrenset tilbudskonkurranse',
  '3': 'Åpen eller begrenset anbudskonkurranse',
  '4': 'Kommunen fastsetter framgangsmåten',
  S: 'Åpen eller begrenset tilbudskonkurranse',
}

/** A single purchase ends with the delivery. Where a contract lasts, the months count its options: it ends then at the latest. */
function contractPeriod({ wanted, months }: SubmittedRequest) {
  if (months === undefined) return wanted && { contractPeriod: { endDate: endOf(wanted) } }
  const days = months !== 'indefinite' && { durationInDays: Math.round((months * daysInYear) / monthsInYear) }
  if (!wanted && !days) return undefined
  return { contractPeriod: { ...(wanted && { startDate: startOf(wanted) }), ...days } }
}

const daysInYear = 365
const monthsInYear = 12
const startOf = (day: Day): string => `${day}T00:00:00Z`
const endOf = (day: Day): string => `${day}T23:59:59Z`
const nok = (amount: number) => ({ amount, currency: 'NOK' })

/** Those of the documents that belong to a stage, by the type that the standard gives them. */
const entries = (documents: readonly Listed[], types: Readonly<Partial<Record<Listed['kind'], string>>>) =>
  documents.flatMap(({ kind, title, format }) => {
    const documentType = types[kind]
    return documentType ? [{ id: kind, documentType, title, format, language: 'nb' }] : []
  })
