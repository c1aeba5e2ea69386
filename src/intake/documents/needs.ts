import { writeDay, writeTime } from '../../kit/day.ts'
import { writeKroner } from '../../kit/money.ts'
import {
  type Block,
  facts,
  heading,
  list,
  orFill,
  type Paper,
  signatures,
  table,
  text,
} from '../../paper/paper.ts'
import type { StepName } from '../purchase-answers.ts'
import type { SubmittedRequest } from '../request.ts'
import { dutyTables } from './duty-tables.ts'
import { durationName, kindNames, rulesName, sizeName } from './names.ts'

/** The needs description (behovsbeskrivelse): all that is known of a request, for the one who approves and the one who buys. */
export const needs = (request: SubmittedRequest): Paper => ({
  title: 'Behovsbeskrivelse',
  about: orFill(request.title, 'hva som skal kjøpes'),
  number: request.number,
  draft: false,
  blocks: [
    head(request),
    ...need(request),
    ...agreement(request),
    ...value(request),
    ...time(request),
    ...answers(request),
    heading('Hva reglene krever'),
    ...dutyTables(request),
    ...earlier(request),
    ...attachments(request),
    ...approval(request),
  ],
})

const head = ({ number, submittedAt, requester, onBehalfOf, unit }: SubmittedRequest): Block =>
  facts([
    ['Nummer', number],
    ['Sendt inn', writeTime(submittedAt)],
    ['Meldt av', orFill(requester, 'navn')],
    ['På vegne av', onBehalfOf],
    ['Enhet', orFill(unit, 'enheten som har behovet')],
  ])

const need = ({ title, problem, group }: SubmittedRequest): Block[] => [
  heading('Behovet'),
  facts([
    ['Skal kjøpes', orFill(title, 'hva som skal kjøpes')],
    ['Problemet det løser', orFill(problem, 'hva som skal bli bedre, og for hvem')],
    ['Gruppe', group],
  ]),
]

const uses = {
  deviation: [
    'Avtalen dekker kjøpet, men ønskes ikke brukt.',
    'Et avvik fra en rammeavtale må avklares skriftlig med innkjøpsseksjonen før noe bestilles.',
  ],
  'not-covered': ['Avtalen ble funnet, men dekker ikke behovet.'],
} as const

const agreement = ({ agreement }: SubmittedRequest): Block[] => [
  heading('Rammeavtale'),
  ...(agreement
    ? [
        facts([
          ['Avtale', `${agreement.title} (${agreement.id})`],
          ['Bruk', [...uses[agreement.use]]],
          ['Begrunnelse', orFill(agreement.reason, 'hvorfor avtalen ikke brukes')],
        ]),
      ]
    : [
        text('Det ble ikke funnet noen rammeavtale for kjøpet.', {
          quiet: 'Det kan likevel finnes en. Innkjøpsseksjonen bekrefter at ingen avtale gjelder.',
        }),
      ]),
]

const value = (request: SubmittedRequest): Block[] => [
  heading('Verdi og regler'),
  facts([
    ['Slik ble det sagt', request.valueAsSaid.trim() ? `«${request.valueAsSaid.trim()}»` : undefined],
    ['Regnestykket', request.valueLines.length > 0 ? request.valueLines : undefined],
    ['Anslått verdi', { strong: `${writeKroner(request.value)} uten merverdiavgift` }],
    ['Varighet', durationName(request.months) ?? 'Engangskjøp'],
    ['Hva slags kjøp', kindNames[request.kind]],
    ['Regler', [rulesName(request), request.conclusion]],
    ['Nær en grense', request.near],
    ['Reglene per', writeDay(request.rulesOf)],
  ]),
]

const time = ({ wanted, tooSoon, followUp }: SubmittedRequest): Block[] => [
  heading('Tid og oppfølging'),
  facts([
    [
      'Ønsket dato',
      [
        wanted ? writeDay(wanted) : { fill: 'når varen eller tjenesten trengs' },
        ...(wanted && tooSoon ? [{ mark: 'Tidligere enn et slikt kjøp vanligvis tar.' }] : []),
      ],
    ],
    ['Følger opp avtalen', orFill(followUp, 'navn eller rolle')],
  ]),
]

/** What the answer to a step became above. */
const shownAs = (request: SubmittedRequest): Partial<Record<StepName, string | undefined>> => ({
  need: request.title,
  problem: request.problem,
  reason: request.agreement?.reason,
  kind: kindNames[request.kind],
  amount: request.valueAsSaid,
  unit: request.unit,
  onBehalfOf: request.onBehalfOf,
  followUp: request.followUp,
  wanted: request.wanted && writeDay(request.wanted),
})

/** An answer that stands above word for word is not said twice. */
function answers(request: SubmittedRequest): Block[] {
  const shown: Readonly<Record<string, string | undefined>> = shownAs(request)
  const isShown = (step: string, answer: string) =>
    Object.hasOwn(shown, step) && shown[step]?.trim() === answer.trim()
  const left = request.answers.filter(({ step, answer }) => !isShown(step, answer))
  if (left.length === 0) return []
  return [
    heading('Andre spørsmål og svar'),
    table(
      { Spørsmål: 1, Svar: 1 },
      left.map(({ question, answer }) => [question, orFill(answer, 'svar')]),
    ),
  ]
}

function earlier({ earlier, group, unit, value }: SubmittedRequest): Block[] {
  const none = group && unit ? 'Ingen kjente.' : 'Ikke undersøkt, fordi enheten eller gruppen ikke er kjent.'
  const sum = earlier.reduce((total, request) => total + request.value, value)
  return [
    heading('Tidligere forespørsler om det samme'),
    ...(earlier.length > 0
      ? [
          table(
            { Nummer: 16, 'Hva som ble kjøpt': 34, Enhet: 22, Dato: 13, Verdi: 19 },
            earlier.map((request) => [
              request.number,
              request.title,
              request.unit,
              writeDay(request.day),
              writeKroner(request.value),
            ]),
          ),
          text(
            { strong: `Sammen med denne: ${writeKroner(sum)}` },
            {
              quiet: 'Kjøp som hører sammen, regnes sammen. Innkjøpsseksjonen avklarer om disse gjør det.',
            },
          ),
        ]
      : [text(none)]),
  ]
}

const attachments = ({ attachments }: SubmittedRequest): Block[] => [
  heading('Vedlegg'),
  attachments.length > 0
    ? list(attachments.map(({ name, bytes }) => `${name} (${sizeName(bytes)})`))
    : text('Ingen.'),
]

const approval = ({ requester, approver }: SubmittedRequest): Block[] => [
  heading('Godkjenning'),
  text({ quiet: 'Den som godkjenner, bekrefter behovet og at det er penger til det i budsjettet.' }),
  signatures([
    ['Meldt av', orFill(requester, 'navn')],
    ['Godkjenner', orFill(approver, 'hvem som har fullmakt')],
  ]),
]
