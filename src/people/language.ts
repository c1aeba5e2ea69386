/** Which language a person writes, told from the words and word forms that only one of them has. */
import type { Language } from '../kit/say.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
type Marks = { words: ReadonlySet<string>; forms: RegExp }

const english: Marks = {
  words: words(
    'the a an is are do does what who where how which when our need can should of and with without have please hello help it this my your from at or thanks',
  ),
  forms: /(tion|ments?|ness|oes|ks)$|sch|wh|^fun|ough/,
}
const norwegian: Marks = {
  words: words(
    'er og det på av med må kan vi som om ved etter over har til når ny nye nytt vil kva kven eg jeg hva hvem ikke ikkje noe noko trenger en ei hvordan hvor i',
  ),
  forms: /[æøå]|(else|elser|ene|ane|ingar)$/,
}
/** Within Norwegian: bokmål is the default, so only what nynorsk alone has needs to be told. */
const bokmål: Marks = {
  words: words(
    'jeg hva hvem hvordan hvorfor hvilken hvilke hvilket hvor ikke noen noe mye gjøre fra trenger uten',
  ),
  forms: /(else|elser|ene)$/,
}
const nynorsk: Marks = {
  words: words(
    'eg kva kven kvar korleis kvifor kor nokon noko ikkje mykje vere gjere treng frå kjem dei ein eit tilbod gjeld utan att heile sjuk daud finst seier sjå ho dykk',
  ),
  forms:
    /(ingar|arar|arane|ane|tora|ndra|[^aeiouyæøå]ast|lagd|lear|ngjer|opnar)$|^(skule|sjuke|reinhald|mjølk|straum|vindaug|møblar|rettlei|teneste|verksemd|leiar|leike|røyr|målar|måling|snikk|stolar|pultar|nynorsk|overvaking)/,
}

/** The language of a text; undefined when nothing in it tells, as in "kontorstol". */
export function languageOf(text: string): Language | undefined {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const weigh = (marks: Marks) =>
    found.filter((word) => marks.words.has(word) || marks.forms.test(word)).length
  const [inEnglish, inNorwegian, inNynorsk] = [weigh(english), weigh(norwegian), weigh(nynorsk)]
  if (inEnglish > inNorwegian + inNynorsk) return 'en'
  if (inNynorsk > weigh(bokmål)) return 'nn'
  return inNorwegian > 0 ? 'nb' : undefined
}

/** The language of a client's setting such as `nn-NO`. English clients are common here too and say little: undefined. */
export const languageOfLocale = (locale: string | undefined): Language | undefined =>
  /^nn\b/i.test(locale ?? '') ? 'nn' : /^(nb|no)\b/i.test(locale ?? '') ? 'nb' : undefined
