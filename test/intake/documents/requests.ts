import type { Municipality } from '../../../src/intake/documents/documents.ts'
import type { RequestedDuty, SubmittedRequest } from '../../../src/intake/request.ts'
import type { Band, Kind } from '../../../src/rules/rules.ts'

export const municipality: Municipality = { name: 'Eksempelkommunen', organisationNumber: '987654321' }

const duty = (
  id: string,
  title: string,
  text: string,
  legalBasis: string,
  more: Partial<RequestedDuty> = {},
): RequestedDuty => ({ id, title, text, legalBasis, authority: 'law', confirmed: true, ...more })

const duties: readonly RequestedDuty[] = [
  duty('p-klima', 'Klima og miljø', 'Ta hensyn til klima og miljø i kjøpet.', 'Anskaffelsesloven § 5b'),
  duty(
    'p-bil',
    'Kjøretøy',
    'Personbil, varebil og bybuss skal være uten utslipp, lastebil minst Euro VI. Unntak skal begrunnes og meldes til DFØ.',
    'FOR-2022-12-20-2384 §§ 3–5',
  ),
  duty(
    'p-lonn',
    'Lønns- og arbeidsvilkår',
    'Ta med krav om lønns- og arbeidsvilkår i kontrakten, og planlegg kontroll.',
    'Anskaffelsesloven §§ 5e og 5i',
    { confirmed: false },
  ),
  duty(
    'p-personvern',
    'Personvern',
    'Inngå databehandleravtale før dere tar løsningen i bruk, og vurder risikoen.',
    'Personvernforordningen artikkel 28, 32 og 35',
  ),
  duty('p-ehf', 'E-faktura', 'Krev elektronisk faktura (EHF) i kontrakten.', 'FOR-2019-04-01-444 § 3'),
  duty('p-arkiv', 'Arkiv og innsyn', 'Journalfør tilbud, protokoll og kontrakt.', 'Offentleglova; arkivlova'),
  duty(
    'p-tre',
    'Tilbud',
    'Finnes det ingen rammeavtale, skal du hente tilbud fra minst tre leverandører og skrive et kort notat.',
    'Innkjøpsreglementet punkt 4.2',
    { authority: 'local' },
  ),
  duty(
    'p-gjenbruk',
    'Gjenbruk, lån og reparasjon',
    'Undersøk om behovet kan dekkes med noe kommunen har, eller med lån, reparasjon eller brukt.',
    'Innkjøpshåndboka punkt 5.1',
    { authority: 'local', confirmed: false },
  ),
]

/** A request that is full in every part. */
export const full: SubmittedRequest = {
  number: '2026-0042',
  submittedAt: Date.UTC(2026, 10, 22, 11, 5),
  title: 'Transporttjeneste for brukere av dagsenteret på Åsbråten',
  problem:
    'Dagens ordning med drosje gir lang ventetid. Brukerne kommer for sent til aktivitetene.\nVi trenger faste turer morgen og ettermiddag.',
  requester: 'Kari Nordmann',
  onBehalfOf: 'Ola Høgås',
  unit: 'Åsbråten dagsenter',
  agreement: {
    id: 'A-067',
    title: 'Buss og turbuss',
    use: 'not-covered',
    reason: 'Avtalen gjelder turer på bestilling, ikke faste ruter med rullestol.',
  },
  group: 'Persontransport',
  kind: 'services',
  value: 432_000,
  valueLines: ['9 000 kroner × 48 måneder = 432 000 kroner'],
  valueAsSaid: '9000 i måneden i 2+1+1 år uten mva',
  months: 48,
  band: '0',
  rulesOf: '2026-11-22',
  conclusion:
    'Et kjøp på 432 000 kroner uten mva er under 500 000 kroner, der anskaffelsesloven begynner å gjelde. Du trenger ikke lyse ut i Doffin.',
  near: undefined,
  duties,
  threeQuotes: true,
  approver: 'Per Aasen, virksomhetsleder',
  wanted: '2026-12-15',
  tooSoon: true,
  followUp: 'Kari Nordmann',
  answers: [
    {
      step: 'need',
      question: 'Hva skal du kjøpe?',
      answer: 'Transporttjeneste for brukere av dagsenteret på Åsbråten',
    },
    {
      step: 'reuse',
      question: 'Kan dere låne, reparere eller bruke noe kommunen har?',
      answer: 'Nei, kommunens minibuss er i bruk på dagtid.',
    },
    { step: 'relation', question: 'Kjenner du eller noen nær deg en leverandør?', answer: 'Nei' },
    {
      step: 'climate',
      question: 'Hvordan tar dere hensyn til klima og miljø?',
      answer: 'Vi stiller krav',
    },
    { step: 'budget', question: 'Er det dekning i budsjettet?', answer: 'Ja, ansvar 3410' },
    { step: 'followUp', question: 'Hvem følger opp avtalen?', answer: 'Kari Nordmann' },
  ],
  earlier: [
    {
      number: '2026-0017',
      title: 'Turbuss til sommerleir',
      unit: 'Åsbråten dagsenter',
      value: 38_000,
      day: '2026-05-04',
    },
    {
      number: '2026-0029',
      title: 'Leie av minibuss i høstferien',
      unit: 'Åsbråten dagsenter',
      value: 21_500,
      day: '2026-09-18',
    },
  ],
  attachments: [
    { name: 'Ruteplan og brukere.xlsx', bytes: 24_300 },
    { name: 'Kart over hentesteder.pdf', bytes: 1_340_000 },
  ],
}

/** A request that nothing is known of beyond what must be. */
export const bare: SubmittedRequest = {
  number: '2026-0007',
  submittedAt: Date.UTC(2026, 10, 22, 11, 5),
  title: 'Brosjyrer',
  problem: undefined,
  requester: 'Kari Nordmann',
  onBehalfOf: undefined,
  unit: undefined,
  agreement: undefined,
  group: undefined,
  kind: 'goods',
  value: 40_000,
  valueLines: [],
  valueAsSaid: '40 000',
  months: undefined,
  band: '0',
  rulesOf: '2026-11-22',
  conclusion:
    'Et kjøp på 40 000 kroner uten mva er under 500 000 kroner, der anskaffelsesloven begynner å gjelde.',
  near: undefined,
  duties: [],
  threeQuotes: false,
  approver: undefined,
  wanted: undefined,
  tooSoon: false,
  followUp: undefined,
  answers: [],
  earlier: [],
  attachments: [],
}

const values: Record<Band, { kind: Kind; value: number }> = {
  '0': { kind: 'services', value: 432_000 },
  '1': { kind: 'services', value: 900_000 },
  '2': { kind: 'services', value: 2_000_000 },
  '3': { kind: 'services', value: 4_000_000 },
  '4': { kind: 'health', value: 12_000_000 },
  S: { kind: 'special', value: 9_000_000 },
}

/** The full request in another band. */
export const inBand = (band: Band): SubmittedRequest => ({
  ...full,
  ...values[band],
  band,
  threeQuotes: band === '0',
  conclusion: `Slik er reglene for regelnivå ${band}.`,
})
