import { beside, box, card, type Element, facts as factsOf, note, text, title } from '../kit/card.ts'
import { writeDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { writeKroner } from '../kit/money.ts'
import type { Language } from '../kit/say.ts'
import type { Item } from '../knowledge/knowledge.ts'
import { bandOn, dutiesOn, type Fact, inLanguage } from '../rules/rules.ts'
import { answerStep } from './actions.ts'
import type { Outcome } from './outcome.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import { editButton } from './question-card.ts'
import { type Say, speak } from './sentences.ts'
import { kindIn, worthOf } from './worth.ts'

type CallOff = Extract<Outcome, { kind: 'call-off' }>
type Guiding = {
  draft: string
  outcome: CallOff
  answers: Partial<PurchaseAnswers>
  facts: PurchaseFacts
  language: Language
  /** A button to an item of the knowledge base; undefined where it is gone. */
  showItem: ((item: Item, title: string) => ReturnType<typeof answerStep.button>) | undefined
}

/** The routines and templates that go with a call-off, by the ids under which the municipality keeps them. */
const routineOf = { direct: 'r-avrop', mini: 'r-mini' } as const
const templateOf = { direct: 'm-avrop', mini: 'm-mini' } as const

/** How to order from the agreement, by its own method; with what must be minded for such a thing. */
export function callOffCard(guiding: Guiding): Message {
  const { draft, outcome, answers, facts, language, showItem } = guiding
  const say = speak(language)
  const { agreement, suppliers, miniCompetition } = outcome
  const [first = agreement] = suppliers
  const way = miniCompetition ? 'mini' : 'direct'
  const conclusion = say('callOff.title', { title: agreement.title })
  const routine = facts.knowledge.item(routineOf[way])
  const template = facts.knowledge.item(templateOf[way])
  return {
    text: conclusion,
    card: card(
      [
        title(conclusion),
        text(howTo(outcome, say), { weight: 'Bolder', spacing: 'Small' }),
        ...amountLine(guiding, say),
        factsOf([
          ...suppliersOf(outcome, say),
          [say('ordering'), first.ordering],
          [say('validTo'), writeDay(first.validTo ?? first.latestEnd)],
          [say('owner'), first.owner],
        ]),
        note(say('mark', { number: first.agreementNumber })),
        ...steps(routine, say),
        ...toRemember(answers, facts, language, say),
      ],
      [
        template && showItem?.(template, say('openTemplate')),
        routine && showItem?.(routine, say('openRoutine')),
        answerStep.button(say('cannotUse'), { draft, step: 'agreement', answer: `deviate:${agreement.id}` }),
        { ...editButton(draft, 'agreement', answers, facts, say), title: say('chooseAgain') },
      ],
    ),
  }
}

function howTo({ agreement, suppliers, miniCompetition }: CallOff, say: Say): string {
  const [first = agreement] = suppliers
  if (miniCompetition)
    return suppliers.length > 1 ? say('callOff.mini') : say('callOff.miniOfOne', { supplier: first.supplier })
  return say(agreement.callOff === 'ranked' && suppliers.length > 1 ? 'callOff.ranked' : 'callOff.direct', {
    supplier: first.supplier,
  })
}

/** In the order in which they are asked, where there is one. */
const suppliersOf = ({ agreement, suppliers }: CallOff, say: Say) =>
  suppliers.map(
    ({ supplier }, at) =>
      [
        agreement.callOff === 'ranked' && suppliers.length > 1
          ? say('supplierAt', { rank: at + 1 })
          : say('supplier'),
        supplier,
      ] as const,
  )

/** What the amount means for the call-off, where the agreement has a limit. */
function amountLine({ draft, outcome, answers, facts }: Guiding, say: Say): Element[] {
  const { agreement, miniCompetition } = outcome
  const limit = agreement.miniCompetitionOver
  if (limit === null || !worthOf(answers, facts)) return []
  return [
    beside(
      text(say(miniCompetition ? 'callOff.aboveMini' : 'callOff.belowMini', { limit: writeKroner(limit) })),
      editButton(draft, 'amount', answers, facts, say),
    ),
  ]
}

/** The numbered steps of the routine, in the municipality's own words. */
function steps(routine: Item | undefined, say: Say): Element[] {
  if (routine?.type !== 'routine') return []
  const numbered = routine.body.split('\n').filter((line) => /^\d+\.\s/.test(line))
  return [text(say('steps'), { weight: 'Bolder' }), text(numbered.join('\n'), { spacing: 'Small' })]
}

/** These bind a call-off too: the law on vehicles, data protection, and those who meet children. */
const alsoInCallOffs = new Set<Fact>([
  'vehicle',
  'personal-data',
  'system-access',
  'vulnerable-people',
  'temporary-staff',
])

function toRemember(
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  language: Language,
  say: Say,
): Element[] {
  const { knowledge, today } = facts
  const expected = knowledge.factsIn(answers.need ?? '').filter((fact) => alsoInCallOffs.has(fact))
  const kind = kindIn(answers, facts) ?? 'goods'
  const banded = bandOn(knowledge.rules.limits, { day: today, kind, value: 0 })
  if (!banded || expected.length === 0) return []
  const due = dutiesOn(knowledge.rules, banded, Object.fromEntries(expected.map((fact) => [fact, true])))
  const held = due.filter((one) => one.facts.some((fact) => expected.includes(fact)))
  return held.length === 0
    ? []
    : [
        box([
          text(say('remember'), { weight: 'Bolder' }),
          ...held.map(({ text: what, legalBasis }) =>
            text(`${inLanguage(what, language)} (${legalBasis})`, { spacing: 'Small' }),
          ),
        ]),
      ]
}
