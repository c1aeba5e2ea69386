import { describe, expect, test } from 'vitest'
import { caseKinds, caseStates, moves } from '../../src/cases/moves.ts'
import { speak } from '../../src/cases/sentences.ts'

type Key = Parameters<ReturnType<typeof speak>>[0]

/** Keys are put together from the names of states and moves: each must have its sentence. */
describe.each(['nb', 'nn', 'en'] as const)('in %s', (language) => {
  const say = speak(language)
  const has = (key: string) => say(key as Key) !== key
  test('every state and move has its words', () => {
    for (const state of caseStates) expect(has(`state.${state}`), state).toBe(true)
    for (const kind of caseKinds)
      for (const [name, { says, tells }] of Object.entries(moves[kind])) {
        expect(has(`move.${name}`), name).toBe(true)
        if (says) expect(has(`form.${name}`), name).toBe(true)
        const line = has(`event.${name}`) || has(`told.${kind}.${name}`)
        expect(line, `a line of the history for ${kind} ${name}`).toBe(true)
        if (tells.length > 0) expect(has(`told.${kind}.${name}`), `${kind} ${name}`).toBe(true)
      }
  })
})
