/**
 * `npm run bench:calibrate`: fits how sure it is (`src/knowledge/confidence.ts`) on the development, calibration and
 * out-of-scope questions, and prints the numbers to put there, with what they are worth on questions left out of the fit.
 */
import { openKnowledge } from '../src/knowledge/knowledge.ts'
import { readQuestions } from './collection.ts'
import { separation } from './metrics.ts'
import { share } from './table.ts'

/** How much large weights are held down; rounds and pace of the descent; how many parts are left out in turn. */
const penalty = 1
const rounds = 2000
const pace = 0.5
const folds = 10
/** From this grade on the best hit counts as right. */
const rightFrom = 2

type Case = { signs: readonly number[]; right: boolean; inScope: boolean }
type Fit = { bias: number; weights: readonly number[] }

const { search } = await openKnowledge('knowledge')
let names: string[] = []
const cases = ['development', 'calibration', 'out-of-scope']
  .flatMap((name) => readQuestions(`bench/${name}.json`).questions)
  .flatMap(({ text, relevance, oos }): Case[] => {
    const { hits, signs } = search(text)
    if (!signs) return []
    names = Object.keys(signs)
    return [
      {
        signs: Object.values(signs),
        right: (relevance[hits[0]?.item.id ?? ''] ?? 0) >= rightFrom,
        inScope: oos === null,
      },
    ]
  })

const sureness = ({ bias, weights }: Fit, signs: readonly number[]): number =>
  1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (signs[at] ?? 0), bias)))

/** Logistic regression by descent on signs of equal spread. */
function fitted(known: readonly Case[]): Fit {
  const over = (of: (signs: readonly number[]) => number) =>
    known.reduce((sum, { signs }) => sum + of(signs), 0) / known.length
  const middles = names.map((_, at) => over((signs) => signs[at] ?? 0))
  const spreads = names.map(
    (_, at) => Math.sqrt(over((signs) => ((signs[at] ?? 0) - (middles[at] ?? 0)) ** 2)) || 1,
  )
  const even = known.map(({ signs, right }) => ({
    signs: signs.map((sign, at) => (sign - (middles[at] ?? 0)) / (spreads[at] ?? 1)),
    right,
  }))
  let found: Fit = { bias: 0, weights: names.map(() => 0) }
  for (let round = 0; round < rounds; round++) {
    const wrong = even.map(({ signs, right }) => sureness(found, signs) - (right ? 1 : 0))
    const slope = (of: (at: number) => number) =>
      wrong.reduce((sum, w, at) => sum + w * of(at), 0) / even.length
    const { bias, weights } = found
    found = {
      bias: bias - pace * slope(() => 1),
      weights: weights.map(
        (weight, sign) =>
          weight - pace * (slope((at) => even[at]?.signs[sign] ?? 0) + (penalty * weight) / even.length),
      ),
    }
  }
  const weights = found.weights.map((weight, at) => weight / (spreads[at] ?? 1))
  return {
    bias: weights.reduce((bias, weight, at) => bias - weight * (middles[at] ?? 0), found.bias),
    weights,
  }
}

const foldOf = (at: number): number => (at * 7919) % folds
const leftOut = Array.from({ length: folds }, (_, fold) =>
  fitted(cases.filter((_, at) => foldOf(at) !== fold)),
)
const unfitted = cases.map((one, at) => {
  const without = leftOut[foldOf(at)]
  return { ...one, sure: without ? sureness(without, one.signs) : 0 }
})
const of = (holds: (one: (typeof unfitted)[number]) => boolean) =>
  unfitted.filter(holds).map(({ sure }) => sure)

const { bias, weights } = fitted(cases)
console.log(`bias: ${bias.toFixed(2)}`)
names.forEach((name, at) => {
  console.log(`${name}: ${(weights[at] ?? 0).toFixed(2)}`)
})
console.log(`\n${cases.length} questions, each judged by a fit without it:`)
console.log(
  `AUROC in scope or not: ${share(
    separation(
      of((one) => one.inScope),
      of((one) => !one.inScope),
    ),
  )}`,
)
console.log(
  `AUROC right or not:    ${share(
    separation(
      of((one) => one.right),
      of((one) => !one.right),
    ),
  )}`,
)
