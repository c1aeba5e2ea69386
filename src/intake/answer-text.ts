/** Questions and answers in words, as the cards and the documents show them. */
import { writeDay } from '../kit/day.ts'
import type { Input } from '../kit/dialog.ts'
import { writeKroner } from '../kit/money.ts'
import { agreementsFor } from './agreements-found.ts'
import type { PurchaseAnswers, StepName } from './purchase-answers.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import type { Say } from './sentences.ts'

type Answers = Partial<PurchaseAnswers>

export function questionOf(step: StepName, { need = '' }: Answers, facts: PurchaseFacts, say: Say): string {
  const { usable } = step === 'agreement' ? agreementsFor(need, facts) : { usable: [] }
  const [only, ...others] = usable
  return only && others.length === 0 ? say('agreement.askOne', { title: only.title }) : say(`${step}.ask`)
}

/** What an option is called. An option without a name is shown as it is. */
export function labelOf(
  step: StepName,
  option: string,
  answers: Answers,
  facts: PurchaseFacts,
  say: Say,
): string {
  switch (step) {
    case 'agreement':
      return agreementLabel(option, answers, facts, say)
    case 'meant':
      return writeKroner(Number(option))
    case 'rate':
      return say('percent', { rate: option })
    case 'unit':
      return facts.units.find(({ id }) => id === option)?.name ?? option
    case 'behalf':
      return option === 'self' && facts.ownUnit
        ? say('behalf.selfIn', { unit: facts.ownUnit.name })
        : say(`behalf.${option === 'self' ? 'self' : 'other'}`)
    default:
      return say(`${step}.${option}` as Parameters<Say>[0]) // every option of a choice has a sentence: a test goes through them
  }
}

function agreementLabel(option: string, { need = '' }: Answers, facts: PurchaseFacts, say: Say): string {
  const single = agreementsFor(need, facts).usable.length === 1
  if (option === 'none') return say(single ? 'agreement.noneOfOne' : 'agreement.none')
  const [way, id = ''] = option.split(':')
  const title = facts.knowledge.item(id)?.title ?? id
  if (way === 'use') return single ? say('agreement.use') : title
  return single ? say('agreement.deviate') : say('agreement.deviateFrom', { title })
}

/** A reply as its answer reads. */
export function answerTextOf(
  step: StepName,
  said: string,
  answers: Answers,
  facts: PurchaseFacts,
  say: Say,
): string {
  const input: Input = purchaseDialog[step].input(answers, facts)
  switch (input.kind) {
    case 'choice':
      return labelOf(step, said, answers, facts, say)
    case 'many':
      return said === ''
        ? say('nothing')
        : said
            .split(',')
            .map((option) => labelOf(step, option, answers, facts, say))
            .join('; ')
    case 'day':
      return writeDay(said)
    case 'words':
      return said === '0' ? say('nothing') : said
  }
}
