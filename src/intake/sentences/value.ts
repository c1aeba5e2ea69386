/** What is asked about kind and value. */
export const valueSentences = {
  'kind.ask': {
    nb: 'Hva slags kjøp er det?',
    nn: 'Kva slags kjøp er det?',
    en: 'What kind of purchase is it?',
  },
  'kind.why': {
    nb: 'Reglene er ulike for varer, tjenester og bygg.',
    nn: 'Reglane er ulike for varer, tenester og bygg.',
    en: 'The rules differ for goods, services and works.',
  },
  'kind.goods': { nb: 'Varer', nn: 'Varer', en: 'Goods' },
  'kind.services': { nb: 'Tjenester', nn: 'Tenester', en: 'Services' },
  'kind.works': { nb: 'Bygg og anlegg', nn: 'Bygg og anlegg', en: 'Building works' },
  'kind.special': {
    nb: 'Særlige tjenester (servering, hotell, kurs, vakt, jus)',
    nn: 'Særlege tenester (servering, hotell, kurs, vakt, jus)',
    en: 'Special services (catering, hotel, courses, guards, law)',
  },
  'kind.health': {
    nb: 'Helse- og sosialtjenester',
    nn: 'Helse- og sosialtenester',
    en: 'Health and social services',
  },
  'kind.utilities': {
    nb: 'Til drikkevann, fjernvarme eller havn (varer eller tjenester)',
    nn: 'Til drikkevatn, fjernvarme eller hamn (varer eller tenester)',
    en: 'For drinking water, district heating or harbour (goods or services)',
  },
  'kind.utilities-works': {
    nb: 'Bygg og anlegg til drikkevann, fjernvarme eller havn',
    nn: 'Bygg og anlegg til drikkevatn, fjernvarme eller hamn',
    en: 'Works for drinking water, district heating or harbour',
  },
  'kind.concession': {
    nb: 'Konsesjon (leverandøren får betalt av brukerne)',
    nn: 'Konsesjon (leverandøren får betalt av brukarane)',
    en: 'Concession (the supplier is paid by the users)',
  },
  'kind.mixed': {
    nb: 'Flere slag i samme kjøp',
    nn: 'Fleire slag i same kjøp',
    en: 'Several kinds in one purchase',
  },
  'shares.ask': { nb: 'Hvor mye er hva?', nn: 'Kor mykje er kva?', en: 'How much is what?' },
  'shares.why': {
    nb: 'Hoveddelen avgjør hvilke regler som gjelder. For eksempel: varer 300\u00a0000, tjenester 200\u00a0000.',
    nn: 'Hovuddelen avgjer kva reglar som gjeld. Til dømes: varer 300\u00a0000, tenester 200\u00a0000.',
    en: 'The main part decides the rules. For example: goods 300,000, services 200,000.',
  },
  'amount.ask': { nb: 'Hva koster det?', nn: 'Kva kostar det?', en: 'What does it cost?' },
  'amount.why': {
    nb: 'Skriv som du vil: «80\u00a0000 eks.\u00a0mva», «30 stk til 4000\u00a0kr», «200\u00a0000 i året i 4 år». Et anslag er nok.',
    nn: 'Skriv som du vil: «80\u00a0000 eks.\u00a0mva», «30 stk til 4000\u00a0kr», «200\u00a0000 i året i 4 år». Eit anslag er nok.',
    en: 'As you like: “80\u00a0000 excl.\u00a0VAT”, “30 units at 4000”, “200\u00a0000 a year for 4 years”. An estimate will do.',
  },
  'meant.ask': { nb: 'Hvilket beløp mener du?', nn: 'Kva beløp meiner du?', en: 'Which amount do you mean?' },
  'meant.why': {
    nb: 'Det du skrev, kan leses på flere måter.',
    nn: 'Det du skreiv, kan lesast på fleire måtar.',
    en: 'What you wrote can be read in more than one way.',
  },
  'vat.ask': {
    nb: 'Er beløpet med eller uten mva?',
    nn: 'Er beløpet med eller utan mva?',
    en: 'Is the amount with or without VAT?',
  },
  'vat.why': { nb: 'Grensene er uten mva.', nn: 'Grensene er utan mva.', en: 'The limits are without VAT.' },
  'vat.without': { nb: 'Uten mva', nn: 'Utan mva', en: 'Without VAT' },
  'vat.with': { nb: 'Med mva', nn: 'Med mva', en: 'With VAT' },
  'rate.ask': { nb: 'Hvilken mva er det?', nn: 'Kva mva er det?', en: 'Which VAT rate is it?' },
  'rate.why': {
    nb: 'Det avgjør hvilke regler som gjelder. Mat som varer har lavere mva enn servering.',
    nn: 'Det avgjer kva reglar som gjeld. Mat som varer har lågare mva enn servering.',
    en: 'It decides which rules apply. Food as goods has a lower rate than catering.',
  },
  percent: { nb: '{{rate}} prosent', nn: '{{rate}} prosent', en: '{{rate}} per cent' },
  'recurs.ask': {
    nb: 'Er det et engangskjøp?',
    nn: 'Er det eit eingongskjøp?',
    en: 'Is it a single purchase?',
  },
  'recurs.why': {
    nb: 'Verdien regnes for hele perioden, med opsjoner.',
    nn: 'Verdien reknar ein for heile perioden, med opsjonar.',
    en: 'The value counts the whole period, with options.',
  },
  'recurs.once': { nb: 'Ja, ett kjøp', nn: 'Ja, eitt kjøp', en: 'Yes, one purchase' },
  'recurs.whole': {
    nb: 'Nei, beløpet er for hele perioden',
    nn: 'Nei, beløpet er for heile perioden',
    en: 'No, the amount is for the whole period',
  },
  'recurs.year': {
    nb: 'Nei, beløpet er per år',
    nn: 'Nei, beløpet er per år',
    en: 'No, the amount is per year',
  },
  'recurs.month': {
    nb: 'Nei, beløpet er per måned',
    nn: 'Nei, beløpet er per månad',
    en: 'No, the amount is per month',
  },
  'duration.ask': {
    nb: 'Hvor lenge skal avtalen vare, med opsjoner?',
    nn: 'Kor lenge skal avtalen vare, med opsjonar?',
    en: 'How long will the contract last, with options?',
  },
  'duration.why': {
    nb: 'For eksempel «2 år», «2+1+1» eller «uten sluttdato».',
    nn: 'Til dømes «2 år», «2+1+1» eller «utan sluttdato».',
    en: 'For example “2 years”, “2+1+1” or “no end date”.',
  },
  'also.ask': {
    nb: 'Kjøper kommunen mer av det samme?',
    nn: 'Kjøper kommunen meir av det same?',
    en: 'Does the municipality buy more of the same?',
  },
  'also.why': {
    nb: 'Kommunen er én kjøper: regn med andre enheter, og det dere har kjøpt siste tolv måneder. Skriv summen uten mva, eller «nei».',
    nn: 'Kommunen er éin kjøpar: rekn med andre einingar, og det de har kjøpt siste tolv månader. Skriv summen utan mva, eller «nei».',
    en: 'The municipality is one buyer: count other units and the last twelve months. Write the sum without VAT, or “no”.',
  },
  'also.nothing': { nb: 'Nei, ingenting mer', nn: 'Nei, ingenting meir', en: 'No, nothing more' },
} as const
