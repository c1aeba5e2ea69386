/** What stands on a course certificate. */
export const onCertificate = {
  certificate: { nb: 'Kursbevis', nn: 'Kursbevis', en: 'Course certificate' },
  'tookPart.course': {
    nb: 'har deltatt på kurset',
    nn: 'har delteke på kurset',
    en: 'took part in the course',
  },
  'tookPart.leader-course': {
    nb: 'har deltatt på lederkurset',
    nn: 'har delteke på leiarkurset',
    en: 'took part in the course for leaders',
  },
  'tookPart.forum': {
    nb: 'har deltatt på innkjøpsforumet',
    nn: 'har delteke på innkjøpsforumet',
    en: 'took part in the procurement forum',
  },
  'tookPart.e-ordering': {
    nb: 'har deltatt på opplæringen i e-handel',
    nn: 'har delteke på opplæringa i e-handel',
    en: 'took part in the training in e-ordering',
  },
  whenThere: { nb: 'Til stede', nn: 'Til stades', en: 'Attended' },
  inAll: { nb: 'Til sammen', nn: 'Til saman', en: 'In all' },
  teacher: { nb: 'Kursholder', nn: 'Kurshaldar', en: 'Teacher' },
  issuedBy: { nb: 'Utstedt av', nn: 'Utferda av', en: 'Issued by' },
  issuer: {
    nb: '{{municipality}}, innkjøpsseksjonen',
    nn: '{{municipality}}, innkjøpsseksjonen',
    en: '{{municipality}}, the procurement section',
  },
  issuedOn: { nb: 'Dato', nn: 'Dato', en: 'Date' },
  hours_one: { nb: '{{count}} time', nn: '{{count}} time', en: '{{count}} hour' },
  hours_other: { nb: '{{count}} timer', nn: '{{count}} timar', en: '{{count}} hours' },
  minutes_one: { nb: '{{count}} minutt', nn: '{{count}} minutt', en: '{{count}} minute' },
  minutes_other: { nb: '{{count}} minutter', nn: '{{count}} minutt', en: '{{count}} minutes' },
  and: { nb: '{{first}} og {{second}}', nn: '{{first}} og {{second}}', en: '{{first}} and {{second}}' },
} as const
