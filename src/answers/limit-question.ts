/** What is asked about the limits themselves, where no purchase is meant. */
import type { Day } from '../kit/day.ts'
import type { Purchase } from '../purchase/purchase.ts'
import {
  amountOn,
  type Cited,
  historyOf,
  type Kind,
  type Meaning,
  type NamedLimit,
  speaksOf,
} from '../rules/rules.ts'

export type LimitQuestion =
  /** Whether an amount still is, or is, the limit: `holds` that it does. `limit` is the one that is meant. */
  | { kind: 'still'; holds: boolean; limit: NamedLimit; asked: number; now: Cited }
  /** Whether limits hold VAT; `now` is the one that is meant, or how VAT is reckoned. */
  | { kind: 'vat'; limit: NamedLimit; now: Cited }
  /** What one limit is. */
  | { kind: 'limit'; limit: NamedLimit }
  /** Which limits there are. */
  | { kind: 'overview' }

/** The limits of law that a municipality meets, in the order of their amounts. */
export const overviewMeanings: readonly Meaning[] = [
  'act',
  'national',
  'eea-goods-services',
  'eea-special-health',
  'eea-works',
]

const limitWord =
  /(?<!\p{L})(?:\p{L}*(?:grens|terskel|tærskel|innslagspunkt|limit|threshold)\p{L}*|\p{L}*beløp\p{L}*|amount|sum|summen)(?!\p{L})/iu
const stillWord =
  /(?<!\p{L})(?:fortsatt|fremdeles|framleis|ennå|enda|enno|still|lenger|lengre|any ?more|no longer|gammel|gamle|endra|endret|endring|heva|hevet|auka|økt|changed|ble|vart|var|used to|isn't|wasn't)(?!\p{L})/iu
const applied = /(?<!\p{L})(?:gjaldt|galdt|gjelder|gjeld|gjaldt|applied|applies)(?!\p{L})/iu
const applies = /(?<!\p{L})(?:gjelder|gjeld|apply|applies)(?!\p{L})/iu
const buying =
  /(?<!\p{L})(?:kjøp\p{L}*|innkjøp\p{L}*|bestill\p{L}*|leie\p{L}*|leige\p{L}*|anskaff\p{L}*|buy\p{L}*|purchas\p{L}*|order\p{L}*|rent\p{L}*|skal|should|koster|kostar|costs?)(?!\p{L})/iu
const vatWord = /(?<!\p{L})(?:mva|moms|vat|merverdiavgift|meirverdiavgift)(?!\p{L})/iu
/** Little but the amount: more words are about a purchase. */
const mostWords = 9
const isShort = (text: string): boolean =>
  /(?<!\p{L})(?:er|is)(?!\p{L})/iu.test(text) && (text.match(/\p{L}+/gu) ?? []).length <= mostWords
const which =
  /(?<!\p{L})(?:hva|kva|hvilke\p{L}*|what|which|når|when|hvor|kor|how|liste|oversikt|alle|all)(?!\p{L})/iu

export function limitQuestion(
  text: string,
  purchase: Purchase,
  limits: readonly NamedLimit[],
  day: Day,
): LimitQuestion | undefined {
  const named = limits.filter((limit) => speaksOf(text, limit))
  const [amount, ...others] = purchase.payments
  const aboutVat = vatWord.test(text) && !purchase.kind && !buying.test(text)
  if (aboutVat && (amount ? isShort(text) : limitWord.test(text))) {
    const meant = amount
      ? overviewMeanings
          .map((meaning) => amountOn(limits, meaning, day))
          .find((now) => now?.value === amount.kroner)
      : amountOn(limits, 'vat', day)
    if (meant) return { kind: 'vat', limit: meant.limit, now: meant }
  }
  if (!amount) {
    const ofDay = purchase.day !== undefined && applied.test(text)
    if (!limitWord.test(text) && !ofDay) return undefined
    if (named.length === 0 && !purchase.kind) return isGeneral(text) ? { kind: 'overview' } : undefined
    // "EØS-terskelen for staten" names two: the EEA's own is the general one.
    const special = named.length > 1 ? named.filter((limit) => !isEea(limit)) : named
    const [limit, ...others] = special
    if (others.length > 0) return undefined
    if (!limit) return eeaLimitFor(text, purchase.kind, limits, day)
    return { kind: 'limit', limit: ofKind(limit, purchase.kind, limits, day) }
  }
  if (others.length > 0 || amount.readings.length > 1) return undefined
  const asked = amount.kroner
  const former = overviewMeanings.filter((meaning) =>
    historyOf(limits, meaning).some(({ value }) => value === asked),
  )
  const ofNamed = named.flatMap(({ means }) => Object.values(means))
  const aboutLimits = limitWord.test(text) || ofNamed.length > 0
  const still = stillWord.test(text) && (aboutLimits || applies.test(text))
  if (!still && !(limitWord.test(text) && !purchase.kind)) return undefined
  if (buying.test(text)) return undefined
  // "Når ble grensen hevet?" wants the limit, and no yes.
  const wantsDay = /^\W*(?:når|when)(?!\p{L})/iu.test(text)
  const meant = ofNamed.find((meaning) => former.includes(meaning)) ?? (ofNamed[0] || former[0])
  const now = meant && amountOn(limits, meant, day)
  if (now && wantsDay) return { kind: 'limit', limit: now.limit }
  return now && { kind: 'still', holds: now.value === asked, limit: now.limit, asked, now }
}

const isEea = ({ means }: NamedLimit): boolean => Object.values(means).includes('eea-goods-services')

/** The EEA has a value for each kind; every other limit is one. */
function ofKind(
  limit: NamedLimit,
  kind: Kind | undefined,
  limits: readonly NamedLimit[],
  day: Day,
): NamedLimit {
  return (isEea(limit) && kind && amountOn(limits, eeaValueOf[kind], day)?.limit) || limit
}

/** "Terskel for vakthold": of all limits only the EEA value is that of a kind alone. */
function eeaLimitFor(
  text: string,
  kind: Kind | undefined,
  limits: readonly NamedLimit[],
  day: Day,
): LimitQuestion | undefined {
  const own = kind && kind !== 'goods' && kind !== 'services' && /terskel|tærskel|threshold/i.test(text)
  const meant = own && amountOn(limits, eeaValueOf[kind], day)
  return meant ? { kind: 'limit', limit: meant.limit } : undefined
}

const eeaValueOf: Readonly<Record<Kind, Meaning>> = {
  goods: 'eea-goods-services',
  services: 'eea-goods-services',
  special: 'eea-special-health',
  health: 'eea-special-health',
  works: 'eea-works',
  utilities: 'utilities-goods-services',
  'utilities-works': 'utilities-works',
  concession: 'concession',
}

/** Nothing but words that any question about limits has: "hva er grensa nå". */
const isGeneral = (text: string): boolean =>
  which.test(text) &&
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => limitWord.test(word) || general.has(word))

const general = new Set(
  `hva kva hvilke hvilken kva for what which when når are is er the de dei den det for i in kommune kommunen kommunar kommuner
  kommunane municipality municipalities nå no now today dag idag gjelder gjeld apply applies som våre our har vi we have do
  offentlige offentlege anskaffelser anskaffingar innkjøp public procurement beløp beløpene amounts current gjeldende
  gjeldande gjaldt galdt applied før before januar februar mars april mai juni juli august september oktober november
  desember january february march may june july october december fjor last alle all oversikt over liste list og and of fra frå from to per dette året year this ny nye new right var was`.split(
    /\s+/,
  ),
)
