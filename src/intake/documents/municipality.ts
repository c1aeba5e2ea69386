/** Who buys. The organisation number is written with or without spaces. */
export type Municipality = { name: string; organisationNumber: string | undefined }

/** `Eksempelkommunen, organisasjonsnummer 987 654 321`. */
export function presented(municipality: Municipality): string {
  const number = digitsOf(municipality)?.replace(/(\d{3})(?=\d)/g, '$1\u00a0')
  return number ? `${municipality.name}, organisasjonsnummer ${number}` : municipality.name
}

/** The organisation number as registers keep it. */
export const digitsOf = ({ organisationNumber }: Municipality): string | undefined =>
  organisationNumber?.replace(/\D/g, '') || undefined
