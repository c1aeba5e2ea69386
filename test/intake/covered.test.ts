import { expect, test } from 'vitest'
import { agreementsFor } from '../../src/intake/agreements-found.ts'
import { type Agreement, validityOn } from '../../src/knowledge/knowledge.ts'
import { filled, purchaseFacts } from '../support/filled.ts'

const { knowledge, today } = purchaseFacts
/** One of each agreement that can be called off from today. */
const agreements = knowledge.items.filter(
  (item): item is Agreement => item.type === 'agreement' && validityOn(item, today) === 'valid',
)
const median = (counts: readonly number[]): number | undefined =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)]

test('a purchase that an agreement covers takes five questions or fewer, as a rule', () => {
  const counts = agreements.flatMap((agreement) =>
    agreement.covers.flatMap((need) => {
      const offered = agreementsFor(need, purchaseFacts).usable.find(({ title }) => title === agreement.title)
      return offered ? [filled({ need, agreement: `use:${offered.id}` }).asked.length] : []
    }),
  )
  const needs = agreements.reduce((sum, { covers }) => sum + covers.length, 0)
  console.info(
    `${counts.length} of ${needs} needs are offered their agreement; questions: median ${median(counts)}, at most ${Math.max(...counts)}`,
  )
  expect(median(counts)).toBeLessThanOrEqual(5)
  expect(Math.max(...counts)).toBeLessThanOrEqual(6)
  expect(counts.length).toBeGreaterThan(needs * 0.9)
})
