import { expect, test } from 'vitest'
import { present } from '../../src/answers/present.ts'
import { speak } from '../../src/answers/sentences.ts'
import type { Showing } from '../../src/answers/shown.ts'
import { plainText } from '../../src/kit/card.ts'
import { type Item, openKnowledge } from '../../src/knowledge/knowledge.ts'

const knowledge = await openKnowledge('knowledge')
const item = (id: string): Item => {
  const found = knowledge.item(id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}
const on = (day: string): Showing => ({
  knowledge,
  day,
  language: 'nb',
  say: speak('nb'),
  templateUrl: () => undefined,
  startButton: () => undefined,
  contact: 'innkjop@eksempel.kommune.no',
})

test('a choice is called ended only when no supplier on it is left', () => {
  const choice = (day: string) =>
    plainText(
      present(
        { kind: 'choose', items: [item('tom1'), item('mal1')], hits: [], confidence: 1 },
        undefined,
        on(day),
      ).card,
    )
  // Number one ended on 31.08.2026, number two on 01.09.2027.
  expect(choice('2026-11-22')).toContain('Vinkelrett Bygg AS, Lafteverk Romvik AS\n')
  expect(choice('2027-11-22')).toContain('Vinkelrett Bygg AS, Lafteverk Romvik AS (Utløpt')
})

test('the routine that binds is shown only on days when it holds', () => {
  const shown = (day: string) =>
    plainText(
      present({ kind: 'answer', item: item('mobl1'), hits: [], confidence: 1 }, undefined, on(day)).card,
    )
  const rule = 'Kjøp hos andre enn avtaleleverandøren er ikke tillatt'
  expect(shown('2026-07-01')).toContain(rule)
  expect(shown('2026-06-30')).not.toContain(rule)
  expect(shown('2026-06-30')).toContain('Furumo Interiør AS')
})
