import type { StepName } from '../purchase-answers.ts'
import type { PurchaseRequest } from '../request.ts'

type Said = Pick<PurchaseRequest, 'answers'>

/** What was said at some steps of the dialog, each as its question and answer; nothing where they were not asked. */
export const said = ({ answers }: Said, steps: readonly StepName[]): string[] =>
  answers
    .filter(({ step, answer }) => steps.some((one) => one === step) && answer.trim())
    .map(({ question, answer }) => `${question} ${answer}`)
