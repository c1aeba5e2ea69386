/** What a person writes in the chat while a question stands: an answer to it, or a question of their own. */
import { type Day, dayAfter, dayInMonths, readDay } from '../kit/day.ts'
import { dayInText } from '../kit/day-in-text.ts'
import type { Input } from '../kit/dialog.ts'

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
      return asksInWords(words) ? { kind: 'question' } : reply(words)
    case 'day': {
      const day = readComingDay(words, today)
      return day ? reply(day) : unclear(words)
    }
    case 'choice': {
      const option = optionIn(words, input.options, labelOf)
      return option === undefined ? unclear(words) : reply(option)
    }
    case 'many': {
      if (/^(?:nei|ingen\p{L}*|no|none|nothing|neste|next)[.!]?$/iu.test(words)) return reply('')
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
  /^(?:kan|må|skal|bør|er|har|finnes|finst|trenger|treng|gjelder|gjeld|can|must|do|does|is|are|should|have)(?!\p{L})/iu
const isSmallTalk = /^(?:hei|hallo|heisann|hello|hi|hjelp|help|takk|tusen takk|thanks|thank you)[.!?]*$/iu
const endsAsQuestion = /\?\s*$/

const asksInWords = (words: string): boolean =>
  endsAsQuestion.test(words) || (questionWord.test(words) && /\s/.test(words))
const unclear = (words: string): Typed =>
  asksInWords(words) || auxiliary.test(words) ? { kind: 'question' } : { kind: 'unclear' }

const yes = /^(?:ja|jo|jepp|joda|yes|yep|yeah|ok)[.!]?$/iu
const no = /^(?:nei|nope|niks|neida|no)[.!]?$/iu

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
  for (const form of [yes, no]) if (form.test(words)) return only(begins(form)) ?? begins(form)[0]
  const exact = labels.find(({ option, label }) => label === said || option === said)
  if (exact) return exact.option
  const partOf = (part: string) => (tellsNothing(part) ? undefined : onlyWith(part, labels))
  const [lead = '', ...rest] = said.split(' ')
  const form = [yes, no].find((one) => one.test(lead))
  const whole = partOf(said) ?? (form && partOf(rest.join(' ')))
  return whole ?? (form && rest.length > 0 && !hedges.test(words) ? only(begins(form)) : undefined)
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

/** "Nei, men …" is more than a no. */
const hedges = /(?<!\p{L})(?:men|eller|kanskje|usikker|litt|but|or|maybe|unsure|perhaps)(?!\p{L})/iu

/** A part of a label that is shorter, in letters, may be part of anything. */
const shortestPart = 3
const tellsNothing = (part: string): boolean => part.length < shortestPart && !/^\d+$/.test(part)
const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)
const plain = (words: string): string => (words.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ')

const inSome =
  /^(?:om|in)\s+(\d{1,3}|en|ei|ein|a|an)\s+(dag|dager|dagar|days?|uker?|veker?|weeks?|måned(?:er)?|månad(?:er|ar)?|months?)$/iu
const dayAndMonth = /^(\d{1,2})\.?\s*(?:\.\s*(\d{1,2})\.?|(\p{L}{3,9}))$/u

/** A day as people say one to come: `1. mars`, `01.03.2027`, "om 3 uker". Without a year it is the next such day. */
function readComingDay(text: string, today: Day): Day | undefined {
  const words = text.trim().replace(/^(?:innen|innan|til|senest|seinast|by|den|før|before)\s+/iu, '')
  if (/^(?:i dag|idag|today|nå|no|now|med en gang|med ein gong|snarest|asap)$/iu.test(words)) return today
  if (/^(?:i morgen|imorgen|i morgon|tomorrow)$/iu.test(words)) return dayAfter(today, 1)
  const [, number, unit] = inSome.exec(words) ?? []
  if (number && unit) {
    const count = /^\d/.test(number) ? Number(number) : 1
    if (/^m/i.test(unit)) return dayInMonths(today, count)
    return dayAfter(today, /^d/i.test(unit) ? count : count * 7)
  }
  const exact = readDay(words)
  if (exact) return exact
  const [, date, month, name] = dayAndMonth.exec(words) ?? []
  if (date)
    for (const year of [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1]) {
      const day = month
        ? readDay(`${date}.${month}.${year}`)
        : dayInText(`${date}. ${name} ${year}`, today)?.day
      if (day && day >= today) return day
    }
  return dayInText(words, today)?.day
}
