/** What this assistant does for nobody: it says so, why, and who can. Told by what is asked for, never by a single word. */
export type Boundary = 'split' | 'urgent' | 'best' | 'approve' | 'prices' | 'evade'

/** The routines and limits that explain each refusal, by the ids under which the municipality keeps them. */
export const explainedBy: Readonly<Record<Boundary, readonly string[]>> = {
  split: ['t-beregn'],
  urgent: ['r-haste'],
  best: ['r-avrop'],
  approve: ['r-fullm'],
  prices: ['r-innsyn'],
  evade: ['t-innslag'],
}

const some = "(?: [\\p{L}\\d.,']+)"
const supplier =
  '(?:[\\p{L}-]*lever[ae]nd\\p{L}*|[\\p{L}-]*firma\\p{L}*|tilbyd\\p{L}*|konsulent\\p{L}*|supplier\\p{L}*|company|companies|vendor\\p{L}*|consultant\\p{L}*)'
const word = (...forms: string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${forms.join('|')})(?!\\p{L})`, 'iu')

/** All of a boundary's patterns must be found. */
const boundaries: readonly (readonly [Boundary, readonly RegExp[]])[] = [
  [
    'split',
    [
      word(
        `del(?:e|a|es|ast|er|t|ing)?${some}{0,5} (?:opp|i (?:\\d|to|tre|fire|fem|flere|fleire|små\\p{L}*))`,
        '(?:hver|kvar) for seg',
        `(?:\\d|to|tre|fire|two|three|four) \\p{L}+${some}{0,8} (?:istedenfor|i stedet for|i staden for|instead of)`,
        'oppdel\\p{L}*',
        `stykk\\p{L}*${some}{0,3} opp`,
        `(?:halvparten|halve|half)${some}{0,12} (?:resten|rest|andre halvparten|other half)`,
        `(?:blir|bli|kommer|kjem|havner|hamnar|holder|held)${some}{0,4} under (?:grens\\p{L}*|terskel\\p{L}*|the limit)`,
        'splitt?\\p{L}*',
        'divid\\p{L}* (?:it|the|this)',
        'break (?:it|this|the \\p{L}+) (?:up|into)',
        '(?:i|på|som|as|into|over) (?:\\d|to|tre|fire|fem|flere|fleire|two|three|several|separate) (?:fakturaer|fakturaar|fakturar|bestillinger|bestillingar|ordrer|ordrar|delkjøp|invoices|orders)',
        '(?:hvis|viss|om|if|kan|kunne|can|could) (?:vi|me|eg|jeg|we|i) (?:deler|delar|dele det|splitte|split)',
        `(?:for å|så|slik at|so|to)${some}{0,3} (?:komme|kome|kommer|kjem|havne|havner|hamnar|holde|holder|halde|held|bli|blir|blei|stay|keep|get|be)${some}{0,2} (?:under|below)`,
        `(?:i år|this year)${some}{0,4} (?:neste år|next year)${some}{0,2} (?:i stedet|istedenfor|i staden|instead)`,
      ),
    ],
  ],
  [
    'urgent',
    [
      word(
        'haste\\p{L}*',
        'hastar',
        'akutt',
        'urgent\\p{L}*',
        'emergency',
        'ikke tid',
        'ikkje tid',
        'dårlig tid',
        'dårleg tid',
        'no time',
        'travelt',
        `må ha${some}{0,5} i dag`,
        'i kveld',
        `(?:need|must have)${some}{0,5} today`,
        'tonight',
        'med en gang',
        'med ein gong',
        'straks',
        'i natt',
        'right away',
        'immediately',
        'rekker ikke',
        'rekk ikkje',
      ),
      word(
        'direkte',
        'direktekjøp',
        'direkteanskaff\\p{L}*',
        '(?:uten|utan|rekker ikke|rekk ikkje) (?:konkurranse|tevling|anbud|anbod|doffin|utlysning|utlysing|å lyse)',
        'hopp\\p{L}* over',
        'slipp\\p{L}*',
        'slepp\\p{L}*',
        'dropp\\p{L}*',
        'skip',
        'without (?:a )?(?:competition|tender\\p{L}*|doffin)',
        'directly',
        'direct award',
        'bare (?:ringe|bestille)',
        'berre (?:ringe|ringje|bestille|tinge)',
        '(?:rett|beint) (?:på|til|fra|frå)',
        'ta (?:det |den )?første',
      ),
    ],
  ],
  [
    'best',
    [
      word(
        `(?:hvem|kven|who)${some}{0,3} (?:best|beste|billigst|billegast|cheapest)`,
        `(?:hvem|kven|who|which|hvilke[nt]?)${some}{0,3} (?:velge|velje|choose|pick)${some}{0,4} ${supplier}`,
        `(?:which|what|hvilke[nt]?|kva) ${supplier}${some}{0,3} (?:pick|choose|velge|velje)`,
        `(?:hvilke[nt]?|kva|which|what)${some}{0,3} ${supplier}${some}{0,4} (?:best|beste|billigst|billegast|anbefal\\p{L}*|tilrå\\p{L}*|cheapest|recommend\\p{L}*|velge|velje|choose)`,
        `(?:hvilke[nt]?|which|what) ${supplier} (?:is|er) (?:best|billigst|cheapest)`,
        `(?:velg|vel|choose|pick) (?:en |ein |a )?${supplier}`,
        `(?:best|beste|cheapest) ${supplier}`,
        `(?:anbefal\\p{L}*|tilrå\\p{L}*|recommend)${some}{0,3} ${supplier}`,
      ),
    ],
  ],
  [
    'approve',
    [
      word(
        `(?:kan|vil|could|can|would) (?:du|dere|de|you|boten)(?: please)? (?:godkjenn\\p{L}*|approve|sign|signere|signer)`,
        'please (?:approve|sign)',
        'godkjenner (?:du|dere|de)',
        '(?:kan|can|could) (?:du|you) (?:si ja til|seie ja til|say yes to)',
        `(?:du|you)${some}{0,2} (?:godkjenn\\p{L}*|approve)`,
        `(?:godkjenn|approve)${some}{0,3} (?:kjøp\\p{L}*|innkjøp\\p{L}*|bestilling\\p{L}*|purchase|order)`,
      ),
    ],
  ],
  [
    'prices',
    [
      word(
        `(?:vis|hva|kva|hvilke[nt]?|hvor mye|kor mykje|få|se|sjå|show|what|how much|see)${some}{0,5} (?:pris\\p{L}*|timepris\\p{L}*|tilbud\\p{L}*|tilbod\\p{L}*|tilbød|tilbaud|tilbyr|bød|baud|prices?|bids?|tenders?|offer\\p{L}*|quoted?)`,
      ),
      word(
        'konkurrent\\p{L}*',
        '(?:andre|dei andre|de andre) (?:i|leverandør\\p{L}*|tilbyd\\p{L}*)',
        'competitor\\p{L}*',
        'other (?:bidder|supplier|tenderer)\\p{L}*',
        `(?:vis|show)${some}{0,3} (?:prisene|prisane|tilbudet|tilbodet|prices)${some}{0,4} (?:fra|frå|til|from)`,
      ),
    ],
  ],
  [
    'evade',
    [
      word(
        `(?:omgå|ignorer\\p{L}*|se bort fra|sjå bort frå|kom\\p{L}*${some}{0,2} (?:unna|utenom|utanom|rundt)|bypass|get around|avoid|circumvent|ignore|dropp\\p{L}*|hopp\\p{L}* over|skip|slipp\\p{L}* unna|slepp\\p{L}* unna)${some}{0,3} (?:konkurranse\\p{L}*|regl\\p{L}*|regelverk\\p{L}*|loven|lova|doffin|anbud\\p{L}*|anbod\\p{L}*|rules?|law|tender\\p{L}*|grens\\p{L}*|terskel\\p{L}*|limit|threshold)`,
        '(?:lavt|lågt|for lavt|low) (?:anslag|estimate)',
        'unntaksparagraf\\p{L}*',
        `(?:for å|så|to) (?:vi |me |jeg |eg |we )?(?:slippe\\p{L}*|slipper|sleppe\\p{L}*|unngå\\p{L}*|avoid)${some}{0,3} (?:doffin|konkurranse\\p{L}*|regl\\p{L}*|anbud\\p{L}*|anbod\\p{L}*|ted|tender\\p{L}*|rules?)`,
        '(?:er|is) (?:dette|det|det her|this|it|that) (?:lov|lovlig|lovleg|ulovlig|ulovleg|legal|lawful|allowed|illegal)(?=\\W*$)',
        `(?:lov|lovlig|lovleg|legal|allowed)${some}{1,8} (?:rett fra|rett frå|straight from|uten konkurranse|utan konkurranse|uten å lyse ut|without (?:a )?(?:competition|tender))`,
      ),
    ],
  ],
]

/** Parts that are planned and published are not splitting. */
const plannedParts = /delkontrakt|deltilbud|deltilbod|(?<!\p{L})lots?(?!\p{L})|deltest|delleveranse/iu

export function boundaryIn(text: string): Boundary | undefined {
  const found = boundaries.find(([, forms]) => forms.every((form) => form.test(text)))?.[0]
  return found === 'split' && plannedParts.test(text) ? undefined : found
}
