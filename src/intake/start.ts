/** What is known of a purchase before the first question: read from what a person wrote, for them to correct. */
import { readAmounts } from '../kit/amount.ts'
import { readDurations } from '../kit/duration.ts'
import { choicesIn, readPurchase } from '../purchase/purchase.ts'
import type { PurchaseFacts, Unit } from './purchase-facts.ts'

const greeting =
  '(?:(?:hei|heisann|hallo|god dag|god morgen|god morgon|hello|hi|good morning)(?:\\s+(?:alle|der|dere|dykk|there))?[,!.\\s]+)?'
const who = '(?:jeg|eg|vi|me|i|we)'
const newThing =
  '(?=(?:(?:en|ei|ein|et|eit|noen|nokre|nokon|some|a|an|\\d{1,4}|to|tre|fire|fem|seks|ti|two|three|four|five|six|ten)\\s+)?(?:nye?|nytt|new)\\s+\\p{L})'
/** "Jeg skal kjøpe", also without the pronoun. */
const buys = `(?:${who}\\s+)?(?:(?:skal|ska|vil|må|ønsker(?: meg)? å|ønskjer å|ynskjer å|trenger å|treng å|tenker å|planlegger å)\\s+(?:kjøp[ea](?:\\s+inn)?|innkjøpe|anskaff[ea]|skaff[ea]|gå til innkjøp av)|(?:want to|need to|have to|plan to|am going to|are going to|would like to|must)\\s+(?:buy|purchase|procure))|(?:i|we)['’](?:(?:m|re) going to|d like to|ll)\\s+(?:buy|purchase|procure)`
/** "Vi må ha nye": only something new, for "vi må ha stolene fordi" is a reason. */
const needsNew = `${who}\\s+(?:må ha|må få|skal ha|vil ha|trenger|treng|behøver|har behov for|har bruk for|ønsker oss|ønskjer oss|need|must have)\\s+${newThing}`
/** The words of somebody who is going to buy, as far as the thing itself. */
const wants = new RegExp(`^\\s*${greeting}(?:(?:${buys})(?!\\p{L})|${needsNew})\\s*`, 'iu')
const needs = new RegExp(`^\\s*${greeting}${needsNew}`, 'iu')
const givesReason =
  /(?<!\p{L})(?:fordi|siden|sidan|ettersom|for å|for at|slik at|because|since|so that|in order)(?!\p{L})|[.!]\s+\p{L}/iu
const asks =
  /\?|(?:^|[,.;:–-]\s*|\s(?:og|men|and|but|so)\s+)(?:hva|hvem|hvordan|hvor|hvilke[nt]?|kva|kven|korleis|kor|må (?:jeg|vi|eg|det)|kan (?:jeg|vi|eg)|trenger (?:jeg|vi)|skal (?:jeg|vi)|er det|what|who|how|which|do (?:i|we)|can (?:i|we)|should (?:i|we))(?!\p{L})|\s(?:hva (?:gjelder|må|gjør|skal|er)|kva (?:gjeld|må|gjer)|hvordan (?:gjør|går)|what (?:applies|do|must|should))(?!\p{L})/iu

/** Whether somebody says that they are going to buy something, and asks nothing. */
export const wantsToBuy = (text: string): boolean =>
  wants.test(text) &&
  !asks.test(text) &&
  !(needs.test(text) && givesReason.test(text.replace(needs, ''))) &&
  thing.test(text.replace(wants, ''))
/** "Noe" is nothing yet. */
const thing = /^(?!\s*(?:noe|noko|something|anything|ting|it|det)?\s*[.!]*\s*$)\s*\S\s*\S/iu

/** Replies to the steps that the words answer: need, amount and unit, as far as they can be read in one way. */
export function readStart(text: string, facts: PurchaseFacts): Readonly<Record<string, string>> {
  const amount = amountIn(text, facts)
  const unit = unitIn(text, facts.units)
  const need = needIn(text)
  return {
    ...(need.length >= 2 && { need }),
    ...(amount !== undefined && { amount }),
    // Another unit than one's own is somebody else's purchase.
    ...(unit && unit.id !== facts.ownUnit?.id && { behalf: 'other', unit: unit.id }),
  }
}

