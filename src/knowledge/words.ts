import snowball from 'snowball-stemmers'

const stemmer = snowball.newStemmer('norwegian')

/** Words that carry no subject, in bokmål, nynorsk and English: what remains is what the question is about. */
const stopWords = new Set(
  `alle alt andre at av bare ble bli blir da de deg dei dem den denne der dere deres det dette din disse ditt du eg ein
  eit ei eitt eller ein en enn er et etter fins finst finnes for fordi fra frå få får før gjennom gjer gjør gjøre ha
  hadde han har hun ho hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke ikkje inn inne ja jeg kan
  kor korleis korfor kva kvar kven kvifor litt man mange me med meg mellom men mer meir mest min mitt mot mye mykje må
  mens nei noe noen noko nokon nokre nå no og også om opp oss over på sa seg selv si sin sine sitt skal skulle slik som
  så til trenger treng trengs ut uten utan var vart ved vei vi vil ville vår vårt være vere vært vore dykk dykkar åt hos
  når sier seier ny nye nytt gjelder gjeld fikk får vår våre kommer kjem egen egne flere fleire hele heile fram lurer lurar
  lenge bra ok hallo gjerne kanskje snart
  finne finn gi gir går gå gjøres brukes bruker bruke brukar skaffe bestille bestiller tingar ønsker hei takk
  the a an and are as at be been by can could do does for from get has have how i if in is it its me my need needs of on
  or our should so some that their there they this to us want was we what when where which who why will with would you your`.split(
    /\s+/,
  ),
)

export const isStopWord = (word: string): boolean => stopWords.has(word)

/** No word is longer than this; what is, is no word, and only its beginning is read. */
const longestWord = 40

/** The words of a text, lower case, in order; `hev/senk` and `e-handel` come apart and whole. */
export function wordsOf(text: string): string[] {
  const found =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\d]+(?:[-/][\p{L}\d]+)*/gu) ?? []
  return found
    .map((word) => word.slice(0, longestWord))
    .flatMap((word) => (/[-/]/.test(word) ? [word.replace(/[-/]/g, ''), ...word.split(/[-/]/)] : [word]))
}

/** Norwegian letters as people type them without a Norwegian keyboard. */
export const fold = (word: string): string =>
  word.replace(/[åä]/g, 'a').replace(/[øö]/g, 'o').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{M}/gu, '')

/** What a word is indexed and looked up as: stemmed, then folded. */
export const termOf = (word: string): string => fold(stemmer.stem(word))

/** The terms of a text without stop words. */
export const termsOf = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(termOf)
