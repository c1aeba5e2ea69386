/** The usual ways in which a step of a dialog is answered, each with what it accepts. */
import { type Day, readDay } from './day.ts'
import type { Step } from './dialog.ts'

type OptionsOf<Option, Answers, Facts> = (answers: Partial<Answers>, facts: Facts) => readonly Option[]
type More<Answers, Facts> = Pick<Step<unknown, Answers, Facts>, 'onlyIf' | 'suggest'>

/** In the person's own words, at least and at most so many letters. Faults: `tooShort`, `tooLong`. */
export const inWords = <Answers, Facts>(
  { least = 2, most, long = false }: { least?: number; most: number; long?: boolean },
  more: More<Answers, Facts> = {},
): Step<string, Answers, Facts> => ({
  ...more,
  input: () => ({ kind: 'words', long, most }),
  accept(said) {
    const words = said.trim()
    if (words.length < least) return { fault: 'tooShort' }
    return words.length > most ? { fault: 'tooLong' } : { value: words }
  },
})

/** One of the options. Fault: `notAnOption`. */
export const oneOf = <Option extends string, Answers, Facts>(
  options: OptionsOf<Option, Answers, Facts>,
  more: More<Answers, Facts> = {},
): Step<Option, Answers, Facts> => ({
  ...more,
  input: (answers, facts) => ({ kind: 'choice', options: options(answers, facts) }),
  accept(said, answers, facts) {
    const chosen = options(answers, facts).find((option) => option === said)
    return chosen === undefined ? { fault: 'notAnOption' } : { value: chosen }
  },
})

/** Any number of the options, also none; the reply has commas between. Fault: `notAnOption`. */
export const anyOf = <Option extends string, Answers, Facts>(
  options: OptionsOf<Option, Answers, Facts>,
  more: More<Answers, Facts> = {},
): Step<readonly Option[], Answers, Facts> => ({
  ...more,
  input: (answers, facts) => ({ kind: 'many', options: options(answers, facts) }),
  accept(said, answers, facts) {
    const named = said.split(',').filter((part) => part !== '')
    const permitted = options(answers, facts)
    return named.every((part) => permitted.some((option) => option === part))
      ? { value: permitted.filter((option) => named.includes(option)) }
      : { fault: 'notAnOption' }
  },
})

/** A day, not before the first that is permitted. Faults: `notADay`, `dayPassed`. */
export const aDay = <Answers, Facts>(
  from: (facts: Facts) => Day,
  more: More<Answers, Facts> = {},
): Step<Day, Answers, Facts> => ({
  ...more,
  input: (_, facts) => ({ kind: 'day', from: from(facts) }),
  accept(said, _, facts) {
    const day = readDay(said.trim())
    if (!day) return { fault: 'notADay' }
    return day < from(facts) ? { fault: 'dayPassed' } : { value: day }
  },
})
