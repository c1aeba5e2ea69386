import { writeKroner } from '../kit/money.ts'
import type { Estimate, Step } from '../rules/rules.ts'
import type { Reckoned } from './reckon.ts'
import type { SayRules } from './rule-sentences.ts'

/** How the amount was read and reckoned, and what was taken for granted. */
export function readingOf({ estimate, assumed }: Reckoned, say: SayRules): string[] {
  const steps = stepsOf(estimate, say)
  return [
    ...(steps.length > 0 ? [say('readAs', { steps: steps.join('; ') })] : []),
    ...takenForGranted({ estimate, assumed }, say),
  ]
}

/** What nobody said and was reckoned with all the same, in one sentence; none where there is nothing. */
export function takenForGranted(
  { estimate, assumed }: Pick<Reckoned, 'estimate' | 'assumed'>,
  say: SayRules,
): string[] {
  const rate = estimate.steps.find((step) => step.of === 'vat')?.rate ?? 0
  const taken = assumed.map((one) => say(`assumed.${one}`, { rate }))
  return taken.length > 0 ? [say('assumed', { what: taken.join(say('andThat')) })] : []
}

/** Each line of the arithmetic. */
export const stepsOf = ({ steps }: Estimate, say: SayRules): string[] =>
  steps.map((step) => stepOf(step, say))

function stepOf(step: Step, say: SayRules): string {
  const result = step.result === undefined ? '' : writeKroner(step.result)
  switch (step.of) {
    case 'payment':
      return say('step.payment', {
        kroner: writeKroner(step.payment.kroner),
        times: timesOf(step, say),
        result,
      })
    case 'vat':
      return say('step.vat', { from: writeKroner(step.from), rate: step.rate, result })
    case 'more':
      return say('step.more', { more: writeKroner(step.more), result })
    case 'units':
      return say('step.units', { units: step.units, result })
    case 'longest':
      return step.whole === undefined
        ? say('step.longest', { months: step.months })
        : say('step.longestService', { months: step.months, whole: writeKroner(step.whole) })
    default:
      return say(`step.${step.of}`, { result })
  }
}

function timesOf({ payment, months = 0 }: Extract<Step, { of: 'payment' }>, say: SayRules): string {
  const times = payment.times === undefined ? [] : [String(payment.times)]
  switch (payment.every) {
    case undefined:
      return times.join(' × ')
    case 'year':
      return [...times, say('years', { count: rounded(months / 12) })].join(' × ')
    default:
      return [
        ...times,
        say('months', { count: months }),
        ...(payment.every === 'week' ? ['52 / 12'] : []),
      ].join(' × ')
  }
}

const rounded = (number: number): number => Math.round(number * 100) / 100
