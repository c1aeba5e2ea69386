declare module 'snowball-stemmers' {
  const snowball: { newStemmer(language: 'norwegian'): { stem(word: string): string } }
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS
  export default snowball
}
