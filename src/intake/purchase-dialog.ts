/**
 * The purchase as a dialog: which questions, in which order, and when each applies. What is asked in words stands in
 * `sentences/`; what follows from the answers in `worth.ts` and `outcome.ts`.
 */
import type { Dialog, Step } from '../kit/dialog.ts'
import { aDay, anyOf, inWords, oneOf } from '../kit/dialog-inputs.ts'
import { readDurations } from '../kit/duration.ts'
import { choicesIn, readPurchase } from '../purchase/purchase.ts'
import type { Fact, Kind } from '../rules/rules.ts'
import { agreementsFor } from './agreements-found.ts'
import { callsOff, takesMiniCompetition } from './call-off.ts'
import type { PurchaseAnswers } from './purchase-answers.ts'
import type { PurchaseFacts } from './purchase-facts.ts'
import { readShares } from './shares.ts'
import { factsToAsk, rateOptions, rateTells, vatIsSaid, worthOf } from './worth.ts'

type Answers = Partial<PurchaseAnswers>
type Condition = (answers: Answers, facts: PurchaseFacts) => boolean
type PurchaseStep<Name extends keyof PurchaseAnswers> = Step<
  PurchaseAnswers[Name],
  PurchaseAnswers,
  PurchaseFacts
>

const longest = 1_000
const shortest = 80
/** More kroner than any municipality buys for at once: then a number was meant for something else. */
const mostKroner = 1e11

/** It is to be bought, and nothing has stopped it. */
const isBought: Condition = ({ reuse, relation, budget }) =>
  reuse !== 'covered' && relation !== 'yes' && budget !== 'no'
/** It is bought, and not from an agreement. */
const isRequest: Condition = (answers, facts) => isBought(answers, facts) && !callsOff(answers)
const all =
  (...conditions: Condition[]): Condition =>
  (answers, facts) =>
    conditions.every((one) => one(answers, facts))
const any =
  (...conditions: Condition[]): Condition =>
  (answers, facts) =>
    conditions.some((one) => one(answers, facts))

const isAtLeastAct: Condition = (answers, facts) => (worthOf(answers, facts)?.banded.band ?? '0') !== '0'
const isPublished: Condition = (answers, facts) =>
  !['0', '1'].includes(worthOf(answers, facts)?.banded.band ?? '0')
const isDue =
  (duty: string): Condition =>
  (answers, facts) =>
    worthOf(answers, facts)?.duties.some((due) => due.duty.id === duty) ?? false
const lasts: Condition = ({ amount, recurs = 'once', duration }) =>
  duration !== undefined ||
  recurs !== 'once' ||
  amount?.months !== undefined ||
  (amount?.payments.some(({ every }) => every) ?? false)
const hasFact =
  (fact: Fact): Condition =>
  ({ applies }) =>
    applies?.includes(fact) ?? false
const isKind =
  (...kinds: readonly (Kind | 'mixed')[]): Condition =>
  ({ kind }) =>
    kind !== undefined && kinds.includes(kind)

const amount: PurchaseStep<'amount'> = {
  input: () => ({ kind: 'words', long: false, most: 200 }),
  accept(said, _, { knowledge, today }) {
    const purchase = readPurchase(said, knowledge, today)
    // "0" is no amount to the reader of amounts, and "80" is one to somebody who was asked for it.
    const bare = /^\s*(\d{1,6})\s*$/.exec(said)?.[1]
    if (purchase.payments.length === 0 && bare !== undefined && Number(bare) > 0)
      return amount.accept(`${bare} kr`, {}, { knowledge, today } as PurchaseFacts) // reads no more of the facts
    if (purchase.payments.length === 0) return { fault: 'noAmount' }
    if (purchase.countMissing) return { fault: 'noCount' }
    return purchase.payments.some(({ kroner }) => kroner > mostKroner)
      ? { fault: 'tooMuch' }
      : { value: purchase }
  },
  onlyIf: (answers, facts) =>
    isBought(answers, facts) && (!callsOff(answers) || takesMiniCompetition(answers, facts) === 'by-amount'),
}

