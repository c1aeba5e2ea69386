import { type Say as AnySay, speaker } from '../kit/say.ts'

/** Everything that is said about amounts and limits, in the three languages. */
const sentences = {
  'band.0': {
    nb: 'Et kjøp på **{{value}}** er under {{next}}, der anskaffelsesloven begynner å gjelde. Du trenger ikke lyse ut i Doffin. [1]',
    nn: 'Eit kjøp på **{{value}}** er under {{next}}, der anskaffelseslova tek til å gjelde. Du treng ikkje lyse ut i Doffin. [1]',
    en: 'A purchase of **{{value}}** is below {{next}}, where the Public Procurement Act begins to apply. You need not publish in Doffin. [1]',
  },
  'band.1': {
    nb: 'Anskaffelsesloven gjelder for et kjøp på **{{value}}**, men du trenger ikke lyse ut i Doffin. Det kravet begynner på {{next}}. [1]',
    nn: 'Anskaffelseslova gjeld for eit kjøp på **{{value}}**, men du treng ikkje lyse ut i Doffin. Det kravet byrjar på {{next}}. [1]',
    en: 'The Public Procurement Act applies to a purchase of **{{value}}**, but you need not publish in Doffin. That duty begins at {{next}}. [1]',
  },
  'band.2': {
    nb: 'Et kjøp på **{{value}}** skal lyses ut i Doffin. Grensen er {{reached}}. [1]',
    nn: 'Eit kjøp på **{{value}}** skal lysast ut i Doffin. Grensa er {{reached}}. [1]',
    en: 'A purchase of **{{value}}** must be published in Doffin. The limit is {{reached}}. [1]',
  },
  'band.3': {
    nb: 'Et kjøp på **{{value}}** skal lyses ut i Doffin og i hele EØS. EØS-grensen er {{reached}}. [1]',
    nn: 'Eit kjøp på **{{value}}** skal lysast ut i Doffin og i heile EØS. EØS-grensa er {{reached}}. [1]',
    en: 'A purchase of **{{value}}** must be published in Doffin and in the whole EEA. The EEA limit is {{reached}}. [1]',
  },
  'band.4': {
    nb: 'Et kjøp på **{{value}}** til helse- og sosialtjenester skal lyses ut i Doffin og i hele EØS, etter egne regler. Grensen er {{reached}}. [1]',
    nn: 'Eit kjøp på **{{value}}** til helse- og sosialtenester skal lysast ut i Doffin og i heile EØS, etter eigne reglar. Grensa er {{reached}}. [1]',
    en: 'A purchase of **{{value}}** of health and social services must be published in Doffin and in the whole EEA, by rules of their own. The limit is {{reached}}. [1]',
  },
  'band.S': {
    nb: 'Et kjøp på **{{value}}** til særlige tjenester skal lyses ut i Doffin og i hele EØS. Grensen er {{reached}}. [1]',
    nn: 'Eit kjøp på **{{value}}** til særlege tenester skal lysast ut i Doffin og i heile EØS. Grensa er {{reached}}. [1]',
    en: 'A purchase of **{{value}}** of special services (særlige tjenester) must be published in Doffin and in the whole EEA. The limit is {{reached}}. [1]',
  },
  withoutVat: {
    nb: '{{amount}} uten mva',
    nn: '{{amount}} utan mva',
    en: '{{amount}} excl. VAT',
  },
  heading: { nb: 'Kjøp på {{amount}}', nn: 'Kjøp på {{amount}}', en: 'Purchase of {{amount}}' },
  readAs: {
    nb: 'Slik regnet jeg: {{steps}}.',
    nn: 'Slik rekna eg: {{steps}}.',
    en: 'How I calculated: {{steps}}.',
  },
  assumed: {
    nb: 'Jeg gikk ut fra at {{what}}.',
    nn: 'Eg gjekk ut frå at {{what}}.',
    en: 'I assumed that {{what}}.',
  },
  andThat: { nb: ' og at ', nn: ' og at ', en: ' and that ' },
  'assumed.vat': {
    nb: 'beløpet er uten mva',
    nn: 'beløpet er utan mva',
    en: 'the amount is without VAT',
  },
  'assumed.vat-rate': {
    nb: 'mva er {{rate}} prosent',
    nn: 'mva er {{rate}} prosent',
    en: 'VAT is {{rate}} per cent',
  },
  'assumed.kind': {
    nb: 'kjøpet er varer eller tjenester',
    nn: 'kjøpet er varer eller tenester',
    en: 'you are buying goods or services',
  },
  'assumed.duration': {
    nb: 'avtalen ikke har noen sluttdato',
    nn: 'avtalen ikkje har nokon sluttdato',
    en: 'the contract has no end date',
  },
  'assumed.whole': {
    nb: 'beløpet gjelder hele avtaleperioden, med opsjoner',
    nn: 'beløpet gjeld heile avtaleperioden, med opsjonar',
    en: 'the amount covers the whole duration, options included',
  },
  'assumed.upper': {
    nb: 'det blir det høyeste av beløpene',
    nn: 'det blir det høgaste av beløpa',
    en: 'it will be the higher of the amounts',
  },
  'assumed.month': {
    nb: 'du mener slutten av måneden',
    nn: 'du meiner slutten av månaden',
    en: 'you mean the end of the month',
  },
  'assumed.year': {
    nb: 'du mener slutten av året',
    nn: 'du meiner slutten av året',
    en: 'you mean the end of the year',
  },
  near: {
    nb: 'Dette er høyst {{share}} prosent under grensen på {{next}}. Følg reglene over grensen, eller snakk med innkjøpsseksjonen først.',
    nn: 'Dette er høgst {{share}} prosent under grensa på {{next}}. Følg reglane over grensa, eller snakk med innkjøpsseksjonen først.',
    en: 'This is at most {{share}} per cent below the limit of {{next}}. Follow the rules above the limit, or talk to the procurement section first.',
  },
  law: { nb: 'Lov og forskrift', nn: 'Lov og forskrift', en: 'Law and regulations' },
  local: {
    nb: 'Kommunens egne regler',
    nn: 'Kommunen sine eigne reglar',
    en: "The municipality's own rules",
  },
  'part.procedure': { nb: 'Slik gjør du', nn: 'Slik gjer du', en: 'Procedure' },
  'part.publishing': { nb: 'Kunngjøring', nn: 'Kunngjering', en: 'Publishing' },
  'part.standstill': { nb: 'Karens', nn: 'Karens', en: 'Standstill' },
  'part.documentation': { nb: 'Dokumenter', nn: 'Dokumenter', en: 'Record' },
  'part.check': { nb: 'Sjekk også', nn: 'Sjekk også', en: 'Also check' },
  'part.responsibility': { nb: 'Hvem', nn: 'Kven', en: 'Who' },
  'part.quotes': { nb: 'Tilbud', nn: 'Tilbod', en: 'Quotes' },
  'part.authority': { nb: 'Fullmakt', nn: 'Fullmakt', en: 'Authority' },
  first: { nb: 'Først', nn: 'Først', en: 'First' },
  'first.agreement': {
    nb: 'Sjekk om det finnes en rammeavtale. Den skal brukes uansett beløp.',
    nn: 'Sjekk om det finst ein rammeavtale. Han skal brukast uansett beløp.',
    en: 'Check whether there is a framework agreement (rammeavtale). It must be used whatever the amount.',
  },
  notSet: {
    nb: 'Ikke fastsatt. Spør innkjøpsseksjonen.',
    nn: 'Ikkje fastsett. Spør innkjøpsseksjonen.',
    en: 'Not set. Ask the procurement section.',
  },
  above: {
    nb: 'Fra {{next}}: {{what}}',
    nn: 'Frå {{next}}: {{what}}',
    en: 'From {{next}}: {{what}}',
  },
  'above.1': {
    nb: 'anskaffelsesloven gjelder. Du må som regel spørre flere og dokumentere valgene.',
    nn: 'anskaffelseslova gjeld. Du må som regel spørje fleire og dokumentere vala.',
    en: 'the Public Procurement Act applies. You normally ask several suppliers and document your choices.',
  },
  'above.2': {
    nb: 'kunngjøring i Doffin og full anskaffelsesprotokoll.',
    nn: 'kunngjering i Doffin og full anskaffingsprotokoll.',
    en: 'publication in Doffin and a full procurement protocol.',
  },
  'above.3': {
    nb: 'kunngjøring i hele EØS, lengre frister og karens.',
    nn: 'kunngjering i heile EØS, lengre fristar og karens.',
    en: 'publication in the whole EEA, longer time limits and standstill.',
  },
  'above.4': {
    nb: 'kunngjøring i Doffin og EØS, etter egne regler for helse- og sosialtjenester.',
    nn: 'kunngjering i Doffin og EØS, etter eigne reglar for helse- og sosialtenester.',
    en: 'publication in Doffin and the EEA, by rules of their own for health and social services.',
  },
  'above.S': {
    nb: 'kunngjøring også i EØS.',
    nn: 'kunngjering også i EØS.',
    en: 'publication in the EEA too.',
  },
  basis: { nb: 'Hjemmel: {{basis}}.', nn: 'Heimel: {{basis}}.', en: 'Legal basis: {{basis}}.' },
  since: {
    nb: 'Grensen gjelder fra {{date}}.',
    nn: 'Grensa gjeld frå {{date}}.',
    en: 'The limit applies from {{date}}.',
  },
  asOf: { nb: 'Regler per {{date}}.', nn: 'Reglar per {{date}}.', en: 'Rules as of {{date}}.' },
  unconfirmed: {
    nb: 'Noe av dette må bekreftes av innkjøpsseksjonen: {{what}}.',
    nn: 'Noko av dette må stadfestast av innkjøpsseksjonen: {{what}}.',
    en: 'Some of this has to be confirmed by the procurement section: {{what}}.',
  },
  unknownDay: {
    nb: 'Jeg kjenner ikke grensene for {{date}}. Spør innkjøpsseksjonen.',
    nn: 'Eg kjenner ikkje grensene for {{date}}. Spør innkjøpsseksjonen.',
    en: 'I do not know the limits for {{date}}. Ask the procurement section.',
  },
  years_one: { nb: '{{count}} år', nn: '{{count}} år', en: '{{count}} year' },
  years_other: { nb: '{{count}} år', nn: '{{count}} år', en: '{{count}} years' },
  months_one: { nb: '{{count}} måned', nn: '{{count}} månad', en: '{{count}} month' },
  months_other: { nb: '{{count}} måneder', nn: '{{count}} månader', en: '{{count}} months' },
  weeks: { nb: 'uke', nn: 'veke', en: 'week' },
  'step.payment': {
    nb: '{{kroner}} × {{times}} = {{result}}',
    nn: '{{kroner}} × {{times}} = {{result}}',
    en: '{{kroner}} × {{times}} = {{result}}',
  },
  'step.sum': { nb: 'til sammen {{result}}', nn: 'til saman {{result}}', en: '{{result}} in all' },
  'step.more': {
    nb: 'med {{more}} til av det samme {{result}}',
    nn: 'med {{more}} til av det same {{result}}',
    en: '{{result}} with {{more}} more of the same',
  },
  'step.units': {
    nb: 'for {{units}} enheter {{result}}',
    nn: 'for {{units}} einingar {{result}}',
    en: '{{result}} for {{units}} units',
  },
  'step.rest-value': {
    nb: 'pluss restverdi {{result}}',
    nn: 'pluss restverdi {{result}}',
    en: 'plus the remaining value {{result}}',
  },
  'step.vat': {
    nb: '{{from}} med {{rate}} % mva er {{result}} uten',
    nn: '{{from}} med {{rate}} % mva er {{result}} utan',
    en: '{{from}} with {{rate}}% VAT is {{result}} without',
  },
  'step.longest': {
    nb: 'uten sluttdato regnes {{months}} måneder',
    nn: 'utan sluttdato reknar ein {{months}} månader',
    en: 'without an end date {{months}} months are counted',
  },
  'step.longestService': {
    nb: 'tjenester uten samlet pris regnes for høyst {{months}} måneder (hele perioden gir {{whole}} uten mva)',
    nn: 'tenester utan samla pris reknar ein for høgst {{months}} månader (heile perioden gir {{whole}} utan mva)',
    en: 'services without a total price are counted for at most {{months}} months (the whole period gives {{whole}} without VAT)',
  },
  notDue: {
    nb: 'Gjelder ikke for dette kjøpet.',
    nn: 'Gjeld ikkje for dette kjøpet.',
    en: 'Does not apply to this purchase.',
  },
  allDemands: { nb: 'Vis alle kravene', nn: 'Vis alle krava', en: 'Show all requirements' },
  allDemandsFor: {
    nb: 'Alt som kan gjelde for {{amount}}',
    nn: 'Alt som kan gjelde for {{amount}}',
    en: 'All that may apply to {{amount}}',
  },
  demandsHelp: {
    nb: 'Noe av dette gjelder bare for noen kjøp. Spørsmålet viser hvilke.',
    nn: 'Noko av dette gjeld berre for nokre kjøp. Spørsmålet viser kva for nokre.',
    en: 'Some of this applies only to some purchases. The question shows which.',
  },
  nearOwn: {
    nb: 'Beløpet er nær kommunens egen grense på {{next}}.',
    nn: 'Beløpet er nær kommunen si eiga grense på {{next}}.',
    en: "The amount is near the municipality's own limit of {{next}}.",
  },
  showRules: { nb: 'Regler for {{amount}}', nn: 'Reglar for {{amount}}', en: 'Rules for {{amount}}' },
  'rules.beside': {
    nb: 'Avtalen skal brukes også når kjøpet er på {{amount}}.',
    nn: 'Avtalen skal brukast også når kjøpet er på {{amount}}.',
    en: 'The agreement must be used for {{amount}} too.',
  },
  compare: {
    nb: '{{value}} er {{side}} grensen på {{limit}}. ',
    nn: '{{value}} er {{side}} grensa på {{limit}}. ',
    en: '{{value}} is {{side}} the limit of {{limit}}. ',
  },
  'side.over': { nb: 'over', nn: 'over', en: 'above' },
  'side.under': { nb: 'under', nn: 'under', en: 'below' },
  'side.at': { nb: 'lik', nn: 'lik', en: 'at' },
} as const

export const speakRules = speaker(sentences)
export type SayRules = AnySay<Parameters<ReturnType<typeof speakRules>>[0]>
