import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelOf, questionOf } from '../../src/intake/answer-text.ts'
import { outcomeOf } from '../../src/intake/outcome.ts'
import type { PurchaseAnswers } from '../../src/intake/purchase-answers.ts'
import { purchaseDialog } from '../../src/intake/purchase-dialog.ts'
import { faultText } from '../../src/intake/question-card.ts'
import { cardSentences } from '../../src/intake/sentences/card.ts'
import { speak } from '../../src/intake/sentences.ts'
import { factsToAsk } from '../../src/intake/worth.ts'
import { back, follow, noReplies, type Replies, reopen, reply } from '../../src/kit/dialog.ts'
import { readPurchase } from '../../src/purchase/purchase.ts'
import { allKinds } from '../../src/rules/rules.ts'
import { purchaseFacts as facts } from '../support/filled.ts'

type Name = keyof PurchaseAnswers
const shares = ['varer 300 000, tjenester 200 000', 'bygg 2 mill og varer 3 mill', 'noe']
const said: Partial<Record<Name, readonly string[]>> = {
  need: [
    'kontorstoler',
    'opera',
    'varebil',
    'catering til møte',
    'tømrer',
    'skytjeneste for booking',
    'rådgivning om tomt',
    'opplegg for sommeravslutning',
  ],
  amount: [
    '80 000',
    '1.300',
    '520 000 inkl mva',
    '570 000 inkl mva',
    '900 000 eks mva',
    '200 000 i året',
    '1,25 mill eks mva',
    '70 mill',
    'gratis',
  ],
  duration: ['2+1+1', '4 år', 'uten sluttdato', 'lenge'],
  also: ['nei', '150 000', 'mye'],
  wanted: ['2026-12-01', '2027-06-01', '2020-01-01'],
}
/** Something that may be said to a step, good or bad. */
function repliesTo(name: Name, answers: Partial<PurchaseAnswers>): readonly string[] {
  const input = purchaseDialog[name].input(answers, facts)
  if (input.kind === 'choice') return [...input.options, 'noe annet']
  if (input.kind === 'many') return ['', input.options.join(','), ...input.options, 'x']
  const [payment] = answers.amount?.payments ?? []
  const whole = Number(answers.meant ?? payment?.kroner ?? 0)
  if (name === 'shares')
    return [`varer ${Math.ceil(whole / 2)}, tjenester ${Math.floor(whole / 2)}`, ...shares]
  return said[name] ?? ['Fordi det trengs på skolen', 'x']
}
const mostMoves = 400
const reached = new Set<Name>()
const outcomes = new Set<string>()

test('a thousand random walks end, and none is stuck', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1_000_000)), (stream) => {
      const chance = stream[Symbol.iterator]()
      const pick = <T>(from: readonly T[]): T => from[Number(chance.next().value) % from.length] as T // never empty
      let replies: Replies = noReplies
      for (let moves = 0; moves < mostMoves; moves++) {
        const standing = follow(purchaseDialog, replies, facts)
        if (standing.kind === 'done') {
          outcomes.add(outcomeOf(standing.answers, facts).kind)
          return
        }
        const { step, answers } = standing
        reached.add(step)
        const possible = repliesTo(step, answers)
        const good = possible.some(
          (one) => reply(purchaseDialog, replies, { step, said: one }, facts).kind === 'taken',
        )
        expect(good, `${step} ${JSON.stringify(replies.said)}`).toBe(true)
        const turn = Number(chance.next().value) % 12
        if (turn === 0) replies = back(purchaseDialog, replies, facts)
        else if (turn === 1)
          replies = reopen(purchaseDialog, replies, pick(Object.keys(purchaseDialog)), facts)
        else {
          const taken = reply(purchaseDialog, replies, { step, said: pick(possible) }, facts)
          if (taken.kind === 'taken') replies = taken.replies
        }
      }
      expect.fail('it never ended')
    }),
    { numRuns: 1_000, seed: 20261126 },
  )
  expect([...outcomes].sort()).toEqual(['call-off', 'conflict', 'covered', 'no-budget', 'request'])
  const never = (Object.keys(purchaseDialog) as Name[]).filter((name) => !reached.has(name)) // its own keys
  expect(never).toEqual([])
}, 120_000)

/** A purchase in which every choice has options. */
const full: Partial<PurchaseAnswers> = {
  need: 'rørlegger',
  kind: 'services',
  amount: readPurchase('1.300', facts.knowledge, facts.today),
  meant: '1300000',
  recurs: 'once',
}
const amounts = ['80 000', '1,5 mill', '10 mill'].map((one) =>
  readPurchase(`${one} eks mva`, facts.knowledge, facts.today),
)
/** Whatever may be ticked of any purchase. */
const tickable = new Set(
  allKinds.flatMap((kind) => amounts.flatMap((amount) => factsToAsk({ kind, amount }, facts))),
)
const wrongs = [
  '',
  'x',
  'varer 1 kr, tjenester 2 kr',
  '10 000 per stykk',
  '9'.repeat(15),
  'z'.repeat(5_000),
  '2020-01-01',
]

test('every question, option and fault has its words in all three languages', () => {
  const faults = new Set<string>()
  for (const language of ['nb', 'nn', 'en'] as const) {
    const say = speak(language)
    for (const name of Object.keys(purchaseDialog) as Name[]) {
      // its own keys
      expect(questionOf(name, full, facts, say)).not.toMatch(/^[a-z]+\.ask$/i)
      expect(say(`${name}.why`)).not.toBe(`${name}.why`)
      const input = purchaseDialog[name].input(full, facts)
      const options = name === 'applies' ? [...tickable] : 'options' in input ? input.options : []
      if (input.kind === 'choice' || input.kind === 'many') expect(options.length, name).toBeGreaterThan(0)
      for (const option of options)
        expect(labelOf(name, option, full, facts, say), option).not.toBe(`${name}.${option}`)
      for (const wrong of wrongs) {
        const read = purchaseDialog[name].accept(wrong, full, facts)
        if (!('fault' in read)) continue
        faults.add(read.fault)
        expect(faultText(read.fault, input, say)).not.toMatch(/^fault\./)
      }
    }
  }
  const told = Object.keys(cardSentences).filter((key) => key.startsWith('fault.'))
  expect([...faults].map((fault) => `fault.${fault}`).sort()).toEqual(told.sort())
})
