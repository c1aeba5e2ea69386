/**
 * Amounts in kroner as people write them: `50k`, `kr 250.000,-`, `1,2 mill`, "en halv million", `8-10.000 i mnd`.
 * Nothing is guessed: what can be read in two ways is given as both, and what is no amount is left alone.
 */
import { type Beside, besideAmount, isEstimated, isLeast } from './beside-amount.ts'
import { numberOfWords, numberParts, scaleOf } from './number-words.ts'

export type Amount = Beside & {
  at: number
  /** The words that were read. */
  text: string
  /** Kroner: one reading, or the two that are possible. Of a range the upper end. */
  kroner: readonly [number] | readonly [number, number]
  /** The lower end of a range. */
  low?: number
}

const end = '(?![\\p{L}\\d])'
const grouped = '\\d{1,3}(?:[ .,\u00a0\u202f]\\d{3})+(?!\\d)'
const plain = '\\d+(?:[.,]\\d{1,3}(?!\\d))?'
/** `1300 000` and `1 300000`: groups that were parted in the wrong place. */
const misgrouped = '\\d{1,6}(?:[  ]\\d{3,6})+(?!\\d)'
/** `1 300 00`: the last group lacks a nought, or there is a space too many. */
const broken = '\\d{1,3}(?:[ \u00a0]\\d{3})+[ \u00a0]0{1,2}(?![\\d.,])'
const number = `(?:${broken}|${grouped}|${misgrouped}|${plain})`
const scaleWords = `hundre ?tusen|hundred thousand|tusen|tusn|thousand|k|mill\\p{L}*\\.?|mio\\.?|mrd\\.?|milliard\\p{L}*|billion`
const money = `kroner|kronar|krone|kr\\.?|nok`
const range = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?:(kr\\.?|nok|mnok|knok|tnok|mkr|tkr)\\s*)?(?:(${number})(?:\\s*(${scaleWords})${end})?\\s*(?:-|–|til|to|(?<=(?:mellom|between)[^?!]{1,30})(?:og|and))\\s*(?:kr\\.?\\s*)?)?(${number})(?:\\s?(${scaleWords}|tkr|mkr|mnok|knok|tnok|M(?!/))${end}|(['’\`]))?(?:\\s*(,-|${money})(?![\\p{L}\\d]))?`,
  'giu',
)
const wordNumber = /\p{L}+(?:[ -]\p{L}+)*/gu

/** What is written with digits and is no amount: dates, times, shares, paragraphs, numbers of things. */
const otherNumbers = [
  /\d{1,2}\.\d{1,2}\.\d{2,4}/g,
  /\d{4}-\d{2}-\d{2}/g,
  /(?<!\p{L})(?:kl|klokka|klokken)\.?\s*\d{1,2}(?:[.:]\d{2})?|(?<!\p{L})at\s+\d{1,2}(?::\d{2}|\s*[ap]m)/giu,
  /\d{1,2}:\d{2}/g,
  /(?<!\d)\d{1,20}(?:[.,]\d{1,20})?\s*(?:%|prosent|percent|pst)/gi,
  /§+\s*\d+[-\d\p{L}]*/gu,
  /(?<!\p{L})(?:org\.?(?:nr|nummer)?|saksnr|sak|avtale(?:nr|nummer)|tlf|telefon|ring|nr|nummer|case|phone)\.?:?\s*\d[\d /-]*/giu,
  /\d{2,4}\/\d+/g,
  // other money than kroner
  /(?:€|\$|£|(?<!\p{L})(?:eur|euro|usd|dollar|gbp|pund|sek|dkk))\s*\d[\d .,]{0,40}(?:\s*(?:k|mill\p{L}*|tusen|thousand))?/giu,
  /\d[\d .,]{0,40}(?:\s*(?:k|mill\p{L}*|tusen|thousand))?\s*(?:€|\$|£|(?:eur|euro|usd|dollars?|gbp|pund|sek|dkk)(?!\p{L}))/giu,
  /\p{L}{0,40}(?:nummer|number)\s*\d[\d ]*/giu,
  /(?<!\d)\d{1,20}(?:[ .\u00a0]\d{3}){0,8}(?:[.,]\d{1,20})?\s*(?:m2|m²|kvm|km|kg|tonn|liter|meter|timer|timar|hours|stk|stykker|personer|personar|pers|people|elever|elevar|pupils|students|ansatte|tilsette|employees|brukere|brukarar|users|innbyggere|innbyggjarar|plasser|plassar|dager|dagar|days|døgn|netter|nights)(?!\p{L})/giu,
]

const leadsIn = /(?:på|for|til|koster|kostar|blir|er|verdi|verd|worth|of|at|costs?|for)\s*$/i
/** After a bare number these say that it was an amount and no number of things. */
const ends =
  /^\s*(?:$|[?.!,;:)]|(?:inkl|eks|ex|incl|med|uten|utan|with|i|pr|per|hver|kvar|each|a|an|og|eller|or|and|må|skal|kan|hva|kva|so|så|da|do|is|totalt|samlet|total|every)(?![\p{L}]))/iu

/** After an estimate the thing may follow: "rundt 600 til kontormøbler". */
const endsEstimate = /^\s*(?:til|på|for|on)(?!\p{L})/iu
const between = /(?:mellom|between)\s*$/i

/** Every amount in a text, in order. `taken` are parts of it that were read as something else, such as durations. */
export function readAmounts(text: string, taken: readonly { at: number; text: string }[] = []): Amount[] {
  const left = blank(text, [
    ...taken,
    ...otherNumbers.flatMap((form) =>
      [...text.matchAll(form)].map((match) => ({ at: match.index, text: match[0] })),
    ),
  ])
  const digits = [...left.matchAll(range)].flatMap((match) => readDigits(match, left))
  const words = readWords(blank(left, digits))
  return [...digits, ...words]
    .sort((a, b) => a.at - b.at)
    .map((amount, at, all) => ({
      ...amount,
      ...besideAmount(text, amount, all[at - 1], all[at + 1]),
    }))
}

const blank = (text: string, parts: readonly { at: number; text: string }[]): string =>
  parts.reduce(
    (kept, { at, text: part }) => kept.slice(0, at) + '|'.repeat(part.length) + kept.slice(at + part.length),
    text,
  )

function readDigits(match: RegExpExecArray, text: string): Amount[] {
  const [whole, before, lower, lowerScale, upper = '', word, apostrophe, after] = match
  // "2,5M" and "NOK 2.5m" are millions, "2,5m" is metres.
  if (word === 'm' && before === undefined) return []
  const written = whole.trimEnd()
  const scale = apostrophe ? 1000 : scaleBy(word ?? before ?? '')
  const marked = before !== undefined || after !== undefined
  const upperAt = match.index + whole.lastIndexOf(upper)
  const ahead = text.slice(0, match.index)
  const behind = text.slice(match.index + written.length)
  const kroner = kronerIn(upper, { scale, marked, ahead, behind })
  const isAmount = kroner !== undefined && kroner[0] > 0
  if (lower === undefined) return isAmount ? [{ at: match.index, text: written, kroner }] : []
  const low = isAmount ? lowerEnd(lower, lowerScale, kroner[0], upper, scale) : undefined
  if (isAmount && low !== undefined) return [{ at: match.index, text: written, kroner, low }]
  // "60 000 - 10 000 rabatt", "400 000 til 30 skoler": no range, but numbers of their own.
  const lowerAt = match.index + whole.indexOf(lower, before?.length)
  const lowerText =
    new RegExp(`^${number}(?:\\s*(?:${scaleWords})${end})?`, 'iu').exec(text.slice(lowerAt))?.[0] ?? lower
  const first = kronerIn(lower, {
    scale: lowerScale === undefined ? undefined : scaleBy(lowerScale),
    marked: before !== undefined,
    ahead,
    behind: text.slice(lowerAt + lowerText.length),
  })
  return [
    ...(first && first[0] > 0 ? [{ at: lowerAt, text: lowerText, kroner: first }] : []),
    ...(isAmount ? [{ at: upperAt, text: text.slice(upperAt, match.index + written.length), kroner }] : []),
  ]
}

const scaleBy = (word: string): number | undefined => {
  const said = word.replace(/\.$/, '').toLowerCase()
  if (/^hund/.test(said)) return 1e5
  if (said === 'm' || said === 'mkr' || said === 'mnok') return 1e6
  if (said === 'k' || said === 'tkr' || said === 'knok' || said === 'tnok') return 1000
  return scaleOf(said) ?? (/^mill/i.test(said) ? 1e6 : /^milliard/i.test(said) ? 1e9 : undefined)
}

type Context = {
  scale: number | undefined
  marked: boolean
  ahead: string
  behind: string
}

/** The readings of one number; undefined where it is none that stands for kroner. */
function kronerIn(written: string, { scale, marked, ahead, behind }: Context): Amount['kroner'] | undefined {
  const groups = written.split(/[ .,\u00a0\u202f]/)
  if (scale === undefined && isBroken.test(written)) {
    const joined = Number(groups.join(''))
    return [joined, joined * 10]
  }
  const isGrouped = groups.length > 1 && groups.slice(1).every((group) => group.length >= 3)
  if (scale !== undefined)
    return [round(Number(written.replace(/[ \u00a0\u202f]/g, '').replace(',', '.')) * scale)]
  if (isGrouped) {
    const kroner = Number(groups.join(''))
    const separator = written.charAt(groups[0]?.length ?? 0)
    // `1.300` may be thirteen hundred, or 1.3 million with the thousands left out. `kr 1.300,-` may not.
    const twofold = groups.length === 2 && groups[0]?.length === 1 && /[.,]/.test(separator) && !marked
    return twofold ? [kroner, kroner * 1000] : [kroner]
  }
  if (/[.,]/.test(written)) {
    const value = Number(written.replace(',', '.'))
    return marked ? [round(value)] : undefined
  }
  const value = Number(written)
  if (marked) return [value]
  if (value >= 10_000) return [value]
  const estimated = isEstimated(ahead) || between.test(ahead)
  const led = estimated || isLeast(ahead) || leadsIn.test(ahead)
  if (value >= 1000)
    return (!isYear(value) || isPaid.test(behind)) && (led || ends.test(behind)) ? [value] : undefined
  // "Rundt 600" is six hundred or six hundred thousand.
  const ended = ends.test(behind) || (estimated && endsEstimate.test(behind))
  return value >= 100 && led && ended ? [value, value * 1000] : undefined
}

const isBroken = new RegExp(`^${broken}$`)
const isPaid = /^\s*(?:pr|per|\/|i (?:timen|måneden|månaden|året|uka|veka))(?!\p{L})/iu
const isYear = (value: number): boolean => value >= 1900 && value < 2100
const round = (value: number): number => Math.round(value * 100) / 100

/** `8-10.000` is from 8 000: the lower end is written in the same measure. */
function lowerEnd(
  lower: string,
  lowerScale: string | undefined,
  upperKroner: number,
  upper: string,
  scale: number | undefined,
): number | undefined {
  const own = lowerScale === undefined ? undefined : scaleBy(lowerScale)
  const number = Number(lower.replace(/[ .\u00a0\u202f](?=\d{3})/g, '').replace(',', '.'))
  const measure = own ?? scale ?? (/[ .\u00a0\u202f]\d{3}$/.test(upper) && number < 1000 ? 1000 : 1)
  const low = round(number * measure)
  return low > 0 && low < upperKroner ? low : undefined
}

/** "En halv million", "to hundre tusen". */
function readWords(text: string): Amount[] {
  return [...text.matchAll(wordNumber)].flatMap(({ 0: phrase, index }) => {
    const words = [...phrase.matchAll(/\p{L}+/gu)].map((word) => ({
      at: index + word.index,
      end: index + word.index + word[0].length,
      parts: numberParts(word[0].toLowerCase()),
    }))
    const found: Amount[] = []
    for (let from = 0; from < words.length; from++) {
      let to = from
      while (words[to]?.parts) to++
      // "Tusen takk" is no amount, and "og" begins none.
      const run = words.slice(from, to)
      from = Math.max(from, to - 1)
      const kroner = amountIn(run.map(({ parts = [] }) => parts))
      const [first, last] = [run[kroner?.skipped ?? 0], run.at(-1 - (kroner?.trailing ?? 0))]
      if (!kroner || !first || !last || some.test(text.slice(Math.max(0, first.at - longestSome), first.at)))
        continue
      const money = /^\s*(kroner|kronar|kr)(?!\p{L})/iu.exec(text.slice(last.end))?.[0] ?? ''
      if (kroner.value < 1000 && !money) continue
      if (run.length === 1 && (run[0]?.parts?.length ?? 0) === 1 && !money) continue
      found.push({
        at: first.at,
        text: text.slice(first.at, last.end + money.length),
        kroner: [kroner.value],
      })
    }
    return found
  })
}

/** "Noen hundre tusen" is so many that nobody knows. */
const some =
  /(?<!\p{L})(?:noen|nokre|nokon|flere|fleire|mange|par|several|some|few|many|couple of|couple)\s+$/iu
const longestSome = 20

const isFiller = (parts: readonly string[] | undefined) =>
  parts?.length === 1 && /^(og|and|of|a|an)$/.test(parts[0] ?? '')
function amountIn(
  words: readonly (readonly string[])[],
): { value: number; skipped: number; trailing: number } | undefined {
  let skipped = 0
  while (
    skipped < words.length &&
    isFiller(words[skipped]) &&
    words[skipped]?.[0] !== 'a' &&
    words[skipped]?.[0] !== 'an'
  )
    skipped++
  let trailing = 0
  while (trailing < words.length && isFiller(words.at(-1 - trailing))) trailing++
  const value = numberOfWords(words.slice(skipped, words.length - trailing).flat())
  return value === undefined ? undefined : { value, skipped, trailing }
}
