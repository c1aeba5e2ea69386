/** What the parties are told: `told.<kind>.<move>`, with `.owner` or `.approver` where those are told otherwise. */
export const toldSentences = {
  'told.purchase.submitted': {
    nb: '{{who}} har meldt et kjøp som du må godkjenne.',
    nn: '{{who}} har meldt eit kjøp som du må godkjenne.',
    en: '{{who}} has requested a purchase that you must approve.',
  },
  'told.purchase.take': {
    nb: '{{who}} i innkjøpsseksjonen har tatt saken.',
    nn: '{{who}} i innkjøpsseksjonen har teke saka.',
    en: '{{who}} in the procurement section has taken the case.',
  },
  'told.purchase.take.owner': {
    nb: 'Du har tatt saken.',
    nn: 'Du har teke saka.',
    en: 'You have taken the case.',
  },
  'told.purchase.assign': {
    nb: '{{officer}} i innkjøpsseksjonen har fått saken.',
    nn: '{{officer}} i innkjøpsseksjonen har fått saka.',
    en: '{{officer}} in the procurement section has the case.',
  },
  'told.purchase.assign.owner': {
    nb: '{{who}} har gitt deg saken.',
    nn: '{{who}} har gitt deg saka.',
    en: '{{who}} has given you the case.',
  },
  'told.purchase.assign.officer': {
    nb: '{{who}} har gitt saken til {{officer}}. Du har den ikke lenger.',
    nn: '{{who}} har gitt saka til {{officer}}. Du har ho ikkje lenger.',
    en: '{{who}} has given the case to {{officer}}. You no longer have it.',
  },
  'told.purchase.ask': {
    nb: '{{who}} spør: «{{words}}»',
    nn: '{{who}} spør: «{{words}}»',
    en: '{{who}} asks: “{{words}}”',
  },
  'told.purchase.reply': {
    nb: '{{who}} svarer: «{{words}}»',
    nn: '{{who}} svarar: «{{words}}»',
    en: '{{who}} answers: “{{words}}”',
  },
  'told.purchase.return': {
    nb: 'Kjøpet må rettes: «{{words}}»',
    nn: 'Kjøpet må rettast: «{{words}}»',
    en: 'The purchase must be corrected: “{{words}}”',
  },
  'told.purchase.resubmit': {
    nb: '{{who}} har rettet kjøpet og sendt det igjen.',
    nn: '{{who}} har retta kjøpet og sendt det igjen.',
    en: '{{who}} has corrected the purchase and sent it again.',
  },
  'told.purchase.resubmit.approver': {
    nb: 'Kjøpet er endret. Se over det på nytt.',
    nn: 'Kjøpet er endra. Sjå over det på nytt.',
    en: 'The purchase has changed. Please look it over again.',
  },
  'told.purchase.endorse': {
    nb: '{{who}} har godkjent kjøpet.',
    nn: '{{who}} har godkjent kjøpet.',
    en: '{{who}} has approved the purchase.',
  },
  'told.purchase.retract': {
    nb: '{{who}} har trukket godkjenningen. Kjøpet må godkjennes på nytt.',
    nn: '{{who}} har trekt godkjenninga. Kjøpet må godkjennast på nytt.',
    en: '{{who}} has taken the approval back. The purchase must be approved anew.',
  },
  'told.purchase.refuse': {
    nb: '{{who}} godkjente ikke kjøpet: «{{words}}»',
    nn: '{{who}} godkjende ikkje kjøpet: «{{words}}»',
    en: '{{who}} did not approve the purchase: “{{words}}”',
  },
  'told.purchase.approve': {
    nb: 'Innkjøpsseksjonen har godkjent kjøpet.',
    nn: 'Innkjøpsseksjonen har godkjent kjøpet.',
    en: 'The procurement section has approved the purchase.',
  },
  'told.purchase.decline': {
    nb: 'Innkjøpsseksjonen har avslått kjøpet: «{{words}}»',
    nn: 'Innkjøpsseksjonen har avslått kjøpet: «{{words}}»',
    en: 'The procurement section has declined the purchase: “{{words}}”',
  },
  'told.purchase.hand-over': {
    nb: 'Kjøpet går videre i konkurranseverktøyet som {{reference}}.',
    nn: 'Kjøpet går vidare i konkurranseverktøyet som {{reference}}.',
    en: 'The purchase goes on in the tendering tool as {{reference}}.',
  },
  'told.purchase.close': {
    nb: 'Saken er avsluttet.',
    nn: 'Saka er avslutta.',
    en: 'The case is closed.',
  },
  'told.purchase.withdraw': {
    nb: '{{who}} har trukket kjøpet tilbake.',
    nn: '{{who}} har trekt kjøpet tilbake.',
    en: '{{who}} has withdrawn the purchase.',
  },
  'told.purchase.reopen': {
    nb: '{{who}} har åpnet saken igjen.',
    nn: '{{who}} har opna saka igjen.',
    en: '{{who}} has opened the case again.',
  },
  'told.purchase.reopen.officer': {
    nb: '{{who}} har åpnet saken igjen og har den nå.',
    nn: '{{who}} har opna saka igjen og har ho no.',
    en: '{{who}} has opened the case again and now has it.',
  },
  'told.question.take': {
    nb: '{{who}} i innkjøpsseksjonen ser på spørsmålet ditt.',
    nn: '{{who}} i innkjøpsseksjonen ser på spørsmålet ditt.',
    en: '{{who}} in the procurement section is looking at your question.',
  },
  'told.question.take.owner': {
    nb: 'Du har tatt spørsmålet.',
    nn: 'Du har teke spørsmålet.',
    en: 'You have taken the question.',
  },
  'told.question.assign': {
    nb: '{{who}} har gitt deg spørsmålet.',
    nn: '{{who}} har gitt deg spørsmålet.',
    en: '{{who}} has given you the question.',
  },
  'told.question.assign.officer': {
    nb: '{{who}} har gitt spørsmålet til {{officer}}. Du har det ikke lenger.',
    nn: '{{who}} har gitt spørsmålet til {{officer}}. Du har det ikkje lenger.',
    en: '{{who}} has given the question to {{officer}}. You no longer have it.',
  },
  'told.question.answer': {
    nb: 'Svar fra {{who}}, rådgiver i innkjøpsseksjonen: {{words}}',
    nn: 'Svar frå {{who}}, rådgjevar i innkjøpsseksjonen: {{words}}',
    en: 'Answer from {{who}}, adviser in the procurement section: {{words}}',
  },
  'told.question.close': {
    nb: 'Spørsmålet er avsluttet.',
    nn: 'Spørsmålet er avslutta.',
    en: 'The question is closed.',
  },
  'told.question.withdraw': {
    nb: '{{who}} har trukket spørsmålet tilbake.',
    nn: '{{who}} har trekt spørsmålet tilbake.',
    en: '{{who}} has withdrawn the question.',
  },
  'told.question.reopen': {
    nb: '{{who}} har åpnet spørsmålet igjen: «{{words}}»',
    nn: '{{who}} har opna spørsmålet igjen: «{{words}}»',
    en: '{{who}} has opened the question again: “{{words}}”',
  },
  nudge: {
    nb: '{{name}} er over fristen ({{day}}).',
    nn: '{{name}} er over fristen ({{day}}).',
    en: '{{name}} is overdue ({{day}}).',
  },
  awaitsYou: {
    nb: '{{name}} venter på at du godkjenner.',
    nn: '{{name}} ventar på at du godkjenner.',
    en: '{{name}} awaits your approval.',
  },
} as const
