import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupAlike } from '../../src/gaps/grouping.ts'
import { alike, featuresOf, keyOf, sameFrom } from '../../src/gaps/likeness.ts'

const likeness = (a: string, b: string) => alike(featuresOf(keyOf(a)), featuresOf(keyOf(b)))

/** Questions as people ask them, with what they share, and any text at all. */
const word = fc.constantFrom(
  ...'kan vi kjøpe drone droner til brannvesenet hoppeslott leie kontorstol kontorpult gavekort 2026 på'.split(
    ' ',
  ),
)
const question = fc.oneof(
  { weight: 5, arbitrary: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')) },
  fc.string({ unit: 'binary', maxLength: 30 }),
)
const questions = fc
  .array(question, { maxLength: 30 })
  .map((texts) => texts.map((text, id) => ({ id, text })))

describe('likeness', () => {
  test.each([
    ['kan vi kjøpe drone', 'trenger drone'],
    ['drone til brannvesenet', 'kan vi kjøpe droner?'],
    ['leie av hoppeslott', 'leie hoppeslott til 17. mai'],
    ['hvordan melder jeg avvik på leverandør', 'korleis melde avvik på leverandør'],
    ['rørlegger til skolen', 'rorlegger'],
    ['hvem leverer hjertestarter', 'hjertestartere til idrettshallen'],
  ])('«%s» and «%s» are about the same', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(sameFrom)
  })

  test.each([
    ['kan vi kjøpe drone', 'kan vi kjøpe hoppeslott'],
    ['drone til brannvesenet', 'stige til brannvesenet'],
    ['kontorstol', 'kontorpult'],
    ['avtale om rørlegger', 'avtale om elektriker'],
    ['når må vi ha tilbud', 'black friday tilbud på tv'],
  ])('«%s» and «%s» are not', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(sameFrom)
  })

  test('is the same both ways, from 0 to 1, and 1 of a question with itself', () => {
    fc.assert(
      fc.property(question, question, (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 12)
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b)).toBeLessThanOrEqual(1 + 1e-12)
        expect(likeness(a, a)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('needs no more than a short key, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 500, maxLength: 3000 }), (text) => {
        expect(Buffer.byteLength(keyOf(text))).toBeLessThan(2600)
      }),
    )
  })
})

describe('groups', () => {
  test('hold each question once, each like the one that stands for its group, and no two of those alike', () => {
    fc.assert(
      fc.property(questions, (all) => {
        const groups = groupAlike(all)
        expect(
          groups.flatMap(({ members }) => members.map(({ id }) => id)).toSorted((a, b) => a - b),
        ).toEqual(all.map(({ id }) => id))
        const features = groups.map(({ key }) => featuresOf(key))
        groups.forEach(({ key, members }, at) => {
          expect(members.some(({ text }) => keyOf(text) === key)).toBe(true)
          for (const { text } of members)
            expect(alike(featuresOf(keyOf(text)), featuresOf(key))).toBeGreaterThanOrEqual(sameFrom - 1e-9)
          for (const other of features.slice(0, at))
            expect(alike(featuresOf(key), other)).toBeLessThan(sameFrom)
        })
      }),
    )
  })

  test('are the same in whatever order the questions come', () => {
    const inOrder = (all: readonly { id: number; text: string }[]) =>
      groupAlike(all).map(({ key, members }) => ({
        key,
        ids: members.map(({ id }) => id).toSorted((a, b) => a - b),
      }))
    fc.assert(
      fc.property(
        questions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(inOrder(shuffled)).toEqual(inOrder(all))
        },
      ),
    )
  })

  test('are those that comparing each with each would give', () => {
    fc.assert(
      fc.property(questions, (all) => {
        expect(groupAlike(all).map(({ key }) => key)).toEqual(slowly(all.map(({ text }) => keyOf(text))))
      }),
    )
  })

  test('of thousands are made in a moment', () => {
    const things = [
      'drone',
      'hoppeslott',
      'telt',
      'kajakk',
      'piano',
      'traktor',
      'stige',
      'kran',
      'flagg',
      'benk',
    ]
    const many = Array.from({ length: 5_000 }, (_, at) => ({
      text: `kan vi kjøpe ${things[at % 10]}${things[(at * 7) % 9]} nummer${at} til avdeling`,
    }))
    const began = performance.now()
    expect(groupAlike(many).length).toBeGreaterThan(10)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

/** Which keys stand for groups: the naive twin. */
function slowly(keys: readonly string[]): string[] {
  const count = (key: string) => keys.filter((other) => other === key).length
  const inOrder = [...new Set(keys)].toSorted((a, b) => count(b) - count(a) || (a < b ? -1 : 1))
  const standing: string[] = []
  for (const key of inOrder)
    if (!standing.some((other) => alike(featuresOf(key), featuresOf(other)) >= sameFrom)) standing.push(key)
  return standing
}
