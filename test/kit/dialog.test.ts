import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answered,
  back,
  type Dialog,
  follow,
  noReplies,
  type Replies,
  reopen,
  reply,
} from '../../src/kit/dialog.ts'
import { inWords, oneOf } from '../../src/kit/dialog-inputs.ts'

type Answers = { what: string; old: 'yes' | 'no'; why: string; colour: 'red' | 'blue'; note: string }
const dialog: Dialog<Answers, null> = {
  what: inWords({ most: 20 }),
  old: oneOf(() => ['yes', 'no']),
  why: inWords({ most: 20 }, { onlyIf: ({ old }) => old === 'yes' }),
  colour: oneOf(({ what }) => (what === 'fire' ? ['red'] : ['red', 'blue'])),
  note: inWords({ most: 20 }, { onlyIf: ({ colour }) => colour === 'blue' }),
}
const said = (...pairs: [string, string][]): Replies =>
  pairs.reduce((replies, [step, words]) => {
    const taken = reply(dialog, replies, { step, said: words }, null)
    return taken.kind === 'taken' ? taken.replies : replies
  }, noReplies)

describe('a dialog', () => {
  test('asks the first step that has no answer, and is done after the last', () => {
    expect(follow(dialog, noReplies, null)).toMatchObject({ kind: 'ask', step: 'what', hasBefore: false })
    const all = said(['what', 'bike'], ['old', 'no'], ['colour', 'red'])
    expect(follow(dialog, all, null)).toEqual({
      kind: 'done',
      answers: { what: 'bike', old: 'no', colour: 'red' },
    })
  })

  test('leaves out what does not apply, and keeps its answer for when it does again', () => {
    const whole = said(['what', 'bike'], ['old', 'yes'], ['why', 'it is rusty'], ['colour', 'red'])
    const without = reply(dialog, whole, { step: 'old', said: 'no' }, null)
    expect(without).toMatchObject({ kind: 'taken' })
    const again =
      without.kind === 'taken' ? reply(dialog, without.replies, { step: 'old', said: 'yes' }, null) : without
    expect(again.kind === 'taken' && follow(dialog, again.replies, null)).toMatchObject({
      kind: 'done',
      answers: { why: 'it is rusty' },
    })
  })

  test('goes back one step at a time, and forward to where it was with all answers kept', () => {
    const two = said(['what', 'bike'], ['old', 'yes'])
    const once = back(dialog, two, null)
    expect(follow(dialog, once, null)).toMatchObject({ step: 'old', said: 'yes' })
    const twice = back(dialog, once, null)
    expect(follow(dialog, twice, null)).toMatchObject({ step: 'what', said: 'bike' })
    expect(back(dialog, twice, null)).toEqual(twice)
    const corrected = reply(dialog, twice, { step: 'what', said: 'boat' }, null)
    expect(corrected.kind === 'taken' && follow(dialog, corrected.replies, null)).toMatchObject({
      step: 'why',
    })
  })

  test('asks again for an answer that does not hold any more after a correction', () => {
    const blue = said(['what', 'bike'], ['old', 'no'], ['colour', 'blue'], ['note', 'light'])
    const fire = reply(dialog, blue, { step: 'what', said: 'fire' }, null)
    expect(fire.kind === 'taken' && follow(dialog, fire.replies, null)).toMatchObject({
      step: 'colour',
      said: 'blue',
      fault: 'notAnOption',
    })
  })

  test('takes nothing that is not accepted, not asked or not a step', () => {
    expect(reply(dialog, noReplies, { step: 'what', said: 'x' }, null)).toEqual({
      kind: 'fault',
      fault: 'tooShort',
    })
    expect(reply(dialog, noReplies, { step: 'why', said: 'because' }, null)).toEqual({ kind: 'not-asked' })
    for (const step of ['gone', '__proto__', 'constructor', ''])
      expect(reply(dialog, noReplies, { step, said: 'red' }, null)).toEqual({ kind: 'not-asked' })
  })

  test('that was changed meanwhile goes on with what still fits', () => {
    const kept: Replies = { said: { what: 'bike', gone: 'x', old: 'maybe' }, reopened: ['gone'] }
    expect(follow(dialog, kept, null)).toMatchObject({ step: 'old', said: 'maybe', fault: 'notAnOption' })
  })

  test('asks every step that is to be answered again, one after the other', () => {
    const said = { what: 'bike', old: 'no', colour: 'blue', note: 'nb' }
    let replies: Replies = { said, reopened: ['what', 'note'] }
    expect(follow(dialog, replies, null)).toMatchObject({ step: 'what', said: 'bike' })
    for (const [step, text] of [
      ['what', 'bike'],
      ['note', 'new'],
    ] as const) {
      expect(follow(dialog, replies, null)).toMatchObject({ step })
      const taken = reply(dialog, replies, { step, said: text }, null)
      if (taken.kind === 'taken') replies = taken.replies
    }
    expect(follow(dialog, replies, null)).toMatchObject({ kind: 'done' })
    const between = { said, reopened: ['old', 'note'] }
    const gone = reply(dialog, between, { step: 'note', said: 'new' }, null)
    expect(gone, 'what lies before it is passed').toMatchObject({ replies: { reopened: [] } })
    expect(back(dialog, between, null), 'and the rest is still asked').toMatchObject({
      reopened: ['what', 'note'],
    })
  })
})

const words = {
  what: ['bike', 'fire', 'x'],
  old: ['yes', 'no', '?'],
  why: ['rust', ''],
  colour: ['red', 'blue', 'green'],
  note: ['nb', ''],
}
type Name = keyof typeof words
const names = Object.keys(words) as Name[] // its own keys
const move = fc.oneof(
  fc.constantFrom(...names).chain((step) => fc.constantFrom(...words[step]).map((text) => ({ step, text }))),
  fc.constant('back' as const),
  fc.constantFrom(...names).map((open) => ({ open })),
)

test('whatever is answered, gone back to and corrected, the result is that of the last answers given straight', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let replies: Replies = noReplies
      for (const one of moves) {
        if (one === 'back') replies = back(dialog, replies, null)
        else if ('open' in one) replies = reopen(dialog, replies, one.open, null)
        else {
          const taken = reply(dialog, replies, { step: one.step, said: one.text }, null)
          if (taken.kind === 'taken') replies = taken.replies
        }
      }
      const straight: Replies = { said: replies.said, reopened: [] }
      const [left, right] = [answered(dialog, replies, null), answered(dialog, straight, null)]
      expect(left).toEqual(right)
      // It always ends: answering what is asked is done after at most one answer a step.
      for (let turns = 0; turns <= names.length; turns++) {
        const standing = follow(dialog, replies, null)
        if (standing.kind === 'done') return
        const next = words[standing.step as Name].find(
          (text) => reply(dialog, replies, { step: standing.step, said: text }, null).kind === 'taken',
        )
        const taken = reply(dialog, replies, { step: standing.step, said: next ?? '' }, null)
        if (taken.kind === 'taken') replies = taken.replies
      }
      expect(follow(dialog, replies, null).kind).toBe('done')
    }),
  )
})
