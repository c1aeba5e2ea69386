import { expect, test } from 'vitest'
import { gapKindOf } from '../../src/gaps/gap.ts'

const asked = { text: 'trenger drone', outcome: 'answer', shown: 'mobl1', reaction: null, reason: null }
const found = { confidence: 0.99, best: 'mobl1', named: false, outside: undefined }
const chosen = { ...asked, outcome: 'choose' }
const refused = { ...asked, outcome: 'refuse', shown: null }

test.each([
  ['a refusal is a gap', refused, {}, 'unanswered'],
  ['so is a purchase without an agreement', refused, { outside: 'no-agreement' }, 'no-agreement'],
  ['what others answer is none', refused, { outside: 'elsewhere' }, undefined],
  ['a choice of which nothing was chosen is a gap', { ...chosen, shown: null }, {}, 'unsure'],
  ['a choice that was made is none', chosen, {}, undefined],
  [
    'the rules that ask back about an amount leave none',
    { ...chosen, shown: null, text: 'kjøp på 1,5 mill' },
    {},
    undefined,
  ],
  ['a sure answer is none', asked, {}, undefined],
  ['an answer that was called bad is a gap, however sure', { ...asked, reaction: 'dislike' }, {}, 'disliked'],
  [
    'so is a refusal that was called bad',
    { ...refused, reaction: 'dislike' },
    { outside: 'elsewhere' },
    'disliked',
  ],
  ['what was called good is none', { ...refused, reaction: 'like' }, {}, undefined],
  ['an answer that is hardly sure enough is a gap', asked, { confidence: 0.84 }, 'near'],
  ['not where it is sure by more', asked, { confidence: 0.86 }, undefined],
  ['nor where another thing is found now', asked, { confidence: 0.84, best: 'mobl2' }, undefined],
  ['nor where the question is a title', asked, { confidence: 0.5, named: true }, undefined],
  ['nor where the rules answered', { ...asked, shown: null }, { confidence: 0.5 }, undefined],
] as const)('%s', (_, question, finding, kind) => {
  expect(gapKindOf(question, () => ({ ...found, ...finding }), 0.8)).toBe(kind)
})
