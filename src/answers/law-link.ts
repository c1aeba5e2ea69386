/** Where acts and regulations can be read. */
const documents: Readonly<Record<string, string>> = {
  Anskaffelsesloven: 'lov/2016-06-17-73',
  Anskaffelsesforskriften: 'forskrift/2016-08-12-974',
  Forsyningsforskriften: 'forskrift/2016-08-12-975',
  Konsesjonskontraktforskriften: 'forskrift/2016-08-12-976',
  Merverdiavgiftsloven: 'lov/2009-06-19-58',
  Kommuneloven: 'lov/2018-06-22-83',
  Åpenhetsloven: 'lov/2021-06-18-99',
}
const numbered = /(FOR|LOV)-(\d{4}-\d{2}-\d{2}-\d+)/
const paragraph = /§+\s*(\d+[a-z]?(?:-\d+[a-z]?)?)/

/** A legal basis as a link to its text, as Markdown; the words alone where the document is not a public one. */
export function linked(legalBasis: string): string {
  const url = urlOf(legalBasis)
  return url ? `[${legalBasis}](${url})` : legalBasis
}

function urlOf(legalBasis: string): string | undefined {
  const [, kind, number] = numbered.exec(legalBasis) ?? []
  const name = Object.keys(documents).find((document) => legalBasis.startsWith(document))
  const document = kind ? `${kind === 'LOV' ? 'lov' : 'forskrift'}/${number}` : name && documents[name]
  if (!document) return undefined
  const [, section] = paragraph.exec(legalBasis) ?? []
  return `https://lovdata.no/dokument/${kind === 'LOV' || document.startsWith('lov/') ? 'NL' : 'SF'}/${document}${section ? `/§${section}` : ''}`
}
