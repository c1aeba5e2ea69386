import { describe, expect, test } from 'vitest'
import { readDurations, wholeLength } from '../../src/kit/duration.ts'

const whole = (text: string) => wholeLength(readDurations(text))

describe('how long it lasts with its options', () => {
  test.each<[string, number | 'indefinite']>([
    ['et år', 12],
    ['eit år', 12],
    ['one year', 12],
    ['et halvt år', 6],
    ['et halvår', 6],
    ['half a year', 6],
    ['halvannet år', 18],
    ['one and a half years', 18],
    ['a year and a half', 18],
    ['to og et halvt år', 30],
    ['2 år og 6 måneder', 30],
    ['2 år + 6 mnd', 30],
    ['4 år (48 mnd)', 48],
    ['2 år pluss mulighet for 2 til', 48],
    ['2 år med opsjon på 2', 48],
    ['2 år med opsjon på ytterligere 2 år', 48],
    ['2 år med to opsjoner på ett år', 48],
    ['2 år med opsjon på maks 2 år', 48],
    ['2 år, med opsjon på forlengelse til totalt 4 år', 48],
    ['2 years with option to extend by 2 more years', 48],
    ['2 år og 1 års opsjon', 36],
    ['ett år pluss ett år', 24],
    ['4 år inkl. opsjon på 2 år', 48],
    ['2+1+1, altså 4 år til sammen', 48],
    ['minst 2 år, maks 4 år', 48],
    ['på ubestemt tid, minst 2 år', 'indefinite'],
    ['100 000 hvert halvår i 2 år', 24],
    ['200 000 kvart år i 4 år', 48],
  ])('%s', (text, months) => {
    expect(whole(text)).toBe(months)
  })

  test.each(['2 år og 4 år', '2+1+1, til sammen 3 år', 'a year', 'hvert halvår', '36', 'lenge'])(
    '%s does not tell',
    (text) => {
      expect(whole(text)).toBeUndefined()
    },
  )
})
