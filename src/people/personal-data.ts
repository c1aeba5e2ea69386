/** Personal data that people write by mistake, found by its form: it is masked before anything is kept. */

export type PersonalData = 'identity-number' | 'e-mail' | 'telephone'

/** A text with what was found put out of sight, and what that was. */
export type Masked = { text: string; found: readonly PersonalData[] }

const masks: Readonly<Record<PersonalData, string>> = {
  'identity-number': '[fødselsnummer]',
  'e-mail': '[e-post]',
  telephone: '[telefon]',
}

/** What follows an amount, and no telephone number. */
const money = /(?!\s*(?:kr|nok|,-|mva|(?:eks|ekskl|inkl|uten|utan|med)\.?\s*(?:mva|moms)))/

const forms: readonly (readonly [PersonalData, RegExp, (found: string) => boolean])[] = [
  ['e-mail', /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu, () => true],
  [
    'identity-number',
    /(?<!\d)\d{6}[\s.-]?\d{5}(?!\d)/g,
    (found) => isIdentityNumber(found.replace(/\D/g, '')),
  ],
  // Called one, it is one, also with a slip in it.
  ['identity-number', /(?<=(?:fnr|f[øo]dselsn\w*|personn\w*)\D{0,3})\d{6}[\s.-]?\d{5}(?!\d)/giu, () => true],
  [
    'telephone',
    new RegExp(
      /(?<!\d[.,]?)(?:(?:\+|00)?47\s?)?(?:[2-9]\d{7}|[2-9]\d(?:[\s.-]\d{2}){3}|[3-9]\d{3}\s\d{4}|[49]\d{2}[\s.-]\d{2}[\s.-]\d{3})(?![\d.,]?\d)/
        .source + money.source,
      'gi',
    ),
    (found) => !isRound(found),
  ],
]

/** E-mail first: what stands in an address is no number of its own. */
export function mask(text: string): Masked {
  const found = new Set<PersonalData>()
  let kept = text
  for (const [kind, form, isOne] of forms)
    kept = kept.replace(form, (written) => {
      if (!isOne(written)) return written
      found.add(kind)
      return masks[kind]
    })
  return { text: kept, found: [...found] }
}

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/**
 * Whether eleven digits are a Norwegian identity number, also a D number or one of health care: a day that there is, and
 * both control digits (the weighted sums are divisible by 11). New numbers from 2032 on have other first sums; the day and
 * the second control digit are then what tells.
 */
function isIdentityNumber(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 40
  const month = Number(digits.slice(2, 4)) % 40
  if (day < 1 || day > 31 || month < 1 || month > 12) return false
  const sum = (weights: readonly number[]) =>
    weights.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0)
  return sum(secondWeights) % 11 === 0 && [0, 1, 2, 3].includes(sum(firstWeights) % 11)
}

/** "20000000" is an amount and no telephone. */
const isRound = (found: string): boolean => found.replace(/\D/g, '').endsWith('0000')
