/** What people are told without asking. */
export const told = {
  'told.booked': {
    nb: 'Du har fått plass på «{{title}}».',
    nn: 'Du har fått plass på «{{title}}».',
    en: 'You have got a place at “{{title}}”.',
  },
  'told.bookedBy': {
    nb: '{{who}} har meldt deg på «{{title}}». Du har plass.',
    nn: '{{who}} har meldt deg på «{{title}}». Du har plass.',
    en: '{{who}} has registered you for “{{title}}”. You have a place.',
  },
  'told.waiting': {
    nb: 'Du står på ventelisten til «{{title}}».',
    nn: 'Du står på ventelista til «{{title}}».',
    en: 'You are on the waiting list of “{{title}}”.',
  },
  'told.waitingBy': {
    nb: '{{who}} har meldt deg på «{{title}}». Det er fullt, så du står på ventelisten.',
    nn: '{{who}} har meldt deg på «{{title}}». Det er fullt, så du står på ventelista.',
    en: '{{who}} has registered you for “{{title}}”. It is full, so you are on the waiting list.',
  },
  'told.offered': {
    nb: 'Det er blitt en plass til deg på «{{title}}».',
    nn: 'Det er blitt ein plass til deg på «{{title}}».',
    en: 'There is now a place for you at “{{title}}”.',
  },
  'told.moved-on': {
    nb: 'Tilbudet om plass på «{{title}}» er gått ut, fordi du ikke svarte i tide.',
    nn: 'Tilbodet om plass på «{{title}}» er gått ut, fordi du ikkje svarte i tide.',
    en: 'The offer of a place at “{{title}}” has run out, because you did not answer in time.',
  },
  'told.left': {
    nb: 'Du er meldt av «{{title}}».',
    nn: 'Du er meld av «{{title}}».',
    en: 'You are withdrawn from “{{title}}”.',
  },
  'told.maybe': {
    nb: 'Notert: kanskje på «{{title}}».',
    nn: 'Notert: kanskje på «{{title}}».',
    en: 'Noted: maybe at “{{title}}”.',
  },
  'told.no': {
    nb: 'Notert: nei til «{{title}}».',
    nn: 'Notert: nei til «{{title}}».',
    en: 'Noted: no to “{{title}}”.',
  },
  'told.changed': {
    nb: '«{{title}}» har fått ny tid eller nytt sted.',
    nn: '«{{title}}» har fått ny tid eller ny stad.',
    en: '“{{title}}” has a new time or place.',
  },
  'told.held': {
    nb: '«{{title}}» blir holdt som planlagt.',
    nn: '«{{title}}» blir halde som planlagt.',
    en: '“{{title}}” is held as planned.',
  },
  'told.cancelled': {
    nb: '«{{title}}» er avlyst. {{because}}',
    nn: '«{{title}}» er avlyst. {{because}}',
    en: '“{{title}}” is cancelled. {{because}}',
  },
  'told.reminder': {
    nb: 'Husk «{{title}}»: {{when}}',
    nn: 'Hugs «{{title}}»: {{when}}',
    en: 'Remember “{{title}}”: {{when}}',
  },
  material: { nb: 'Kursmateriell', nn: 'Kursmateriell', en: 'Material' },
  'told.evaluate': {
    nb: 'Takk for at du var med på «{{title}}».',
    nn: 'Takk for at du var med på «{{title}}».',
    en: 'Thank you for coming to “{{title}}”.',
  },
  'told.leftBy': {
    nb: '{{who}} har meldt seg av «{{title}}».',
    nn: '{{who}} har meldt seg av «{{title}}».',
    en: '{{who}} has withdrawn from “{{title}}”.',
  },
  reason: { nb: 'Grunn: {{words}}', nn: 'Grunn: {{words}}', en: 'Reason: {{words}}' },
  'told.too-few': {
    nb: 'Svarfristen er ute, og {{count}} av minst {{minimum}} kommer på «{{title}}». Skal det holdes?',
    nn: 'Svarfristen er ute, og {{count}} av minst {{minimum}} kjem på «{{title}}». Skal det haldast?',
    en: 'The deadline has passed, and {{count}} of at least {{minimum}} are coming to “{{title}}”. Is it to be held?',
  },
  'told.enough': {
    nb: 'Svarfristen er ute. {{count}} kommer på «{{title}}», og det er mange nok.',
    nn: 'Svarfristen er ute. {{count}} kjem på «{{title}}», og det er mange nok.',
    en: 'The deadline has passed. {{count}} are coming to “{{title}}”, which is enough.',
  },
  holdAnyway: { nb: 'Hold det likevel', nn: 'Hald det likevel', en: 'Hold it anyway' },
  moveDeadline: { nb: 'Endre fristen', nn: 'Endre fristen', en: 'Change the deadline' },
} as const
