import { readAmounts } from '../../kit/amount.ts'
import { writeDay } from '../../kit/day.ts'
import {
  type Block,
  facts,
  heading,
  type Line,
  list,
  notice,
  orFill,
  type Paper,
  table,
  text,
} from '../../paper/paper.ts'
import type { SubmittedRequest } from '../request.ts'
import { type Municipality, presented } from './municipality.ts'
import { durationName, kindNames, unbroken } from './names.ts'
import { supplierRequirements } from './supplier-requirements.ts'

/** What suppliers may know of a request. Nothing else of it reaches the inquiry: no value, problem, answers, names or earlier requests. */
type Told = Pick<SubmittedRequest, 'number' | 'unit' | 'kind' | 'wanted' | 'months' | 'duties'> & {
  subject: string | undefined
}

/** The inquiry to three suppliers (forespørsel om tilbud): the same text to all, with a sheet of its own for who gets it. */
export function inquiry(request: SubmittedRequest, municipality: Municipality): Paper {
  const { number, unit, kind, wanted, months, duties } = request
  return paper({ number, unit, kind, wanted, months, duties, subject: withoutValue(request) }, municipality)
}

const paper = (told: Told, municipality: Municipality): Paper => ({
  title: 'Forespørsel om tilbud',
  about: orFill(told.subject, 'hva som skal kjøpes'),
  number: told.number,
  draft: false,
  cover,
  blocks: [
    facts([
      ['Til', { fill: 'leverandørens navn' }],
      ['Fra', presented(municipality)],
      ['Enhet', told.unit],
      ['Kontaktperson', { fill: 'navn, e-post og telefon' }],
      ['Vår referanse', told.number],
      ['Frist for tilbud', { fill: 'dato og klokkeslett' }],
    ]),
    text(
      `${municipality.name} ber om tilbud på det som er beskrevet under. Forespørselen er sendt med samme innhold til flere leverandører.`,
    ),
    ...purchase(told),
    ...requirements(told),
    ...criteria,
    ...answering,
    ...prices,
  ],
})

const cover: readonly Block[] = [
  heading('Før du sender'),
  notice(
    { strong: 'Dette er et utkast. Slett denne siden før du sender.' },
    'Fyll ut de merkede stedene, og skriv samme tekst til alle tre. La bare mottakerens eget navn stå i feltet «Til».',
    'Send til alle samtidig, med samme frist. Svar på spørsmål skriftlig, og gi alle det samme svaret.',
  ),
  heading('Mottakere', 2),
  table(
    { Mottaker: 18, Leverandør: 30, 'E-post': 30, 'Sendt dato': 22 },
    [1, 2, 3].map((at) => [
      { strong: `Leverandør ${at}` },
      { fill: 'navn' },
      { fill: 'adresse' },
      { fill: 'dato' },
    ]),
  ),
]

const purchase = ({ subject, kind, wanted, months }: Told): Block[] => [
  heading('Hva vi skal kjøpe'),
  facts([
    ['Kjøpet', orFill(subject, 'hva som skal kjøpes')],
    ['Hva slags kjøp', kindNames[kind]],
    ['Beskrivelse og mengde', { fill: 'hva det skal brukes til, hva det skal kunne, og hvor mye' }],
    ['Levering eller oppstart', wanted ? writeDay(wanted) : { fill: 'dato' }],
    ['Leveringssted', { fill: 'adresse' }],
    ['Varighet', durationName(months) ?? 'Engangskjøp'],
  ]),
]

function requirements({ duties }: Told): Block[] {
  const rows = duties.flatMap(({ id, legalBasis, authority, confirmed }) => {
    const requirement = Object.hasOwn(supplierRequirements, id) ? supplierRequirements[id] : undefined
    if (!requirement) return []
    const basis: Line[] = [
      authority === 'law' ? unbroken(legalBasis) : 'Kommunens eget krav',
      ...(confirmed ? [] : [{ fill: 'bekreft kravet med innkjøpsseksjonen før du sender' }]),
    ]
    return [[{ strong: requirement.title }, requirement.asks, basis] as const]
  })
  return [
    heading('Krav'),
    table({ Krav: 24, 'Dette må dere vise': 45, Grunnlag: 31 }, [
      ...rows,
      [{ strong: 'Andre krav' }, { fill: 'krav til det som skal leveres, eller slett linjen' }, '–'],
    ]),
  ]
}

const criteria: readonly Block[] = [
  heading('Slik velger vi'),
  table({ Kriterium: 30, 'Vekt eller rekkefølge': 26, 'Det vil vi ha svar på': 44 }, [
    ['Pris', { fill: 'vekt' }, 'Utfylt prisskjema.'],
    ['Kvalitet', { fill: 'vekt' }, { fill: 'hva dere vurderer' }],
    ['Klima og miljø', { fill: 'vekt' }, { fill: 'hva dere vurderer' }],
  ]),
]

const answering: readonly Block[] = [
  heading('Slik svarer dere'),
  list([
    'Samlet pris i norske kroner uten merverdiavgift, med det som kommer i tillegg, som frakt og gebyrer.',
    'Kort beskrivelse av det dere tilbyr, og svar på hvert krav.',
    'Når dere kan levere.',
    'Forbehold, hvis dere har noen, og hvilket punkt de gjelder.',
    'Firmanavn, organisasjonsnummer og kontaktperson.',
  ]),
  facts([
    ['Sendes til', { fill: 'e-post eller portal' }],
    ['Spørsmål innen', [{ fill: 'dato' }, 'Alle som er spurt, får svaret.']],
    ['Tilbudet gjelder til', { fill: 'dato' }],
    ['Faktura', { fill: 'bestillers referanse' }],
  ]),
]

const prices: readonly Block[] = [
  heading('Prisskjema'),
  text('Leverandøren fyller ut priser i norske kroner uten merverdiavgift.'),
  table({ 'Vare eller tjeneste': 40, Antall: 18, Enhetspris: 21, Sum: 21 }, [
    [{ fill: 'linje 1' }, { fill: 'antall' }, '', ''],
    [{ fill: 'linje 2' }, { fill: 'antall' }, '', ''],
    ['Frakt, montering og annet', '', '', ''],
    [{ strong: 'Sum uten merverdiavgift' }, '', '', ''],
  ]),
]

/** What is bought without any amount that was said of it; undefined where the value may still be read out of the words. */
function withoutValue({ title, value, valueAsSaid }: SubmittedRequest): string | undefined {
  const subject = readAmounts(title)
    .reduceRight((kept, { at, text }) => kept.slice(0, at) + kept.slice(at + text.length), title)
    .replace(/\s+/g, ' ')
    .trim()
  const figures = subject.replace(/[\s.,'’]/g, '')
  const said = valueAsSaid.trim()
  return figures.includes(String(Math.round(value))) || (said && subject.includes(said)) ? undefined : subject
}
