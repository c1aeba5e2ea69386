/**
 * What a duty of the municipality means for those who are asked for a price, by the id of the duty. A duty that is not here
 * is the municipality's own to do, and nothing of it is told to suppliers. Amounts and dates stand in the duties.
 */
export const supplierRequirements: Readonly<Record<string, { title: string; asks: string }>> = {
  'p-klima': {
    title: 'Klima og miljø',
    asks: 'Beskriv hvordan det dere tilbyr gir lavt klimaavtrykk og lite belastning på miljøet.',
  },
  'p-klima30': {
    title: 'Klima og miljø i valget',
    asks: 'Klima og miljø teller når vi velger, eller er et krav. Det går fram av kriteriene.',
  },
  'p-bil': {
    title: 'Nullutslipp fra kjøretøy',
    asks: 'Kjøretøy skal være uten utslipp der forskriften krever det. Oppgi drivlinje og utslippsklasse for hvert kjøretøy.',
  },
  'p-lonn': {
    title: 'Lønns- og arbeidsvilkår',
    asks: 'De som utfører arbeidet, også hos underleverandører, skal ha lønns- og arbeidsvilkår etter gjeldende tariffavtaler. Dere må kunne dokumentere det når vi ber om det.',
  },
  'p-bygg': {
    title: 'Krav i bygg og anlegg',
    asks: 'HMS-kort, tjenestepensjon, lønn via bank, språkferdigheter og begrenset antall ledd med underleverandører. Dere må kunne dokumentere det.',
  },
  'p-renhold': {
    title: 'Godkjent renholdsvirksomhet',
    asks: 'Dere må være godkjent av Arbeidstilsynet. Legg ved bekreftelse.',
  },
  'p-renhold-krav': {
    title: 'Krav i renhold',
    asks: 'HMS-kort, tjenestepensjon, lønn via bank og begrenset antall ledd med underleverandører. Dere må kunne dokumentere det.',
  },
  'p-larling': {
    title: 'Lærlinger',
    asks: 'Dere skal være knyttet til en lærlingordning og bruke lærlinger i arbeidet.',
  },
  'p-skatt': {
    title: 'Skatt og merverdiavgift',
    asks: 'Norsk leverandør som blir valgt, må vise opplysninger eller attest for skatt og merverdiavgift.',
  },
  'p-menneskerett': {
    title: 'Menneskerettigheter',
    asks: 'Beskriv hvordan dere sikrer grunnleggende menneskerettigheter og anstendige arbeidsforhold i leverandørkjeden.',
  },
  'p-apenhet': {
    title: 'Åpenhetsloven',
    asks: 'Legg ved redegjørelsen deres etter åpenhetsloven, hvis dere er omfattet av den.',
  },
  'p-uu': {
    title: 'Universell utforming',
    asks: 'Det dere tilbyr, skal kunne brukes av alle. Beskriv hvordan kravene til universell utforming er oppfylt.',
  },
  'p-personvern': {
    title: 'Personvern',
    asks: 'Databehandleravtale inngås før oppstart. Oppgi hvor opplysninger lagres, og hvilke underleverandører som får tilgang.',
  },
  'p-overforing': {
    title: 'Overføring ut av EØS',
    asks: 'Oppgi om opplysninger blir overført ut av EØS, og i så fall hva som gjør overføringen lovlig.',
  },
  'p-infosikkerhet': {
    title: 'Informasjonssikkerhet',
    asks: 'Beskriv hvordan dere sikrer tilgang til kommunens nett og systemer.',
  },
  'p-beredskap': {
    title: 'Sikkerhet og beredskap',
    asks: 'Beskriv hvordan dere kan levere også når noe uventet skjer.',
  },
  'p-sarbare': {
    title: 'Barn og sårbare',
    asks: 'De som møter barn eller sårbare, må levere politiattest og skrive under taushetserklæring.',
  },
  'p-kontrakt': {
    title: 'Kontrakt',
    asks: 'Vi bruker en standardkontrakt. Oppgi forbehold, hvis dere har noen.',
  },
  'p-ehf': { title: 'Faktura', asks: 'Faktura sendes elektronisk i EHF-format.' },
  'p-sanksjoner': {
    title: 'Brudd på kravene',
    asks: 'Kontrakten sier hva som følger når et krav ikke holdes.',
  },
}