const duration: PurchaseStep<'duration'> = {
  input: () => ({ kind: 'words', long: false, most: shortest }),
  accept(said) {
    const [first, ...others] = readDurations(said)
    const years = /^\s*(\d{1,2})\s*$/.exec(said)?.[1]
    if (!first) return years ? { value: Number(years) * 12 } : { fault: 'noDuration' }
    if (first.months === 'indefinite') return { value: 'indefinite' }
    const months = [first, ...others].reduce(
      (sum, one) => sum + (one.months === 'indefinite' ? 0 : one.months),
      0,
    )
    return months > 0 && months <= 1_200 ? { value: months } : { fault: 'noDuration' }
  },
  onlyIf: all(
    isRequest,
    (answers) => answers.amount?.months === undefined && lasts(answers, {} as PurchaseFacts),
  ),
}

const also: PurchaseStep<'also'> = {
  input: () => ({ kind: 'words', long: false, most: 200 }),
  accept(said, _, { knowledge, today }) {
    if (/^\s*(?:0|nei|ingen(?:ting)?|no|none|nothing)\s*\.?$/iu.test(said)) return { value: 0 }
    const { payments } = readPurchase(
      /^\s*\d{1,6}\s*$/.test(said) ? `${said} kr` : said,
      { ...knowledge },
      today,
    )
    if (payments.length === 0) return { fault: 'noAmountOrNone' }
    const sum = payments.reduce((total, { kroner, times = 1 }) => total + kroner * times, 0)
    return sum > mostKroner ? { fault: 'tooMuch' } : { value: sum }
  },
  onlyIf: isRequest,
}

const shares: PurchaseStep<'shares'> = {
  input: () => ({ kind: 'words', long: false, most: 200 }),
  accept(said, _, { knowledge }) {
    const read = readShares(said, knowledge)
    return read ? { value: read } : { fault: 'noShares' }
  },
  onlyIf: all(isRequest, isKind('mixed')),
}

const unitOptions = (_: Answers, { units }: PurchaseFacts) => units.map(({ id }) => id)
const unit: PurchaseStep<'unit'> = {
  input: (_, { units }) =>
    units.length > 0
      ? { kind: 'choice', options: units.map(({ id }) => id) }
      : { kind: 'words', long: false, most: shortest },
  accept: (said, answers, facts) =>
    facts.units.length > 0
      ? oneOf(unitOptions).accept(said, answers, facts)
      : inWords<PurchaseAnswers, PurchaseFacts>({ most: shortest }).accept(said, answers, facts),
  onlyIf: all(isRequest, ({ behalf }, { ownUnit }) => behalf === 'other' || ownUnit === undefined),
}

