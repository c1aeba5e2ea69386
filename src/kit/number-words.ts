/** Numbers written as words, in bokmål, nynorsk and English: "to hundre og femti tusen", "halvannen million", "half a million". */

const small: Readonly<Record<string, number>> = {
  ...numbered(1, 'en ein ei én ett eitt one a an'),
  ...numbered(2, 'to two'),
  ...numbered(3, 'tre three'),
  ...numbered(4, 'fire four'),
  ...numbered(5, 'fem five'),
  ...numbered(6, 'seks six'),
  ...numbered(7, 'sju syv seven'),
  ...numbered(8, 'åtte eight'),
  ...numbered(9, 'ni nine'),
  ...numbered(10, 'ti ten'),
  ...numbered(11, 'elleve eleven'),
  ...numbered(12, 'tolv twelve'),
  ...numbered(13, 'tretten thirteen'),
  ...numbered(14, 'fjorten fourteen'),
  ...numbered(15, 'femten fifteen'),
  ...numbered(16, 'seksten sixteen'),
  ...numbered(17, 'sytten seventeen'),
  ...numbered(18, 'atten eighteen'),
  ...numbered(19, 'nitten nineteen'),
  ...numbered(20, 'tjue tyve twenty'),
  ...numbered(30, 'tretti thirty'),
  ...numbered(40, 'førti forty'),
  ...numbered(50, 'femti fifty'),
  ...numbered(60, 'seksti sixty'),
  ...numbered(70, 'sytti seventy'),
  ...numbered(80, 'åtti eighty'),
  ...numbered(90, 'nitti ninety'),
  ...numbered(1.5, 'halvannen halvannet halvannan halvanna'),
  ...numbered(0.5, 'halv half'),
  ...numbered(0.25, 'kvart quarter quarters'),
  ...numbered(0.75, 'trekvart'),
}
const hundred = new Set(['hundre', 'hundred'])
const scales: Readonly<Record<string, number>> = {
  ...numbered(1000, 'tusen tusn thousand'),
  ...numbered(1e6, 'mill mio million millon millionen millioner millionar millions'),
  ...numbered(1e9, 'mrd milliard milliarder milliardar billion billions'),
}
const fillers = new Set(['og', 'and', 'of'])

function numbered(value: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word) => [word, value]))
}

/** What a scale is called as it stands after a number: `mill`, `tusen`; undefined for any other word. */
export const scaleOf = (word: string): number | undefined => scales[word]

/** A word on its own that is a number up to ninety, such as "fire"; undefined for any other word. */
export const smallNumber = (word: string): number | undefined => small[word]

const isPart = (word: string): boolean =>
  word in small || hundred.has(word) || word in scales || fillers.has(word)

const longestPart = 10
/** No number is written longer than this in one word. */
const longestWord = 60

/** The parts of a word that is nothing but numbers written together: `femhundretusen` → fem, hundre, tusen. */
export function numberParts(word: string): readonly string[] | undefined {
  if (word.length > longestWord) return undefined
  // From the end: the parts of what follows each letter, the longest first part before shorter ones.
  const after: (readonly string[] | undefined)[] = Array(word.length + 1)
  after[word.length] = []
  for (let at = word.length - 1; at >= 0; at--)
    for (let length = Math.min(longestPart, word.length - at); length >= 1 && !after[at]; length--) {
      const rest = after[at + length]
      const part = word.slice(at, at + length)
      if (rest && isPart(part) && (length > 1 || word.length === 1)) after[at] = [part, ...rest]
    }
  return after[0]
}

/** The number that parts make together; undefined where they are no whole number phrase of a hundred or more. */
export function numberOfWords(parts: readonly string[]): number | undefined {
  let total = 0
  let current: number | undefined
  let scaled = false
  let hundreds = false
  const said = parts.filter((part) => !fillers.has(part))
  for (const [at, part] of said.entries()) {
    const scale = scales[part]
    const value = small[part] ?? 0
    if (scale !== undefined) {
      total += (current ?? 1) * scale
      current = undefined
      scaled = true
    } else if (hundred.has(part)) {
      current = (current ?? 1) * 100
      hundreds = true
    }
    // "Tre kvart" is three quarters; with "og" between it would be three and a quarter.
    else if (
      value === 0.25 &&
      current !== undefined &&
      current > 1 &&
      !fillers.has(parts[parts.indexOf(part) - 1] ?? '')
    )
      current *= value
    // "To-tre hundre tusen": the upper end.
    else if (isDigit(current) && isDigit(value) && !fillers.has(parts[parts.indexOf(part) - 1] ?? ''))
      current = value
    else if (!(value === 1 && (isFraction(said[at + 1]) || isFraction(said[at - 1]))))
      current = (current ?? 0) + value
  }
  if (!scaled && !hundreds) return undefined
  return total + (current ?? 0)
}

const isDigit = (value: number | undefined): boolean => value !== undefined && value >= 2 && value < 10

/** "En halv" is a half and not one and a half. */
const isFraction = (part: string | undefined): boolean => part !== undefined && (small[part] ?? 1) < 1
