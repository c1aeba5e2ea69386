import { readAmounts } from '../kit/amount.ts'
import type { Day } from '../kit/day.ts'
import { writeKroner } from '../kit/money.ts'
import { periodOn, speaksOf } from '../rules/rules.ts'
import type { KnowledgeFault } from './fault.ts'
import { type Item, type Limit, validityOn } from './item.ts'

/**
 * Sentences that give another amount than the dated rules do: they name a limit by one of the words that the rule is
 * called by, and none of their amounts is the one that holds on the day. What speaks of the past is left alone, and so is
 * a text whose time is over.
 */
export function contradictionsIn(items: readonly Item[], day: Day): KnowledgeFault[] {
  const limits = items.filter((item) => item.type === 'limit')
  return items
    .filter((item) => item.type !== 'limit' && validityOn(item, day) !== 'ended')
    .flatMap((item) =>
      sentencesIn(textOf(item)).flatMap((sentence) => {
        if (past.test(sentence)) return []
        const amounts = readAmounts(sentence).flatMap(({ kroner }) => (kroner.length === 1 ? kroner : []))
        if (amounts.length === 0) return []
        return limits.flatMap((limit) => faultIn({ sentence, amounts, item, limit, day }) ?? [])
      }),
    )
}

type Found = { sentence: string; amounts: readonly number[]; item: Item; limit: Limit; day: Day }

function faultIn({ sentence, amounts, item, limit, day }: Found): KnowledgeFault | undefined {
  if (!speaksOf(sentence, limit)) return undefined
  const period = periodOn(limit, day)
  const right = Object.values(period?.amounts ?? {})
  if (!period || right.length === 0 || amounts.some((amount) => right.includes(amount))) return undefined
  return {
    file: item.place.file,
    line: item.place.line,
    field: item.id,
    problem: `«${sentence}» sier noe annet enn regelen ${limit.id}: ${right.map(writeKroner).join(' – ')} fra ${period.from} (${period.legalBasis}). Rett teksten, eller skriv at den gjelder før`,
  }
}

const past =
  /(?<!\p{L})(?:tidligere|gjaldt|var|ble|fram til|frem til|inntil \d|til og med|historisk|opphevet|den gang|per april 2016|gammel\p{L}*)(?!\p{L})|(?<!\p{L})før[.!]?$|(?<!\p{L})før (?=\d)/iu

const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+(?=\p{Lu}|\d+\.\s)|\n+/u)
    .map((sentence) => sentence.replace(/^\s*(?:\d+\.|[-*])\s+/, '').trim())
    .filter((sentence) => sentence !== '')

const textOf = (item: Item): string => {
  switch (item.type) {
    case 'agreement':
      return `${item.scope}\n${item.ordering}`
    case 'limit':
      return ''
    default:
      return item.body
  }
}
