import { type Say as AnySay, speaker } from '../kit/say.ts'

/** Everything the answers say, in the three languages. The conclusion comes first; what to do next is a button. */
const sentences = {
  useAgreement: {
    nb: 'Bruk avtalen **{{title}}**. Leverandør: {{supplier}}. [1]',
    nn: 'Bruk avtalen **{{title}}**. Leverandør: {{supplier}}. [1]',
    en: 'Use the agreement **{{title}}**. Supplier: {{supplier}}. [1]',
  },
  useRankedAgreement: {
    nb: 'Bruk avtalen **{{title}}**. Spør {{supplier}} først. [1]',
    nn: 'Bruk avtalen **{{title}}**. Spør {{supplier}} først. [1]',
    en: 'Use the agreement **{{title}}**. Ask {{supplier}} first. [1]',
  },
  useMiniCompetition: {
    nb: 'Bruk avtalen **{{title}}**. Hold minikonkurranse mellom leverandørene. [1]',
    nn: 'Bruk avtalen **{{title}}**. Hald minikonkurranse mellom leverandørane. [1]',
    en: 'Use the agreement **{{title}}**. Hold a mini-competition between the suppliers. [1]',
  },
  agreementEnded: {
    nb: 'Avtalen **{{title}}** gikk ut {{date}} og kan ikke brukes. Spør innkjøpsseksjonen før du kjøper. [1]',
    nn: 'Avtalen **{{title}}** gjekk ut {{date}} og kan ikkje brukast. Spør innkjøpsseksjonen før du kjøper. [1]',
    en: 'The agreement **{{title}}** ended on {{date}} and cannot be used. Ask the procurement section before you buy. [1]',
  },
  agreementNotYet: {
    nb: 'Avtalen **{{title}}** gjelder først fra {{date}}. Spør innkjøpsseksjonen før du kjøper. [1]',
    nn: 'Avtalen **{{title}}** gjeld først frå {{date}}. Spør innkjøpsseksjonen før du kjøper. [1]',
    en: 'The agreement **{{title}}** does not start until {{date}}. Ask the procurement section before you buy. [1]',
  },
  supplier: { nb: 'Leverandør', nn: 'Leverandør', en: 'Supplier' },
  supplierAt: { nb: 'Nr. {{rank}}', nn: 'Nr. {{rank}}', en: 'No. {{rank}}' },
  notNow: { nb: 'Ikke i bruk', nn: 'Ikkje i bruk', en: 'Not in use' },
  howToOrder: { nb: 'Bestilling', nn: 'Bestilling', en: 'Ordering' },
  callOff: { nb: 'Avrop', nn: 'Avrop', en: 'Call-off' },
  'callOff.direct': {
    nb: 'Bestill direkte hos leverandøren.',
    nn: 'Bestill direkte hos leverandøren.',
    en: 'Order directly from the supplier.',
  },
  'callOff.ranked': {
    nb: 'Spør nummer 1 først. Kan de ikke levere, spør du neste.',
    nn: 'Spør nummer 1 først. Kan dei ikkje levere, spør du neste.',
    en: 'Ask number 1 first. If they cannot deliver, ask the next.',
  },
  'callOff.mini-competition': {
    nb: 'Minikonkurranse mellom leverandørene.',
    nn: 'Minikonkurranse mellom leverandørane.',
    en: 'Mini-competition (minikonkurranse) between the suppliers.',
  },
  'callOff.direct-or-mini-competition': {
    nb: 'Små kjøp bestilles direkte. Større kjøp krever minikonkurranse, se bestilling.',
    nn: 'Små kjøp bestiller du direkte. Større kjøp krev minikonkurranse, sjå bestilling.',
    en: 'Small purchases are ordered directly. Larger ones need a mini-competition (minikonkurranse), see ordering.',
  },
  covers: { nb: 'Dekker', nn: 'Dekkjer', en: 'Covers' },
  validThrough: { nb: 'Gjelder til', nn: 'Gjeld til', en: 'Valid through' },
  options: { nb: 'Opsjoner', nn: 'Opsjonar', en: 'Options' },
  optionsUntil: {
    nb: 'Kan forlenges til {{date}}',
    nn: 'Kan forlengjast til {{date}}',
    en: 'May be extended until {{date}}',
  },
  agreementOwner: { nb: 'Avtaleansvarlig', nn: 'Avtaleansvarleg', en: 'Agreement owner' },
  ended: { nb: 'Utløpt {{date}}', nn: 'Gått ut {{date}}', en: 'Ended {{date}}' },
  endedArticle: {
    nb: 'Gjaldt til {{date}} og gjelder ikke lenger.',
    nn: 'Galdt til {{date}} og gjeld ikkje lenger.',
    en: 'This applied until {{date}} and no longer does.',
  },
  notYet: {
    nb: 'Gjelder først fra {{date}}',
    nn: 'Gjeld først frå {{date}}',
    en: 'Not valid until {{date}}',
  },
  doThis: { nb: '{{conclusion}} [1]', nn: '{{conclusion}} [1]', en: '{{conclusion}} [1]' },
  hereIsTemplate: {
    nb: 'Her er **{{title}}**. [1]',
    nn: 'Her er **{{title}}**. [1]',
    en: 'Here is **{{title}}**. [1]',
  },
  download: { nb: 'Last ned ({{format}})', nn: 'Last ned ({{format}})', en: 'Download ({{format}})' },
  'limit.law': { nb: 'Lov og forskrift', nn: 'Lov og forskrift', en: 'Law and regulations' },
  'limit.local': {
    nb: 'Kommunens egen regel',
    nn: 'Kommunen sin eigen regel',
    en: "The municipality's own rule",
  },
  since: { nb: 'Gjelder fra', nn: 'Gjeld frå', en: 'In force from' },
  until: { nb: 'Gjelder til', nn: 'Gjeld til', en: 'In force through' },
  before: { nb: 'Før det', nn: 'Før det', en: 'Before that' },
  beforeThat: {
    nb: '{{amounts}} (fra {{from}})',
    nn: '{{amounts}} (frå {{from}})',
    en: '{{amounts}} (from {{from}})',
  },
  'amount.from': { nb: 'Fra og med {{amounts}}', nn: 'Frå og med {{amounts}}', en: 'From {{amounts}}' },
  'amount.over': { nb: 'Over {{amounts}}', nn: 'Over {{amounts}}', en: 'Over {{amounts}}' },
  'amount.under': { nb: 'Under {{amounts}}', nn: 'Under {{amounts}}', en: 'Under {{amounts}}' },
  unconfirmed: {
    nb: 'Må bekreftes. Innkjøpsseksjonen har ikke kontrollert dette mot kilden ennå.',
    nn: 'Må stadfestast. Innkjøpsseksjonen har ikkje kontrollert dette mot kjelda enno.',
    en: 'To be confirmed. The procurement section has not yet checked this against its source.',
  },
  notSet: {
    nb: '**{{title}}** er ikke fastsatt for {{date}}. Spør innkjøpsseksjonen. [1]',
    nn: '**{{title}}** er ikkje fastsett for {{date}}. Spør innkjøpsseksjonen. [1]',
    en: '**{{title}}** is not set for {{date}}. Ask the procurement section. [1]',
  },
  source: { nb: 'Kilde: {{source}}', nn: 'Kjelde: {{source}}', en: 'Source: {{source}}' },
  responsible: { nb: 'Ansvarlig: {{owner}}', nn: 'Ansvarleg: {{owner}}', en: 'Responsible: {{owner}}' },
  norwegianContent: {
    nb: 'Kunnskapsbasen er skrevet på bokmål.',
    nn: 'Kunnskapsbasen er skriven på bokmål.',
    en: 'The knowledge base is in Norwegian (bokmål).',
  },
  'source.agreement': { nb: 'avtale {{number}}', nn: 'avtale {{number}}', en: 'agreement {{number}}' },
  'source.section': { nb: 'punkt {{section}}', nn: 'punkt {{section}}', en: 'section {{section}}' },
  'source.version': { nb: 'versjon {{version}}', nn: 'versjon {{version}}', en: 'version {{version}}' },
  'source.period': {
    nb: 'gyldig {{from}}–{{to}}',
    nn: 'gyldig {{from}}–{{to}}',
    en: 'valid {{from}}–{{to}}',
  },
  choose_one: {
    nb: 'Jeg er ikke sikker. Mener du dette?',
    nn: 'Eg er ikkje sikker. Meiner du dette?',
    en: 'I am not sure. Do you mean this?',
  },
  choose_other: {
    nb: 'Jeg er ikke sikker. Mener du en av disse?',
    nn: 'Eg er ikkje sikker. Meiner du ein av desse?',
    en: 'I am not sure. Do you mean one of these?',
  },
  'choose.help': {
    nb: 'Velg det som passer best.',
    nn: 'Vel det som passar best.',
    en: 'Choose the one that fits best.',
  },
  'type.agreement': { nb: 'Avtale', nn: 'Avtale', en: 'Agreement' },
  'type.routine': { nb: 'Rutine', nn: 'Rutine', en: 'Routine' },
  'type.template': { nb: 'Mal', nn: 'Mal', en: 'Template' },
  'type.guideline': { nb: 'Veileder', nn: 'Rettleiar', en: 'Guideline' },
  'type.limit': { nb: 'Regel', nn: 'Regel', en: 'Rule' },
  refuse: {
    nb: 'Jeg fant ikke noe sikkert svar.',
    nn: 'Eg fann ikkje noko sikkert svar.',
    en: 'I did not find a reliable answer.',
  },
  'refuse.meaning': {
    nb: 'Det betyr ikke at du kan kjøpe fritt. Jeg har lett i avtalene, reglene, rutinene og malene for innkjøp.',
    nn: 'Det betyr ikkje at du kan kjøpe fritt. Eg har leitt i avtalane, reglane, rutinane og malane for innkjøp.',
    en: 'This does not mean that you may buy freely. I searched the agreements, rules, routines and templates for procurement.',
  },
  'refuse.rephrase': {
    nb: 'Skriv gjerne med andre ord hva du skal kjøpe, eller spør innkjøpsseksjonen: {{contact}}.',
    nn: 'Skriv gjerne med andre ord kva du skal kjøpe, eller spør innkjøpsseksjonen: {{contact}}.',
    en: 'Describe in other words what you want to buy, or ask the procurement section: {{contact}}.',
  },
  elsewhere: {
    nb: 'Jeg tror dette gjelder {{subject}}.',
    nn: 'Eg trur dette gjeld {{subject}}.',
    en: 'I think this is about {{subject}}.',
  },
  'elsewhere.ask': {
    nb: 'Det kan ikke jeg svare på. Spør heller {{contact}}.',
    nn: 'Det kan ikkje eg svare på. Spør heller {{contact}}.',
    en: 'I cannot answer that. Please ask {{contact}}.',
  },
  'elsewhere.else': {
    nb: 'Gjelder det et innkjøp? Skriv med andre ord hva du skal kjøpe.',
    nn: 'Gjeld det eit innkjøp? Skriv med andre ord kva du skal kjøpe.',
    en: 'Is it about a purchase? Describe in other words what you want to buy.',
  },
  noAgreement: {
    nb: 'Jeg kjenner ingen rammeavtale for {{subject}}.',
    nn: 'Eg kjenner inga rammeavtale for {{subject}}.',
    en: 'I know of no framework agreement for {{subject}}.',
  },
  'noAgreement.meaning': {
    nb: 'Det betyr ikke at du kan kjøpe fritt. Snakk med innkjøpsseksjonen før du kjøper.',
    nn: 'Det betyr ikkje at du kan kjøpe fritt. Snakk med innkjøpsseksjonen før du kjøper.',
    en: 'This does not mean that you may buy freely. Talk to the procurement section before you buy.',
  },
  noneOfThese: {
    nb: 'Nei, spør innkjøpsseksjonen',
    nn: 'Nei, spør innkjøpsseksjonen',
    en: 'No, ask the procurement section',
  },
  askSection: {
    nb: 'Spør innkjøpsseksjonen',
    nn: 'Spør innkjøpsseksjonen',
    en: 'Ask the procurement section',
  },
  sectionAsked: {
    nb: 'Spørsmålet er sendt til innkjøpsseksjonen: {{number}}',
    nn: 'Spørsmålet er sendt til innkjøpsseksjonen: {{number}}',
    en: 'Your question is sent to the procurement section: {{number}}',
  },
  sectionAskedBefore: {
    nb: 'Du har alt sendt dette spørsmålet: {{number}}',
    nn: 'Du har alt sendt dette spørsmålet: {{number}}',
    en: 'You have already sent this question: {{number}}',
  },
  wasWrong: {
    nb: 'Beklager at svaret var feil. Vil du spørre innkjøpsseksjonen i stedet?',
    nn: 'Orsak at svaret var feil. Vil du spørje innkjøpsseksjonen i staden?',
    en: 'Sorry that the answer was wrong. Would you like to ask the procurement section instead?',
  },
  'sectionAsked.next': {
    nb: 'Du får svaret her i chatten. Skriv «mine saker» for å se hvor det står.',
    nn: 'Du får svaret her i chatten. Skriv «mine saker» for å sjå kvar det står.',
    en: 'You get the answer here in the chat. Write “my cases” to see where it stands.',
  },
  'sectionAsked.question': {
    nb: 'Du spurte: «{{question}}»',
    nn: 'Du spurde: «{{question}}»',
    en: 'You asked: “{{question}}”',
  },
  greeting: {
    nb: 'Hei! Jeg hjelper deg med å kjøpe riktig.',
    nn: 'Hei! Eg hjelper deg med å kjøpe rett.',
    en: 'Hello! I help you buy the right way.',
  },
  'greeting.what': {
    nb: 'Spør meg hvilken avtale du skal bruke, hvilke grenser som gjelder, hva en rutine sier eller hvor malen er. Jeg viser alltid kilden.',
    nn: 'Spør meg kva avtale du skal bruke, kva grenser som gjeld, kva ei rutine seier eller kvar malen er. Eg viser alltid kjelda.',
    en: 'Ask me which agreement to use, which limits apply, what a routine says or where the template is. I always show the source.',
  },
  'greeting.limits': {
    nb: 'Jeg godkjenner ingenting og velger ikke leverandør for deg. Skriv «hjelp» når som helst.',
    nn: 'Eg godkjenner ingenting og vel ikkje leverandør for deg. Skriv «hjelp» når som helst.',
    en: 'I approve nothing and choose no supplier for you. Write “help” at any time.',
  },
  'greeting.words': {
    nb: 'Skriv «nytt kjøp» for å kjøpe noe, «mine saker» for det du har sendt inn, og «kurs» for kurs.',
    nn: 'Skriv «nytt kjøp» for å kjøpe noko, «mine saker» for det du har sendt inn, og «kurs» for kurs.',
    en: 'Write “new purchase” to buy something, “my cases” for what you have sent in, and “courses” for courses.',
  },
  'greeting.languages': {
    nb: 'Skriv gjerne på nynorsk. You can also ask in English.',
    nn: 'Skriv gjerne på bokmål. You can also ask in English.',
    en: 'Du kan også spørre på norsk.',
  },
  try: { nb: 'Prøv for eksempel:', nn: 'Prøv til dømes:', en: 'Try for example:' },
  'example.agreement': {
    nb: 'Hvem leverer kontorstoler?',
    nn: 'Kven leverer kontorstolar?',
    en: 'Who is our plumber?',
  },
  'example.limit': {
    nb: 'Når må vi kunngjøre i Doffin?',
    nn: 'Når må vi kunngjere i Doffin?',
    en: 'When must we publish in Doffin?',
  },
  'example.routine': {
    nb: 'Hvordan reklamerer jeg på en vare?',
    nn: 'Korleis reklamerer eg på ei vare?',
    en: 'How do I return goods?',
  },
  'example.template': {
    nb: 'Mal for protokoll',
    nn: 'Mal for protokoll',
    en: 'Template for kravspesifikasjon (requirements)',
  },
  thanks: {
    nb: 'Bare hyggelig! Spør gjerne om mer.',
    nn: 'Berre hyggjeleg! Spør gjerne om meir.',
    en: 'You are welcome! Ask me anything else.',
  },
  news: { nb: '**Nytt:** {{title}}', nn: '**Nytt:** {{title}}', en: '**New:** {{title}}' },
  masked: {
    nb: 'Jeg tok bort dette før jeg lagret spørsmålet: {{what}}. Skriv ikke slikt her.',
    nn: 'Eg tok bort dette før eg lagra spørsmålet: {{what}}. Skriv ikkje slikt her.',
    en: 'I removed this before storing your question: {{what}}. Please do not write such things here.',
  },
  'masked.identity-number': { nb: 'fødselsnummer', nn: 'fødselsnummer', en: 'national identity number' },
  'masked.e-mail': { nb: 'e-postadresse', nn: 'e-postadresse', en: 'e-mail address' },
  'masked.telephone': { nb: 'telefonnummer', nn: 'telefonnummer', en: 'telephone number' },
  nothingSaid: {
    nb: 'Jeg kan bare lese tekst. Skriv hva du vil kjøpe eller lurer på.',
    nn: 'Eg kan berre lese tekst. Skriv kva du vil kjøpe eller lurer på.',
    en: 'I can only read text. Write what you want to buy or wonder about.',
  },
} as const

export const speak = speaker(sentences)
export type Say = AnySay<Parameters<ReturnType<typeof speak>>[0]>
