import {
  type Button,
  beside,
  box,
  buttons,
  card,
  type Element,
  footer,
  inPlainText,
  note,
  text,
  title,
} from '../kit/card.ts'
import { dayAfter, writeDay } from '../kit/day.ts'
import type { Input, Standing } from '../kit/dialog.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import { type Agreement, validityOn } from '../knowledge/knowledge.ts'
import { linkedAll } from '../purchase/purchase.ts'
import { generalKind, periodOn } from '../rules/rules.ts'
import { answerStep, askQuestion, cancelDraft, editStep, goBack, saveDraft } from './actions.ts'
import { agreementsFor, usedAgreementFor } from './agreements-found.ts'
import { answerTextOf, labelOf, questionOf } from './answer-text.ts'
import { leadTimeOf } from './lead-time.ts'
import type { PurchaseAnswers, StepName } from './purchase-answers.ts'
import { purchaseDialog } from './purchase-dialog.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import { type Say, speak } from './sentences.ts'
import { kindIn, worthOf } from './worth.ts'

export type Asking = {
  draft: string
  standing: Extract<Standing<PurchaseAnswers>, { kind: 'ask' }>
  facts: PurchaseFacts
  language: Language
  /** What was written and not accepted, with the key of what is wrong with it. */
  fault?: { said: string; key: string } | undefined
  /** What was just read from the person's own words, to be corrected here. */
  read?: readonly { step: StepName; said: string }[]
}

/** More buttons than this become a list to choose from, and so do longer ones, in letters: clients cut them off. */
const mostButtons = 5
const longestButton = 38
/** A longer list is folded away. */
const mostShown = 9

/** The duty whose legal basis says why a question is asked. */
const dutyOf: Partial<Record<StepName, string>> = {
  reuse: 'p-gjenbruk',
  agreement: 'p-rammeavtale',
  reason: 'p-rammeavtale',
  relation: 'p-habil',
  kind: 'p-type',
  amount: 'p-verdi',
  recurs: 'p-verdi',
  duration: 'p-verdi',
  also: 'p-verdi',
  budget: 'p-budsjett',
  vehicle: 'p-bil',
  emission: 'p-bil',
  dataKind: 'p-personvern',
  dataPlace: 'p-personvern',
  problem: 'p-behov',
  climate: 'p-klima',
  climateReason: 'p-klima',
  followUp: 'p-oppfolging',
}

/** One question: why it is asked, how to answer, how far one has come, and the ways out. */
export function questionCard(asking: Asking): Message {
  const { draft, standing, facts, language, fault } = asking
  const { step, answers, progress } = standing
  const say = speak(language)
  const question = questionOf(step, answers, facts, say)
  const input = purchaseDialog[step].input(answers, facts)
  const filled = fault?.said ?? standing.said ?? purchaseDialog[step].suggest?.(answers, facts)
  const key = fault?.key ?? standing.fault
  const options = 'options' in input ? shownOptions(asking, input, say) : []
  const asButtons =
    input.kind === 'choice' &&
    options.length <= mostButtons &&
    options.every(({ label }) => label.length <= longestButton)
  return {
    text: question,
    card: card(
      [
        ...readBox(asking, say),
        title(question),
        text(whyOf(standing, facts, say), { spacing: 'Small' }),
        ...besideQuestion(asking, say),
        key === undefined
          ? undefined
          : text(faultText(key, input, say), { color: 'Attention', weight: 'Bolder' }),
        ...inputOf(input, asking, { filled, options, asButtons, say }),
        footer([note(say('progress', { at: progress.at, about: progress.about }))]),
      ],
      [
        asButtons ? undefined : answerStep.button(say('next'), { draft, step }, { style: 'positive' }),
        standing.hasBefore ? goBack.button(say('back'), { draft, step }) : undefined,
        saveDraft.button(say('save'), { draft, step }),
        askQuestion.button(say('askAQuestion'), { draft, step }),
        cancelDraft.button(say('cancel'), { draft }, { mode: 'secondary' }),
      ],
    ),
  }
}

/** A deviation from one of several agreements is asked for once the agreement is chosen. */
function shownOptions(
  { standing: { step, answers }, facts }: Asking,
  { options }: Extract<Input, { options: unknown }>,
  say: Say,
): Option[] {
  const several = step === 'agreement' && agreementsFor(answers.need ?? '', facts).usable.length > 1
  return options
    .filter((option) => !several || !option.startsWith('deviate:'))
    .map((option) => ({ option, label: labelOf(step, option, answers, facts, say) }))
}

type Option = { option: string; label: string }
type Filling = { filled: string | undefined; options: readonly Option[]; asButtons: boolean; say: Say }

