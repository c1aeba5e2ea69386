/**
 * The purchase as a dialog: which questions, in which order, and when each applies. What is asked in words stands in
 * `sentences/`; what follows from the answers in `worth.ts` and `outcome.ts`.
 */
import type { Dialog, Step } from '../kit/dialog.ts'
import { aDay, anyOf, inWords, oneOf } from '../kit/dialog-inputs.ts'
import { readDurations, wholeLength } from '../kit/duration.ts'
import { choicesIn, type Purchase, readPurchase } from '../purchase/purchase.ts'
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
const mostBareYears = 10
/** More kroner than any municipality buys for at once: then a number was meant for something else. */
const mostKroner = 1e11
/** An amount with VAT, to the one without, at most. */
const highestVat = 1.25

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
const lasts = ({ amount, recurs = 'once', duration }: Answers): boolean =>
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

/** "80" is an amount to somebody who was asked for one; the reader of amounts needs more. */
const inKroner = (said: string): string => (/^\s*[1-9]\d{0,5}\s*$/.test(said) ? `${said} kr` : said)

const amount: PurchaseStep<'amount'> = {
  input: () => ({ kind: 'words', long: false, most: 200 }),
  accept(said, _, { knowledge, today }) {
    const purchase = readPurchase(inKroner(said), knowledge, today)
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
    const bare = Number(/^\s*(\d{1,2})\s*$/.exec(said)?.[1] ?? 0)
    // "36" is rather months than years.
    const years = bare <= mostBareYears ? bare : 0
    const months = wholeLength(readDurations(years > 0 ? `${years} år` : said))
    if (months === 'indefinite') return { value: months }
    return months !== undefined && months > 0 && months <= 1_200 ? { value: months } : { fault: 'noDuration' }
  },
  onlyIf: all(isRequest, (answers) => answers.amount?.months === undefined && lasts(answers)),
}

const also: PurchaseStep<'also'> = {
  input: () => ({ kind: 'words', long: false, most: 200 }),
  accept(said, _, { knowledge, today }) {
    const written = said.trim()
    if (
      /^(?:0|(?:nei|ingen(?:ting)?|no|none|nothing)(?!\p{L}).{0,20})$/iu.test(written) &&
      !/\d{2}/.test(written)
    )
      return { value: 0 }
    const read = readPurchase(inKroner(written), knowledge, today)
    if (!isPlainSum(read)) return { fault: 'noAmountOrNone' }
    const sum = read.payments.reduce((total, { kroner, times = 1 }) => total + kroner * times, 0)
    return sum > mostKroner ? { fault: 'tooMuch' } : { value: sum }
  },
  onlyIf: isRequest,
}

/** Without VAT, for once, and read in one way. */
const isPlainSum = (read: Purchase): boolean =>
  read.payments.length > 0 &&
  !read.countMissing &&
  read.months === undefined &&
  choicesIn(read).length <= 1 &&
  !read.vat?.included &&
  read.payments.every(({ every, vat }) => !every && !vat?.included)

const shares: PurchaseStep<'shares'> = {
  input: () => ({ kind: 'words', long: false, most: 200 }),
  accept(said, { amount, meant }, { knowledge }) {
    const read = readShares(said, knowledge)
    if (!read) return { fault: 'noShares' }
    const [only, ...others] = amount?.payments ?? []
    const whole = meant === undefined ? only?.kroner : Number(meant)
    const known = only && others.length === 0 && !only.every && only.times === undefined
    const together = read.reduce((sum, { value }) => sum + value, 0)
    // The parts may be said without the VAT that the whole has.
    const fit = whole === undefined || (together <= whole && together >= whole / highestVat)
    return known && !fit ? { fault: 'sharesDiffer' } : { value: read }
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
      isBought(answers, facts) && (!callsOff(answers) || takesMiniCompetition(answers, facts) !== 'never'),
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
      // "300 000 i 4 år" may be for each year, and for all of them.
      ({ amount }) => amount?.payments.every(({ every }) => !every) ?? false,
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
  // Part IV is what a service for one user may be excepted from (FOA § 30-4).
  users: oneOf(() => ['one', 'several'], {
    onlyIf: all(isRequest, (answers, facts) => worthOf(answers, facts)?.banded.band === '4'),
  }),
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
