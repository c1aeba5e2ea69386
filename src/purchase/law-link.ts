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

/** Legal bases as Markdown: each public document once, its paragraphs as links. */
export function linkedAll(bases: readonly string[]): string {
  const byDocument = new Map<string, string[]>()
  for (const basis of bases.flatMap(singles)) {
    // Sections and letters stand in the source of each limit: here the paragraph is enough.
    const [, document = basis, section = ''] = /^(.*?)\s*(§ [\d–-]+[a-z]?)(?: .*)?$/.exec(basis) ?? []
    const sections = byDocument.get(document) ?? []
    if (!sections.includes(section)) byDocument.set(document, [...sections, section])
  }
  return [...byDocument]
    .map(([document, sections]) =>
      sections.map((section, at) => linkTo(document, section, at === 0 ? document : '')).join(', '),
    )
    .join('; ')
}

/** "Anskaffelsesloven § 2 og anskaffelsesforskriften § 1-1" is two, "§§ 25-5 og 7-1" two paragraphs of one. */
function singles(basis: string): string[] {
  return basis.split(/;\s*|\s+og\s+(?=\p{L})/u).flatMap((part) => {
    const [, document = '', sections] = /^(.*?)\s*§§\s*(.+)$/.exec(part) ?? []
    const named = document === '' && sections === undefined ? [part] : (sections ?? '').split(/,\s*|\s+og\s+/)
    const whole = sections === undefined ? [part] : named.map((section) => `${document} § ${section}`)
    return whole.map((one) => one.charAt(0).toUpperCase() + one.slice(1))
  })
}

function linkTo(document: string, section: string, named: string): string {
  const words = [named, section.replace('§ ', '§\u00a0')].filter(Boolean).join(' ')
  const url = urlOf(`${document} ${section}`)
  return url ? `[${words}](${url})` : words
}

function urlOf(legalBasis: string): string | undefined {
  const [, kind, number] = numbered.exec(legalBasis) ?? []
  const name = Object.keys(documents).find((document) => legalBasis.startsWith(document))
  const document = kind ? `${kind === 'LOV' ? 'lov' : 'forskrift'}/${number}` : name && documents[name]
  if (!document) return undefined
  const [, section] = paragraph.exec(legalBasis) ?? []
  return `https://lovdata.no/dokument/${kind === 'LOV' || document.startsWith('lov/') ? 'NL' : 'SF'}/${document}${section ? `/§${section}` : ''}`
}
