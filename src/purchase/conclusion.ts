import { writeKroner } from '../kit/money.ts'
import type { Language } from '../kit/say.ts'
import { inLanguage } from '../rules/rules.ts'
import type { Reckoned } from './reckon.ts'
import { speakRules } from './rule-sentences.ts'

/** The conclusion in one sentence, and below the act what the municipality asks instead. */
export function conclusionOf(
  { banded, duties }: Pick<Reckoned, 'banded' | 'duties'>,
  language: Language,
): string {
  const say = speakRules(language)
  const { band, value, reached, next } = banded
  const words = {
    value: say('withoutVat', { amount: writeKroner(value) }),
    reached: reached ? writeKroner(reached.value) : '',
    next: next ? writeKroner(next.value) : '',
  }
  const own = band === '0' ? duties.find(({ duty }) => duty.part === 'quotes') : undefined
  return [say(`band.${band}`, words), own && inLanguage(own.text, language)].filter(Boolean).join(' ')
}
