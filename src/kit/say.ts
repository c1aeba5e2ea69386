import { createInstance } from 'i18next'

const languages = ['nb', 'nn', 'en'] as const
export type Language = (typeof languages)[number]

/** One sentence in every language the product speaks. `{{name}}` is filled in; `_one`/`_other` keys follow `count`. */
type Sentence = Record<Language, string>
type Values = Record<string, string | number>
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key
type KeyOf<T> = WithoutPlural<Extract<keyof T, string>>

/** Says a sentence in one language. */
export type Say<Key extends string = string> = (key: Key, values?: Values) => string

/** Turns a room's sentences into one `Say` for each language. A missing language or key does not compile. */
export function speaker<const T extends Record<string, Sentence>>(
  sentences: T,
): (language: Language) => Say<KeyOf<T>> {
  const speech = createInstance()
  const inLanguage = (language: Language) =>
    Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [key, sentence[language]]))
  speech.init({
    fallbackLng: 'nb',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(languages.map((l) => [l, { translation: inLanguage(l) }])),
  })
  const fixed = new Map(languages.map((language) => [language, speech.getFixedT(language)]))
  return (language) => (key, values) => String(fixed.get(language)?.(key as string, values ?? {})) // KeyOf gives strings only
}
