import { expect, test } from 'vitest'
import { worthOfKind } from '../../src/knowledge/kinds.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'

const knowledge = await openKnowledge('knowledge')
const worth = (question: string, id: string) => {
  const item = knowledge.item(id)
  if (!item) throw new Error(`no item ${id}`)
  return worthOfKind(question, item)
}

test.each([
  ['hvordan klager jeg?', 'r-rekl'],
  ['Korleis gjer eg det', 'r-rekl'],
  ['kjøp til 250 000', 't-500'],
  ['hvor mange tilbud?', 't-100'],
])('«%s» speaks for %s', (question, id) => {
  expect(worth(question, id)).toBeGreaterThan(1)
})

test.each([
  ['hvordan klager jeg?', 'mobl1'],
  ['20 stoler', 't-500'],
  ['kontorstoler', 'r-rekl'],
])('«%s» says nothing of %s', (question, id) => {
  expect(worth(question, id)).toBe(1)
})
