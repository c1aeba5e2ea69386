import { writeDay, writeTime } from '../../kit/day.ts'
import { writeKroner } from '../../kit/money.ts'
import {
  type Block,
  facts,
  heading,
  type Line,
  notice,
  orFill,
  type Paper,
  signatures,
  table,
  text,
} from '../../paper/paper.ts'
import type { StepName } from '../purchase-answers.ts'
import type { SubmittedRequest } from '../request.ts'
import { basisOf } from './duty-tables.ts'
import { digitsOf, type Municipality, presented } from './municipality.ts'
import { durationName, kindNames, rulesName } from './names.ts'
import { type Form, formFor } from './protocol-forms.ts'
import { type Point, points } from './protocol-points.ts'
import { said } from './said.ts'

/** A draft of the procurement protocol: what is known, by the points of the paragraph that holds, and places for the rest. */
export function protocol(request: SubmittedRequest, municipality: Municipality): Paper {
  const form = formFor(request)
  return {
    title: protocolTitle(request),
    about: orFill(request.title, 'hva som skal kjøpes'),
    number: request.number,
    draft: true,
    blocks: [
      notice(
        { strong: 'Dette er et utkast.' },
        'Innkjøpsassistenten har fylt inn det som står i forespørselen. En person fyller ut resten, kontrollerer alt og signerer.',
        'Skriv «ikke relevant» der et punkt ikke gjelder, så ingen tror at det er glemt. Slett denne ruten og «Utkast» øverst når alt er fylt ut.',
      ),
      head(request),
      heading('Dokumentasjon av kjøpet'),
      text({ quiet: form.basis }),
      pointTable(form, knownOf(request, municipality)),
      ...(form.short ? suppliers : []),
      ...duties(request),
      heading('Underskrift'),
      signatures([
        ['Ansvarlig', { fill: 'navn' }],
        ['Godkjenner', orFill(request.approver, 'hvem som har fullmakt')],
      ]),
    ],
  }
}

/** Below the act it is a note, which is all that the municipality asks for. */
export const protocolTitle = ({ band }: Pick<SubmittedRequest, 'band'>): string =>
  band === '0' ? 'Notat om kjøpet' : 'Anskaffelsesprotokoll'

const head = (request: SubmittedRequest): Block =>
  facts([
    ['Nummer', request.number],
    ['Forespørsel sendt inn', writeTime(request.submittedAt)],
    ['Enhet', orFill(request.unit, 'enheten som har behovet')],
    ['Meldt av', orFill(request.requester, 'navn')],
    ['Hva slags kjøp', kindNames[request.kind]],
    ['Regler', [rulesName(request), request.conclusion]],
    ['Nær en grense', request.near],
    ['Reglene per', writeDay(request.rulesOf)],
  ])

const pointTable = ({ column, points: asked }: Form, known: Known): Block =>
  table(
    { [column]: 13, Punkt: 35, Innhold: 52 },
    asked.map(([reference, point]) => [
      reference,
      points[point].asks,
      known[point] ?? { fill: points[point].hint },
    ]),
  )

type Known = Partial<Record<Point, readonly Line[]>>

/** What the request says of the points. What is left of a point stands last in it, as a place. */
function knownOf(request: SubmittedRequest, municipality: Municipality): Known {
  const { title, problem, value, valueLines, months, kind, threeQuotes } = request
  const relation = said(request, ['relation'])
  return {
    authority: [
      presented(municipality),
      ...(digitsOf(municipality) ? [] : [{ fill: 'organisasjonsnummer' }]),
      { fill: points.authority.hint },
    ],
    subject: [
      orFill(title, points.subject.hint),
      ...(problem?.trim() ? [problem] : []),
      { strong: `Anslått verdi: ${writeKroner(value)} uten merverdiavgift` },
      ...valueLines,
      `Varighet: ${durationName(months) ?? 'engangskjøp'}`,
    ],
    agreement: agreementLines(request),
    ...(threeQuotes && {
      asked: ['Kommunens rutine: tilbud fra minst tre leverandører.', { fill: points.asked.hint }],
    }),
    ...(relation.length > 0 && { impartiality: [...relation, { fill: points.impartiality.hint }] }),
    ...(kind !== 'health' && { reserved: ['Ikke relevant: gjelder bare helse- og sosialtjenester.'] }),
    other: otherLines(request),
  }
}

const uses = {
  deviation: 'dekker kjøpet, men ønskes ikke brukt',
  'not-covered': 'dekker ikke behovet',
} as const

function agreementLines({ agreement }: SubmittedRequest): Line[] {
  if (!agreement)
    return [
      'Ingen rammeavtale ble funnet da forespørselen ble sendt.',
      { fill: 'hvem som har bekreftet det' },
    ]
  return [
    `${agreement.title} (${agreement.id}) ${uses[agreement.use]}.`,
    orFill(agreement.reason, 'begrunnelse'),
    ...(agreement.use === 'deviation' ? [{ fill: 'samtykke fra innkjøpsseksjonen, dato' }] : []),
  ]
}

/** Forms that have no point for the agreement, a date that is too soon or earlier requests have them here. */
function otherLines(request: SubmittedRequest): Line[] {
  const { wanted, tooSoon, earlier } = request
  const own = formFor(request).points.some(([, point]) => point === 'agreement')
  return [
    ...(own ? [] : agreementLines(request)),
    ...(wanted && tooSoon
      ? [`Ønsket dato, ${writeDay(wanted)}, er tidligere enn et slikt kjøp vanligvis tar.`]
      : []),
    ...earlier.map(
      ({ number, title, value, day }) =>
        `Tidligere forespørsel ${number}, ${writeDay(day)}: ${title}, ${writeKroner(value)}.`,
    ),
    { fill: points.other.hint },
  ]
}

const suppliers: readonly Block[] = [
  heading('Leverandører som er spurt'),
  table(
    { Leverandør: 34, 'Pris uten merverdiavgift': 24, 'Svar mottatt': 18, Merknad: 24 },
    [1, 2, 3].map((at) => [
      { fill: `leverandør ${at}` },
      { fill: 'kroner' },
      { fill: 'dato' },
      { fill: 'eventuelt' },
    ]),
  ),
]

/** Where the dialog asked how a duty is met, by the id of the duty. */
const askedOf: Readonly<Record<string, readonly StepName[]>> = {
  'p-klima': ['climate', 'climateReason'],
  'p-bil': ['vehicle', 'emission', 'emissionReason'],
  'p-personvern': ['dataKind', 'dataPlace'],
}
const askedAbout = (duty: string): readonly StepName[] =>
  Object.hasOwn(askedOf, duty) ? (askedOf[duty] ?? []) : []

/** The duties of the law with room for how each was met. A note below the act is too short for it. */
function duties(request: SubmittedRequest): Block[] {
  const { duties, band } = request
  const legal = duties.filter(({ authority }) => authority === 'law')
  if (band === '0' || legal.length === 0) return []
  return [
    heading('Slik er pliktene ivaretatt'),
    table(
      { Plikt: 37, Hjemmel: 32, 'Slik er det gjort': 31 },
      legal.map((duty) => [
        [{ strong: duty.title }, duty.text],
        basisOf(duty),
        [...said(request, askedAbout(duty.id)), { fill: 'hva som er gjort, eller hvorfor ikke' }],
      ]),
    ),
  ]
}
