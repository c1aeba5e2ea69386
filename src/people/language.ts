/** Which language a person writes, told from the words and word forms that only one of them has. */
import type { Language } from '../kit/say.ts'

type Marks = { words: ReadonlySet<string>; forms?: RegExp }
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** No word that is Norwegian too: "is", "it", "at", "do", "an", "and", "for", "to", "i" say nothing. */
const english: Marks = {
  words:
    words(`the a are does what who where how which when our we you need can should of with without have please
    hello help this your from thanks buy order agreement contract supplier invoice template routine complain
    complaint threshold requirements vat excl limit limits buying purchase worth rules consultant services goods office chair desk school laptop printer broken`),
}
const norwegian: Marks = {
  words:
    words(`er og det på av med må kan vi som om ved etter over har til når ny nye nytt vil kva kven eg jeg hva hvem
    ikke ikkje noe noko trenger en ei et hvordan hvor skal mal rutine avtale`),
  forms: /[æøå]|(else|elser|ene|ane|ingar|het)$/,
}
/** Within Norwegian: bokmål is the default, so only what nynorsk alone has needs to be told. */
const bokmål: Marks = {
  words: words(
    'jeg hva hvem hvordan hvorfor hvilken hvilke hvilket hvor ikke noen noe mye gjøre fra trenger uten',
  ),
  forms: /(else|elser|ene)$/,
}
const nynorsk: Marks = {
  words:
    words(`eg kva kven kvar korleis kvifor kor nokon noko ikkje mykje vere gjere treng frå kjem dei ein eit tilbod
    gjeld utan heile daud seier sjå dykk dykkar leige elevane lysa kunngjerast bestillast kjøpast brukast stolar
    pultar vindauge vindauga opnar`),
  forms:
    /(ingar|arar|arane)$|^(skule|sjukeheim|sjukeplei|sjuk$|reinhald|mjølk|straum|møblar|rettlei|teneste|verksemd|leiar|leiker|røyr|målar(en|ar|ane)?$|snikkar|nynorsk|kunngjer|øydel|lærar|flyktning)/,
}

/** The language of a text; undefined when nothing in it tells, as in "kontorstol". */
export function languageOf(text: string): Language | undefined {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const weigh = ({ words, forms }: Marks) =>
    found.filter((word) => words.has(word) || forms?.test(word)).length
  const [inEnglish, inNorwegian, inNynorsk] = [weigh(english), weigh(norwegian), weigh(nynorsk)]
  if (inEnglish > inNorwegian + inNynorsk) return 'en'
  if (inNynorsk > weigh(bokmål)) return 'nn'
  return inNorwegian > 0 ? 'nb' : undefined
}

/** The language of a client's setting such as `nn-NO`. English clients are common here too and say little: undefined. */
export const languageOfLocale = (locale: string | undefined): Language | undefined =>
  /^nn\b/i.test(locale ?? '') ? 'nn' : /^(nb|no)\b/i.test(locale ?? '') ? 'nb' : undefined
