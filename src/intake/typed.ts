/** What a person writes in the chat while a question stands: an answer to it, or a question of their own. */
import type { Day } from '../kit/day.ts'
import type { Input } from '../kit/dialog.ts'
import { readComingDay } from './coming-day.ts'

export type Typed = { kind: 'reply'; said: string } | { kind: 'question' } | { kind: 'unclear' }

const reply = (said: string): Typed => ({ kind: 'reply', said })

/** `labelOf` gives what an option is called to this person. A number is the place of an option, from 1. */
export function readTyped(
  text: string,
  input: Input,
  labelOf: (option: string) => string,
  today: Day,
): Typed {
  const words = text.trim()
  if (isSmallTalk.test(words)) return { kind: 'question' }
  switch (input.kind) {
    case 'words':
      return (input.long ? asksPlainly(words) : asksInWords(words) || auxiliary.test(words))
        ? { kind: 'question' }
        : reply(words)
    case 'day': {
      const day = readComingDay(words, today)
      return day ? reply(day) : unclear(words)
    }
    case 'choice': {
      const option = optionIn(words, input.options, labelOf)
      return option === undefined ? unclear(words) : reply(option)
    }
    case 'many': {
      if (none.test(words)) return reply('')
      const chosen = words
        .split(/\s*[,;+]\s*|\s+(?:og|and)\s+/)
        .map((part) => optionIn(part, input.options, labelOf))
      return chosen.every((option) => option !== undefined) ? reply(chosen.join(',')) : unclear(words)
    }
  }
}

/** The first words of a question; words such as "kan" and "må" begin an answer as well. */
const questionWord =
  /^(?:hva|hvem|hvor|hvordan|hvorfor|hvilke[nt]?|når|kva|kven|kvar|korleis|kvifor|what|who|where|how|why|which|when)(?!\p{L})/iu
const auxiliary =
  /^(?:kan|må|skal|bør|er|har|finnes|finst|trenger|treng|gjelder|gjeld|can|must|do|does|is|are|should|have)\s+(?:jeg|eg|vi|me|man|ein|du|de|det|den|dette|noen|nokon|i|we|you|it|this|they|there)(?!\p{L})/iu
const isSmallTalk = /^(?:hei|hallo|heisann|hello|hi|hjelp|help|takk|tusen takk|thanks|thank you)[.!?]*$/iu
const endsAsQuestion = /\?\s*$/

export const asksInWords = (words: string): boolean =>
  endsAsQuestion.test(words) || (questionWord.test(words) && /\s/.test(words))
/** Where one writes at length, "Når elevene er små …" begins an answer. */
const asksPlainly = (words: string): boolean =>
  endsAsQuestion.test(words) ||
  (plainQuestion.test(words) && words.split(/\s+/).length <= longestPlainQuestion)
const plainQuestion =
  /^(?:hva|hvem|hvordan|hvorfor|hvilke[nt]?|kva|kven|korleis|kvifor|what|who|how|why|which)\s/iu
/** In words. */
const longestPlainQuestion = 8
const unclear = (words: string): Typed =>
  asksInWords(words) || auxiliary.test(words) ? { kind: 'question' } : { kind: 'unclear' }

const yes = /^(?:ja|jo|jepp|joda|jada|selvfølgelig|sjølvsagt|klart|yes|yep|yeah|ok)$/iu
const no = /^(?:nei|nope|niks|neida|no)$/iu
const none = /^(?:(?:nei,? )?(?:ingen|none)(?: (?:av|of) \p{L}+)?|ingenting|nothing|nei|no)[.!]?$/iu

function optionIn(
  words: string,
  options: readonly string[],
  labelOf: (option: string) => string,
): string | undefined {
  const place = /^(\d{1,2})\.?$/.exec(words)?.[1]
  const placed = options[Number(place) - 1]
  if (placed !== undefined) return placed
  const said = plain(words)
  if (said === '') return undefined
  const labels = options.map((option) => ({ option, label: plain(labelOf(option)) }))
  const begins = (form: RegExp) =>
    labels.filter(({ label }) => form.test(label.split(' ')[0] ?? '')).map(({ option }) => option)
  for (const form of [yes, no]) if (form.test(said)) return only(begins(form))
  const exact = labels.find(({ option, label }) => label === said || option === said)
  if (exact) return exact.option
  const partOf = (part: string) => (tellsNothing(part) ? undefined : onlyWith(part, labels))
  const [lead = '', ...rest] = said.split(' ')
  const form = [yes, no].find((one) => one.test(lead))
  // A yes or no with more words is one only where those words are an option's own: "nei, svogeren min jobber der" is not.
  return partOf(said) ?? (form && partOf(rest.join(' ')))
}

type Labelled = { option: string; label: string }
/**
 * The only option that has the words: as whole words, else as letters. "Bygg" is "Bygg og anlegg" where another is "Bygg og
 * anlegg til drikkevann".
 */
function onlyWith(part: string, labels: readonly Labelled[]): string | undefined {
  const whole = labels.filter(({ label }) => ` ${label} `.includes(` ${part} `))
  const found = whole.length > 0 ? whole : labels.filter(({ label }) => label.includes(part))
  const plainest = found.filter((one) => found.every(({ label }) => label.startsWith(one.label)))
  return only(plainest)?.option
}

/** A part of a label that is shorter, in letters, may be part of anything. */
const shortestPart = 3
const tellsNothing = (part: string): boolean => part.length < shortestPart && !/^\d+$/.test(part)
const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)
const plain = (words: string): string => (words.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ')