/** The thing itself: without "jeg skal kjøpe", amounts and what is said of them. */
function needIn(text: string): string {
  const bare = text
    .replace(wants, '')
    .replace(/[?.!\s]+$/u, '')
    .trim()
  const durations = readDurations(bare)
  const amounts = readAmounts(bare, durations)
  if (amounts.length === 0) return thing.test(bare) ? bare : ''
  const left = [...amounts, ...durations.filter(({ text }) => !/årig/iu.test(text))]
    .toSorted((a, b) => b.at - a.at)
    .reduce((kept, { at, text: { length } }) => {
      const ahead = kept.slice(0, at).replace(leadsToAmount, '')
      return `${ahead} ${kept.slice(at + length).replace(ofAmount, '')}`
    }, bare)
    .replace(/\(\s*\)/gu, ' ')
    .replace(/\s+([,.)])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .replace(leadsToAmount, '')
    .replace(/^(?:[\s,;:.–-]|(?:til|på|for|of)\s)+|[\s.,;:]+$/giu, '')
  if (left === '') return ''
  // What hangs loose without its amount is better read as it was written.
  return dangles.test(left) ? bare : left
}

const leadsToAmount =
  /(?:[\s,;:–+-]|(?<!\p{L})(?:ca|cirka|omtrent|om lag|rundt|under|opptil|inntil|maks|over|mellom|about|around|up to|på|for|til|at|i|in|à|med opsjon\p{L}*|kr|nok|som koster|koster|som kostar|kostar|costs|costing|verdi|ramme|pris|budsjett)(?!\p{L})\.?)+$/iu
/** What belongs to an amount and stands behind it: VAT, for each of what, how often. */
const ofAmount =
  /^(?:[\s,;+]|(?<!\p{L})(?:(?:(?:pluss|plus|uten|utan|med|with|without|m\/|u\/)\s*)?(?:\d{1,2}\s*%\s*)?(?:mva|moms|mvs|vat|merverdiavgift|meirverdiavgift)|inkl\p{L}*|incl\p{L}*|ekskl?\p{L}*|eks|ex|excl\p{L}*|kr|kroner|kronar|nok|(?:pr|per)\.?\s+\p{L}+|(?:i|a|hver|hvert|kvar|kvart|each|every|\/)\s*(?:året|år|mnd|måneden|måned|månaden|månad|uka|uken|veka|timen|time|year|month|week|hour|stk|person|elev)|stk|stykket|stykk|hver|kvar|each|apiece|timen|årlig|årleg|månedlig|månadleg|yearly|monthly|totalt|til sammen|til saman|i alt|in total)(?!\p{L})\.?)+/iu
const hanging = '(?:i|på|for|til|med|uten|utan|av|om|per|pr|à|at|of|with|without|from|fra|og|eller|or|and|in)'
const dangles = new RegExp(
  `(?<!\\p{L})${hanging}\\.?\\s*(?:$|[,.;)])|(?<!\\p{L})(?:i|på|for|til|med|uten|av|per|pr|at|of)\\s+(?:i|på|for|til|uten|av|per|pr|at)(?!\\p{L})|\\([^)]*$|\\+|opsjon|option|rabatt|discount|deretter|(?<!\\p{L})x(?!\\p{L})`,
  'iu',
)

/** The shortest part that reads as the whole does; undefined where it can be read in several ways. */
function amountIn(text: string, { knowledge, today }: PurchaseFacts): string | undefined {
  const whole = readPurchase(text, knowledge, today)
  if (whole.payments.length === 0 || whole.countMissing || choicesIn(whole).length > 1) return undefined
  const [first] = readAmounts(text, readDurations(text))
  const at = first?.at ?? 0
  const roughly = /(?<!\p{L})(?:ca\.?|cirka|omtrent|rundt|about|around)\s*$/iu.exec(text.slice(0, at))
  const part = text.slice(roughly?.index ?? at).trim()
  const read = ({ payments, vat, months, units }: typeof whole) =>
    JSON.stringify([payments, vat, months, units])
  return read(readPurchase(part, knowledge, today)) === read(whole) ? part : text.replace(wants, '').trim()
}

/** A unit whose name a word of the text names: "biblioteket" is "Lørdal bibliotek". */
function unitIn(text: string, units: readonly Unit[]): Unit | undefined {
  const words = text.toLowerCase().match(/\p{L}{5,}/gu) ?? []
  const scored = units
    .map((unit) => ({ unit, score: likeness(unit.name.toLowerCase(), words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  const [best, next] = scored
  return best && best.score !== next?.score ? best.unit : undefined
}

const shortestStem = 6

/** How many letters of a name's words the text's words begin with, or begin. Common words of units say nothing. */
function likeness(name: string, words: readonly string[]): number {
  const parts = (name.match(/\p{L}{4,}/gu) ?? []).filter(
    (part) => !/^(?:sektor|avdeling|enhet|seksjon)/.test(part),
  )
  return parts.reduce((sum, part) => {
    const met = words.some(
      (word) =>
        word === part ||
        (Math.min(word.length, part.length) >= shortestStem &&
          (word.startsWith(part) || part.startsWith(word))),
    )
    return sum + (met ? part.length : 0)
  }, 0)
}