/** The order is the order in which they are asked. */
export const purchaseDialog: Dialog<PurchaseAnswers, PurchaseFacts> = {
  need: inWords({ most: longest, long: true }),
  reuse: oneOf(() => ['buy', 'covered']),
  agreement: oneOf(
    ({ need = '' }, facts) => {
      const { usable } = agreementsFor(need, facts)
      return [...usable.map(({ id }) => `use:${id}`), 'none', ...usable.map(({ id }) => `deviate:${id}`)]
    },
    {
      onlyIf: all(isBought, ({ need = '' }, facts) => agreementsFor(need, facts).usable.length > 0),
    },
  ),
  reason: inWords(
    { least: 10, most: longest, long: true },
    {
      onlyIf: all(
        isRequest,
        ({ agreement, need = '' }, facts) =>
          agreement !== undefined && (agreement !== 'none' || agreementsFor(need, facts).sure),
      ),
    },
  ),
  relation: oneOf(() => ['no', 'yes'], {
    // Where the agreement has chosen the supplier, there is nobody to prefer.
    onlyIf: (answers, facts) =>
      isBought(answers, facts) && (!callsOff(answers) || takesMiniCompetition(answers, facts) === 'always'),
  }),
  kind: oneOf(
    () => [
      'goods',
      'services',
      'works',
      'special',
      'health',
      'utilities',
      'utilities-works',
      'concession',
      'mixed',
    ],
    { onlyIf: isRequest, suggest: ({ need = '' }, { knowledge }) => knowledge.kindOf(need) },
  ),
  amount,
  meant: oneOf(({ amount }) => (amount ? choicesIn(amount).map(String) : []), {
    onlyIf: ({ amount, ...answers }, facts) =>
      isBought(answers, facts) && amount !== undefined && choicesIn(amount).length > 1,
  }),
  shares,
  vat: oneOf(() => ['without', 'with'], {
    onlyIf: all(isBought, ({ amount }) => amount !== undefined && !vatIsSaid(amount)),
  }),
  recurs: oneOf(() => ['once', 'whole', 'year', 'month'], {
    onlyIf: all(
      isRequest,
      ({ amount }) =>
        amount !== undefined && amount.months === undefined && amount.payments.every(({ every }) => !every),
    ),
  }),
  duration,
  also,
  rate: oneOf((_, facts) => rateOptions(facts), {
    onlyIf: all(isRequest, rateTells),
  }),
  behalf: oneOf(() => ['self', 'other'], { onlyIf: isRequest }),
  onBehalfOf: inWords({ most: shortest }, { onlyIf: all(isRequest, ({ behalf }) => behalf === 'other') }),
  unit,
  budget: oneOf(() => ['yes', 'no'], { onlyIf: isRequest }),
  applies: anyOf(factsToAsk, {
    onlyIf: all(isRequest, (answers, facts) => factsToAsk(answers, facts).length > 0),
    suggest: (answers, facts) => {
      const expected = facts.knowledge.factsIn(answers.need ?? '')
      return factsToAsk(answers, facts)
        .filter((fact) => expected.includes(fact))
        .join(',')
    },
  }),
  vehicle: oneOf(() => ['car-van', 'city-bus', 'other-bus', 'lorry', 'other'], {
    onlyIf: all(isRequest, hasFact('vehicle')),
  }),
  emission: oneOf(() => ['zero', 'exception'], {
    onlyIf: all(
      isRequest,
      hasFact('vehicle'),
      ({ vehicle }) => vehicle === 'car-van' || vehicle === 'city-bus',
    ),
  }),
  emissionReason: inWords(
    { least: 10, most: longest, long: true },
    { onlyIf: all(isRequest, hasFact('vehicle'), ({ emission }) => emission === 'exception') },
  ),
  dataKind: oneOf(() => ['ordinary', 'sensitive'], { onlyIf: all(isRequest, hasFact('personal-data')) }),
  dataPlace: oneOf(() => ['eea', 'outside', 'unknown'], { onlyIf: all(isRequest, hasFact('personal-data')) }),
  supply: oneOf(() => ['water', 'heat', 'harbour', 'unsure'], {
    onlyIf: all(isRequest, isKind('utilities', 'utilities-works')),
  }),
  place: inWords(
    { most: longest, long: true },
    { onlyIf: all(isRequest, isKind('works', 'utilities-works')) },
  ),
  users: oneOf(() => ['one', 'several'], { onlyIf: all(isRequest, isKind('health')) }),
  problem: inWords(
    { least: 10, most: longest, long: true },
    { onlyIf: all(isRequest, any(isAtLeastAct, hasFact('unknown-solution'))) },
  ),
  climate: oneOf(() => ['requirement', 'criterion', 'negligible', 'unsure'], {
    onlyIf: all(isRequest, isDue('p-klima')),
  }),
  climateReason: inWords(
    { least: 10, most: longest, long: true },
    {
      onlyIf: all(
        isRequest,
        isDue('p-klima'),
        (answers, facts) =>
          answers.climate === 'negligible' ||
          (answers.climate === 'requirement' && isPublished(answers, facts)),
      ),
    },
  ),
  followUp: inWords(
    { most: shortest },
    {
      onlyIf: all(isRequest, any(isAtLeastAct, lasts)),
      suggest: (_, { requester }) => requester,
    },
  ),
  wanted: aDay(({ today }) => today, { onlyIf: isRequest }),
}
