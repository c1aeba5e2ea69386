/** What is known of a purchase before the first question: read from what a person wrote, for them to correct. */
import { readAmounts } from '../kit/amount.ts'
import { readDurations } from '../kit/duration.ts'
import { choicesIn, readPurchase, withoutAmounts } from '../purchase/purchase.ts'
import type { PurchaseFacts, Unit } from './purchase-facts.ts'

const wants =
  /^\s*(?:hei[,!.]?\s+)?(?:jeg|eg|vi|me|i|we)\s+(?:skal|vil|må|ønsker å|ønskjer å|want to|need to|am going to|are going to|would like to|must)\s+(?:kjøpe(?:\s+inn)?|anskaffe|skaffe|gå til innkjøp av|buy|purchase|ha\s+(?=ny))(?!\p{L})\s*/iu

/** Whether somebody says that they are going to buy something, and asks nothing. */
export const wantsToBuy = (text: string): boolean =>
  wants.test(text) && !text.includes('?') && text.replace(wants, '').trim().length > 1

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
  const bare = text.replace(wants, '').replace(/[?.!\s]+$/u, '')
  const amounts = readAmounts(bare, readDurations(bare))
  const first = amounts[0]
  if (!first) return bare.trim()
  const left = withoutAmounts(bare)
    .replace(/\s+/g, ' ')
    .replace(
      /(?:[\s,;:–-]|(?<!\p{L})(?:ca\.?|cirka|omtrent|rundt|for|til|på|about|around|at|kr\.?|som koster|koster))+$/iu,
      '',
    )
  return left.trim().replace(/\s+,/g, ',')
}

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
