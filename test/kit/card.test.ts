import { expect, test } from 'vitest'
import { z } from 'zod'
import { action, onPress } from '../../src/kit/action.ts'
import { box, card, facts, plainText, text, title } from '../../src/kit/card.ts'
import { speaker } from '../../src/kit/say.ts'

test('a card has a plain-text twin with everything it says', () => {
  const shown = card([
    title('Kontormøbler'),
    facts([
      ['Leverandør', 'Furumo'],
      ['Merknad', undefined],
    ]),
    box([text('Bindende')]),
  ])
  expect(plainText(shown)).toBe('Kontormøbler\nLeverandør: Furumo\nBindende')
})

test('a button carries what its action reads back, and no other data is read', () => {
  const pick = action('test.pick', { needs: 'employee', carries: z.strictObject({ item: z.string() }) })
  const button = pick.button('Velg', { item: 'kontor1' })
  expect(button).toEqual({
    type: 'Action.Execute',
    title: 'Velg',
    verb: 'test.pick',
    data: { item: 'kontor1' },
  })
  expect(pick.read({ item: 'kontor1' })).toEqual({ item: 'kontor1' })
  for (const forged of [undefined, null, 'kontor1', { item: 1 }, { item: 'x', more: true }, []]) {
    expect(pick.read(forged)).toBeUndefined()
  }
})

test('a press with data that the button never sends does nothing', async () => {
  const presses = onPress(
    action('test.pick', { needs: 'employee', carries: z.strictObject({ item: z.string() }) }),
    async ({ item }) => ({
      text: item,
    }),
  )
  expect(await presses['test.pick']?.does({ item: 'a' }, {})).toEqual({ text: 'a' })
  expect(await presses['test.pick']?.does({ item: 1 }, {})).toBeUndefined()
})

test('sentences are said in each language, with values and plurals', () => {
  const say = speaker({
    hello: { nb: 'Hei, {{name}}', nn: 'Hei, {{name}}', en: 'Hello, {{name}}' },
    found_one: { nb: '{{count}} avtale', nn: '{{count}} avtale', en: '{{count}} agreement' },
    found_other: { nb: '{{count}} avtaler', nn: '{{count}} avtalar', en: '{{count}} agreements' },
  })
  expect(say('en')('hello', { name: '<Kari>' })).toBe('Hello, <Kari>')
  expect(say('nn')('found', { count: 2 })).toBe('2 avtalar')
  expect(say('nb')('found', { count: 1 })).toBe('1 avtale')
})
