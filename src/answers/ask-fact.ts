import { type Button, card, note, text, title } from '../kit/card.ts'
import { writeKroner } from '../kit/money.ts'
import { amountOn, type Kind } from '../rules/rules.ts'
import { askSection, tellFact } from './actions.ts'
import type { Presented } from './present.ts'
import type { Missing, Reckoned, Told } from './reckon.ts'
import { carried, type RuleAnswer } from './rule-answer.ts'
import { conclusionOf } from './rule-card.ts'
import { type SayRules, speakRules } from './rule-sentences.ts'
import type { Showing } from './shown.ts'

const kindsOffered = ['goods', 'services', 'works', 'health', 'special'] as const satisfies readonly Kind[]
const yearsOffered = [1, 2, 4]
/** Clients show no more buttons than five: the answers come first. */
const mostAnswers = 5

/** One question with its answers as buttons, and what would hold without an answer. */
export function askFact(
  missing: Missing,
  reckoned: Reckoned | undefined,
  { asking, question }: { asking: RuleAnswer; question: string | undefined },
  { language, say: sayAnswer, knowledge, day }: Showing,
): Presented {
  const say = speakRules(language)
  const amount = writeKroner(asking.amount)
  const rate = amountOn(knowledge.rules.limits, 'vat', day)?.value ?? 0
  const answers = answersTo(missing, rate, say)
  const asked = say(`ask.${missing.fact}`, { amount })
  const tell = (words: string, told: Told): Button =>
    tellFact.button(words, {
      ...carried(asking, question),
      told: { ...asking.told, ...told },
      asked: asking.asked + 1,
    })
  return {
    text: asked,
    citations: [],
    card: card(
      [
        title(asked),
        missing.fact === 'count' ? undefined : text(say('ask.why')),
        reckoned
          ? note(say('ask.otherwise', { conclusion: withoutMarks(conclusionOf(reckoned, language)) }))
          : undefined,
      ],
      [
        ...answers.map(([words, told]) => tell(words, told)),
        question === undefined || answers.length >= mostAnswers
          ? undefined
          : askSection.button(sayAnswer('askSection'), { question }),
      ],
    ),
  }
}

function answersTo(missing: Missing, rate: number, say: SayRules): (readonly [string, Told])[] {
  switch (missing.fact) {
    case 'amount':
      return missing.choices.map((kroner) => [writeKroner(kroner), { kroner }])
    case 'count':
      return []
    case 'duration':
      return [
        ...yearsOffered.map((years) => [say('years', { count: years }), { months: years * 12 }] as const),
        [say('noEnd'), { months: 'indefinite' }],
      ]
    case 'kind':
      return kindsOffered.map((kind) => [say(`kind.${kind}`), { kind }])
    case 'vat':
      return [
        [say('vat.without'), { vat: 'without' }],
        [say('vat.with', { rate }), { vat: 'with' }],
      ]
  }
}

/** The mark of a source belongs to an answer that has one, and heavy print to the conclusion. */
const withoutMarks = (said: string): string => said.replace(/ ?\[1\]|\*\*/g, '')
