/**
 * People's words as a file can hold them: without what XML forbids, and without marks that make a text look like another
 * than it is. Lines end in `\n`.
 */
export const legible = (words: string): string =>
  words
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unfit, '')

/** Control characters, what stands for a broken one, what XML has no place for, and marks that turn the reading direction. */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffd-\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
