/** What the points of a procurement protocol ask for, each in words of our own, with a hint of what goes there. */
export const points = {
  authority: { asks: 'Hvem som kjøper', hint: 'kommunens adresse' },
  subject: { asks: 'Hva som skal kjøpes, og anslått verdi', hint: 'beskrivelse og verdi' },
  agreement: { asks: 'Om en rammeavtale dekker kjøpet', hint: 'hva som ble undersøkt' },
  lots: {
    asks: 'Hvorfor kjøpet ikke er delt i flere kontrakter',
    hint: 'grunnen til at alt er samlet i én kontrakt, eller at kjøpet er delt',
  },
  negotiation: {
    asks: 'Hvorfor det er brukt forhandling eller dialog etter kunngjøring',
    hint: 'hvilket vilkår i § 13-2 som er oppfylt, eller «ikke relevant»',
  },
  unpublished: {
    asks: 'Hvorfor det er kjøpt uten kunngjøring eller uten konkurranse',
    hint: 'hvilket unntak som er brukt og hvorfor det er oppfylt, eller «ikke relevant»',
  },
  onPaper: {
    asks: 'Hvorfor tilbud er tatt imot på annen måte enn elektronisk',
    hint: 'unntaket som er brukt, eller «ikke relevant»',
  },
  applicants: { asks: 'Hvem som ba om å få delta', hint: 'navn, eller «ikke relevant» i åpen konkurranse' },
  selected: {
    asks: 'Hvem som gikk videre da antallet var begrenset, og hvorfor',
    hint: 'navn og begrunnelse, eller «ikke relevant»',
  },
  tenderers: { asks: 'Hvem som ga tilbud', hint: 'navn, og når tilbudet kom' },
  rejected: {
    asks: 'Hvem som ble avvist, som deltaker eller med tilbudet, og hvorfor',
    hint: 'navn, begrunnelse og hjemmel, eller «ingen»',
  },
  reduced: {
    asks: 'Hvem sine tilbud som falt fra underveis, og hvorfor',
    hint: 'navn og begrunnelse for hver runde, eller «ikke relevant»',
  },
  changedDialogue: {
    asks: 'Hvorfor dialogen ble en annen enn den som var varslet',
    hint: 'hva som ble endret og hvorfor, eller «ikke relevant»',
  },
  dialogue: {
    asks: 'Hvem kommunen førte dialog med, og hvorfor nettopp dem',
    hint: 'navn og kort begrunnelse, eller «ikke relevant»',
  },
  impartiality: {
    asks: 'Om noen var inhabile eller fikk et fortrinn av dialogen, og hva som ble gjort med det',
    hint: 'tilfeller og tiltak, eller «ingen kjente»',
  },
  chosen: {
    asks: 'Hvem som ble valgt, hvorfor, og hva kontrakten er verdt',
    hint: 'navn, begrunnelse ut fra kriteriene og kontraktens verdi',
  },
  subcontractors: {
    asks: 'Hva underleverandører skal gjøre, og hvem de er, så langt det er kjent',
    hint: 'deler av kontrakten og navn, eller «ingen»',
  },
  cancelled: { asks: 'Hvorfor konkurransen er avlyst', hint: 'den saklige grunnen, eller «ikke avlyst»' },
  reserved: {
    asks: 'Hvorfor konkurransen er holdt for ideelle organisasjoner alene',
    hint: 'begrunnelsen, eller «ikke reservert»',
  },
  other: {
    asks: 'Annet som har hatt noe å si',
    hint: 'det en som ikke var med, trenger for å forstå kjøpet',
  },
  asked: { asks: 'Hvem som ble spurt, og hvem som svarte', hint: 'navnene skrives i tabellen under' },
  procedure: {
    asks: 'Viktige valg underveis: framgangsmåten, hvem som ble spurt, og hvorfor',
    hint: 'valgene og grunnene',
  },
  keeping: { asks: 'Hvor kontrakten og dokumentasjonen tas vare på', hint: 'saksnummer og sted' },
  exception: {
    asks: 'Unntak i loven eller forskriften som er brukt',
    hint: 'hvilket, og hvorfor det er oppfylt, eller «ingen»',
  },
  reservation: { asks: 'Om konkurransen er reservert', hint: 'begrunnelsen, eller «ikke reservert»' },
} as const
export type Point = keyof typeof points
