/** Whole kroner as people in Norway write them: `1 300 000`, with no-break spaces so that an amount never wraps. */
export const writeAmount = (kroner: number): string =>
  String(Math.round(kroner)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')

export const writeKroner = (kroner: number): string => `${writeAmount(kroner)}\u00a0kroner`