function inputOf(input: Input, asking: Asking, { filled, options, asButtons, say }: Filling): Element[] {
  const { draft, standing } = asking
  const { step } = standing
  const value = filled === undefined ? {} : { value: filled }
  switch (input.kind) {
    case 'words':
      return [
        {
          type: 'Input.Text',
          id: 'answer',
          label: say('yourAnswer'),
          isMultiline: input.long,
          maxLength: input.most,
          ...value,
        },
        ...(step === 'also'
          ? [buttons([answerStep.button(say('also.nothing'), { draft, step, answer: '0' })])]
          : []),
      ]
    case 'day':
      return [{ type: 'Input.Date', id: 'answer', label: say('yourAnswer'), min: input.from, ...value }]
    case 'choice':
    case 'many':
      if (asButtons)
        return options.map(({ option, label }) =>
          buttons([
            answerStep.button(
              label,
              { draft, step, answer: option },
              option === filled ? { style: 'positive' } : {},
            ),
          ]),
        )
      return [
        {
          type: 'Input.ChoiceSet',
          id: 'answer',
          label: say(input.kind === 'many' ? 'mayBe' : 'choose'),
          choices: options.map(({ option, label }) => ({ title: label, value: option })),
          isMultiSelect: input.kind === 'many',
          style: options.length > mostShown ? 'compact' : 'expanded',
          wrap: true,
          ...value,
        },
      ]
  }
}

type Asked = Pick<Asking['standing'], 'step' | 'answers'>

/** One line, with the paragraph where there is one. */
export function whyOf({ step, answers }: Asked, facts: PurchaseFacts, say: Say): string {
  const { rules } = facts.knowledge
  if (step === 'wanted') {
    const worth = worthOf(answers, facts)
    const lead = worth && leadTimeOf(worth.banded, rules, facts.today)
    return lead ? say('wanted.why', { weeks: lead.weeks, day: writeDay(lead.ready) }) : say('wanted.whyPlain')
  }
  const basis = isUtilities(answers, facts) && aboutValue.has(step) ? undefined : basisOf(step, facts)
  return [say(`${step}.why`), basis && `(${linkedAll([basis])})`].filter(Boolean).join(' ')
}

function basisOf(step: StepName, { knowledge: { rules }, today }: PurchaseFacts): string | undefined {
  const duty = rules.duties.find(({ id }) => id === dutyOf[step])
  return duty && periodOn(duty, today)?.legalBasis
}

/** Utilities and concessions have regulations of their own, which say elsewhere how a value is reckoned. */
const aboutValue = new Set<StepName>(['amount', 'recurs', 'duration', 'also'])
function isUtilities(answers: Asked['answers'], facts: PurchaseFacts): boolean {
  const kind = kindIn(answers, facts)
  return kind !== undefined && ['utilities', 'concession'].includes(generalKind(kind))
}

/** What belongs to the question: the agreements that were found, or that none was. */
function besideQuestion({ standing: { step, answers }, facts }: Asking, say: Say): Element[] {
  const { need = '' } = answers
  const found = agreementsFor(need, facts)
  switch (step) {
    case 'reuse': {
      const used = usedAgreementFor(need, facts)
      return used ? [box([text(say('usedFurniture', { title: used.title }))])] : []
    }
    case 'agreement':
      return found.usable.map((one) =>
        text(
          say('agreementLine', { title: one.title, supplier: one.supplier, covers: one.covers.join(', ') }),
          {
            spacing: 'Small',
          },
        ),
      )
    case 'kind': {
      if (found.usable.length > 0) return []
      const { notNow } = found
      return [
        box([
          text(
            notNow
              ? say('agreementEnded', { title: notNow.title, standing: standingOf(notNow, facts, say) })
              : say('noAgreement'),
          ),
        ]),
      ]
    }
    default:
      return []
  }
}

const standingOf = (agreement: Agreement, { today }: PurchaseFacts, say: Say): string =>
  validityOn(agreement, today) === 'not-yet'
    ? say('beginsOn', { day: writeDay(agreement.validFrom) })
    : say('endedOn', { day: writeDay(agreement.validTo ?? dayAfter(today, -1)) })

function readBox({ draft, read = [], standing, facts }: Asking, say: Say): Element[] {
  if (read.length === 0) return []
  return [
    box([
      text(say('readSoFar'), { weight: 'Bolder' }),
      ...read.map(({ step, said }) =>
        answerRow(step, said, { draft, facts, answers: standing.answers }, say),
      ),
    ]),
  ]
}

/** A question with what was answered to it, and a way to change that. */
export const answerRow = (
  step: StepName,
  said: string,
  { draft, answers, facts }: { draft: string; answers: Partial<PurchaseAnswers>; facts: PurchaseFacts },
  say: Say,
): Element =>
  beside(
    text(
      `**${questionOf(step, answers, facts, say)}** ${inPlainText(answerTextOf(step, said, answers, facts, say))}`,
    ),
    editButton(draft, step, answers, facts, say),
  )

export const editButton = (
  draft: string,
  step: StepName,
  answers: Partial<PurchaseAnswers>,
  facts: PurchaseFacts,
  say: Say,
): Button =>
  editStep.button(
    say('change'),
    { draft, step },
    { tooltip: say('changeWhat', { what: questionOf(step, answers, facts, say) }) },
  )

/** Faults are keys of sentences: a test goes through them. */
export const faultText = (key: string, input: Input, say: Say): string =>
  say(`fault.${key}` as Parameters<Say>[0], { most: input.kind === 'words' ? input.most : 0 })
