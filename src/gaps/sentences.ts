import { type Say as AnySay, speaker } from '../kit/say.ts'

export const speak = speaker({
  heading: {
    nb: 'Dette fikk folk ikke godt svar på',
    nn: 'Dette fekk folk ikkje godt svar på',
    en: 'What people did not get a good answer to',
  },
  none: {
    nb: 'Ingen åpne hull i kunnskapen de siste {{days}} dagene.',
    nn: 'Ingen opne hol i kunnskapen dei siste {{days}} dagane.',
    en: 'No open gaps in the knowledge in the last {{days}} days.',
  },
  summary: {
    nb: 'Siste {{days}} dager: {{groups}}, {{questions}}. De største først.',
    nn: 'Siste {{days}} dagar: {{groups}}, {{questions}}. Dei største først.',
    en: 'Last {{days}} days: {{groups}}, {{questions}}. The largest first.',
  },
  groups_one: { nb: '1 hull', nn: '1 hol', en: '1 gap' },
  groups_other: { nb: '{{count}} hull', nn: '{{count}} hol', en: '{{count}} gaps' },
  questions_one: { nb: '1 spørsmål', nn: '1 spørsmål', en: '1 question' },
  questions_other: { nb: '{{count}} spørsmål', nn: '{{count}} spørsmål', en: '{{count}} questions' },
  newest: {
    nb: 'Det er spurt mer enn jeg rekker å se gjennom. Her er de {{count}} nyeste spørsmålene med.',
    nn: 'Det er spurt meir enn eg rekk å sjå gjennom. Her er dei {{count}} nyaste spørsmåla med.',
    en: 'More was asked than I can look through. The {{count}} newest questions are included here.',
  },
  times_one: { nb: '1 gang', nn: '1 gong', en: 'once' },
  times_other: { nb: '{{count}} ganger', nn: '{{count}} gonger', en: '{{count}} times' },
  people_one: { nb: '1 person', nn: '1 person', en: '1 person' },
  people_other: { nb: '{{count}} personer', nn: '{{count}} personar', en: '{{count}} people' },
  kind: { nb: '{{kind}}: {{count}}', nn: '{{kind}}: {{count}}', en: '{{kind}}: {{count}}' },
  'kind.unanswered': { nb: 'Uten svar', nn: 'Utan svar', en: 'Not answered' },
  'kind.no-agreement': { nb: 'Ingen avtale', nn: 'Inga avtale', en: 'No agreement' },
  'kind.unsure': { nb: 'Bare forslag', nn: 'Berre forslag', en: 'Only suggestions' },
  'kind.disliked': { nb: 'Tommel ned', nn: 'Tommel ned', en: 'Thumbs down' },
  'kind.near': { nb: 'Usikkert svar', nn: 'Usikkert svar', en: 'Unsure answer' },
  nearest: { nb: 'Nærmest: {{title}}', nn: 'Nærast: {{title}}', en: 'Nearest: {{title}}' },
  nothingNear: {
    nb: 'Jeg har ingenting som ligner.',
    nn: 'Eg har ingenting som liknar.',
    en: 'I have nothing like it.',
  },
  answeredNow: {
    nb: 'Dette svarer jeg på nå, med: {{title}}',
    nn: 'Dette svarar eg på no, med: {{title}}',
    en: 'I answer this now, with: {{title}}',
  },
  reason: { nb: 'Grunn: «{{reason}}»', nn: 'Grunn: «{{reason}}»', en: 'Reason: “{{reason}}”' },
  closedBefore: {
    nb: 'Lukket {{day}}, men spurt om igjen etterpå.',
    nn: 'Lukka {{day}}, men spurt om igjen etterpå.',
    en: 'Closed on {{day}}, but asked again since.',
  },
  quoted: { nb: '«{{words}}»', nn: '«{{words}}»', en: '“{{words}}”' },
  close: { nb: 'Lukk', nn: 'Lukk', en: 'Close' },
  more: { nb: 'Vis flere ({{count}})', nn: 'Vis fleire ({{count}})', en: 'Show more ({{count}})' },
  span: { nb: 'Siste {{days}} dager', nn: 'Siste {{days}} dagar', en: 'Last {{days}} days' },
  showAgain: { nb: 'Vis hullene', nn: 'Vis hola', en: 'Show the gaps' },
  how: { nb: 'Hva er gjort med dette?', nn: 'Kva er gjort med dette?', en: 'What has been done about this?' },
  'how.help': {
    nb: 'Velg det som svarer på spørsmålet. Fant jeg det ikke fordi folk bruker et annet ord, skriver du ordet også.',
    nn: 'Vel det som svarar på spørsmålet. Fann eg det ikkje fordi folk bruker eit anna ord, skriv du ordet òg.',
    en: 'Choose what answers the question. If I did not find it because people use another word, write the word as well.',
  },
  item: { nb: 'Hva svarer på dette?', nn: 'Kva svarar på dette?', en: 'What answers this?' },
  named: {
    nb: 'Står det ikke i listen? Skriv hva det heter',
    nn: 'Står det ikkje i lista? Skriv kva det heiter',
    en: 'Not in the list? Write what it is called',
  },
  word: { nb: 'Ordet folk bruker', nn: 'Ordet folk bruker', en: 'The word people use' },
  'close.word': { nb: 'Legg til ordet', nn: 'Legg til ordet', en: 'Add the word' },
  'close.item': { nb: 'Svaret finnes nå', nn: 'Svaret finst no', en: 'The answer is there now' },
  'close.nothing': { nb: 'Ikke noe å gjøre', nn: 'Ikkje noko å gjere', en: 'Nothing to do' },
  noItem: {
    nb: 'Velg i listen. Skriver du hva det heter, får du en ny liste.',
    nn: 'Vel i lista. Skriv du kva det heiter, får du ei ny liste.',
    en: 'Choose in the list. Write what it is called to get a new list.',
  },
  noWord: {
    nb: 'Skriv ordet folk bruker, med én til fire ord.',
    nn: 'Skriv ordet folk bruker, med eitt til fire ord.',
    en: 'Write the word people use, in one to four words.',
  },
  'closed.word': {
    nb: 'Lukket. «{{word}}» fører nå til {{title}}.',
    nn: 'Lukka. «{{word}}» fører no til {{title}}.',
    en: 'Closed. “{{word}}” now leads to {{title}}.',
  },
  stillUnsure: {
    nb: 'Jeg er fortsatt ikke sikker nok til å svare på spørsmålet med det. Et ord som sier mer, kan hjelpe.',
    nn: 'Eg er framleis ikkje sikker nok til å svare på spørsmålet med det. Eit ord som seier meir, kan hjelpe.',
    en: 'I am still not sure enough to answer the question with it. A more telling word may help.',
  },
  waits: {
    nb: 'Lukket, og ordet «{{word}}» er lagret. Det virker først når feilene i kunnskapsfilene er rettet.',
    nn: 'Lukka, og ordet «{{word}}» er lagra. Det verkar først når feila i kunnskapsfilene er retta.',
    en: 'Closed, and the word “{{word}}” is kept. It works once the faults in the knowledge files are mended.',
  },
  'closed.item': {
    nb: 'Lukket. {{title}} svarer på dette.',
    nn: 'Lukka. {{title}} svarar på dette.',
    en: 'Closed. {{title}} answers this.',
  },
  'closed.nothing': {
    nb: 'Lukket. Det var ikke noe å gjøre.',
    nn: 'Lukka. Det var ikkje noko å gjere.',
    en: 'Closed. There was nothing to do.',
  },
  comesBack: {
    nb: 'Spør noen om det igjen, kommer det tilbake hit.',
    nn: 'Spør nokon om det igjen, kjem det tilbake hit.',
    en: 'If somebody asks about it again, it comes back here.',
  },
  gone: {
    nb: 'Dette er lukket allerede, eller spørsmålene er slettet.',
    nn: 'Dette er lukka allereie, eller spørsmåla er sletta.',
    en: 'This is closed already, or its questions are deleted.',
  },
} as const)

export type Say = AnySay<Parameters<ReturnType<typeof speak>>[0]>
