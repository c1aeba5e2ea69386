import { type Day, dayAfter } from '../kit/day.ts'
import { amountOn, type Band, type Banded, type Meaning, type Rules } from '../rules/rules.ts'

/** How many weeks such a purchase usually takes by the municipality's own figures, and the day it is then ready. */
export type LeadTime = { weeks: number; ready: Day }

const meanings: Readonly<Record<Exclude<Band, '0'>, Meaning>> = {
  '1': 'weeks-part-one',
  '2': 'weeks-national',
  '3': 'weeks-eea',
  '4': 'weeks-eea',
  S: 'weeks-eea',
}

/** Undefined where the municipality has set none. */
export function leadTimeOf({ band, value }: Banded, { limits }: Rules, today: Day): LeadTime | undefined {
  const direct = amountOn(limits, 'direct-purchase', today)?.value ?? 0
  const meaning = band === '0' ? (value < direct ? 'weeks-direct' : 'weeks-quotes') : meanings[band]
  const weeks = amountOn(limits, meaning, today)?.value
  return weeks === undefined ? undefined : { weeks, ready: dayAfter(today, weeks * 7) }
}
