/** Why something cannot be as it was written, or be done now. */
export const refused = {
  'refused.over': {
    nb: 'Det er over eller avlyst, og kan ikke endres.',
    nn: 'Det er over eller avlyst, og kan ikkje endrast.',
    en: 'It is over or cancelled, and cannot be changed.',
  },
  'refused.changed': {
    nb: 'Noen har endret kurset i mellomtiden. Vis det på nytt.',
    nn: 'Nokon har endra kurset i mellomtida. Vis det på nytt.',
    en: 'Somebody has changed the event meanwhile. Show it anew.',
  },
  'fault.title': { nb: 'Skriv en tittel.', nn: 'Skriv ein tittel.', en: 'Write a title.' },
  'fault.sessions': { nb: 'Skriv når det er.', nn: 'Skriv når det er.', en: 'Write when it is.' },
  'fault.session-line': {
    nb: 'Jeg forstår ikke tiden «{{lines}}». Skriv den som 12.01.2027 09:00–11:30, med slutt etter start.',
    nn: 'Eg forstår ikkje tida «{{lines}}». Skriv ho som 12.01.2027 09:00–11:30, med slutt etter start.',
    en: 'I do not understand the time “{{lines}}”. Write it as 12.01.2027 09:00–11:30, ending after it begins.',
  },
  'fault.session-past': {
    nb: 'Den første samlingen er alt passert.',
    nn: 'Den første samlinga er alt passert.',
    en: 'The first session has already passed.',
  },
  'fault.too-many-sessions': {
    nb: 'Det kan være opptil 12 samlinger.',
    nn: 'Det kan vere opptil 12 samlingar.',
    en: 'There can be up to 12 sessions.',
  },
  'fault.where': {
    nb: 'Skriv et sted, eller lenken til Teams-møtet.',
    nn: 'Skriv ein stad, eller lenkja til Teams-møtet.',
    en: 'Write a place, or the link to the Teams meeting.',
  },
  'fault.link': {
    nb: 'Lenken til Teams-møtet må begynne med https://',
    nn: 'Lenkja til Teams-møtet må byrje med https://',
    en: 'The link to the Teams meeting must begin with https://',
  },
  'fault.material': {
    nb: 'Lenken til materiell må begynne med https://',
    nn: 'Lenkja til materiell må byrje med https://',
    en: 'The link to material must begin with https://',
  },
  'fault.number': {
    nb: 'Antall plasser og minste antall skrives som tall fra 1 til 2000, eller står tomt.',
    nn: 'Talet på plassar og minste tal blir skrivne som tal frå 1 til 2000, eller står tomme.',
    en: 'Places and fewest participants are numbers from 1 to 2000, or empty.',
  },
  'fault.minimum': {
    nb: 'Minste antall deltakere kan ikke være flere enn plassene.',
    nn: 'Minste tal på deltakarar kan ikkje vere fleire enn plassane.',
    en: 'The fewest participants cannot be more than the places.',
  },
  'fault.deadline-past': {
    nb: 'Svarfristen er alt passert.',
    nn: 'Svarfristen er alt passert.',
    en: 'The deadline has already passed.',
  },
  'fault.minimum-deadline': {
    nb: 'Med et minste antall må det være en svarfrist: da ser vi om det kommer mange nok.',
    nn: 'Med eit minste tal må det vere ein svarfrist: då ser vi om det kjem mange nok.',
    en: 'With a fewest number there must be a deadline: then it is seen whether enough come.',
  },
  'fault.deadline': {
    nb: 'Svarfristen må være før det begynner.',
    nn: 'Svarfristen må vere før det byrjar.',
    en: 'The deadline must be before it begins.',
  },
  'fault.day': {
    nb: 'Skriv svarfristen som 05.01.2027.',
    nn: 'Skriv svarfristen som 05.01.2027.',
    en: 'Write the deadline as 05.01.2027.',
  },
  'fault.too-many-questions': {
    nb: 'Det kan være opptil 6 spørsmål.',
    nn: 'Det kan vere opptil 6 spørsmål.',
    en: 'There can be up to 6 questions.',
  },
  'fault.too-small': {
    nb: 'Flere har alt fått plass enn det. Meld noen av først, eller behold plassene.',
    nn: 'Fleire har alt fått plass enn det. Meld nokon av først, eller behald plassane.',
    en: 'More people have a place already. Withdraw some first, or keep the places.',
  },
} as const
