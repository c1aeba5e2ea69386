/** What stands beside an amount and belongs to it: VAT, how often it is paid, what for, and whether it is about so much. */

/** With or without VAT as it is said; `rate` in percent where it is said too. */
export type Vat = { included: boolean; rate?: number }
type Every = 'year' | 'half-year' | 'quarter' | 'month' | 'week'

export type Beside = {
  /** `under` leaves the amount itself out. */
  bound?: 'about' | 'at-most' | 'under' | 'at-least'
  vat?: Vat
  every?: Every
  /** It is paid for each of something, or for each hour. */
  each?: 'thing' | 'hour'
}

const about =
  /(?:rundt|ca\.?|cirka|omtrent|om lag|omlag|kring|rundt regnet|about|around|approximately|roughly|circa)\s*$/i
const atMost = /(?:opptil|opp til|inntil|maks(?:imalt)?|høyst|ikke over|up to|at most|max(?:imum)?)\s*$/i
const under = /(?:under|mindre enn|less than|below)\s*$/i
const atLeast = /(?:over|minst|mer enn|meir enn|fra|frå|more than|above|at least|from)\s*$/i
/** Whether the words before a number say that it is an estimate. */
export const isEstimated = (ahead: string): boolean => [about, atMost, under].some((form) => form.test(ahead))
export const isLeast = (ahead: string): boolean => atLeast.test(ahead)

type Placed = { at: number; text: string }

const reach = 40
const vatForms =
  /(?<sign>inkl\p{L}*\.?|incl\p{L}*\.?|inc\.?|with|med|m\/|eks\p{L}*\.?|excl\p{L}*\.?|ex\.?|uten|utan|u\/|without|før|before|pluss|plus|\+|netto|fritatt|fri for)\s*(?<rate>\d{1,2})?\s*(?:%|prosent|percent)?\s*(?<word>mva|moms|mvs|vat|m\.v\.a\.?|merverdiavgift|meirverdiavgift|tax)?(?![\p{L}])/giu
/** "Inkl. opsjon" says nothing of VAT. */
const otherIncluded =
  /^\s*(?:\p{L}+\s+)?(?:opsjon|option|frakt|montering|levering|install|oppl[æe]ring|service|support|shipping|delivery)/iu
const certain = /^(inkl|incl|inc|eks|excl|ex)/i
const bothWays =
  /(?:med|inkl\p{L}*|with|incl\p{L}*)\s+(?:eller|or)\s+(?:uten|utan|eks\p{L}*|without|excl\p{L}*)/iu
const everyForms: readonly (readonly [Every, RegExp])[] = [
  [
    'year',
    /(?:^|[\s(])(?:(?:pr|per|i|hvert|kvart|a|each|every)\.?\s*|\/)(?:år|året|year)(?!\p{L})|årlige?|årleg|yearly|annual(?:ly)?|(?<!\p{L})p\.?a\.?(?!\p{L})/iu,
  ],
  [
    'quarter',
    /(?:^|[\s(])(?:(?:pr|per|i|hvert|kvart|a|each|every)\.?\s*|\/)(?:kvartal(?:et)?|quarter)(?!\p{L})|kvartalsvis|quarterly/iu,
  ],
  [
    'half-year',
    /(?:^|[\s(])(?:(?:pr|per|i|hvert|kvart|a|each|every)\.?\s*|\/)(?:halvår(?:et)?|half year|half-year)(?!\p{L})|halvårlig|halvårleg/iu,
  ],
  [
    'month',
    /(?:^|[\s(])(?:(?:pr|per|i|hver|kvar|a|each|every)\.?\s*|\/)(?:mnd|måned(?:en)?|månad(?:en)?|month)(?!\p{L})|månedlige?|månadleg|monthly/iu,
  ],
  [
    'week',
    /(?:^|[\s(])(?:(?:pr|per|i|hver|kvar|a|each|every)\.?\s*|\/)(?:uke|uka|uken|veke|veka|week)(?!\p{L})|ukentlige?|vekentleg|weekly/iu,
  ],
]
const eachForms: readonly (readonly ['thing' | 'hour', RegExp])[] = [
  ['hour', /(?:^|[\s(])(?:(?:pr|per|i|an|a)\.?\s*|\/)(?:time|timen|hour)(?!\p{L})|^\s*timen|hourly/iu],
  [
    'thing',
    /(?:^|[\s(])(?:pr\.?|per)\s+(?!år|halvår|kvartal|mnd|måned|månad|uke|veke|time|hour|year|month|week|i dag|nå|no(?!\p{L})|jan|feb|mars|april|mai|juni|juli|aug|sep|okt|nov|des|e-?post|telefon)\p{L}+|^\s*\/\s*(?:stk|døgn|person|elev|plass)|^\s*(?:stykket|stk|hver|kvar|each|apiece)(?!\p{L})/iu,
  ],
]

/** What stands beside an amount: VAT, how often, and whether it is about so much. It reaches no further than the next. */
export function besideAmount(
  text: string,
  amount: Placed,
  before: Placed | undefined,
  after: Placed | undefined,
): Beside {
  const stop = amount.at + amount.text.length
  const ahead = text.slice(
    Math.max(before ? before.at + before.text.length : 0, amount.at - reach),
    amount.at,
  )
  const behind = text.slice(stop, Math.min(after?.at ?? text.length, stop + reach))
  const vat = vatIn(behind) ?? vatIn(ahead)
  const named = <Name>(forms: readonly (readonly [Name, RegExp])[], words: string) =>
    forms.find(([, form]) => form.test(words))?.[0]
  // What follows an earlier amount belongs to that one.
  const every = named(everyForms, behind) ?? (before ? undefined : named(everyForms, ahead))
  const each = named(eachForms, behind)
  const bound = about.test(ahead)
    ? 'about'
    : under.test(ahead)
      ? 'under'
      : atMost.test(ahead)
        ? 'at-most'
        : atLeast.test(ahead)
          ? 'at-least'
          : undefined
  return { ...(vat && { vat }), ...(every && { every }), ...(each && { each }), ...(bound && { bound }) }
}

/** Whether VAT is said to be in; undefined where it is not said, or asked. */
export function vatIn(text: string): Vat | undefined {
  if (bothWays.test(text)) return undefined
  for (const { 0: written, index, groups = {} } of text.matchAll(vatForms)) {
    const { sign = '', rate, word } = groups
    if (!word && (!certain.test(sign) || rate || otherIncluded.test(text.slice(index + written.length))))
      continue
    const included = /^(inkl|incl|inc|with|med|m\/)/i.test(sign)
    return { included, ...(rate !== undefined && { rate: Number(rate) }) }
  }
  return undefined
}
