/** What is asked about the need, the agreement and who it is for. */
export const needSentences = {
  'need.ask': { nb: 'Hva trenger du?', nn: 'Kva treng du?', en: 'What do you need?' },
  'need.why': {
    nb: 'Skriv det med egne ord, så finner jeg avtalen hvis kommunen har en. For eksempel: 20 kontorstoler til biblioteket.',
    nn: 'Skriv det med eigne ord, så finn eg avtalen om kommunen har ein. Til dømes: 20 kontorstolar til biblioteket.',
    en: 'Use your own words, and I will find the agreement if there is one. For example: 20 office chairs for the library.',
  },
  'reuse.ask': { nb: 'Må det kjøpes nytt?', nn: 'Må det kjøpast nytt?', en: 'Must it be bought new?' },
  'reuse.why': {
    nb: 'Kanskje noen i kommunen har det fra før, eller det kan lånes, repareres eller kjøpes brukt.',
    nn: 'Kanskje nokon i kommunen har det frå før, eller det kan lånast, reparerast eller kjøpast brukt.',
    en: 'Perhaps someone in the municipality has it, or it can be borrowed, repaired or bought used.',
  },
  'reuse.buy': { nb: 'Ja, det må kjøpes', nn: 'Ja, det må kjøpast', en: 'Yes, it must be bought' },
  'reuse.covered': {
    nb: 'Nei, vi klarer oss uten å kjøpe',
    nn: 'Nei, vi klarer oss utan å kjøpe',
    en: 'No, we can do without buying',
  },
  'agreement.ask': {
    nb: 'Dekker en av disse avtalene det du trenger?',
    nn: 'Dekkjer ein av desse avtalane det du treng?',
    en: 'Does one of these agreements cover what you need?',
  },
  'agreement.askOne': {
    nb: 'Dekker avtalen «{{title}}» det du trenger?',
    nn: 'Dekkjer avtalen «{{title}}» det du treng?',
    en: 'Does the agreement “{{title}}” cover what you need?',
  },
  'agreement.why': {
    nb: 'Har kommunen en avtale, skal den brukes, uansett beløp.',
    nn: 'Har kommunen ein avtale, skal han brukast, uansett beløp.',
    en: 'If there is an agreement it must be used, whatever the amount.',
  },
  'agreement.use': { nb: 'Ja, jeg bruker avtalen', nn: 'Ja, eg bruker avtalen', en: 'Yes, I will use it' },
  'agreement.none': {
    nb: 'Nei, ingen av dem dekker det',
    nn: 'Nei, ingen av dei dekkjer det',
    en: 'No, none of them covers it',
  },
  'agreement.noneOfOne': {
    nb: 'Nei, den dekker ikke dette',
    nn: 'Nei, han dekkjer ikkje dette',
    en: 'No, it does not cover this',
  },
  'agreement.deviate': {
    nb: 'Den dekker det, men vi trenger unntak',
    nn: 'Han dekkjer det, men vi treng unntak',
    en: 'It covers it, but we need an exception',
  },
  'agreement.deviateFrom': {
    nb: 'Unntak fra {{title}}',
    nn: 'Unntak frå {{title}}',
    en: 'Exception from {{title}}',
  },
  'reason.ask': {
    nb: 'Hvorfor kan ikke avtalen brukes?',
    nn: 'Kvifor kan ikkje avtalen brukast?',
    en: 'Why can the agreement not be used?',
  },
  'reason.why': {
    nb: 'Innkjøpsseksjonen må samtykke skriftlig før du kjøper hos andre. Begrunnelsen følger med til dem.',
    nn: 'Innkjøpsseksjonen må samtykkje skriftleg før du kjøper hos andre. Grunngivinga følgjer med til dei.',
    en: 'The procurement section must agree in writing before you buy elsewhere. Your reason goes to them.',
  },
  'relation.ask': {
    nb: 'Har du eller noen nær deg bånd til en leverandør som er aktuell?',
    nn: 'Har du eller nokon nær deg band til ein leverandør som er aktuell?',
    en: 'Do you or someone close to you have ties to a supplier that may be asked?',
  },
  'relation.why': {
    nb: 'Det kan være familie, nær venn, verv, eierandel eller gaver. Da skal en annen ta kjøpet.',
    nn: 'Det kan vere familie, nær venn, verv, eigardel eller gåver. Då skal ein annan ta kjøpet.',
    en: 'Family, a close friend, a position, shares or gifts. Then somebody else must handle the purchase.',
  },
  'relation.no': { nb: 'Nei', nn: 'Nei', en: 'No' },
  'relation.yes': {
    nb: 'Ja, eller jeg er usikker',
    nn: 'Ja, eller eg er usikker',
    en: 'Yes, or I am not sure',
  },
  'behalf.ask': { nb: 'Hvem er kjøpet for?', nn: 'Kven er kjøpet for?', en: 'Who is the purchase for?' },
  'behalf.why': {
    nb: 'Enheten avgjør hvem som må godkjenne.',
    nn: 'Eininga avgjer kven som må godkjenne.',
    en: 'The unit decides who must approve.',
  },
  'behalf.self': { nb: 'Meg og min enhet', nn: 'Meg og mi eining', en: 'Me and my unit' },
  'behalf.selfIn': { nb: 'Meg og {{unit}}', nn: 'Meg og {{unit}}', en: 'Me and {{unit}}' },
  'behalf.other': {
    nb: 'En annen person eller enhet',
    nn: 'Ein annan person eller eining',
    en: 'Another person or unit',
  },
  'onBehalfOf.ask': {
    nb: 'Hvem kjøper du på vegne av?',
    nn: 'Kven kjøper du på vegner av?',
    en: 'On whose behalf are you buying?',
  },
  'onBehalfOf.why': {
    nb: 'Skriv navnet. Innkjøpsseksjonen ser både deg og den du kjøper for.',
    nn: 'Skriv namnet. Innkjøpsseksjonen ser både deg og den du kjøper for.',
    en: 'Write the name. The procurement section sees both of you.',
  },
  'unit.ask': { nb: 'Hvilken enhet skal betale?', nn: 'Kva eining skal betale?', en: 'Which unit pays?' },
  'unit.why': {
    nb: 'Lederen der må ha fullmakt til å inngå kontrakten.',
    nn: 'Leiaren der må ha fullmakt til å inngå kontrakten.',
    en: 'Its manager must have the authority to sign.',
  },
  'budget.ask': {
    nb: 'Er det penger til dette i budsjettet?',
    nn: 'Er det pengar til dette i budsjettet?',
    en: 'Is there money for this in the budget?',
  },
  'budget.why': {
    nb: 'Uten budsjett kan ingen godkjenne kjøpet.',
    nn: 'Utan budsjett kan ingen godkjenne kjøpet.',
    en: 'Without a budget nobody can approve it.',
  },
  'budget.yes': { nb: 'Ja', nn: 'Ja', en: 'Yes' },
  'budget.no': { nb: 'Nei, eller jeg vet ikke', nn: 'Nei, eller eg veit ikkje', en: 'No, or I do not know' },
  'followUp.ask': {
    nb: 'Hvem følger opp avtalen?',
    nn: 'Kven følgjer opp avtalen?',
    en: 'Who follows up the contract?',
  },
  'followUp.why': {
    nb: 'Noen må passe på leveranse, pris og sluttdato.',
    nn: 'Nokon må passe på leveranse, pris og sluttdato.',
    en: 'Someone must watch delivery, price and end date.',
  },
  'wanted.ask': { nb: 'Når trenger du det?', nn: 'Når treng du det?', en: 'When do you need it?' },
  'wanted.why': {
    nb: 'Et slikt kjøp tar vanligvis {{weeks}} uker. Da er det klart rundt {{day}}.',
    nn: 'Eit slikt kjøp tek vanlegvis {{weeks}} veker. Då er det klart rundt {{day}}.',
    en: 'Such a purchase usually takes {{weeks}} weeks, so it is ready around {{day}}.',
  },
  'wanted.whyPlain': {
    nb: 'Da ser innkjøpsseksjonen hva som haster.',
    nn: 'Då ser innkjøpsseksjonen kva som hastar.',
    en: 'So the procurement section sees what is urgent.',
  },
  'problem.ask': {
    nb: 'Hvilket problem skal løses, og for hvem?',
    nn: 'Kva problem skal løysast, og for kven?',
    en: 'Which problem is to be solved, and for whom?',
  },
  'problem.why': {
    nb: 'Beskriv behovet heller enn en bestemt løsning, så får flere leverandører en sjanse.',
    nn: 'Skildre behovet heller enn ei bestemt løysing, så får fleire leverandørar ein sjanse.',
    en: 'Describe the need rather than one solution, so that more suppliers have a chance.',
  },
} as const
