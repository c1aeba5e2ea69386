import { card, type Element, note, text, title } from '../kit/card.ts'
import { writeKroner } from '../kit/money.ts'
import type { Language } from '../kit/say.ts'
import { linkedAll, type Reckoned, speakRules } from '../purchase/purchase.ts'
import { type Due, inLanguage } from '../rules/rules.ts'
import type { Presented } from './present.ts'

/** Every duty that holds for a purchase or may hold, with what it hangs on and where it stands. */
export function demandsCard({ banded, duties }: Reckoned, language: Language): Presented {
  const say = speakRules(language)
  const heading = say('allDemandsFor', { amount: say('withoutVat', { amount: writeKroner(banded.value) }) })
  const of = (authority: Due['duty']['authority']): Element[] => [
    text(say(authority), { weight: 'Bolder' }),
    ...duties.filter(({ duty }) => duty.authority === authority).flatMap((due) => lines(due, language)),
  ]
  return {
    text: heading,
    citations: [],
    card: card([title(heading), note(say('demandsHelp')), ...of('law'), ...of('local')]),
  }
}

const lines = ({ duty, text: what, legalBasis, ask }: Due, language: Language): Element[] => [
  text(`**${inLanguage(duty.title, language)}:** ${inLanguage(what, language)}`, { spacing: 'Small' }),
  note(
    [ask && duty.question ? inLanguage(duty.question, language) : '', linkedAll([legalBasis])]
      .filter(Boolean)
      .join(' '),
  ),
]
